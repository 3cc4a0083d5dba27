/// A piece of a note's text that may become a bullet: a sentence, or a line.
public struct Passage: Sendable, Equatable {
    /// What becomes of it.
    public enum Fate: Sendable, Equatable {
        /// It becomes a bullet of its own.
        case kept
        /// It goes on the bullet of the passage before it.
        case joined
        /// It stays text, and is no bullet.
        case leftOut
    }

    /// As it is shown, on one line.
    public let text: String
    /// Its bytes in the note.
    let range: Range<Int>
    public var fate: Fate

    init(_ text: String, _ range: Range<Int>, _ fate: Fate) {
        self.text = text
        self.range = range
        self.fate = fate
    }
}
