extension RandomAccessCollection {
    /// The index after the elements at the beginning for which something holds, in a collection in which it holds for
    /// no element after those. It looks at a few of them only.
    package func endOfPrefix(where holds: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if holds(self[middle]) {
                low = index(after: middle)
                count -= half + 1
            } else {
                count = half
            }
        }
        return low
    }
}
