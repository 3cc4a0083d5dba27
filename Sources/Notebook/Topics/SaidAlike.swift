/// Feedback without a topic that several people gave in nearly the same words, or about the same thing.
public struct SaidAlike: Sendable {
    /// Why pieces of feedback stand side by side.
    public enum Reason: Sendable {
        /// The same topic is proposed for each, by these words of each.
        case topic(Topic, words: [String])
        /// They have these words in common.
        case words([String])
    }

    /// In reading order.
    public let places: [FeedbackPlace]
    public let reason: Reason
    /// How many people said the same with the topic on it.
    public let others: Int
    /// How many people said it in all.
    let people: Int
}

extension Index {
    /// What was said alike without a topic: most people first, then by topic.
    ///
    /// - Parameters:
    ///   - table: that of this index.
    ///   - histories: the topics that feedback was about.
    func saidAlike(_ suggestions: TopicSuggestions, _ table: FeedbackTable, histories: [TopicHistory])
        -> [SaidAlike]
    {
        let found = sameTopic(suggestions, table, histories) + sameWords(suggestions, table)
        return found.enumerated().sorted { a, b in
            (b.element.people, a.offset) < (a.element.people, b.offset)
        }.map(\.element)
    }

    // MARK: By topic

    private func sameTopic(
        _ suggestions: TopicSuggestions, _ table: FeedbackTable, _ histories: [TopicHistory]
    ) -> [SaidAlike] {
        var groups: [Topic: [(place: FeedbackPlace, words: String)]] = [:]
        for piece in suggestions.pieces {
            for proposal in piece.proposals {
                groups[proposal.topic, default: []].append((piece.place, proposal.words))
            }
        }
        if groups.isEmpty { return [] }
        let known = Dictionary(histories.map { ($0.topic, $0.people) }) { first, _ in first }
        return groups.sorted { $0.key.key < $1.key.key }.compactMap { topic, pieces in
            let people = table.people(of: pieces.lazy.map(\.place))
            let others = known[topic] ?? table.nobody
            let all = people.union(others).count
            if all < 2 { return nil }
            return SaidAlike(
                places: pieces.map(\.place), reason: .topic(topic, words: pieces.map(\.words)),
                others: others.count, people: all)
        }
    }

    // MARK: By words

    /// Pieces in which at least half of the words that either has are common to both, and two of them.
    private func sameWords(_ suggestions: TopicSuggestions, _ table: FeedbackTable) -> [SaidAlike] {
        let pieces = suggestions.pieces.filter { $0.proposals.isEmpty }
        return WordOverlap.groups(pieces.map(\.stems)).compactMap { group in
            let places = group.members.map { pieces[$0].place }
            let people = table.people(of: places)
            if people.count < 2 { return nil }
            return SaidAlike(
                places: places, reason: .words(group.common.compactMap { suggestions.words[$0] }), others: 0,
                people: people.count)
        }
    }
}
