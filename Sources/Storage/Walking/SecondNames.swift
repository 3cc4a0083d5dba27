extension FileReader {
    /// Returns the files that are second names of others, by number, with the number of the other.
    ///
    /// A file's first name is one that is not a symbolic link if there is any, and otherwise the first in
    /// order.
    static func secondNames(
        _ count: Int, _ file: (Int) -> (identity: Identity?, isSymbolicLink: Bool)
    ) -> [Int: Int] {
        var kept: [Identity: Int] = [:]
        for number in 0..<count {
            let (identity, isSymbolicLink) = file(number)
            guard let identity else { continue }
            if let earlier = kept[identity], !file(earlier).isSymbolicLink || isSymbolicLink { continue }
            kept[identity] = number
        }
        if kept.isEmpty { return [:] }
        var second: [Int: Int] = [:]
        for number in 0..<count {
            if let identity = file(number).identity, let first = kept[identity], first != number {
                second[number] = first
            }
        }
        return second
    }
}
