extension String {
    /// The text in small letters, by which names are the same whatever their case.
    ///
    /// Most names that are compared have small letters alone, so that they are their own.
    var caseFolded: String {
        let isFolded = utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        return isFolded ? self : lowercased()
    }
}
