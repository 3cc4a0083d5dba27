/// What has been seen, to list each once.
struct Seen<Element: Hashable> {
    // Most lists have one element or two; the set is for those that have thousands.
    private var first: Element?
    private var few: [Element] = []
    private var many: Set<Element> = []

    init(_ elements: [Element] = []) {
        for element in elements { _ = insert(element) }
    }

    /// Whether an element has not been seen before; from now on it has.
    mutating func insert(_ element: Element) -> Bool {
        guard let first else {
            first = element
            return true
        }
        if few.count < 8 {
            if first == element || few.contains(element) { return false }
            few.append(element)
            return true
        }
        if many.isEmpty { many = Set(few + [first]) }
        return many.insert(element).inserted
    }
}
