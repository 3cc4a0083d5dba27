internal import Markup

/// The words of a heading, without what people dress them in.
///
/// It loses emoji, numbering, marks, links' brackets, what stands in round brackets, punctuation, and in front `the`,
/// `my` and the like, or a name with `'s`.
struct HeadingWords {
    /// The words as they are written; a comma, a slash or an `&` that stands between words is a word of its own.
    let words: ArraySlice<String>
    /// The words in small letters, without commas and the like.
    let small: [String]
    /// The name in front that had an `'s`, as it is written.
    let owner: String?
    /// Whether `my` stood in front.
    let isMine: Bool

    init(_ text: Span<UInt8>) {
        self.init(text.text)
    }

    init(_ text: String) {
        var words = Self.split(Self.undressed(text))[...]
        Self.dropNumbering(&words)
        var isMine = false
        while let first = words.first, words.count > 1, Self.possessives.contains(first.lowercased()) {
            isMine = isMine || first.lowercased() == "my"
            words.removeFirst()
        }
        owner = Self.takeOwner(&words)
        self.words = words
        self.isMine = isMine
        small = words.filter { !Self.isSeparator($0) }.map { $0.lowercased() }
    }

    private static let possessives: Set<String> = ["the", "my", "our", "their", "your", "his", "her"]

    private static func isSeparator(_ word: String) -> Bool { word == "," || word == "/" || word == "&" }

    /// The words up to the first comma, and those after it.
    var atComma: (before: ArraySlice<String>, after: ArraySlice<String>) {
        let comma = words.firstIndex(of: ",") ?? words.endIndex
        return (words[..<comma], words[comma...].dropFirst())
    }

    /// The words in small letters in parts: what stands between commas, slashes, `&` and `and`.
    var parts: [[String]] {
        words.split { Self.isSeparator($0) || $0.lowercased() == "and" }
            .map { $0.map { $0.lowercased() } }
    }

    // MARK: Undressing

    /// The text without marks, emoji, links' targets and what stands in round brackets.
    private static func undressed(_ text: String) -> String.UnicodeScalarView {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            switch scalar {
            case "[" where rest.dropFirst().first == "[":
                rest = skipWikiTarget(rest.dropFirst(2))
                continue
            case "(":
                guard let close = rest.firstIndex(of: ")") else { break }
                rest = rest[close...].dropFirst()
                result.append(" ")
                continue
            case "\u{2019}", "\u{2018}": result.append("'")
            case "*", "`", "=", "~", "[", "]", "\u{FE0F}", "\u{200D}", "\u{20E3}": break
            case let scalar where isEmoji(scalar): result.append(" ")
            default: result.append(scalar)
            }
            rest.removeFirst()
        }
        return result
    }

    /// What follows `[[`, without the target where another text is to be shown.
    private static func skipWikiTarget(_ rest: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        guard let close = rest.firstIndex(of: "]") else { return rest }
        guard let bar = rest[..<close].firstIndex(of: "|") else {
            let slash = rest[..<close].lastIndex(of: "/")
            return slash.map { rest[$0...].dropFirst() } ?? rest
        }
        return rest[bar...].dropFirst()
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0xFF && (scalar.properties.isEmoji || scalar.properties.isEmojiModifier)
    }

    private static func split(_ text: String.UnicodeScalarView) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func isWithinWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
        func finish() {
            while let last = word.last, !isWithinWord(last) { word.removeLast() }
            if !word.isEmpty { words.append(String(word)) }
            word.removeAll()
        }
        for (scalar, next) in zip(text, Array(text.dropFirst()) + [" "]) {
            if isWithinWord(scalar) {
                word.append(scalar)
            } else if !word.isEmpty, isWithinWord(next), "'-&._".unicodeScalars.contains(scalar) {
                word.append(scalar)
            } else {
                finish()
                if scalar == "," || scalar == "/" || scalar == "&" { words.append(String(scalar)) }
                if scalar == ")" || scalar == "." || scalar == ":", let last = words.last, isNumber(last) {
                    words[words.count - 1] = last + "."
                }
            }
        }
        finish()
        return words
    }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0.isDigit || $0 == .ascii(".") }
    }

    /// Drops `3.`, `3)` or `1.2` in front.
    private static func dropNumbering(_ words: inout ArraySlice<String>) {
        guard let first = words.first, words.count > 1, isNumber(first), first.utf8.contains(.ascii("."))
        else { return }
        words.removeFirst()
    }

    /// Takes a name with `'s` from the front: `Dana Ruiz's`.
    private static func takeOwner(_ words: inout ArraySlice<String>) -> String? {
        for (number, word) in words.prefix(4).enumerated() {
            guard word.startsWithCapital else { return nil }
            guard word.hasSuffix("'s") else { continue }
            if words.count == number + 1 || contractions.contains(word.lowercased()) { return nil }
            let name = (words.prefix(number) + [String(word.dropLast(2))]).joined(separator: " ")
            words.removeFirst(number + 1)
            return name
        }
        return nil
    }

    private static let contractions: Set<String> = [
        "what's", "it's", "that's", "here's", "there's", "how's", "who's", "let's", "where's", "she's",
        "he's",
    ]
}

extension String {
    /// Whether the first letter is a capital one, or of a script that has no small ones.
    var startsWithCapital: Bool {
        guard let first = unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return !first.properties.isLowercase
    }
}
