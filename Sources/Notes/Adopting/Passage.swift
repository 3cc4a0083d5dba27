/// A piece of a note's text that may become a bullet: a sentence, or a line.
public struct Passage: Sendable, Equatable {
    /// What becomes of a passage.
    public enum Fate: Sendable, Equatable {
        /// The passage becomes a bullet of its own.
        case kept
        /// The passage continues the bullet of the passage before it.
        case joined
        /// The passage stays text and does not become a bullet.
        case leftOut
    }

    /// The text as it is shown, on one line.
    public let text: String
    /// The range of the passage's bytes in the note.
    package let range: Range<Int>
    /// Where the label begins that the passage no longer needs once it is a bullet; where the passage begins,
    /// if there is none.
    package let start: Int
    /// What is to become of the passage.
    ///
    /// A person may change it.
    public var fate: Fate
    /// What the passage is, if this is not what the whole text is.
    package let section: Section?
    /// The label of the list that the passage belongs to; nil if it needs none.
    package let label: String?

    package init(
        _ text: String, _ range: Range<Int>, _ fate: Fate, _ section: Section? = nil, label: String? = nil,
        from start: Int? = nil
    ) {
        self.text = text
        self.range = range
        self.start = start ?? range.lowerBound
        self.fate = fate
        self.section = section
        self.label = section.map { $0.front == nil } ?? false ? label ?? section?.heading : nil
    }

    /// The passage of a mail, which is feedback where nothing else says what it is.
    package var orFeedback: Passage { Passage(text, range, fate, section ?? .feedback, from: start) }

    /// What is written before the passage's text so that it is read as what it is.
    package var front: String { section?.front ?? "" }
}
