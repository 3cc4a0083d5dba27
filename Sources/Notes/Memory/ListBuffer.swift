/// Elements that are gathered until they are given away as lists.
///
/// The memory is reused for the next elements.
@safe
package struct ListBuffer<Element>: ~Copyable {
    private var elements: UnsafeMutablePointer<Element>
    private var capacity = 8
    // The elements before `first` have been given away.
    private var first = 0
    private var end = 0

    package init() {
        unsafe elements = .allocate(capacity: capacity)
    }

    deinit {
        unsafe (elements + first).deinitialize(count: end - first)
        unsafe elements.deallocate()
    }

    package var count: Int { end - first }

    package subscript(number: Int) -> Element {
        _read {
            precondition(number >= 0 && number < count)
            yield unsafe elements[first + number]
        }
        _modify {
            precondition(number >= 0 && number < count)
            yield unsafe &elements[first + number]
        }
    }

    package mutating func append(_ element: consuming Element) {
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

    /// Moves the first elements into uninitialized memory, as many as fill it.
    package mutating func move(to target: UnsafeMutableBufferPointer<Element>) {
        precondition(target.count <= count)
        unsafe target.baseAddress?.moveInitialize(from: elements + first, count: target.count)
        first += target.count
        if first == end { (first, end) = (0, 0) }
    }
}
