internal import Markup

/// The words of a heading, without decoration.
///
/// Emoji, numbering, marks, the brackets of links, what stands in round brackets, and punctuation are
/// dropped. At the beginning, `the`, `my` and similar words are dropped, and so is a name with `'s`.
package struct HeadingWords {
    /// The words as they are written.
    ///
    /// A comma, a slash or an `&` between words is a word of its own. Initials and titles keep their dots.
    package let words: ArraySlice<String>
    /// The words in small letters, without commas, slashes and `&`.
    package let small: [String]
    /// The name with `'s` at the beginning, as it is written but without the `'s`; nil if there is none.
    package let owner: String?
    /// Whether `my` stood at the beginning.
    package let isMine: Bool

    package init(_ text: String) {
        self = text.withBytes { HeadingWords($0) }
    }

    package init(_ text: Span<UInt8>) {
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
        small = words.filter { !Self.isSeparator($0) }.map { word in
            let small = word.lowercased()
            return small.hasSuffix(".") && Self.isAbbreviation(String(small.dropLast()))
                ? String(small.dropLast()) : small
        }
    }

    private static let possessives: Set<String> = ["the", "my", "our", "their", "your", "his", "her"]

    private static func isSeparator(_ word: String) -> Bool { word == "," || word == "/" || word == "&" }

    /// The words before the first comma, and the words after it.
    package var atComma: (before: ArraySlice<String>, after: ArraySlice<String>) {
        let comma = words.firstIndex(of: ",") ?? words.endIndex
        return (words[..<comma], words[comma...].dropFirst())
    }

    /// The words in small letters, in parts that commas, slashes, `&` and `and` separate.
    package var parts: [[String]] {
        words.split { Self.isSeparator($0) || $0.lowercased() == "and" }
            .map { $0.map { $0.lowercased() } }
    }

    // MARK: Removing decoration

    /// Returns a text without marks, emoji, the targets of links, and what stands in round brackets.
    private static func undressed(_ text: Span<UInt8>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                switch byte {
                case .ascii("[") where text.has("[[", at: at):
                    at = endOfWikiTarget(text, at + 2)
                    continue
                case .ascii("("):
                    if let close = text.firstIndex(of: .ascii(")"), in: at..<text.count) {
                        at = close + 1
                        result.append(" ")
                        continue
                    }
                    result.append(" ")
                case .ascii("*"), .ascii("`"), .ascii("="), .ascii("~"), .ascii("["), .ascii("]"): break
                default: result.append(Unicode.Scalar(byte))
                }
                at += 1
                continue
            }
            let (scalar, length) = UnicodeText.scalar(in: text, at: at) ?? ("\u{FFFD}", 1)
            at += length
            switch scalar {
            case "\u{2019}", "\u{2018}": result.append("'")
            case "\u{FE0F}", "\u{200D}", "\u{20E3}": break
            default: result.append(isEmoji(scalar) ? " " : scalar)
            }
        }
        return result
    }

    /// Returns where the shown text of a wiki link begins.
    ///
    /// The link's target begins at the given offset.
    private static func endOfWikiTarget(_ text: Span<UInt8>, _ start: Int) -> Int {
        guard let close = text.firstIndex(of: .ascii("]"), in: start..<text.count) else { return start }
        if let bar = text.firstIndex(of: .ascii("|"), in: start..<close) { return bar + 1 }
        for at in (start..<close).reversed() where text[at] == .ascii("/") { return at + 1 }
        return start
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0xFF && (scalar.properties.isEmoji || scalar.properties.isEmojiModifier)
    }

    /// Returns whether a scalar is a letter, a number, or a mark that belongs to one.
    private static func isWithinWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isLetter || byte.isDigit
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func split(_ text: [Unicode.Scalar]) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func finish() {
            if word.isEmpty { return }
            words.append(String(decoding: word, as: UTF8.self))
            word.removeAll(keepingCapacity: true)
        }
        for index in text.indices {
            let scalar = text[index]
            if isWithinWord(scalar) {
                if scalar.isASCII {
                    word.append(UInt8(truncatingIfNeeded: scalar.value))
                } else {
                    word.append(contentsOf: String(scalar).utf8)
                }
            } else if !word.isEmpty, index + 1 < text.count, isJoint(scalar), isWithinWord(text[index + 1]) {
                word.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                finish()
                if scalar == "," || scalar == "/" || scalar == "&" { words.append(String(scalar)) }
                if scalar == ")" || scalar == "." || scalar == ":", let last = words.last,
                    isNumber(last) || scalar == "." && isAbbreviation(last)
                {
                    words[words.count - 1] = last + "."
                }
            }
        }
        finish()
        return words
    }

    /// Returns whether a word within a name has a dot after it: an initial, or a title as `Dr`.
    private static func isAbbreviation(_ word: String) -> Bool {
        word.count == 1 && word.allSatisfy(\.isLetter)
            || Speakers.titles.contains(word.lowercased()) || ["st", "jr", "sr"].contains(word.lowercased())
    }

    /// Returns whether a sign may stand within a word.
    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "-", "&", ".", "_": true
        default: false
        }
    }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0.isDigit || $0 == .ascii(".") }
    }

    /// Removes `3.`, `3)` or `1.2` at the beginning.
    private static func dropNumbering(_ words: inout ArraySlice<String>) {
        guard let first = words.first, words.count > 1, isNumber(first), first.utf8.contains(.ascii("."))
        else { return }
        words.removeFirst()
    }

    /// Removes a name with `'s` at the beginning, as `Dana Ruiz's`, and returns the name; nil if there is
    /// none.
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
    /// Whether the first letter is a capital, or belongs to a script without small letters.
    package var startsWithCapital: Bool {
        guard let first = unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return !first.properties.isLowercase
    }
}
