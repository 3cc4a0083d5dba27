internal import Markup

/// An annotation in one of the dialects that people write: todo.txt, TaskPaper, Dataview, Obsidian Tasks,
/// org-mode and Logseq.
enum Annotation {
    /// A date, where its ten bytes begin, and where the annotation ends.
    case date(Token.DateField, CalendarDate, at: Int, end: Int)
    /// A date's annotation whose value is no date.
    case badDate(end: Int)
    case from(name: Range<Int>, end: Int)
    /// Dataview's `[digest:: chew]`, with the range of the word.
    case tagField(word: Range<Int>, end: Int)
    case ignored(end: Int)
    /// One whose value is all the words up to the next annotation, topic or the end.
    case words(end: Int)

    /// A value in brackets, quotes or parentheses of more bytes than this is prose.
    private static let longestValue = 256

    /// The annotation that begins at an offset, where white space or the start is before it.
    static func read(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        let byte = text[at]
        if byte == .ascii("D") || byte == .ascii("S"), let planned = planned(text, at) { return planned }
        if byte.isLetter { return keyed(text, at) }
        switch byte {
        case .ascii("@"): return taskPaper(text, at)
        case .ascii("["): return field(text, at, close: .ascii("]"))
        case .ascii("("): return field(text, at, close: .ascii(")"))
        case 0xE2, 0xF0: return emoji(text, at)
        default: return nil
        }
    }

    // MARK: todo.txt: due:2026-11-02, from:dana

    private static func keyed(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        var colon = at
        while colon < text.count, text[colon].isLetter, colon - at < 10 { colon += 1 }
        guard colon + 1 < text.count, text[colon] == .ascii(":"), !text[colon + 1].isWhiteSpace else {
            return nil
        }
        let value = colon + 1
        let key = text.extracting(at..<colon)
        if key.isWord("from") { return from(text, value) }
        guard let field = field(key, in: todoTxtKeys) else { return nil }
        // `since::` is a field of Dataview's without its brackets, and `due://` a URL.
        if text[value] == .ascii(":") || text.has("//", at: value) { return nil }
        if let date = CalendarDate(ascii: text, at: value) {
            return .date(field, date, at: value, end: value + 10)
        }
        return .badDate(end: wordEnd(text, value))
    }

    private static func from(_ text: Span<UInt8>, _ value: Int) -> Annotation? {
        if text[value] == .ascii("\"") { return quoted(text, value + 1, close: "\"") }
        if text.has("“", at: value) { return quoted(text, value + 3, close: "”") }
        if text[value] == .ascii(":") { return nil }
        if text.has("[[", at: value), let end = find("]]", text, from: value + 2) {
            return .from(name: person(text, value..<end + 2), end: end + 2)
        }
        var end = wordEnd(text, value)
        while end > value, endsClause(text[end - 1]) { end -= 1 }
        return end > value ? .from(name: value..<end, end: end) : nil
    }

    private static func quoted(_ text: Span<UInt8>, _ name: Int, close: StaticString) -> Annotation? {
        guard let end = find(close, text, from: name) else { return nil }
        return trimmed(text, name..<end).map {
            .from(name: person(text, $0), end: end + close.utf8CodeUnitCount)
        }
    }

    /// A name, also where it is written as a link to a note about the person.
    private static func person(_ text: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
        WikiLink.shown(text, name) ?? name
    }

