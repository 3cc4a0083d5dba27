internal import Markup

/// What a text wishes to be more so, and less so: words of any kind, as in "be firmer" and "you were too firm".
///
/// The pairs of opposites in the lexicon join different words. These join a word with itself.
package struct Degrees: Sendable, Hashable {
    /// The stems of what is to be more.
    package private(set) var more: Set<String> = []
    /// The stems of what is to be less.
    package private(set) var less: Set<String> = []

    package var isEmpty: Bool { more.isEmpty && less.isEmpty }

    package mutating func wish(forMore word: String) { more.insert(Self.stem(word)) }
    package mutating func wish(forLess word: String) { less.insert(Self.stem(word)) }

    /// Wishes for more of what a comparative compares: `firmer` may be of `firm` or of `firme`.
    package mutating func wish(forComparative word: String) {
        guard word.count > 4, word.hasSuffix("er") else { return }
        let base = String(word.dropLast(2))
        var bases = [base, base + "e"]
        if base.hasSuffix("i") { bases.append(base.dropLast() + "y") }
        if let last = base.last, base.dropLast().last == last { bases.append(String(base.dropLast())) }
        for base in bases { wish(forMore: base) }
    }

    /// Adds what another text wishes.
    package mutating func formUnion(_ other: Self) {
        if other.isEmpty { return }
        more.formUnion(other.more)
        less.formUnion(other.less)
    }

    /// Leaves out what the text wishes to be both.
    package mutating func leaveOutBothWays() {
        let both = more.intersection(less)
        if both.isEmpty { return }
        more.subtract(both)
        less.subtract(both)
    }

    /// Returns whether one of two texts wishes to be more so what the other wishes to be less so.
    package func areOpposite(to other: Self) -> Bool {
        !more.isDisjoint(with: other.less) || !less.isDisjoint(with: other.more)
    }

    private static func stem(_ word: String) -> String {
        String(decoding: Stem.of(Array(word.utf8)), as: UTF8.self)
    }
}

extension TopicFinder {
    /// Returns what some words of the text that was read last wish to be more so, and less so.
    package func degrees(of range: Range<Int>) -> Degrees {
        var degrees = Degrees()
        // "More about the parents than about the child" wishes for neither as such.
        if range.contains(where: { word($0) == "than" }) { return degrees }
        // A denial is of what stands behind it in its clause.
        var isDenied = false
        for index in range {
            let word = word(index)
            if words[index].boundary != .none { isDenied = false }
            let next = range.contains(index + 1) ? self.word(index + 1) : nil
            // "You need not quote the law", "not firm enough".
            if word == "need" || word == "must", next == "not", range.contains(index + 2) {
                degrees.wish(forLess: self.word(index + 2))
            }
            if words[index].entry.isDenial { isDenied = true }
            if isDenied {
                if word == "enough", range.contains(index - 1) {
                    degrees.wish(forMore: self.word(index - 1))
                }
                continue
            }
            if Self.beyond.contains(word), let next, !Self.amounts.contains(next) {
                degrees.wish(forLess: next)
            } else if Self.beyond.contains(word), next.map(Self.tooMuch.contains) ?? false,
                range.contains(index - 1)
            {
                degrees.wish(forLess: self.word(index - 1))
            } else if word == "more" || word == "less", !Self.beyond.contains(before(index, range)) {
                let isMore = word == "more"
                // "Show more, explain less" is of what is done; "more confident" of how.
                for other in [before(index, range), next].compactMap(\.self)
                where !Self.amounts.contains(other) {
                    if isMore { degrees.wish(forMore: other) } else { degrees.wish(forLess: other) }
                }
            } else {
                degrees.wish(forComparative: word)
            }
        }
        if let first = range.first, words[first].entry.isAdvice, !forbids(range) {
            let next = range.contains(first + 1) ? word(first + 1) : ""
            if next != "more", next != "less", word(first) != "be" { degrees.wish(forMore: word(first)) }
        }
        degrees.leaveOutBothWays()
        return degrees
    }

    private func before(_ index: Int, _ range: Range<Int>) -> String {
        range.contains(index - 1) ? word(index - 1) : ""
    }

    private static let beyond: Set<String> = ["too", "so", "overly", "excessively"]
    /// Words that say how much, and not what.
    private static let amounts: Set<String> = [
        "", "much", "many", "often", "hard", "long", "little", "few", "more", "less", "a", "an", "the", "bit",
        "be",
        "and", "or", "of", "to", "in", "is", "was", "i", "we", "you", "it", "that", "than", "some", "even",
        "far",
        "with", "on", "about", "your", "our", "my", "their", "no", "not", "would", "could", "should", "have",
        "want",
        "need", "give", "us", "me", "like", "once",
    ]
    private static let tooMuch: Set<String> = ["much", "often", "hard", "long"]
}
