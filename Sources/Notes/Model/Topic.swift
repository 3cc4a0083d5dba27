/// What a bullet is about: `#structure`, or nested `#delivery/pace`.
///
/// Two topics are the same if they differ only in case, or if the notebook declares them to be the same. Each
/// keeps the spelling that was written first.
public struct Topic: Hashable, Sendable, CustomStringConvertible {
    /// The name as written, without the `#`.
    public let name: String
    /// The key.
    ///
    /// Two topics with equal keys are the same.
    public let key: String

    /// Makes a topic by its name, without the `#`.
    public init(_ name: String) {
        self.init(name, key: name.caseFolded)
    }

    /// Makes a topic with a name that stands for another topic.
    ///
    /// - Parameters:
    ///   - name: the name as written.
    ///   - key: the key of the topic that the name stands for.
    package init(_ name: String, key: String) {
        self.name = name
        self.key = key
    }

    /// Returns whether two topics have the same key.
    public static func == (a: Topic, b: Topic) -> Bool { a.key == b.key }

    /// Hashes the key alone, because equal topics have equal keys.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// The name as written, without the `#`.
    public var description: String { name }

    /// The topics that this one is nested in, the nearest first: `delivery` for `delivery/pace`.
    package var outer: [Topic] {
        guard key.utf8.contains(UInt8(ascii: "/")) else { return [] }
        let parts = key.split(separator: "/")
        return (1..<max(parts.count, 1)).reversed().map { Topic(parts[..<$0].joined(separator: "/")) }
    }

    /// Returns whether this topic is the other one or nested in it: `delivery/pace` is within `delivery`.
    public func isWithin(_ other: Topic) -> Bool {
        self == other || key.hasPrefix(other.key + "/")
    }
}
