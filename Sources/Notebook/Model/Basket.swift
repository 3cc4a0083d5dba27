/// What is gathered until it is given away as lists, in memory that is used again for the next ones.
@safe
struct Basket<Element>: ~Copyable {
    private var elements: UnsafeMutablePointer<Element>
    private var capacity = 8
    // What has been given away stands in front of `first`.
    private var first = 0
    private var end = 0

    init() {
        unsafe elements = .allocate(capacity: capacity)
    }

    deinit {
        unsafe (elements + first).deinitialize(count: end - first)
        unsafe elements.deallocate()
    }

    var count: Int { end - first }

    subscript(number: Int) -> Element {
        _read {
            precondition(number >= 0 && number < count)
            yield unsafe elements[first + number]
        }
        _modify {
            precondition(number >= 0 && number < count)
            yield unsafe &elements[first + number]
        }
    }

    mutating func append(_ element: consuming Element) {
        if end == capacity { enlarge() }
        unsafe (elements + end).initialize(to: element)
        end += 1
    }

    private mutating func enlarge() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        unsafe (larger + first).moveInitialize(from: elements + first, count: count)
        unsafe elements.deallocate()
        unsafe elements = larger
        capacity *= 2
    }

    /// Gives the first elements away, as many as fit, into memory that has none yet.
    mutating func move(to target: UnsafeMutableBufferPointer<Element>) {
        precondition(target.count <= count)
        unsafe target.baseAddress?.moveInitialize(from: elements + first, count: target.count)
        first += target.count
        if first == end { (first, end) = (0, 0) }
    }
}
