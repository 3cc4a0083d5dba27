public import Markup

/// A story that a person has ready to tell in an interview.
public struct Story: Sendable, Equatable {
    public package(set) var position: Position
    @StoredText public package(set) var text: String
    public package(set) var topics: [Topic]
    /// The identifier by which a question says that the story answered it.
    public let id: String?
    public package(set) var parts = StoredList<Part>()

    /// One part of the story as it is told.
    public struct Part: Sendable, Equatable {
        public package(set) var position: Position
        public let kind: Kind
        @StoredText public package(set) var text: String

        /// Which of the four parts of a story it is.
        public enum Kind: String, Sendable, CaseIterable {
            case situation, task, action, result
        }
    }
}

/// A story that was told in an interview.
public struct Telling: Sendable, Equatable {
    public package(set) var position: Position
    /// The index in the note of the question that the story answered; nil if the telling does not stand below a
    /// question.
    public let question: Int?
    /// The identifier of the story; nil if the telling gives only words.
    public let id: String?
    @StoredText public package(set) var text: String
    public package(set) var topics: [Topic]
}
