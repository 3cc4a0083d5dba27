internal import Markup

/// A text that shares one run of bytes with other texts.
///
/// The `String` is made when it is asked for.
///
/// A notebook has a million texts, and a report shows only a few of them.
@propertyWrapper
public struct StoredText: Sendable {
    @usableFromInline let store: TextStore
    @usableFromInline let start: UInt32
    @usableFromInline let count: UInt32

    fileprivate init(_ store: TextStore, start: Int, count: Int) {
        self.store = store
        self.start = UInt32(truncatingIfNeeded: start)
        self.count = UInt32(truncatingIfNeeded: count)
    }

    /// Makes a text that has memory of its own.
    package init(_ text: String) {
        self = text.withBytes { StoredText($0) }
    }

    /// Makes a text that has memory of its own, byte for byte.
    package init(_ bytes: Span<UInt8>) {
        let store = TextStore(capacity: bytes.count)
        store.put(bytes, at: 0)
        self.init(store, start: 0, count: bytes.count)
    }

    /// The text.
    ///
    /// Bytes that are not UTF-8 read as U+FFFD.
    public var wrappedValue: String {
        get { withBytes { $0.text } }
        set { self = StoredText(newValue) }
    }

    /// The stored text itself, which gives access to the bytes.
    public var projectedValue: StoredText {
        get { self }
        set { self = newValue }
    }

    @inlinable package var isEmpty: Bool { count == 0 }

    /// Returns what a closure makes of the bytes.
    @inlinable package func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        store.withBytes(Int(start), Int(count), body)
    }
}

extension StoredText: Equatable {
    /// Returns whether two texts have the same bytes.
    public static func == (a: StoredText, b: StoredText) -> Bool {
        a.withBytes { a in b.withBytes { a.isSame(as: $0) } }
    }
}

/// Memory that texts share.
///
/// Bytes that have been handed out never change.
@safe @usableFromInline
final class TextStore: Sendable {
    /// The bytes.
    ///
    /// Only the writer writes here, after the bytes that it has handed out.
    @usableFromInline nonisolated(unsafe) let start: UnsafeMutablePointer<UInt8>
    /// The size in bytes.
    let capacity: Int

    init(capacity: Int) {
        unsafe start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        unsafe start.deallocate()
    }

    @inlinable func withBytes<Result>(_ offset: Int, _ count: Int, _ body: (Span<UInt8>) -> Result) -> Result
    {
        unsafe body(UnsafeBufferPointer(start: start + offset, count: count).span)
    }

    func put(_ bytes: Span<UInt8>, at offset: Int) {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let first = bytes.baseAddress else { return }
            unsafe (start + offset).initialize(from: first, count: bytes.count)
        }
    }
}

/// Writes texts into stores, one after another.
package struct TextWriter: ~Copyable {
    private var store: TextStore?
    private var used = 0

    /// The size of the first store, in bytes.
    ///
    /// It fits the texts of one note, because often there is only one; later stores are larger.
    private static let smallest = 1024
    private static let largest = 64 * 1024

    package mutating func write(_ bytes: Span<UInt8>) -> StoredText {
        if let store, bytes.count <= store.capacity - used { return write(bytes, into: store) }
        let next = min(max((store?.capacity ?? 0) * 2, Self.smallest), Self.largest)
        let new = TextStore(capacity: max(next, bytes.count))
        store = new
        used = 0
        return write(bytes, into: new)
    }

    private mutating func write(_ bytes: Span<UInt8>, into store: TextStore) -> StoredText {
        store.put(bytes, at: used)
        defer { used += bytes.count }
        return StoredText(store, start: used, count: bytes.count)
    }
}
