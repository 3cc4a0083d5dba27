extension FileReader {
    /// The files that are others under one more name, by number, and the number of the other: of the names that a
    /// file has its own in the notebook where there is one, else the first.
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
