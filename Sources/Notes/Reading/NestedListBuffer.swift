/// Elements of bullets that are nested in other bullets.
///
/// They are gathered until all of the outer bullets are known.
package struct NestedListBuffer<Element: Sendable>: ~Copyable {
    private var elements = ListBuffer<Element>()
    /// The index of the bullet that each element is nested in.
    private var owners: [Int] = []
    /// Whether the owners are in ascending order.
    ///
    /// They are not if an outer bullet goes on after a bullet within it.
    private var isOrdered = true
    /// How many elements have been given away.
    private var given = 0

    package mutating func append(_ element: consuming Element, to owner: Int) {
        if let last = owners.last, last > owner { isOrdered = false }
        elements.append(element)
        owners.append(owner)
    }

    /// Gives away the elements of a bullet.
    ///
    /// All bullets must be asked for, in order.
    package mutating func list(of owner: Int, _ writer: inout ListWriter<Element>) -> StoredList<Element> {
        if owners.isEmpty { return StoredList() }
        if !isOrdered { putInOrder() }
        var end = given
        while end < owners.count, owners[end] == owner { end += 1 }
        defer {
            given = end
            if end == owners.count {
                owners.removeAll(keepingCapacity: true)
                given = 0
            }
        }
        return writer.write(&elements, end - given)
    }

    /// Puts the elements in the order of their owners.
    ///
    /// The elements of one owner keep their order.
    private mutating func putInOrder() {
        let order = owners.indices.sorted { (owners[$0], $0) < (owners[$1], $1) }
        var ordered = ListBuffer<Element>()
        for number in order { ordered.append(elements[number]) }
        elements = ordered
        owners.sort()
        isOrdered = true
    }
}
