public import Markup

/// A story that a person has ready to tell in an interview.
public struct Story: Sendable, Equatable {
    /// The position of the bullet's list marker.
    public package(set) var position: Position
    /// The story's words, without emphasis around all of them and without a colon at the end.
    @StoredText public package(set) var text: String
    /// The topics of the story's bullet.
    public package(set) var topics: [Topic]
    /// The identifier by which a question says that the story answered it.
    public let id: String?
    /// The parts of the story, in reading order.
    public package(set) var parts = StoredList<Part>()

    /// One part of the story as it is told.
    public struct Part: Sendable, Equatable {
        /// The position of the part.
        public package(set) var position: Position
        /// Which of the four parts it is.
        public let kind: Kind
        /// The part's words, without the label before them.
        @StoredText public package(set) var text: String

        /// Which of the four parts of a story it is.
        public enum Kind: String, Sendable, CaseIterable {
            case situation, task, action, result
        }
    }
}

/// A story that was told in an interview.
public struct Telling: Sendable, Equatable {
    /// The position of the bullet's list marker.
    public package(set) var position: Position
    /// The index in the note of the question that the story answered; nil if the telling does not stand below
    /// a question.
    public let question: Int?
    /// The identifier of the story; nil if the telling gives only words.
    public let id: String?
    /// The telling's words, as they are shown.
    @StoredText public package(set) var text: String
    /// The topics of the telling's bullet.
    public package(set) var topics: [Topic]
}
