/// Topics that go by several names: which name stands for which topic.
public struct TopicAliases: Sendable {
    /// The topic as it is to be called, by each other name in small letters.
    private var topics: [String: String] = [:]
    /// How a topic is to be called, by its key.
    private var names: [String: String] = [:]

    /// Why two names cannot be made one.
    enum Problem: Error {
        /// The name stands for another topic already.
        case taken(by: String)
    }

    var isEmpty: Bool { topics.isEmpty }

    /// Makes a name stand for a topic.
    mutating func add(_ alias: String, for topic: String) throws(Problem) {
        let (alias, key) = (alias.lowercased(), topic.lowercased())
        if let other = topics[alias], other.lowercased() != key { throw .taken(by: other) }
        if let other = topics[key] { throw .taken(by: other) }
        if let other = names[alias] { throw .taken(by: other) }
        topics[alias] = topic
        names[key] = topic
    }

    /// The topic that a name stands for, in the spelling of the name.
    func topic(named name: String) -> Topic {
        if topics.isEmpty { return Topic(name) }
        let key = name.lowercased()
        var parent = key[...]
        while true {
            if let topic = topics[String(parent)] {
                return Topic(name, key: topic.lowercased() + key[parent.endIndex...])
            }
            guard let slash = parent.lastIndex(of: "/") else { return Topic(name) }
            parent = parent[..<slash]
        }
    }

    /// A topic as it is to be called where it is one of several names.
    func canonical(_ topic: Topic) -> Topic {
        if topics.isEmpty { return topic }
        if let name = names[topic.key] { return Topic(name) }
        return topic.key == topic.name.lowercased() ? topic : Topic(topic.key)
    }
}
