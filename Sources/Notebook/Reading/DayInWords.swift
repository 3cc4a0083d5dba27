internal import Markup

/// A day that a sentence says something is due by, `by 2026-11-20`: an annotation to people, and text to the format.
struct DayInWords {
    let day: CalendarDate
    /// The words in front of the day, and the day.
    let range: Range<Int>

    /// The first such day in a text; nil if it has no such day.
    init?(in text: Span<UInt8>) {
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

    /// Where the words begin that make of a day at an offset the one that something is due by; nil where it is none.
    private static func startOfWords(before offset: Int, in text: Span<UInt8>) -> Int? {
        var start: Int?
        var end = offset
        // `due by` and `before the` are two words.
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

    /// The word in front of a blank, or of a colon and a blank.
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
