// These functions find white space in bytes. White space is what Unicode calls so (the property White_Space).

extension Span where Element == UInt8 {
    /// Returns how many bytes the white space character at an offset takes; 0 if there is none.
    @inlinable package func whiteSpace(at offset: Int) -> Int {
        let byte = self[offset]
        return byte < 0x80 ? (byte.isWhiteSpace ? 1 : 0) : wideWhiteSpace(at: offset)
    }

    @usableFromInline package func wideWhiteSpace(at offset: Int) -> Int {
        func byte(_ distance: Int) -> UInt8 { offset + distance < count ? self[offset + distance] : 0 }
        switch (byte(0), byte(1), byte(2)) {
        // U+0085 and U+00A0.
        case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
        // U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    }

    /// Returns where the white space that begins at an offset ends; the offset itself if there is none.
    @inlinable package func endOfWhiteSpace(from offset: Int) -> Int {
        var end = offset
        while end < count, case let space = whiteSpace(at: end), space > 0 { end += space }
        return end
    }

    /// Returns where the white space that begins at an offset ends.
    ///
    /// The end of the line ends it too.
    package func endOfSpaces(from offset: Int) -> Int {
        var end = offset
        while end < count, self[end] != Byte.lf, self[end] != Byte.cr, case let space = whiteSpace(at: end),
            space > 0
        {
            end += space
        }
        return end
    }

    /// Returns whether white space ends at an offset.
    @inlinable package func hasWhiteSpace(before offset: Int) -> Bool {
        guard offset > 0 else { return false }
        if self[offset - 1] < 0x80 { return self[offset - 1].isWhiteSpace }
        return offset > 1 && whiteSpace(at: offset - 2) == 2 || offset > 2 && whiteSpace(at: offset - 3) == 3
    }

    /// Returns the first word from an offset on, up to white space; nil if only white space follows.
    @inlinable package func word(from offset: Int) -> Range<Int>? {
        let start = endOfWhiteSpace(from: offset)
        guard start < count else { return nil }
        var end = start + 1
        while end < count, whiteSpace(at: end) == 0 { end += 1 }
        return start..<end
    }

    /// Whether the only white space is single spaces between words.
    package var isFolded: Bool {
        var isAfterWord = false
        var at = 0
        while at < count {
            let space = whiteSpace(at: at)
            if space > 0, !isAfterWord || self[at] != Byte.space { return false }
            isAfterWord = space == 0
            at += 1
        }
        return isAfterWord || count == 0
    }
}

extension String {
    /// Returns what a closure makes of the text's bytes.
    @inlinable package func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8 { unsafe body($0.span) }
    }

    /// Returns the words of the text, which white space separates.
    package func splitWords() -> [String] {
        withBytes { text in
            var words: [String] = []
            var at = 0
            while let word = text.word(from: at) {
                words.append(text.extracting(word).text)
                at = word.upperBound
            }
            return words
        }
    }

    /// The words of the text with single spaces between them.
    package var folded: String {
        withBytes { $0.isFolded } ? self : splitWords().joined(separator: " ")
    }
}
