/// What is gathered of the bullets that are nested in others, until all of those are known.
struct NestedBasket<Element: Sendable>: ~Copyable {
    private var elements = Basket<Element>()
    /// The bullet that each element is nested in, by its number.
    private var owners: [Int] = []
    /// Whether owners follow each other. Behind a bullet within a bullet the outer one may go on.
    private var isOrdered = true
    /// How many elements have been given away.
    private var given = 0

    mutating func append(_ element: consuming Element, to owner: Int) {
        if let last = owners.last, last > owner { isOrdered = false }
        elements.append(element)
        owners.append(owner)
    }

    /// Gives away what belongs to a bullet. Bullets are to be asked for in order, and all of them.
    mutating func list(of owner: Int, _ writer: inout ListWriter<Element>) -> StoredList<Element> {
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

    /// Puts the elements in the order of their owners, those of each as they are.
    private mutating func putInOrder() {
        let order = owners.indices.sorted { (owners[$0], $0) < (owners[$1], $1) }
        var ordered = Basket<Element>()
        for number in order { ordered.append(elements[number]) }
        elements = ordered
        owners.sort()
        isOrdered = true
    }
}
