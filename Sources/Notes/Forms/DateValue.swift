internal import Markup

/// The value of an annotation that should be a date.
package enum DateValue {
    /// A date, and the end of the date or of the time after it.
    case date(CalendarDate, end: Int)
    /// Numbers that look like a date but are not one, and where they end.
    case bad(end: Int)

    /// Reads the value at an offset; nil if it is anything else, because that is prose.
    package init?(_ text: Span<UInt8>, _ at: Int) {
        if let date = CalendarDate(ascii: text, at: at) {
            self = .date(date, end: Self.endOfTime(text, at + 10) ?? at + 10)
        } else if let end = Self.endOfNumbers(text, at) {
            self = .bad(end: end)
        } else {
            return nil
        }
    }

    // MARK: Numbers that are not a date

    /// Returns where two or three numbers with `-`, `/` or `.` between them end, if the first or the last has
    /// four digits.
    private static func endOfNumbers(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var at = start
        var hasYear = false
        var numbers = 0
        while true {
            let first = at
            while at < text.count, text[at].isDigit { at += 1 }
            guard at > first else { return nil }
            numbers += 1
            let isLast = numbers == 3 || !isSeparator(text, at)
            if at - first == 4, numbers == 1 || isLast { hasYear = true }
            if isLast { return hasYear && numbers > 1 ? at : nil }
            at += 1
        }
    }

    /// Returns whether a separator stands at an offset and another number follows it.
    private static func isSeparator(_ text: Span<UInt8>, _ at: Int) -> Bool {
        guard at + 1 < text.count, text[at + 1].isDigit else { return false }
        return text[at] == .ascii("-") || text[at] == .ascii("/") || text[at] == .ascii(".")
    }

    // MARK: The time

    /// Returns where the time after a date ends, as `T17:00`, ` 9:30` or ` 10:30-11:30`; nil if there is no
    /// time.
    private static func endOfTime(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard at < text.count else { return nil }
        let start = text[at] == .ascii("T") ? at + 1 : text.endOfSpaces(from: at)
        guard start > at, let time = endOfClock(text, start) else { return nil }
        if let zone = endOfZone(text, time) { return zone }
        if let end = endOfRange(text, time) { return end }
        return goesOn(text, time) ? nil : time
    }

    /// Returns where hours and minutes end, together with seconds and `am` or `pm` if these follow.
    private static func endOfClock(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var colon = start
        while colon < text.count, text[colon].isDigit, colon - start < 2 { colon += 1 }
        guard colon > start, let minutes = endOfTwoDigits(text, after: colon) else { return nil }
        var end = minutes
        if let seconds = endOfTwoDigits(text, after: end) {
            end = seconds
            if end + 1 < text.count, text[end] == .ascii("."), text[end + 1].isDigit {
                end += 1
                while end < text.count, text[end].isDigit { end += 1 }
            }
        }
        let half = text.endOfSpaces(from: end)
        if half + 1 < text.count {
            let word = text.extracting(half..<half + 2)
            if word.isWord("am") || word.isWord("pm"), !goesOn(text, half + 2) { return half + 2 }
        }
        return end
    }

    /// Returns where `:` and a number from 00 to 59 end.
    private static func endOfTwoDigits(_ text: Span<UInt8>, after colon: Int) -> Int? {
        guard colon + 2 < text.count, text[colon] == .ascii(":"), text[colon + 1] >= .ascii("0"),
            text[colon + 1] <= .ascii("5"), text[colon + 2].isDigit
        else { return nil }
        return colon + 3
    }

    /// Returns where an offset from UTC ends: `Z`, `+02:00` or `+0200`.
    private static func endOfZone(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard at < text.count else { return nil }
        if text[at] == .ascii("Z"), !goesOn(text, at + 1) { return at + 1 }
        guard text[at] == .ascii("+") || text[at] == .ascii("-") else { return nil }
        var end = at + 1
        while end < text.count, text[end].isDigit || text[end] == .ascii(":"), end - at < 6 { end += 1 }
        return end - at >= 3 && !goesOn(text, end) ? end : nil
    }

    /// Returns where a second time after a dash ends.
    private static func endOfRange(_ text: Span<UInt8>, _ at: Int) -> Int? {
        var next = text.endOfSpaces(from: at)
        if text.has("–", at: next) {
            next += 3
        } else if next < text.count, text[next] == .ascii("-") {
            next += 1
        } else {
            return nil
        }
        guard let end = endOfClock(text, text.endOfSpaces(from: next)), !goesOn(text, end) else { return nil }
        return end
    }

    /// Returns whether the text goes on with a letter, a digit, or a colon and a digit.
    ///
    /// Then what looks like a time is a part of something longer.
    private static func goesOn(_ text: Span<UInt8>, _ at: Int) -> Bool {
        guard at < text.count else { return false }
        if text[at].isLetter || text[at].isDigit { return true }
        return text[at] == .ascii(":") && at + 1 < text.count && text[at + 1].isDigit
    }
}
