extension String {
    /// The text in small letters.
    ///
    /// Names whose texts are equal in this form count as the same.
    ///
    /// Most names that are compared are in small letters already, and are returned unchanged.
    package var caseFolded: String {
        let isFolded = utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        return isFolded ? self : lowercased()
    }
}
