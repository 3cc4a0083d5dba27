/// What a bullet is about: `#structure`, or nested `#delivery/pace`.
///
/// Two topics are the same whatever their case, and where a notebook declares them to be. Each keeps the
/// spelling that it was first written in.
public struct Topic: Hashable, Sendable, CustomStringConvertible {
    /// As written, without the `#`.
    public let name: String
    /// What makes it the same as another.
    public let key: String

    public init(_ name: String) {
        self.init(name, key: name.caseFolded)
    }

    /// - Parameter key: that of the topic which the name stands for.
    init(_ name: String, key: String) {
        self.name = name
        self.key = key
    }

    public static func == (a: Topic, b: Topic) -> Bool { a.key == b.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    public var description: String { name }

    /// Whether this topic is the other one, or nested in it: `delivery/pace` is within `delivery`.
    public func isWithin(_ other: Topic) -> Bool {
        self == other || key.hasPrefix(other.key + "/")
    }
}
