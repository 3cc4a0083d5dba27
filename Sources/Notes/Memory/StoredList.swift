/// A list that shares one run of memory with other lists.
///
/// A notebook has a million short lists. Separate arrays would take more memory than their contents do. A
/// list that is changed gets its own memory.
public struct StoredList<Element: Sendable>: Sendable {
    @usableFromInline var store: ListStore<Element>?
    @usableFromInline var start: UInt32
    @usableFromInline var length: UInt32

    fileprivate init(_ store: ListStore<Element>, start: Int, count: Int) {
        self.store = store
        self.start = UInt32(truncatingIfNeeded: start)
        length = UInt32(truncatingIfNeeded: count)
    }

    /// Makes an empty list.
    public init() {
        (store, start, length) = (nil, 0, 0)
    }

    /// Makes a list that has memory of its own.
    public init(_ elements: some Sequence<Element>) {
        var buffer = ListBuffer<Element>()
        for element in elements { buffer.append(element) }
        var writer = ListWriter<Element>()
        self = writer.write(&buffer, buffer.count)
    }
}

// A list neither inserts nor removes elements, because each such step would copy the whole list.
extension StoredList: RandomAccessCollection, MutableCollection {
    /// The index of the first element, 0.
    @inlinable public var startIndex: Int { 0 }
    /// The number of elements, which is the index after the last one.
    @inlinable public var endIndex: Int { Int(length) }

    /// The element at an index.
    ///
    /// Reading does not copy the element. Changing it gives the list memory of its own, unless it has that
    /// already.
    @inlinable public subscript(number: Int) -> Element {
        // The element is accessed by its address. The list is kept alive meanwhile, and its memory with it.
        // If each access retained the memory, cores would wait for each other.
        _read {
            defer { extendLifetime(self) }
            yield unsafe address(of: number).pointee
        }
        _modify {
            makeOwn()
            defer { extendLifetime(self) }
            yield unsafe &address(of: number).pointee
        }
    }

    @inlinable func address(of number: Int) -> UnsafeMutablePointer<Element> {
        // As with an array, nothing could be returned in place of a missing element.
        guard let store, number >= 0, number < Int(length) else { preconditionFailure("no such element") }
        return unsafe store.elements + Int(start) + number
    }

    /// Moves the list to memory of its own, unless it is the only list in its memory.
    @usableFromInline mutating func makeOwn() {
        if isKnownUniquelyReferenced(&store), unsafe store?.count == count { return }
        self = StoredList(self)
    }
}

extension StoredList: ExpressibleByArrayLiteral {
    /// Makes a list from a literal.
    public init(arrayLiteral elements: Element...) {
        if elements.isEmpty { self.init() } else { self.init(elements) }
    }
}

extension StoredList: Equatable where Element: Equatable {
    /// Returns whether two lists have equal elements in the same order.
    public static func == (a: StoredList, b: StoredList) -> Bool { a.elementsEqual(b) }
}

/// Memory that lists share.
///
/// Elements that have been handed out change only if a single list has all of the memory.
@safe @usableFromInline
final class ListStore<Element: Sendable>: Sendable {
    /// The elements.
    ///
    /// The writer adds new ones after those that it has handed out. A list writes here only if it is the only
    /// one.
    @usableFromInline nonisolated(unsafe) let elements: UnsafeMutablePointer<Element>
    nonisolated(unsafe) private(set) var count = 0
    let capacity: Int

    init(capacity: Int) {
        unsafe elements = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        unsafe elements.deinitialize(count: count)
        unsafe elements.deallocate()
    }

    /// Moves the first elements of a buffer to the end of the store.
    func move(_ taken: Int, from buffer: inout ListBuffer<Element>) {
        unsafe buffer.move(to: UnsafeMutableBufferPointer(start: elements + count, count: taken))
        unsafe count += taken
    }
}

/// Writes lists into stores, one after another.
package struct ListWriter<Element: Sendable>: ~Copyable {
    private var store: ListStore<Element>?

    /// The capacity of the largest store, in elements.
    ///
    /// The first store is as large as one list, because often there is only one; later ones are larger.
    private static var largest: Int { 1024 }

    /// Returns a list of the first elements of a buffer, which gives them away.
    package mutating func write(_ buffer: inout ListBuffer<Element>, _ count: Int) -> StoredList<Element> {
        if count == 0 { return StoredList() }
        let store = store(for: count)
        defer { store.move(count, from: &buffer) }
        return unsafe StoredList(store, start: store.count, count: count)
    }

    private mutating func store(for count: Int) -> ListStore<Element> {
        if let store, unsafe store.count + count <= store.capacity { return store }
        let next = min((store?.capacity ?? 0) * 2, Self.largest)
        let new = ListStore<Element>(capacity: max(next, count))
        store = new
        return new
    }
}
