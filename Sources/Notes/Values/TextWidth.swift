internal import Markup

/// How many columns text takes in a terminal.
package enum TextWidth {
    package static func of(_ text: String) -> Int { text.withBytes { of($0) } }

    package static func of(_ text: [UInt8]) -> Int { of(text.span) }

    /// Returns the width of a text.
    ///
    /// It stops as soon as the width is more than `most`, and returns what it has so far.
    package static func of(_ text: Span<UInt8>, most: Int = .max) -> Int {
        var width = 0
        var at = 0
        while at < text.count, width <= most {
            // A letter of ASCII or Latin is a character by itself if no combining mark follows it.
            let length = lengthOfLetter(in: text, at: at)
            if length > 0, at + length == text.count || text[at + length] < firstMark {
                width += 1
                at += length
                continue
            }
            var end = at + 1
            while end < text.count, text[end - 1] >= 0x80 || text[end] >= 0x80 { end += 1 }
            for character in text.extracting(at..<end).text {
                width += self.width(of: character)
                if width > most { return width }
            }
            at = end
        }
        return width
    }

    /// The first byte of U+0300, the first mark that combines with the character before it.
    private static let firstMark: UInt8 = 0xCC

    /// Returns how many bytes a letter takes if it is of ASCII, or of Latin from U+00C0 to U+02FF; 0 for all
    /// else.
    private static func lengthOfLetter(in text: Span<UInt8>, at offset: Int) -> Int {
        let byte = text[offset]
        if byte < 0x80 { return isPlain(byte) ? 1 : 0 }
        return (0xC3..<firstMark).contains(byte) && offset + 1 < text.count && text[offset + 1] >> 6 == 2
            ? 2 : 0
    }

    /// Returns text cut to a width, with `…` at the end if something is missing.
    package static func cut(_ text: String, to width: Int) -> String {
        guard text.withBytes({ of($0, most: width) }) > width else { return text }
        if width > 0, let cut = text.withBytes({ cutPlain($0, to: width) }) { return cut }
        var end = text.startIndex
        var used = 1
        while end < text.endIndex, case let next = self.width(of: text[end]), used + next <= width {
            used += next
            text.formIndex(after: &end)
        }
        while end > text.startIndex, case let last = text.index(before: end), text[last].isWhitespace {
            end = last
        }
        return String(text[..<end]) + "…"
    }

    /// Returns a text cut to a width that it exceeds; nil if the text is not ASCII up to there.
    private static func cutPlain(_ text: Span<UInt8>, to width: Int) -> String? {
        guard text.count > width, isPlain(text.extracting(first: width)) else { return nil }
        var end = width - 1
        while end > 0, text[end - 1] == Byte.space { end -= 1 }
        return text.extracting(first: end).text + "…"
    }

    /// Whether text is of ASCII without control characters, so that it is as wide as it is long.
    package static func isPlain(_ text: Span<UInt8>) -> Bool {
        for at in 0..<text.count where !isPlain(text[at]) { return false }
        return true
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

    /// Returns text in lines no wider than a width.
    ///
    /// They break between words, and within a word only if it is wider than a line.
    package static func lines(of text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let wide = of(String(word))
            if used > 0, used + 1 + wide <= width {
                line += " " + word
                used += 1 + wide
                continue
            }
            if used > 0 { lines.append(line) }
            (line, used) = ("", 0)
            for character in word {
                let columns = self.width(of: character)
                if used > 0, used + columns > width {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(character)
                used += columns
            }
        }
        if used > 0 || !line.isEmpty { lines.append(line) }
        return lines
    }

    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        // Letters of Latin, dashes and quotation marks, ideographs and Hangul are nearly all that is not
        // ASCII.
        switch scalar.value {
        case 0xAE..<0x300, 0x2010..<0x2028: return 1
        case 0x4E00..<0xA000, 0xAC00..<0xD7A4: return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if isWide(scalar.value) { return 2 }
        // A variation selector turns many a symbol into an emoji, which is wide.
        let isEmoji =
            scalar.properties.isEmojiPresentation
            || character.unicodeScalars.contains { $0.value == 0xFE0F } && scalar.value >= 0x2000
        return isEmoji ? 2 : 1
    }

    private static func isWide(_ scalar: UInt32) -> Bool {
        let ranges = WideCharacters.ranges
        let first = ranges.partitionPoint { $0.upperBound >= scalar }
        return first < ranges.endIndex && ranges[first].contains(scalar)
    }
}
