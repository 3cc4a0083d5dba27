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

    package mutating func wish(forMore word: String) { if !word.isEmpty { more.insert(Self.stem(word)) } }
    package mutating func wish(forLess word: String) { if !word.isEmpty { less.insert(Self.stem(word)) } }

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
    /// A word that says of another one that it is to be more so, or less so.
    private enum DegreeWord {
        case beyond, more, less, enough, necessary, than, comparative

        /// Returns nil for most words, so it looks at their bytes and makes no text of them.
        init?(_ word: ArraySlice<UInt8>) {
            func reads(_ text: StaticString) -> Bool {
                unsafe word.elementsEqual(
                    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
                ) {
                    $0.lowercased == $1
                }
            }
            switch word.count {
            case 2 where reads("so"), 3 where reads("too"), 6 where reads("overly"),
                11 where reads("excessively"):
                self = .beyond
            case 4 where reads("more"): self = .more
            case 4 where reads("less"): self = .less
            case 4 where reads("than"): self = .than
            case 4 where reads("need") || reads("must"): self = .necessary
            case 6 where reads("enough"): self = .enough
            case 5... where word.suffix(2).elementsEqual("er".utf8): self = .comparative
            default: return nil
            }
        }
    }

    /// Returns what some words of the text that was read last wish to be more so, and less so.
    package func degrees(of range: Range<Int>) -> Degrees {
        var degrees = Degrees()
        // A denial holds for the words after it in its clause.
        var isDenied = false
        for index in range {
            if words[index].boundary != .none { isDenied = false }
            if words[index].entry.isDenial { isDenied = true }
            guard let kind = DegreeWord(bytes(of: index)) else { continue }
            let next = range.contains(index + 1) ? word(index + 1) : nil
            switch kind {
            // "More about the parents than about the child" wishes for neither as such.
            case .than: return Degrees()
            case .necessary:
                if next == "not", range.contains(index + 2) { degrees.wish(forLess: word(index + 2)) }
            case .enough: if isDenied { degrees.wish(forMore: before(index, range)) }
            case _ where isDenied: break
            case .beyond:
                guard let next else { break }
                if !Self.amounts.contains(next) {
                    degrees.wish(forLess: next)
                } else if Self.tooMuch.contains(next) {
                    degrees.wish(forLess: before(index, range))
                }
            case .more, .less:
                // "Show more, explain less" is of what is done; "more confident" of how.
                let before = before(index, range)
                if before == "so" || before == "too" { break }
                for other in [before, next ?? ""] where !Self.amounts.contains(other) {
                    if kind == .more { degrees.wish(forMore: other) } else { degrees.wish(forLess: other) }
                }
            case .comparative: degrees.wish(forComparative: word(index))
            }
        }
        degrees.leaveOutBothWays()
        return degrees
    }

    private func before(_ index: Int, _ range: Range<Int>) -> String {
        range.contains(index - 1) ? word(index - 1) : ""
    }

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
