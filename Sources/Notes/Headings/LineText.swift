internal import Markup

/// Tells what the text of a line or a bullet looks like, before it is known what the text means.
package enum LineText {
    /// Returns a range without the white space at both ends.
    package static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isWhiteSpace { start += 1 }
        while start < end, text[end - 1].isWhiteSpace { end -= 1 }
        return start..<end
    }

    /// Returns the range within the marks of a line that is bold as a whole, with or without a colon after
    /// it; nil if the line is not bold as a whole.
    package static func bold(_ text: Span<UInt8>) -> Range<Int>? {
        var start = 0
        while start < text.count, text[start].isWhiteSpace { start += 1 }
        guard start < text.count, text[start] == .ascii("*") || text[start] == .ascii("_") else { return nil }
        var line = trimmed(text, start..<text.count)
        if let last = line.last, text[last] == .ascii(":") || text.has("：", at: max(last - 2, 0)) {
            line = trimmed(text, line.lowerBound..<(text[last] == .ascii(":") ? last : last - 2))
        }
        guard line.count > 4 else { return nil }
        let mark = text[line.lowerBound]
        let end = line.upperBound - 2
        start = line.lowerBound + 2
        guard text[start - 1] == mark, text[end] == mark, text[end + 1] == mark, !text[start].isWhiteSpace,
            !text[end - 1].isWhiteSpace
        else { return nil }
        for at in start..<end - 1 where text[at] == mark && text[at + 1] == mark { return nil }
        for at in start..<end where text[at] == Byte.lf { return nil }
        return start..<end
    }

    /// Returns the offset of the colon at the end of a text.
    ///
    /// Marks may follow the colon. Nil if there is no such colon.
    package static func colon(_ text: Span<UInt8>, atEndOf range: Range<Int>) -> Int? {
        var end = range.upperBound
        while end > range.lowerBound {
            let byte = text[end - 1]
            guard byte.isWhiteSpace || byte == .ascii("*") || byte == .ascii("_") else { break }
            end -= 1
        }
        if end > range.lowerBound, text[end - 1] == .ascii(":") { return end - 1 }
        return end - 3 >= range.lowerBound && text.has("：", at: end - 3) ? end - 3 : nil
    }

    /// Returns how many words stand in a range.
    ///
    /// If there are more than `limit`, the result is `limit + 1`.
    package static func wordCount(_ text: Span<UInt8>, _ range: Range<Int>, limit: Int) -> Int {
        var count = 0
        var isInWord = false
        for at in range {
            if text[at].isWhiteSpace {
                isInWord = false
            } else if !isInWord {
                isInWord = true
                count += 1
                if count > limit { return count }
            }
        }
        return count
    }

    /// The largest number of words before a colon if the line is a heading or a label.
    package static let mostLabelWords = 6

    /// Returns the range of the question in `Question 3: Why us?`.
    ///
    /// The heading is known to have this form.
    package static func question(_ text: Span<UInt8>) -> Range<Int> {
        var at = 0
        while at < text.count, !text[at].isDigit { at += 1 }
        while at < text.count, text[at].isDigit { at += 1 }
        // What parts the number from the question is no part of it.
        while at < text.count {
            if text.whiteSpace(at: at) > 0 {
                at += text.whiteSpace(at: at)
            } else if ".):-/".utf8.contains(text[at]) {
                at += 1
            } else if text.has("–", at: at) || text.has("—", at: at) || text.has("：", at: at) {
                at += 3
            } else {
                break
            }
        }
        var end = text.count
        // Marks at the end belong to the heading, unless the question begins with some.
        let isMarked = at < text.count && "*_".utf8.contains(text[at])
        while end > at, text[end - 1].isWhiteSpace || (isMarked ? "#" : "*_#").utf8.contains(text[end - 1]) {
            end -= 1
        }
        return at..<max(at, end)
    }

    /// Returns whether a line defines a link or a footnote: `[plan]: https://example.org`, `[^1]: later`.
    package static func isLinkDefinition(_ line: Span<UInt8>) -> Bool {
        guard line.count > 4, line[0] == .ascii("["),
            let close = line.firstIndex(of: .ascii("]"), in: 2..<line.count), close + 1 < line.count,
            line[close + 1] == .ascii(":")
        else { return false }
        let target = trimmed(line, close + 2..<line.count)
        if line[1] == .ascii("^") { return true }
        // A text in brackets with a colon is a label, and its words have blanks between them.
        let isURL = line.extracting(target).firstIndex(of: .ascii("/"), in: 0..<target.count) != nil
        return isURL && wordCount(line, target, limit: 1) <= 1
    }

    /// Returns whether a text is only a word for nothing, such as `none` or `tbd`, or only punctuation.
    package static func saysNothing(_ text: Span<UInt8>) -> Bool {
        if text.count > 40 { return false }
        var words = ShortText()
        var isAfterSpace = false
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte.isLetter {
                if isAfterSpace { words.append(Byte.space) }
                words.append(byte.lowercased)
                if words.isTooLong { return false }
                isAfterSpace = false
                at += 1
                continue
            }
            if byte == Byte.space {
                isAfterSpace = !words.isEmpty
                at += 1
                continue
            }
            guard let (scalar, length) = UnicodeText.scalar(in: text, at: at) else { return false }
            at += length
            switch scalar.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
                .initialPunctuation, .finalPunctuation, .otherPunctuation:
                if scalar == "#" || scalar == "^" { return false }
            case .spaceSeparator, .control: isAfterSpace = !words.isEmpty
            default: return false
            }
        }
        return words.isEmpty || nothing.contains(words)
    }

    /// A text of up to eight bytes, stored as one number.
    private struct ShortText: Equatable {
        private var bytes: UInt64 = 0
        private(set) var isTooLong = false

        init(_ text: StaticString = "") {
            text.withUTF8Buffer { letters in
                for index in 0..<letters.count { append(unsafe letters[index]) }
            }
        }

        var isEmpty: Bool { bytes == 0 }

        mutating func append(_ byte: UInt8) {
            isTooLong = isTooLong || bytes >> 56 > 0
            bytes = bytes << 8 | UInt64(byte)
        }
    }

    private static let nothing: [ShortText] = [
        .init("none"), .init("none yet"), .init("nothing"), .init("na"), .init("n a"), .init("tbd"),
        .init("waiting"), .init("pending"),
    ]
}
