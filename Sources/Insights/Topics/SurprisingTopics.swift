package import Notes

/// Gathers, note by note, the feedback on topics that are not the topic of any of the note's hunches.
///
/// A note is left out if one of its hunches has no topic, because that hunch may be about anything. Praise is
/// never a surprise.
package struct SurprisingTopics {
    private let table: FeedbackTable
    private let numbers: [Topic: Int]
    /// The keys of the topics that each topic is nested in.
    ///
    /// Most topics have none.
    private let outer: [Int: [String]]
    /// The feedback found for each topic, by the topic's number.
    private var found: [[FeedbackID]]

    package init(_ table: FeedbackTable) {
        self.table = table
        numbers = Dictionary(zip(table.topics, table.topics.indices)) { first, _ in first }
        found = Array(repeating: [], count: table.topics.count)
        var outer: [Int: [String]] = [:]
        for (number, topic) in table.topics.enumerated() where topic.isNested {
            outer[number] = topic.outerKeys
        }
        self.outer = outer
    }

    /// The feedback found for each topic, in reading order.
    package var feedback: [Topic: [FeedbackID]] {
        var feedback: [Topic: [FeedbackID]] = [:]
        for (number, found) in found.enumerated() where !found.isEmpty {
            feedback[table.topics[number]] = found
        }
        return feedback
    }

    package mutating func add(_ note: Int, _ hunches: StoredList<Hunch>) {
        let rows = table.rows(ofNote: note)
        if rows.isEmpty { return }
        // The topics of the hunches that are also topics of feedback, by number. `keys` has the keys of all
        // topics of hunches if some topics of feedback are nested.
        var hunched: Set<Int> = []
        var keys: Set<String> = []
        for number in hunches.indices {
            if hunches[number].topics.isEmpty { return }
            for topic in hunches[number].topics {
                if let number = numbers[topic] { hunched.insert(number) }
                if !outer.isEmpty { keys.insert(topic.key) }
                if topic.isNested {
                    for key in topic.outerKeys {
                        if let number = numbers[Topic(key)] { hunched.insert(number) }
                    }
                }
            }
        }
        for row in rows where row.stage != .keep {
            for topic in table.topics(of: row) where !hunched.contains(topic) {
                if !outer.isEmpty, let outer = outer[topic], outer.contains(where: keys.contains) { continue }
                found[topic].append(row.id)
            }
        }
    }
}

extension Topic {
    fileprivate var isNested: Bool { key.utf8.contains(0x2F) }

    /// The keys of the topics that the topic is nested in, up to eight levels.
    fileprivate var outerKeys: [String] {
        let parts = key.split(separator: "/", maxSplits: 8)
        return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
    }
}
