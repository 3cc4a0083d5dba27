internal import Notes

/// Tells which pieces of feedback wish for the opposite of another: "too fast", "too slow".
///
/// Of the pieces that are compared with one, only the first few dozen are looked at. So the time that this
/// takes does not grow with the notebook.
package struct OppositeWishes {
    private static let mostCompared = 24

    private struct Saying {
        let stance: Stance
        let stems: [Int32]
        /// The topics that are proposed for it.
        let topics: [Topic]
    }

    private let index: NotebookIndex
    private var finder: NoteTopicFinder
    /// What each piece that was compared says; nil if it wishes for nothing.
    private var sayings: [FeedbackID: Saying?] = [:]
    /// How many pieces each piece was compared with.
    private var comparedCounts: [FeedbackID: Int] = [:]

    package init(_ index: NotebookIndex) {
        self.index = index
        finder = NoteTopicFinder(index)
    }

    /// Returns whether a piece of feedback wishes for the opposite of another one, with which many are
    /// compared.
    package mutating func isOpposite(_ id: FeedbackID, of one: FeedbackID) -> Bool {
        if id == one { return false }
        comparedCounts[one, default: 0] += 1
        return comparedCounts[one, default: 0] <= Self.mostCompared && isOpposite(id, ofStatement: one)
    }

    /// Returns whether a piece of feedback wishes for the opposite of another one, with which few are compared.
    package mutating func isOpposite(_ id: FeedbackID, ofStatement one: FeedbackID) -> Bool {
        guard let other = saying(of: one), let own = saying(of: id) else { return false }
        return isOpposite(own, of: other)
    }

    /// Returns whether a piece of feedback wishes for something of which there is an opposite.
    package mutating func hasDirection(_ id: FeedbackID) -> Bool { saying(of: id)?.stance.wishes ?? false }

    /// Returns the statement that says best in which direction some statements wish: of several the first; nil if none
    /// wishes for anything.
    package mutating func direction(of statements: some Sequence<FeedbackID>) -> FeedbackID? {
        statements.first { hasDirection($0) } ?? statements.first { saying(of: $0) != nil }
    }

    /// Returns whether what slipped is the opposite of what a piece of feedback finds fault with, or what worked the
    /// opposite of what it wishes for.
    package mutating func isOpposite(_ evidence: EvidenceID, of one: FeedbackID) -> Bool {
        guard let other = saying(of: one) else { return false }
        if index[evidence].kind == .worked {
            finder.read(index[evidence].text, of: evidence.note)
            return finder.stanceOfDeed().wishesForOpposite(of: other.stance)
        }
        return saying(index[evidence].text, of: evidence.note).map { isOpposite($0, of: other) } ?? false
    }

    /// Returns whether a piece of feedback wishes for the opposite of what a hunch feared.
    package mutating func isOpposite(_ id: FeedbackID, ofHunch hunch: HunchID) -> Bool {
        guard let own = saying(index[id].text, of: id.note),
            let other = saying(index[hunch].text, of: hunch.note)
        else { return false }
        return isOpposite(own, of: other)
    }

    /// Returns whether two pieces of feedback wish for the same: both for shorter answers.
    package mutating func wishForSame(_ id: FeedbackID, _ one: FeedbackID) -> Bool {
        guard let other = saying(of: one), let own = saying(of: id) else { return false }
        return own.stance.wishesForSame(as: other.stance)
    }

    private mutating func saying(of id: FeedbackID) -> Saying? {
        if let known = sayings[id] { return known }
        let saying = saying(index[id].text, of: id.note)
        sayings[id] = .some(saying)
        return saying
    }

    private mutating func saying(_ text: String, of note: Int) -> Saying? {
        finder.read(text, of: note)
        let stance = finder.stance()
        if !stance.wishes && stance.degrees.isEmpty { return nil }
        return Saying(stance: stance, stems: finder.stems(), topics: finder.proposals().map(\.topic))
    }

    /// Returns whether one of two texts wishes for the opposite of the other.
    ///
    /// More of something and less of something are opposite only if they are about one thing: the texts share a word, or
    /// a topic that is proposed for both.
    private func isOpposite(_ one: Saying, of other: Saying) -> Bool {
        one.stance.wishesForOpposite(of: other.stance) {
            one.stems.contains(where: other.stems.contains)
                || one.topics.contains(where: other.topics.contains)
        }
    }
}
