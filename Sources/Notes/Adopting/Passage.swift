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
    public var fate: Fate

    package init(_ text: String, _ range: Range<Int>, _ fate: Fate) {
        self.text = text
        self.range = range
        self.fate = fate
    }
}
