/// A list that lies among others in one run of memory.
///
/// A notebook has a million short lists. As arrays, each by itself, they would take more memory than what is in
/// them. One that is changed gets memory of its own.
public struct StoredList<Element: Sendable>: Sendable {
    private var store: ListStore<Element>?
    private var start: UInt32
    private var length: UInt32

    fileprivate init(_ store: ListStore<Element>, start: Int, count: Int) {
        self.store = store
        self.start = UInt32(truncatingIfNeeded: start)
        length = UInt32(truncatingIfNeeded: count)
    }

    /// An empty list.
    public init() {
        (store, start, length) = (nil, 0, 0)
    }

    /// A list that lies by itself.
    public init(_ elements: some Sequence<Element>) {
        var basket = Basket<Element>()
        for element in elements { basket.append(element) }
        var writer = ListWriter<Element>()
        self = writer.write(&basket, basket.count)
    }
}

// It takes nothing in and gives nothing up: to do so one by one would copy all of it each time.
extension StoredList: RandomAccessCollection, MutableCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { Int(length) }

    public subscript(number: Int) -> Element {
        // By its address, while the list is there, and with it the memory. Where each held on to that by itself,
        // cores would wait for each other.
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

    private func address(of number: Int) -> UnsafeMutablePointer<Element> {
        // As of an array, there is no other element to give in its place.
        guard let store, number >= 0, number < Int(length) else { preconditionFailure("no such element") }
        return unsafe store.elements + Int(start) + number
    }

    /// Takes memory of its own, unless nobody else has any of it.
    private mutating func makeOwn() {
        if isKnownUniquelyReferenced(&store), unsafe store?.count == count { return }
        self = StoredList(self)
    }
}

extension StoredList: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Element...) {
        if elements.isEmpty { self.init() } else { self.init(elements) }
    }
}

extension StoredList: Equatable where Element: Equatable {
    public static func == (a: StoredList, b: StoredList) -> Bool { a.elementsEqual(b) }
}

/// Memory that lists lie in. What has been handed out of it changes only where one list has all of it.
@safe
private final class ListStore<Element: Sendable>: Sendable {
    /// The writer writes here, behind all that it has handed out, or the one list that there is.
    nonisolated(unsafe) let elements: UnsafeMutablePointer<Element>
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

    /// Moves the first elements of a basket behind all others.
    func take(_ taken: Int, from basket: inout Basket<Element>) {
        unsafe basket.move(to: UnsafeMutableBufferPointer(start: elements + count, count: taken))
        unsafe count += taken
    }
}

/// Puts lists into stores, one after another.
struct ListWriter<Element: Sendable>: ~Copyable {
    private var store: ListStore<Element>?

    /// In elements. Stores begin as large as one list, for often there is one alone, and grow from there.
    private static var largest: Int { 1024 }

    /// Makes a list of the first elements of a basket.
    mutating func write(_ basket: inout Basket<Element>, _ count: Int) -> StoredList<Element> {
        if count == 0 { return StoredList() }
        let store = store(for: count)
        defer { store.take(count, from: &basket) }
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
