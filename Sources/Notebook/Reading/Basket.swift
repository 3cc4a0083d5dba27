/// What is gathered until it is given away as an array, in memory that is used again for the next one.
///
/// The array takes no more memory than its elements, and none of them is copied.
@safe
struct Basket<Element>: ~Copyable {
    private var start: UnsafeMutablePointer<Element>
    private var capacity = 8
    private(set) var count = 0

    init() {
        unsafe start = .allocate(capacity: capacity)
    }

    deinit {
        unsafe start.deinitialize(count: count)
        unsafe start.deallocate()
    }

    var isEmpty: Bool { count == 0 }

    subscript(number: Int) -> Element {
        _read {
            precondition(number >= 0 && number < count)
            yield unsafe start[number]
        }
        _modify {
            precondition(number >= 0 && number < count)
            yield unsafe &start[number]
        }
    }

    mutating func append(_ element: consuming Element) {
        if count == capacity { enlarge() }
        unsafe (start + count).initialize(to: element)
        count += 1
    }

    private mutating func enlarge() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        unsafe larger.moveInitialize(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = larger
        capacity *= 2
    }

    /// Gives all away, and is empty then.
    mutating func takeAll() -> [Element] {
        if count == 0 { return [] }
        defer { count = 0 }
        return unsafe Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe buffer.baseAddress?.moveInitialize(from: start, count: count)
            initialized = count
        }
    }
}
