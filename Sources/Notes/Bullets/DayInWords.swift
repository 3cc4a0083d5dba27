internal import Markup

/// A day by which something is due according to a sentence: `by 2026-11-20`.
///
/// People read it as an annotation, but the format reads it as text.
package struct DayInWords {
    package let day: CalendarDate
    /// The range of the day and of the words before it.
    package let range: Range<Int>

    /// Finds the first such day in a text; nil if there is none.
    package init?(in text: Span<UInt8>) {
        var at = 0
        while at + Self.length <= text.count {
            guard text[at].isDigit, let day = CalendarDate(ascii: text, at: at),
                let start = Self.startOfWords(before: at, in: text)
            else {
                at += 1
                continue
            }
            self.day = day
            range = start..<at + Self.length
            return
        }
        return nil
    }

    private static let length = 10

    /// Returns where the words begin that make the day at an offset a due day; nil if there are no such
    /// words.
    private static func startOfWords(before offset: Int, in text: Span<UInt8>) -> Int? {
        var start: Int?
        var end = offset
        // The words can be two, as in `due by` and `before the`.
        while let word = word(before: end, in: text) {
            let isLast = start == nil
            if introducers.contains(where: { text.extracting(word).isWord($0) }) {
                start = word.lowerBound
            } else if !isLast || !text.extracting(word).isWord("the") && !text.extracting(word).isWord("on") {
                break
            }
            end = word.lowerBound
        }
        return start
    }

    private static let introducers: [StaticString] = ["by", "until", "before", "due", "deadline"]

    /// Returns the word that ends before the blanks, or the colon and the blanks, that precede an offset.
    private static func word(before offset: Int, in text: Span<UInt8>) -> Range<Int>? {
        var end = offset
        while end > 0, text[end - 1].isWhiteSpace { end -= 1 }
        guard end < offset else { return nil }
        if end > 0, text[end - 1] == .ascii(":") { end -= 1 }
        var start = end
        while start > 0, text[start - 1].isLetter { start -= 1 }
        let begins = start == 0 || text[start - 1].isWhiteSpace || text[start - 1] == .ascii("(")
        return begins && start < end ? start..<end : nil
    }
}
