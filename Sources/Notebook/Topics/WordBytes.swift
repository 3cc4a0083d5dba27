internal import Markup

/// The bytes of a word, to look it up by: hashed all at once, where an array hashes each by itself.
struct WordBytes: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func == (a: Self, b: Self) -> Bool { a.bytes.isSame(as: b.bytes) }

    func hash(into hasher: inout Hasher) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}
