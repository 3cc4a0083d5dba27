package import Notes

/// A topic that was spat out and then came back from somebody else.
package struct Comeback: Sendable {
    package let topic: Topic
    /// The feedback on the topic that was spat out, in reading order.
    package let pieces: [FeedbackID]
    /// How many people gave that feedback, at the least.
    package let peopleCount: Int
    /// At how many companies they gave it, at the least.
    package let companyCount: Int

    /// Finds a comeback in the history of a topic; nil if only one person gave the feedback, or if all of it
    /// came in one interview, because then nothing came back.
    ///
    /// It is nil too if some feedback on the topic was taken up or praised since, because then it has had
    /// another chew.
    package init?(_ history: TopicHistory, _ table: FeedbackTable, in index: NotebookIndex) {
        guard history.count(.spit) > 1 else { return nil }
        pieces = history.feedback.filter { table.row(of: $0).stage == .spit }
        guard pieces.first?.note != pieces.last?.note else { return nil }
        let last = pieces.compactMap { table.row(of: $0).day }.max()
        let isTakenUp = history.feedback.contains { id in
            switch table.row(of: id).stage {
            case .spit, .unsorted: return false
            case .chew, .swallow, .keep:
                guard let last, let day = table.row(of: id).day else { return true }
                return day >= last
            }
        }
        if isTakenUp { return nil }
        peopleCount = table.people(of: pieces).count
        guard peopleCount > 1 else { return nil }
        topic = history.topic
        var companies = CompanyCounter(index)
        companyCount = companies.count(pieces.map(\.note))
    }
}

extension NotebookIndex {
    /// Returns the topics that were spat out and then came back, those of most people first.
    ///
    /// The table must be that of this index.
    package func comebacks(_ table: FeedbackTable) -> [Comeback] {
        var counts = Array(repeating: 0, count: table.topics.count)
        for row in table.rows where row.stage == .spit {
            for topic in table.topics(of: row) { counts[topic] += 1 }
        }
        let wanted = Set(counts.indices.filter { counts[$0] > 1 })
        if wanted.isEmpty { return [] }
        return topicHistories(table, of: wanted).compactMap { Comeback($0, table, in: self) }
    }
}
