package import Notes

/// Something that was liked: praise on one topic, or in the same words.
package struct Praise: Sendable {
    package let topic: Topic?
    /// The pieces of praise, in reading order.
    package fileprivate(set) var pieces: [FeedbackID]
    /// The piece that came last.
    package fileprivate(set) var newest: FeedbackID
    /// How many people said it, at the least.
    package fileprivate(set) var peopleCount = 1
    package fileprivate(set) var last: CalendarDate?
}

extension NotebookIndex {
    /// Returns what was liked: by most people first, then what came last.
    ///
    /// The table must be that of this index.
    package func praise(_ table: FeedbackTable) -> [Praise] {
        let aliases = configuration.vocabulary.aliases
        var byTopic: [Int: Int] = [:]
        var byWords: [String: Int] = [:]
        var all: [Praise] = []
        for row in table.rows where row.stage == .keep {
            let topic = table.topics(of: row).first
            let words = topic == nil ? self[row.id].text.caseFolded : ""
            guard let known = topic.map({ byTopic[$0] }) ?? byWords[words] else {
                if let topic { byTopic[topic] = all.count } else { byWords[words] = all.count }
                let name = topic.map { aliases.canonical(table.topics[$0]) }
                all.append(Praise(topic: name, pieces: [row.id], newest: row.id, last: row.day))
                continue
            }
            all[known].pieces.append(row.id)
            if let day = row.day, all[known].last.map({ day >= $0 }) ?? true {
                (all[known].newest, all[known].last) = (row.id, day)
            }
        }
        for number in all.indices where all[number].pieces.count > 1 {
            all[number].peopleCount = table.people(of: all[number].pieces).count
        }
        return all.enumerated().map { number, praise in
            (praise: praise, key: (praise.peopleCount, praise.last?.dayNumber ?? .min, -number))
        }.sorted { $0.key > $1.key }.map(\.praise)
    }
}
