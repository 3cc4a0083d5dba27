internal import Markup

/// The bytes of a word as the key of a dictionary. They are hashed all at once, unlike an array's elements, which
/// are hashed one by one.
struct WordBytes: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func == (a: Self, b: Self) -> Bool { a.bytes.isSame(as: b.bytes) }

    func hash(into hasher: inout Hasher) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}
