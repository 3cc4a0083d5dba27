internal import Markup

/// How much of a person's name is written: all of it, or a part that may stand for somebody with a longer
/// name.
package struct PersonForm: Sendable {
    /// The degrees of fullness.
    ///
    /// Fuller names come first.
    package enum Fullness: Int, Comparable {
        /// `Dana Ruiz`
        case full
        /// `D. Ruiz` or `Dana R.`
        case withInitial
        /// `Dana` or `Ruiz`
        case oneWord
        /// `D.`
        case oneLetter
        /// `@dana`, or a mail address. It is never a part of another name.
        case address

        package static func < (a: Fullness, b: Fullness) -> Bool { a.rawValue < b.rawValue }
    }

    package let fullness: Fullness
    private let words: [Substring]

    /// The largest number of words at either end of a name that are compared.
    private static let mostParts = 6

    /// Finds out how much of a name is written.
    ///
    /// - Parameter key: the key of the name, as ``NameKey`` makes it.
    package init(_ key: String) {
        let isASCII = key.utf8.allSatisfy { $0 < 0x80 }
        words =
            isASCII ? key.utf8.split(separator: Byte.space).map { Substring($0) } : key.split(separator: " ")
        let (begins, ends) = (words.first.map(NameKey.isInitial), words.last.map(NameKey.isInitial))
        fullness =
            if key.utf8.contains(0x40) {
                .address
            } else if words.count < 2 {
                begins ?? false ? .oneLetter : .oneWord
            } else {
                begins ?? false || ends ?? false ? .withInitial : .full
            }
    }

    package var wordCount: Int { words.count }

    /// The keys that are looked up to find whom a name may mean, in the order in which they are tried.
    package var wanted: [String] {
        switch fullness {
        case .full: return [words.joined(separator: " ")]
        case .withInitial:
            let initials = words.prefix(while: NameKey.isInitial)
            let rest = words.dropFirst(initials.count)
            if rest.isEmpty { return [Self.both(words.first ?? "", words.last ?? "")] }
            if let initial = initials.first { return [Self.beginning(initial, rest)] }
            return [Self.ending(words.dropLast(), words.last ?? "")]
        case .oneWord:
            let word = words.first ?? ""
            return [String(word), Self.first(word), Self.last(word)]
        case .oneLetter: return [Self.letter(words.first ?? "")]
        case .address: return []
        }
    }

    /// The keys by which a name is found when less of it is written.
    package var offered: [String] {
        switch fullness {
        case .full:
            var offered: [String] = []
            let (first, last) = (words.first ?? "", words.last ?? "")
            for count in 1..<max(2, min(words.count, Self.mostParts)) {
                let (front, back) = (words.prefix(count), words.suffix(count))
                offered += [front.joined(separator: " "), back.joined(separator: " ")]
                offered += [Self.beginning(first, back), Self.ending(front, last)]
            }
            return offered + [Self.both(first, last), Self.letter(first)]
        case .withInitial:
            let initials = words.prefix(while: NameKey.isInitial)
            let rest = words.dropFirst(initials.count)
            if rest.isEmpty { return [] }
            if let initial = initials.first {
                return [rest.joined(separator: " "), Self.first(initial), Self.letter(initial)]
            }
            let front = words.dropLast()
            return [
                front.joined(separator: " "), Self.last(words.last ?? ""), Self.letter(words.first ?? ""),
            ]
        case .oneWord: return [Self.letter(words.first ?? "")]
        case .oneLetter, .address: return []
        }
    }

    // No word has a `|` at its end, so that keys of different forms are never the same.

    private static func beginning(_ word: Substring, _ rest: ArraySlice<Substring>) -> String {
        "\(word.prefix(1))|\(rest.joined(separator: " "))"
    }

    private static func ending(_ front: ArraySlice<Substring>, _ word: Substring) -> String {
        "\(front.joined(separator: " "))|\(word.prefix(1))|"
    }

    private static func both(_ first: Substring, _ last: Substring) -> String {
        "\(first.prefix(1))||\(last.prefix(1))"
    }

    /// Returns the key of a first name of which only the first letter is known.
    private static func first(_ word: Substring) -> String { "\(word.prefix(1))|||" }
    private static func last(_ word: Substring) -> String { "|||\(word.prefix(1))" }
    private static func letter(_ word: Substring) -> String { "|\(word.prefix(1))|" }
}
