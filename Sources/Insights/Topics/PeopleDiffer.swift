public import Notes

/// A topic on which two people said opposite things, with a piece of feedback from each.
public struct PeopleDiffer: Sendable {
    /// How two pieces of feedback are opposite.
    public enum Way: Sendable {
        /// One says the opposite of the other.
        case opposite
        /// The second praises, in a later interview, what the first found fault with.
        ///
        /// It may have changed since, and nobody need differ.
        case laterPraise
        /// One praises and the other advises, and nothing says that both are about the same thing.
        case praiseAndAdvice
    }

    /// The topic of the two pieces.
    public let topic: Topic
    /// Whether the topic is only proposed for one of the two pieces, or for both.
    public let isProposed: Bool
    /// How the two pieces are opposite.
    public let way: Way
    /// The first of the two pieces in reading order, or the one that found fault if the other is later
    /// praise.
    public let one: FeedbackID
    /// The other piece.
    public let other: FeedbackID
}

/// Finds topics on which people differ: one person praises what another finds fault with, two people wish for
/// opposite things, or one denies what another says.
package struct DifferenceFinder {
    /// The largest number of topics that are looked at, those of most people first.
    ///
    /// `mostPieces` is the largest number of pieces on each.
    private static let mostTopics = 16
    private static let mostPieces = 24

    private struct Piece {
        let id: FeedbackID
        let stance: Stance
        let isProposed: Bool
    }

    private let index: NotebookIndex
    private let table: FeedbackTable
    private var finder: NoteTopicFinder
    /// The words of the pieces that were compared by them.
    private var knownStems: [FeedbackID: [Int32]] = [:]

    package init(_ index: NotebookIndex, _ table: FeedbackTable) {
        self.index = index
        self.table = table
        finder = NoteTopicFinder(index)
    }

    /// Returns the topics on which people differ.
    ///
    /// - Parameters:
    ///   - suggestions: the topics that are proposed for feedback without a topic.
    ///   - histories: the topics of feedback, those of most people first.
    /// - Returns: for each such topic, two pieces of feedback that are opposite.
    package mutating func differences(_ suggestions: TopicSuggestions, _ histories: [TopicHistory])
        -> [PeopleDiffer]
    {
        var proposed: [Topic: [Piece]] = [:]
        for piece in suggestions.pieces {
            for proposal in piece.proposals {
                let stance = piece.stance.tone == .praise ? piece.stance : proposal.stance
                proposed[proposal.topic, default: []].append(
                    Piece(id: piece.id, stance: stance, isProposed: true))
            }
        }
        var found: [PeopleDiffer] = []
        for history in histories.prefix(Self.mostTopics) {
            let more = proposed.removeValue(forKey: history.topic) ?? []
            if history.people.count < 2 && more.isEmpty { continue }
            let named = history.feedback.suffix(Self.mostPieces).map { id in
                Piece(id: id, stance: stance(of: id), isProposed: false)
            }
            if let two = opposites(named) ?? opposites(named + more.suffix(Self.mostPieces)) {
                found.append(difference(history.topic, two))
            }
        }
        for (topic, pieces) in proposed.sorted(by: { $0.key.key < $1.key.key }) {
            if suggestions.broadTopics.contains(topic) { continue }
            if let two = opposites(pieces.suffix(Self.mostPieces)) { found.append(difference(topic, two)) }
        }
        return found
    }

    private func difference(_ topic: Topic, _ two: Opposites) -> PeopleDiffer {
        PeopleDiffer(
            topic: topic, isProposed: two.0.isProposed || two.1.isProposed, way: two.way,
            one: two.0.id, other: two.1.id)
    }

    private mutating func stance(of id: FeedbackID) -> Stance {
        if index[id].stage == .keep { return Stance(tone: .praise) }
        finder.read(index[id].text, of: id.note)
        return finder.stance()
    }

    private mutating func stems(of id: FeedbackID) -> [Int32] {
        if let known = knownStems[id] { return known }
        finder.read(index[id].text, of: id.note)
        let stems = finder.stems()
        knownStems[id] = stems
        return stems
    }

    /// Two opposite pieces, the earlier one in reading order first.
    ///
    /// Later praise is the second.
    private typealias Opposites = (Piece, Piece, way: PeopleDiffer.Way)

    /// Returns the last two opposite pieces of different people, or else what was found fault with and then
    /// praised; nil if there is neither.
    private mutating func opposites(_ pieces: some BidirectionalCollection<Piece>) -> Opposites? {
        let pieces = pieces.sorted { $0.id > $1.id }
        var improved: Opposites?
        var mixed: Opposites?
        for (number, later) in pieces.enumerated() {
            for earlier in pieces.dropFirst(number + 1) {
                let isPraise = later.stance.praises(whatIsBlamedBy: earlier.stance)
                if isPraise || earlier.stance.praises(whatIsBlamedBy: later.stance) {
                    let (fault, praise) = isPraise ? (earlier, later) : (later, earlier)
                    if isLater(praise, than: fault) {
                        let isLast = pieces.allSatisfy { !$0.stance.isBlame || isLater(praise, than: $0) }
                        // What was put aside was not acted on, so praise does not answer it.
                        let wasTaken = index[fault.id].stage != .spit
                        if isLast, wasTaken, improved == nil { improved = (fault, praise, .laterPraise) }
                    } else if areOfDifferentPeople(earlier, later) {
                        if areOfOneThing(earlier, later) { return (earlier, later, .opposite) }
                        if mixed == nil { mixed = (earlier, later, .praiseAndAdvice) }
                    }
                } else if wishForOpposites(earlier, later) || deniesTheOther(earlier, later),
                    areOfDifferentPeople(earlier, later)
                {
                    return (earlier, later, .opposite)
                }
            }
        }
        return improved ?? mixed
    }

    /// Returns whether praise and fault are of the same thing for all that is known.
    ///
    /// Advice may be about anything else on the topic, unless the two share a word, or a topic that is proposed for both.
    private mutating func areOfOneThing(_ one: Piece, _ other: Piece) -> Bool {
        if one.isProposed || other.isProposed { return true }
        let isAdvice = one.stance.tone == .wish || other.stance.tone == .wish
        if !isAdvice || one.stance.wishes || other.stance.wishes { return true }
        let stems = stems(of: one.id)
        if self.stems(of: other.id).contains(where: stems.contains) { return true }
        finder.read(index[one.id].text, of: one.id.note)
        let topics = finder.proposals().map(\.topic)
        finder.read(index[other.id].text, of: other.id.note)
        return finder.proposals().contains { topics.contains($0.topic) }
    }

    private mutating func wishForOpposites(_ one: Piece, _ other: Piece) -> Bool {
        one.stance.wishesForOpposite(of: other.stance) {
            let stems = stems(of: one.id)
            return self.stems(of: other.id).contains(where: stems.contains)
        }
    }

    /// Returns whether one of two pieces denies what the other says in the same words: "you interrupted us",
    /// "you never interrupted us".
    private mutating func deniesTheOther(_ one: Piece, _ other: Piece) -> Bool {
        // Who forbids something agrees with who says that it was so.
        if one.stance.forbids || other.stance.forbids { return false }
        switch (one.stance.tone, other.stance.tone) {
        case (.denial, .fault), (.denial, .plain), (.fault, .denial), (.plain, .denial): break
        default: return false
        }
        let stems = stems(of: one.id)
        return !stems.isEmpty && stems == self.stems(of: other.id)
    }

    /// Returns whether a piece is about a later interview than another one.
    ///
    /// It does not matter when either came.
    private func isLater(_ one: Piece, than other: Piece) -> Bool {
        guard let day = index.notes[one.id.note].date, let otherDay = index.notes[other.id.note].date
        else {
            return false
        }
        return day > otherDay
    }

    /// Returns whether two pieces are of different people for sure.
    ///
    /// A name that stands at two companies may be one person's.
    private func areOfDifferentPeople(_ one: Piece, _ other: Piece) -> Bool {
        if table.people(of: [one.id, other.id]).count < 2 { return false }
        let names = Set(names(of: one.id))
        return !self.names(of: other.id).contains(where: names.contains)
    }

    private func names(of id: FeedbackID) -> [String] {
        let sources = index[id].sources
        return (sources.isEmpty ? index.notes[id.note].interviewers : sources).map(\.caseFolded)
    }
}
