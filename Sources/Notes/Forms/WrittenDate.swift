internal import Markup

/// A date as people write it in front matter and properties, with the time after it.
package struct WrittenDate: Sendable, Equatable {
    package let day: CalendarDate
    /// The time after the date as `HH:MM`.
    package var time: String?
    /// The offset from UTC after the time, as `+02:00` or `Z`.
    package var timeOffset: String?

    /// Reads a date that is a whole text: `2026-10-14`, `October 14, 2026`, `14 Oct 2026`, `[[2026-10-14]]`,
    /// with or without a time after it; nil if the text is anything else.
    package init?(_ text: String) {
        let found = text.withBytes { bytes in
            Self.whole(bytes, 0..<bytes.count)
                ?? WikiLink.shown(bytes, 0..<bytes.count).flatMap { Self.whole(bytes, $0) }
                ?? Self.linked(bytes)
        }
        guard let found else { return nil }
        self = found
    }

    private init(day: CalendarDate) { self.day = day }

    /// Reads a wiki link with a time after it, or a wiki link whose target is a date but that shows another
    /// text.
    private static func linked(_ text: Span<UInt8>) -> WrittenDate? {
        guard text.has("[[", at: 0),
            let close = (2..<max(text.count - 1, 2)).first(where: { text.has("]]", at: $0) })
        else { return nil }
        let target = (2..<close).prefix { text[$0] != .ascii("|") }
        let start = target.last { text[$0] == .ascii("/") }.map { $0 + 1 } ?? 2
        guard let link = whole(text, start..<target.endIndex) else { return nil }
        return link.with(timeIn: text, close + 2..<text.count)
    }

    private static func whole(_ text: Span<UInt8>, _ range: Range<Int>) -> WrittenDate? {
        if let day = CalendarDate(ascii: text.extracting(range), at: 0) {
            return WrittenDate(day: day).with(timeIn: text, range.lowerBound + 10..<range.upperBound)
        }
        guard let (day, end) = named(text, range) else { return nil }
        return WrittenDate(day: day).with(timeIn: text, end..<range.upperBound)
    }

    // MARK: Months by name

    /// Reads a date at the start of a range whose month has its English name.
    ///
    /// Returns the date and where it ends.
    private static func named(_ text: Span<UInt8>, _ range: Range<Int>) -> (CalendarDate, end: Int)? {
        var words: [Range<Int>] = []
        var at = range.lowerBound
        while words.count < 5, let word = word(in: text, at..<range.upperBound) {
            words.append(word)
            at = word.upperBound
        }
        if let first = words.first, isWeekday(text.extracting(first)) { words.removeFirst() }
        if words.count > 1, text.extracting(words[1]).isWord("of") { words.remove(at: 1) }
        guard words.count >= 3 else { return nil }
        let parts = (text.extracting(words[0]), text.extracting(words[1]), text.extracting(words[2]))
        let date: CalendarDate?
        if let month = month(parts.0), let day = day(parts.1), let year = year(parts.2) {
            date = CalendarDate(year: year, month: month, day: day)
        } else if let day = day(parts.0), let month = month(parts.1), let year = year(parts.2) {
            date = CalendarDate(year: year, month: month, day: day)
        } else if let year = year(parts.0), let month = month(parts.1), let day = day(parts.2) {
            date = CalendarDate(year: year, month: month, day: day)
        } else {
            return nil
        }
        return date.map { ($0, words[2].upperBound) }
    }

    /// Returns the next word of letters or digits.
    ///
    /// Blanks, commas, full stops and hyphens separate words.
    private static func word(in text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound, text[start].isBlank || ",.-".utf8.contains(text[start]) { start += 1 }
        var end = start
        while end < range.upperBound, text[end].isLetter || text[end].isDigit { end += 1 }
        return end > start ? start..<end : nil
    }

    private static func month(_ word: Span<UInt8>) -> Int? {
        let name = word.text.lowercased()
        if name == "sept" { return 9 }
        let index = CalendarDate.monthNames.firstIndex { full in
            full.lowercased() == name || name.utf8.count == 3 && full.lowercased().hasPrefix(name)
        }
        return index.map { $0 + 1 }
    }

    private static func isWeekday(_ word: Span<UInt8>) -> Bool {
        let name = word.text.lowercased()
        return CalendarDate.weekdayNames.contains { full in
            full.lowercased() == name
                || (3...5).contains(name.utf8.count) && full.lowercased().hasPrefix(name)
        }
    }

    private static func day(_ word: Span<UInt8>) -> Int? {
        var end = 0
        while end < word.count, word[end].isDigit { end += 1 }
        guard (1...2).contains(end) else { return nil }
        let suffix = word.extracting(end...)
        let isOrdinal =
            suffix.isWord("st") || suffix.isWord("nd") || suffix.isWord("rd") || suffix.isWord("th")
        return suffix.isEmpty || isOrdinal ? Int(word.extracting(..<end).text) : nil
    }

    private static func year(_ word: Span<UInt8>) -> Int? { word.count == 4 ? Int(word.text) : nil }

    // MARK: The time after it

    /// Returns the date with the time in the rest of its text; nil if the rest is anything else.
    private func with(timeIn text: Span<UInt8>, _ range: Range<Int>) -> WrittenDate? {
        var at = range.lowerBound
        if at == range.upperBound { return self }
        let first = text[at]
        guard first.isBlank || first == .ascii("T") || first == .ascii("t") || first == .ascii(",") else {
            return nil
        }
        at += 1
        while at < range.upperBound, text[at].isBlank { at += 1 }
        if at == range.upperBound { return first.isBlank ? self : nil }
        if first != .ascii("T"), first != .ascii("t"), text.has("at ", at: at) { at += 3 }
        guard at < range.upperBound, text[at].isDigit else { return nil }
        var date = self
        if let time = ClockTime(in: text, at..<range.upperBound) {
            date.time = time.text
            date.timeOffset = time.offset
        }
        return date
    }
}
