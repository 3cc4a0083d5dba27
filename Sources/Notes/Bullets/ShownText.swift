internal import Markup

/// A bullet's text as it is shown.
///
/// The memory is reused from bullet to bullet.
package struct ShownText {
    package private(set) var bytes: [UInt8] = []

    /// Reads a text without its box, tag, annotations, block id and the topics at its end, and folds white
    /// space.
    ///
    /// The topics stay if there is nothing else.
    package mutating func read(_ text: Span<UInt8>, without tokens: [Token]) {
        bytes.removeAll(keepingCapacity: true)
        /// The start of the topics at the end of what has been read. So far, only topics and hidden tokens
        /// follow it.
        var trailing: Int?
        var at = 0
        for token in tokens {
            if show(text, at..<token.range.lowerBound) { trailing = nil }
            at = token.range.upperBound
            if token.isHidden {
                // A word goes on after a comment within it.
                if case .comment = token.kind { continue }
                breakWord()
                continue
            }
            let start = bytes.count
            _ = show(text, token.range)
            if case .topic = token.kind, start == 0 || bytes[start - 1] == Byte.space {
                trailing = trailing ?? start
            } else {
                trailing = nil
            }
        }
        if show(text, at..<text.count) { trailing = nil }
        if let trailing, trailing > 0 { bytes.removeSubrange(trailing...) }
        if bytes.last == Byte.space { bytes.removeLast() }
    }

    /// Adds bytes of the text with white space folded.
    ///
    /// Returns whether the bytes hold more than white space.
    private mutating func show(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var hasText = false
        let shown = withoutWideSpace(text, range)
        if shown.lowerBound > range.lowerBound { breakWord() }
        defer { if shown.upperBound < range.upperBound { breakWord() } }
        var at = shown.lowerBound
        while at < shown.upperBound {
            if text[at].isWhiteSpace {
                breakWord()
                at += 1
                continue
            }
            // Words with single spaces between them are added at once. Nearly all texts consist of these.
            let end = at + Self.countOfPlainText(text.extracting(at..<shown.upperBound))
            unsafe text.extracting(at..<end).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
            hasText = true
            at = end
        }
        return hasText
    }

    /// Returns a range without the white space at its ends if some of that is not ASCII.
    ///
    /// Beside a token, such white space counts as a single space.
    private func withoutWideSpace(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isWhiteSpace { start += 1 }
        while end > start, text[end - 1].isWhiteSpace { end -= 1 }
        guard start < end, text[start] >= 0x80 || text[end - 1] >= 0x80 else { return range }
        return Annotation.trimmed(text, start..<end) ?? end..<end
    }

    /// Returns how many of the first bytes are words with single spaces between them.
    ///
    /// The first byte must not be white space.
    private static func countOfPlainText(_ text: Span<UInt8>) -> Int {
        var at = endOfSingleSpaces(text)
        while at < text.count {
            let byte = text[at]
            if byte <= 0x20, byte.isWhiteSpace {
                let isSingle = byte == 0x20 && at + 1 < text.count && !text[at + 1].isWhiteSpace
                if !isSingle { return at }
                at += 1
            }
            at += 1
        }
        return text.count
    }

    /// Returns an offset up to which the only white space is single spaces.
    ///
    /// It reads eight bytes at a time. The byte before the offset is not white space.
    private static func endOfSingleSpaces(_ text: Span<UInt8>) -> Int {
        let raw = unsafe text.bytes
        /// Returns a mask with the highest bit of each byte that is zero.
        func zeros(_ eight: UInt64) -> UInt64 {
            ~(((eight & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | eight | 0x7F7F_7F7F_7F7F_7F7F)
        }
        var at = 1
        while at + 8 <= text.count {
            let eight = UInt64(
                littleEndian: unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
            let spaces = zeros(eight ^ 0x2020_2020_2020_2020)
            let controls = zeros(eight & 0xE0E0_E0E0_E0E0_E0E0)
            if controls | (spaces & spaces << 8) != 0 { return at }
            at += spaces >> 63 == 0 ? 8 : 7
        }
        return at
    }

    private mutating func breakWord() {
        if let last = bytes.last, last != Byte.space { bytes.append(Byte.space) }
    }
}
