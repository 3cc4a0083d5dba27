/// The topics that have several names: which name stands for which topic.
public struct TopicAliases: Sendable {
    /// The name to use, by each other name in small letters.
    private var topics: [String: String] = [:]
    /// The name to use for each topic that has other names, by the topic's key.
    private var names: [String: String] = [:]
    /// The length of the longest other name, in bytes.
    private var longest = 0

    /// Why a name cannot stand for a topic.
    package enum Problem: Error {
        /// One of the names already stands for another topic.
        case taken(by: String)
    }

    package var isEmpty: Bool { topics.isEmpty }

    /// Makes a name stand for a topic.
    package mutating func add(_ alias: String, for topic: String) throws(Problem) {
        let (alias, key) = (alias.lowercased(), topic.lowercased())
        if let other = topics[alias], other.lowercased() != key { throw .taken(by: other) }
        if let other = topics[key] { throw .taken(by: other) }
        if let other = names[alias] { throw .taken(by: other) }
        topics[alias] = topic
        longest = max(longest, alias.utf8.count)
        names[key] = topic
    }

    /// Returns the topic that a name stands for.
    ///
    /// The topic keeps the spelling of the name.
    package func topic(named name: String) -> Topic {
        if topics.isEmpty { return Topic(name) }
        let key = name.lowercased()
        var parent = key[...]
        while true {
            if parent.utf8.count <= longest, let topic = topics[String(parent)] {
                return Topic(name, key: topic.lowercased() + key[parent.endIndex...])
            }
            guard let slash = parent.lastIndex(of: "/") else { return Topic(name) }
            parent = parent[..<slash]
        }
    }

    /// Returns a topic with the name to use for it, if the topic has several names.
    package func canonical(_ topic: Topic) -> Topic {
        if topics.isEmpty { return topic }
        if let name = names[topic.key] { return Topic(name) }
        return topic.key == topic.name.lowercased() ? topic : Topic(topic.key)
    }
}