    /// Whether a byte behind a name is the sentence's and not the name's.
    private static func endsClause(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("."), .ascii(","), .ascii(";"), .ascii(":"), .ascii("!"), .ascii("?"), .ascii(")"): true
        default: false
        }
    }

    // MARK: TaskPaper: @due(2026-11-02)

    private static func taskPaper(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        var open = at + 1
        while open < text.count, text[open].isLetter, open - at < 8 { open += 1 }
        guard open < text.count, text[open] == .ascii("(") else { return nil }
        let key = text.extracting(at + 1..<open)
        guard let field = field(key, in: taskPaperTags) else { return nil }
        guard let close = find(")", text, from: open + 1) else { return nil }
        return date(field, text, open + 1..<close, end: close + 1)
    }

    // MARK: Dataview: [due:: 2026-11-02]

    private static func field(_ text: Span<UInt8>, _ at: Int, close: UInt8) -> Annotation? {
        var colon = at + 1
        while colon < text.count, text[colon].isLetter, colon - at < 12 { colon += 1 }
        guard colon + 1 < text.count, text[colon] == .ascii(":"), text[colon + 1] == .ascii(":") else {
            return nil
        }
        guard let end = valueEnd(text, from: colon, close: close) else { return nil }
        let key = text.extracting(at + 1..<colon)
        let value = colon + 2..<end
        if key.isWord("from") {
            return trimmed(text, value).map { .from(name: person(text, $0), end: end + 1) }
        }
        if key.isWord("digest") { return trimmed(text, value).map { .tagField(word: $0, end: end + 1) } }
        if key.isWord("priority") { return .ignored(end: end + 1) }
        guard let field = Self.field(key, in: dataviewKeys) else { return nil }
        return date(field, text, value, end: end + 1)
    }

    /// Where a value's bracket closes. Those within a `[[link]]` are the link's.
    private static func valueEnd(_ text: Span<UInt8>, from start: Int, close: UInt8) -> Int? {
        let limit = min(text.count, start + longestValue)
        var at = start
        while at < limit {
            if text[at] == close { return at }
            if text.has("[[", at: at), let end = find("]]", text, from: at + 2), end + 2 < limit {
                at = end + 2
            } else {
                at += 1
            }
        }
        return nil
    }

    // MARK: org-mode: DEADLINE: <2026-11-02 Mon>

    private static func planned(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        let isDeadline = text.has("DEADLINE:", at: at)
        guard isDeadline || text.has("SCHEDULED:", at: at) else { return nil }
        var open = at + (isDeadline ? 9 : 10)
        while open < text.count, text[open].isBlank { open += 1 }
        guard open < text.count, text[open] == .ascii("<"), let close = find(">", text, from: open + 1) else {
            return nil
        }
        return date(isDeadline ? .due : .scheduled, text, open + 1..<close, end: close + 1)
    }

    // MARK: Obsidian Tasks: 📅 2026-11-02

    private static func emoji(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        guard let (scalar, length) = UnicodeText.scalar(in: text, at: at) else { return nil }
        switch scalar {
        case "📅", "📆", "🗓": return dated(.due, text, at + length, isProseOtherwise: false)
        case "⏳", "⌛": return dated(.scheduled, text, at + length, isProseOtherwise: false)
        case "✅": return dated(.done, text, at + length, isProseOtherwise: true)
        case "❌": return dated(.dropped, text, at + length, isProseOtherwise: true)
        case "🛫", "➕": return dated(nil, text, at + length, isProseOtherwise: true)
        case "🔺", "⏫", "🔼", "🔽", "⏬": return .ignored(end: skipVariation(text, at + length))
        case "🔁": return .words(end: at + length)
        default: return nil
        }
    }

    /// A date behind an emoji.
    ///
    /// - Parameter isProseOtherwise: whether the emoji is common in prose, so that only what begins like a
    ///   date is taken for one.
    private static func dated(
        _ field: Token.DateField?, _ text: Span<UInt8>, _ start: Int, isProseOtherwise: Bool
    ) -> Annotation? {
        var value = skipVariation(text, start)
        while value < text.count {
            if text[value].isWhiteSpace {
                value += 1
            } else if text.has("\u{A0}", at: value) {
                value += 2
            } else {
                break
            }
        }
        if let date = CalendarDate(ascii: text, at: value) {
            return field.map { .date($0, date, at: value, end: value + 10) } ?? .ignored(end: value + 10)
        }
        guard value < text.count, !isProseOtherwise || text[value].isDigit else { return nil }
        return .badDate(end: wordEnd(text, value))
    }

    private static func skipVariation(_ text: Span<UInt8>, _ at: Int) -> Int {
        text.has("\u{FE0F}", at: at) ? at + 3 : at
    }

    // MARK: Values

    /// A date in brackets, with perhaps a time or a day's name behind it.
    private static func date(
        _ field: Token.DateField, _ text: Span<UInt8>, _ value: Range<Int>, end: Int
    ) -> Annotation {
        guard let value = trimmed(text, value), let date = CalendarDate(ascii: text.extracting(value), at: 0),
            value.count == 10 || text[value.lowerBound + 10].isWhiteSpace
                || text[value.lowerBound + 10] == .ascii("T")
        else { return .badDate(end: end) }
        return .date(field, date, at: value.lowerBound, end: end)
    }

    private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isWhiteSpace { start += 1 }
        while start < end, text[end - 1].isWhiteSpace { end -= 1 }
        return start < end ? start..<end : nil
    }

    private static func find(_ terminator: StaticString, _ text: Span<UInt8>, from start: Int) -> Int? {
        let limit = min(text.count, start + longestValue)
        for at in start..<max(limit, start) where text.has(terminator, at: at) { return at }
        return nil
    }

    private static func wordEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < text.count, !text[end].isWhiteSpace { end += 1 }
        return end
    }

    // MARK: Keys

    private typealias Keys = [(word: StaticString, field: Token.DateField)]

    private static let todoTxtKeys: Keys = [
        ("due", .due), ("scheduled", .scheduled), ("t", .scheduled), ("done", .done), ("dropped", .dropped),
        ("since", .since),
    ]
    private static let taskPaperTags: Keys = [("due", .due), ("start", .scheduled), ("done", .done)]
    private static let dataviewKeys: Keys = [
        ("due", .due), ("scheduled", .scheduled), ("completion", .done), ("cancelled", .dropped),
        ("since", .since),
    ]

    private static func field(_ key: Span<UInt8>, in keys: Keys) -> Token.DateField? {
        for entry in keys where key.isWord(entry.word) { return entry.field }
        return nil
    }
}
