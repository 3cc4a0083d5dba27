internal import Markup

/// A word at the beginning of a bullet that is written as tags are, or nearly so, whatever the word.
package struct TagWord {
    package enum Dress {
        /// `chew:`, also with emphasis or brackets around the word.
        case colon
        /// `[chew]` or `(chew)`.
        case brackets
        /// `chew - x`, `**chew** x` or `"chew": x`. These are not read as tags.
        case unread
    }

    package let letters: Range<Int>
    package let end: Int
    package let dress: Dress
    /// Whether emphasis, quotes or brackets stand around the word.
    package let isMarked: Bool

    /// Reads the word at an offset; nil if there is none, or if nothing shows that the word is meant as a
    /// tag.
    package init?(_ text: Span<UInt8>, _ at: Int) {
        guard at < text.count else { return nil }
        switch text[at] {
        case .ascii("["): self.init(text, at, closedBy: .ascii("]"))
        case .ascii("("): self.init(text, at, closedBy: .ascii(")"))
        case .ascii("\""), .ascii("'"), .ascii("`"), .ascii("~"), 0xE2: self.init(quoted: text, at)
        default: self.init(unbracketed: text, at)
        }
    }

    private init?(unbracketed text: Span<UInt8>, _ at: Int) {
        let start = Self.endOfMarks(text, at)
        letters = start..<Self.endOfLetters(text, start)
        isMarked = start > at
        guard !letters.isEmpty else { return nil }
        var end = letters.upperBound
        var hasColon = false
        if let colon = Self.endOfColon(text, end) { (end, hasColon) = (colon, true) }
        if isMarked {
            guard Self.closes(at..<start, text, end) else { return nil }
            end += start - at
            if !hasColon, let colon = Self.endOfColon(text, end) { (end, hasColon) = (colon, true) }
            if !hasColon, end < text.count, text.whiteSpace(at: end) == 0 { return nil }
        } else if !hasColon {
            guard let dash = Self.endOfDash(text, end) ?? Self.endOfOtherSign(text, end) else { return nil }
            end = dash
        }
        dress = hasColon ? .colon : .unread
        self.end = end
    }

    private init?(_ text: Span<UInt8>, _ at: Int, closedBy close: UInt8) {
        letters = at + 1..<Self.endOfLetters(text, at + 1)
        isMarked = true
        let after = letters.upperBound + 1
        guard !letters.isEmpty, after <= text.count, text[after - 1] == close else { return nil }
        if let colon = Self.endOfColon(text, after) {
            (end, dress) = (colon, .colon)
            return
        }
        (end, dress) = (after, .brackets)
        guard after < text.count else { return }
        // A link is not a tag. If the text goes on directly after a round bracket, the brackets are a part of
        // a word.
        if text[after] == .ascii("(") || text[after] == .ascii("[") { return nil }
        if close == .ascii(")"), text.whiteSpace(at: after) == 0 { return nil }
    }

    /// Reads a word in quotes of any kind, or struck through, with a colon after the word or the quotes.
    private init?(quoted text: Span<UInt8>, _ at: Int) {
        guard let (open, close) = Self.quotes.first(where: { text.has($0.open, at: at) }) else { return nil }
        let start = at + open.utf8CodeUnitCount
        letters = start..<Self.endOfLetters(text, start)
        isMarked = true
        dress = .unread
        guard !letters.isEmpty else { return nil }
        let inner = Self.endOfColon(text, letters.upperBound)
        guard text.has(close, at: inner ?? letters.upperBound) else { return nil }
        let after = (inner ?? letters.upperBound) + close.utf8CodeUnitCount
        guard let end = inner == nil ? Self.endOfColon(text, after) : after else { return nil }
        self.end = end
    }

    private static let quotes: [(open: StaticString, close: StaticString)] = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("~~", "~~"), ("“", "”"), ("‘", "’"),
    ]

    // MARK: Marks around the word

    private static let mostMarks = 5

    /// Returns where the marks of emphasis and highlighting that begin at an offset end.
    private static func endOfMarks(_ text: Span<UInt8>, _ at: Int) -> Int {
        var end = at
        while end < text.count, end - at < mostMarks {
            if text.has("==", at: end) {
                end += 2
            } else if text[end] == .ascii("*") || text[end] == .ascii("_") {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// Returns whether the same marks stand at an offset in reverse order.
    private static func closes(_ marks: Range<Int>, _ text: Span<UInt8>, _ at: Int) -> Bool {
        guard text.count - at >= marks.count else { return false }
        for offset in 0..<marks.count where text[at + offset] != text[marks.upperBound - 1 - offset] {
            return false
        }
        return true
    }

    // MARK: What follows the word

    private static func endOfLetters(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < text.count {
            if text[end] >= 0x80 {
                if text.whiteSpace(at: end) > 0 || text.has("：", at: end) || isWideSign(text, end) {
                    break
                }
            } else if !text[end].isLetter {
                break
            }
            end += 1
        }
        return end
    }

    /// Returns where a colon ends that white space may precede; nil if there is none.
    private static func endOfColon(_ text: Span<UInt8>, _ at: Int) -> Int? {
        let colon = text.endOfSpaces(from: at)
        guard colon < text.count else { return nil }
        if text.has("：", at: colon) { return colon + 3 }
        guard text[colon] == .ascii(":"), !isDoubled(text, colon), colon == at || !isEmojiName(text, colon)
        else { return nil }
        return colon + 1
    }

    /// Returns whether the colon begins `::` or `://`: `worked::` is one of Dataview's fields, and `chew://`
    /// begins a URL.
    private static func isDoubled(_ text: Span<UInt8>, _ colon: Int) -> Bool {
        let next = colon + 1 < text.count ? text[colon + 1] : 0
        let second = colon + 2 < text.count ? text[colon + 2] : 0
        return next == .ascii(":") || next == .ascii("/") && second == next
    }

    /// Returns whether a colon begins the name of an emoji, as `:smile:`.
    private static func isEmojiName(_ text: Span<UInt8>, _ colon: Int) -> Bool {
        var at = colon + 1
        while at < text.count, at - colon < 40,
            text[at].isLetter || text[at].isDigit || text[at] == .ascii("_")
        {
            at += 1
        }
        return at > colon + 1 && at < text.count && text[at] == .ascii(":")
    }

    /// Returns where a dash ends that white space may precede; nil if there is none.
    ///
    /// A hyphen needs white space after it, because otherwise it joins two words.
    private static func endOfDash(_ text: Span<UInt8>, _ at: Int) -> Int? {
        let dash = text.endOfSpaces(from: at)
        guard dash < text.count else { return nil }
        if let end = wideDash(text, dash) { return end }
        var end = dash
        while end < text.count, text[end] == .ascii("-") { end += 1 }
        return end > dash && (end == text.count || text.whiteSpace(at: end) > 0) ? end : nil
    }

    /// Returns where another sign ends that some people write in place of a colon, such as an arrow; nil if
    /// there is none.
    private static func endOfOtherSign(_ text: Span<UInt8>, _ at: Int) -> Int? {
        let sign = text.endOfSpaces(from: at)
        guard sign < text.count else { return nil }
        if text.has("→", at: sign) { return sign + 3 }
        var end = sign
        while end < text.count,
            text[end] == .ascii("-") || text[end] == .ascii("=") || text[end] == .ascii(">")
        {
            end += 1
        }
        if end > sign { return end == text.count || text.whiteSpace(at: end) > 0 ? end : nil }
        return text[sign] == .ascii(";") || text[sign] == .ascii("|") ? sign + 1 : nil
    }

    /// Returns whether a dash, an arrow or a closing quote outside ASCII stands at an offset.
    private static func isWideSign(_ text: Span<UInt8>, _ at: Int) -> Bool {
        wideDash(text, at) != nil || text.has("→", at: at) || text.has("”", at: at) || text.has("’", at: at)
    }

    /// Returns where a dash outside ASCII ends: U+2010 to U+2015, or the minus sign; nil if there is none.
    private static func wideDash(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard at + 2 < text.count, text[at] == 0xE2 else { return nil }
        switch (text[at + 1], text[at + 2]) {
        case (0x80, 0x90...0x95), (0x88, 0x92): return at + 3
        default: return nil
        }
    }
}
