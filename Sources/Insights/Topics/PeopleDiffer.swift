public import Notes

/// A topic on which two people said opposite things, with a piece of feedback from each.
public struct PeopleDiffer: Sendable {
    public let topic: Topic
    /// Whether the topic is only proposed for one of the two pieces, or for both.
    public let isProposed: Bool
    /// The first of the two pieces in reading order. `other` is the second.
    public let one: FeedbackPlace
    public let other: FeedbackPlace
}

/// Finds topics on which people differ: one person praises what another finds fault with, or two people wish for
/// opposite things.
package struct DifferenceFinder {
    /// The largest number of topics that are looked at, those of most people first. `mostPieces` is the largest
    /// number of pieces on each.
    private static let mostTopics = 16
    private static let mostPieces = 24

    private struct Piece {
        let place: FeedbackPlace
        let stance: Stance
        let isProposed: Bool
    }

    private let index: Index
    private let table: FeedbackTable
    private var finder: NoteTopicFinder?

    package init(_ index: Index, _ table: FeedbackTable) {
        self.index = index
        self.table = table
    }

    /// Returns the topics on which people differ.
    ///
    /// - Parameters:
    ///   - suggestions: the topics that are proposed for feedback without a topic.
    ///   - histories: the topics of feedback, those of most people first.
    package mutating func differences(_ suggestions: TopicSuggestions, _ histories: [TopicHistory])
        -> [PeopleDiffer]
    {
        var proposed: [Topic: [Piece]] = [:]
        for piece in suggestions.pieces {
            for proposal in piece.proposals {
                let stance = piece.stance.tone == .praise ? piece.stance : proposal.stance
                proposed[proposal.topic, default: []].append(
                    Piece(place: piece.place, stance: stance, isProposed: true))
            }
        }
        var found: [PeopleDiffer] = []
        for history in histories.prefix(Self.mostTopics) {
            let more = proposed.removeValue(forKey: history.topic) ?? []
            if history.people.count < 2 && more.isEmpty { continue }
            let named = history.feedback.suffix(Self.mostPieces).map { place in
                Piece(place: place, stance: stance(of: place), isProposed: false)
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

    private func difference(_ topic: Topic, _ two: (Piece, Piece)) -> PeopleDiffer {
        PeopleDiffer(
            topic: topic, isProposed: two.0.isProposed || two.1.isProposed, one: two.0.place,
            other: two.1.place)
    }

    private mutating func stance(of place: FeedbackPlace) -> Stance {
        if index[place].stage == .keep { return Stance(tone: .praise) }
        var finder = finder.take() ?? NoteTopicFinder(index)
        finder.read(index[place].text, of: place.note)
        let stance = finder.stance()
        self.finder = finder
        return stance
    }

    /// Returns the last two opposite pieces of different people; nil if there are none.
    private func opposites(_ pieces: some BidirectionalCollection<Piece>) -> (Piece, Piece)? {
        let pieces = pieces.sorted { ($0.place.note, $0.place.number) > ($1.place.note, $1.place.number) }
        for (number, later) in pieces.enumerated() {
            for earlier in pieces.dropFirst(number + 1)
            where later.stance.isOpposite(of: earlier.stance) && areOfDifferentPeople(earlier, later) {
                return (earlier, later)
            }
        }
        return nil
    }

    private func areOfDifferentPeople(_ one: Piece, _ other: Piece) -> Bool {
        table.people(of: [one.place, other.place]).count > 1
    }
}
