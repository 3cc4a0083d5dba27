/// The elements that have been seen so far, so that each is listed once.
package struct SeenSet<Element: Hashable> {
    // Most lists have one or two elements. The set is for lists with thousands.
    private var first: Element?
    private var few: [Element] = []
    private var many: Set<Element> = []

    package init(_ elements: [Element] = []) {
        for element in elements { _ = insert(element) }
    }

    /// Adds an element.
    ///
    /// Returns whether it had not been seen before.
    package mutating func insert(_ element: Element) -> Bool {
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
