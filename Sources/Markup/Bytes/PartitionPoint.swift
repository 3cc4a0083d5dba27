extension RandomAccessCollection {
    /// Returns the index of the first element for which a predicate holds, or `endIndex` if it holds for
    /// none.
    ///
    /// If the predicate holds for an element, it must hold for all elements after that one.
    @inlinable
    package func partitionPoint(where predicate: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if predicate(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
