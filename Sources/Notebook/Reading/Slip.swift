internal import Markup

/// How people miss a word when they type it.
enum Slip {
    /// Whether a word is another but for one letter too many, too few or wrong, or two swapped. Both in small letters.
    static func isOne(_ a: [UInt8], from b: [UInt8]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        let prefix = zip(a, b).prefix { $0 == $1 }.count
        let suffix = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        if a.count == b.count {
            let differing = a.count - prefix - suffix
            let isSwap =
                differing == 2 && a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix]
            return differing == 1 || isSwap
        }
        return prefix + suffix >= min(a.count, b.count)
    }
}
