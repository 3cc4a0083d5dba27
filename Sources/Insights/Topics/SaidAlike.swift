public import Notes

/// Feedback without a topic in which several people spoke about the same thing, or in nearly the same words.
public struct SaidAlike: Sendable {
    /// Why pieces of feedback stand side by side.
    public enum Reason: Sendable {
        /// The same topic is proposed for each piece, because of these words of each piece.
        case topic(Topic, words: [String])
        /// The pieces have these words in common.
        case words([String])
    }

    /// The pieces of feedback, in reading order.
    public let pieces: [FeedbackID]
    /// Why the pieces stand side by side.
    public let reason: Reason
    /// How many people gave feedback that has the topic written on it.
    public let others: Int
    /// How many people said it in total.
    package let people: Int
}

extension NotebookIndex {
    /// Returns what several people said about the same thing without a topic: most people first, then by
    /// topic.
    ///
    /// Praise never stands beside fault, and a wish never stands beside its opposite.
    ///
    /// - Parameters:
    ///   - suggestions: the topics that are proposed for feedback without a topic.
    ///   - table: the feedback table of this index.
    ///   - histories: the topics of feedback.
    /// - Returns: the groups of pieces that say the same.
    package func saidAlike(_ suggestions: TopicSuggestions, _ table: FeedbackTable, histories: [TopicHistory])
        -> [SaidAlike]
    {
        let byTopic = sameTopic(suggestions, table, histories)
        var isShown: Set<FeedbackID> = []
        for alike in byTopic { isShown.formUnion(alike.pieces) }
        let rest = suggestions.pieces.filter { !isShown.contains($0.id) }
        let found = byTopic + sameWords(rest, suggestions, table)
        return found.enumerated().sorted { a, b in
            (b.element.people, a.offset) < (a.element.people, b.offset)
        }.map(\.element)
    }

    // MARK: By topic

    private func sameTopic(
        _ suggestions: TopicSuggestions, _ table: FeedbackTable, _ histories: [TopicHistory]
    ) -> [SaidAlike] {
        var groups: [Topic: [Alike]] = [:]
        for piece in suggestions.pieces {
            for proposal in piece.proposals {
                let isPraise = piece.stance.tone == .praise
                groups[proposal.topic, default: []].append(
                    Alike(
                        id: piece.id, words: proposal.words, stems: piece.stems,
                        stance: isPraise ? piece.stance : proposal.stance))
            }
        }
        if groups.isEmpty { return [] }
        let known = Dictionary(histories.map { ($0.topic, $0.people) }) { first, _ in first }
        return groups.sorted { $0.key.key < $1.key.key }.flatMap { topic, pieces in
            let others = known[topic] ?? table.nobody
            let isBroad = suggestions.broadTopics.contains(topic)
            return Self.agreeing(pieces, sharingWords: isBroad).compactMap { group -> SaidAlike? in
                let all = table.people(of: group.map(\.id)).union(others).count
                // Two pieces on a broad topic are about the same thing only if they share a word.
                if all < 2 || isBroad && group.count < 2 { return nil }
                return SaidAlike(
                    pieces: group.map(\.id), reason: .topic(topic, words: group.map(\.words)),
                    others: others.count, people: all)
            }
        }
    }

    // MARK: By words

    /// Returns groups of pieces with similar words.
    ///
    /// Two pieces are similar if they share at least two words, and at least half of the words that either
    /// has.
    private func sameWords(
        _ pieces: [TopicSuggestions.Piece], _ suggestions: TopicSuggestions, _ table: FeedbackTable
    ) -> [SaidAlike] {
        WordOverlap.groups(pieces.map(\.stems)).flatMap { group in
            let members = group.members.map { number in
                Alike(
                    id: pieces[number].id, words: "", stems: pieces[number].stems,
                    stance: pieces[number].stance)
            }
            return Self.agreeing(members).compactMap { members -> SaidAlike? in
                let people = table.people(of: members.map(\.id)).count
                if people < 2 { return nil }
                return SaidAlike(
                    pieces: members.map(\.id),
                    reason: .words(group.common.compactMap { suggestions.words[$0] }), others: 0,
                    people: people)
            }
        }
    }
}

extension NotebookIndex {
    private static func agreeing(_ pieces: [Alike], sharingWords: Bool = false) -> [[Alike]] {
        let agreeing = AgreeingGroups(
            pieces.map { .init(stems: $0.stems, stance: $0.stance) }, sharingWords: sharingWords)
        return agreeing.groups.map { group in group.map { pieces[$0] } }
    }
}

/// A piece of feedback that may stand beside others.
private struct Alike {
    let id: FeedbackID
    /// The words that speak for a topic.
    let words: String
    let stems: [Int32]
    let stance: Stance
}
