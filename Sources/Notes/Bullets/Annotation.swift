internal import Markup

/// An annotation in one of the dialects that people write: todo.txt, TaskPaper, Dataview, Obsidian Tasks,
/// org-mode and Logseq.
package enum Annotation {
    /// A date with the offset of its ten bytes and the end of the annotation. A timestamp may also hold the
    /// rule by which an action repeats.
    case date(Token.DateField, CalendarDate, at: Int, rule: Range<Int>? = nil, end: Int)
    /// An annotation of a date whose numbers are not a date.
    case badDate(end: Int)
    case from(name: Range<Int>, end: Int)
    case via(name: Range<Int>, end: Int)
    /// Dataview's `[digest:: chew]`, with the range of the word.
    case tagField(word: Range<Int>, end: Int)
    case repeats(rule: Range<Int>, end: Int)
    /// A rule of several words. It reaches up to the next annotation or topic, or to the end of the text.
    case repeatsWords(from: Int)
    case ignored(end: Int)

    /// The length of the longest value in brackets, quotes or parentheses, in bytes.
    ///
    /// A longer one is prose.
    package static let longestValue = 256

    /// Returns the annotation that begins at an offset; nil if there is none.
    ///
    /// White space or the start of the text must precede the offset.
    package static func read(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        let byte = text[at]
        if byte == .ascii("D") || byte == .ascii("S"), let planned = planned(text, at) { return planned }
        if byte.isLetter { return keyed(text, at) }
        switch byte {
        case .ascii("@"): return taskPaper(text, at)
        case .ascii("["): return field(text, at, close: .ascii("]"))
        case .ascii("("): return field(text, at, close: .ascii(")")) ?? aloneInBrackets(text, at)
        case 0xE2, 0xF0: return sign(text, at)
        default: return nil
        }
    }

    // MARK: todo.txt: due:2026-11-02, from:dana

    private static func keyed(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        var colon = at
        while colon < text.count, text[colon].isLetter, colon - at < 10 { colon += 1 }
        guard colon + 1 < text.count, text[colon] == .ascii(":") else { return nil }
        let value = colon + 1
        // `since::` is one of Dataview's fields without its brackets, and `due://` begins a URL.
        if text[value] == .ascii(":") || text.has("//", at: value) { return nil }
        let key = text.extracting(at..<colon)
        if let field = field(key, in: todoTxtKeys) {
            let start = text.endOfWhiteSpace(from: value)
            return DateValue(text, start).map { date(field, $0, at: start) }
        }
        if text.whiteSpace(at: value) > 0 { return nil }
        if key.isWord("from") { return name(text, value).map { .from(name: $0.name, end: $0.end) } }
        if key.isWord("via") { return name(text, value).map { .via(name: $0.name, end: $0.end) } }
        if key.isWord("rec") { return word(text, value).map { .repeats(rule: $0, end: $0.upperBound) } }
        return nil
    }

    private static func date(_ field: Token.DateField, _ value: DateValue, at start: Int) -> Annotation {
        switch value {
        case .date(let date, let end): .date(field, date, at: start, end: end)
        case .bad(let end): .badDate(end: end)
        }
    }

    /// Returns the annotation of a date with its sign or key, alone in round brackets: `(📅 2026-11-02)`.
    private static func aloneInBrackets(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        let start = text.endOfWhiteSpace(from: at + 1)
        guard start < text.count, text[start] >= 0x80 || text[start].isLetter || text[start] == .ascii("@")
        else { return nil }
        func afterBracket(_ end: Int) -> Int? {
            let close = text.endOfWhiteSpace(from: end)
            return close < text.count && text[close] == .ascii(")") ? close + 1 : nil
        }
        switch read(text, start) {
        // A date that repeats stays with its rule.
        case .date(let field, let date, let value, nil, let end):
            return afterBracket(end).map { .date(field, date, at: value, end: $0) }
        case .badDate(let end): return afterBracket(end).map { .badDate(end: $0) }
        // An ignored date ends in a digit. An ignored priority does not.
        case .ignored(let end) where text[end - 1].isDigit: return afterBracket(end).map { .ignored(end: $0) }
        default: return nil
        }
    }

    // MARK: Names

    private typealias Name = (name: Range<Int>, end: Int)

    private static func name(_ text: Span<UInt8>, _ value: Int) -> Name? {
        if text[value] == .ascii("\"") { return quoted(text, value + 1, close: "\"") }
        if text.has("“", at: value) { return quoted(text, value + 3, close: "”") }
        if text.has("[[", at: value), let end = find("]]", text, from: value + 2) {
            return (person(text, value..<end + 2), end + 2)
        }
        return word(text, value).map { ($0, $0.upperBound) }
    }

    private static func quoted(_ text: Span<UInt8>, _ name: Int, close: StaticString) -> Name? {
        guard let end = find(close, text, from: name) else { return nil }
        return trimmed(text, name..<end).map { (person(text, $0), end + close.utf8CodeUnitCount) }
    }

    /// Returns the range of a name without the brackets of a link.
    ///
    /// A name may be a link to a note about the person.
    package static func person(_ text: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
        WikiLink.shown(text, name) ?? name
    }

    /// Returns the word at an offset without the punctuation that belongs to the sentence.
    private static func word(_ text: Span<UInt8>, _ start: Int) -> Range<Int>? {
        var end = start
        while end < text.count, text.whiteSpace(at: end) == 0 { end += 1 }
        while end > start, endsClause(text[end - 1]) { end -= 1 }
        return end > start ? start..<end : nil
    }

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
        guard let field = field(key, in: taskPaperTags), let close = find(")", text, from: open + 1) else {
            return nil
        }
        return date(field, text, open + 1..<close, end: close + 1)
    }

    // MARK: org-mode: DEADLINE: <2026-11-02 Mon +1w>

    private static func planned(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        let isDeadline = text.has("DEADLINE:", at: at)
        guard isDeadline || text.has("SCHEDULED:", at: at) else { return nil }
        let open = text.endOfSpaces(from: at + (isDeadline ? 9 : 10))
        guard open < text.count, text[open] == .ascii("<"), let close = find(">", text, from: open + 1),
            let value = trimmed(text, open + 1..<close)
        else { return nil }
        switch DateValue(text.extracting(..<value.upperBound), value.lowerBound) {
        case .date(let date, _):
            var end = close + 1
            // The timestamp is a range of days. Its end belongs to the annotation too.
            if text.has("--<", at: end), let close = find(">", text, from: end + 3) { end = close + 1 }
            let rule = repeater(text, value.lowerBound + 10..<value.upperBound)
            return .date(isDeadline ? .due : .scheduled, date, at: value.lowerBound, rule: rule, end: end)
        case .bad: return .badDate(end: close + 1)
        case nil: return nil
        }
    }

    /// Returns the rule in a timestamp: `+1w`, `++1w` or `.+1w`. (`-3d` is how long before the day org-mode
    /// warns.)
    private static func repeater(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var at = range.lowerBound
        while at < range.upperBound, let word = text.extracting(..<range.upperBound).word(from: at) {
            let start = word.lowerBound
            var digit = start
            if text[digit] == .ascii(".") || text.has("++", at: digit) { digit += 1 }
            if digit + 2 < word.upperBound, text[digit] == .ascii("+"), text[digit + 1].isDigit {
                return word
            }
            at = word.upperBound
        }
        return nil
    }

    // MARK: Values

    /// Returns the annotation of a date in brackets.
    ///
    /// A time may follow the date, and nothing else.
    package static func date(
        _ field: Token.DateField?, _ text: Span<UInt8>, _ value: Range<Int>, end: Int
    ) -> Annotation? {
        guard let value = trimmed(text, value) else { return nil }
        switch DateValue(text.extracting(..<value.upperBound), value.lowerBound) {
        case .date(let date, value.upperBound):
            return field.map { .date($0, date, at: value.lowerBound, end: end) } ?? .ignored(end: end)
        case .bad: return .badDate(end: end)
        default: return nil
        }
    }

    package static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        let start = min(text.endOfWhiteSpace(from: range.lowerBound), range.upperBound)
        var end = range.upperBound
        while end > start, text.hasWhiteSpace(before: end) {
            end -= text[end - 1] < 0x80 ? 1 : text[end - 2] == 0xC2 ? 2 : 3
        }
        return start < end ? start..<end : nil
    }

    package static func find(_ terminator: StaticString, _ text: Span<UInt8>, from start: Int) -> Int? {
        let limit = min(text.count, start + longestValue)
        for at in start..<max(limit, start) where text.has(terminator, at: at) { return at }
        return nil
    }

    // MARK: Keys

    package typealias Keys = [(word: StaticString, field: Token.DateField)]

    private static let todoTxtKeys: Keys = [
        ("due", .due), ("scheduled", .scheduled), ("t", .scheduled), ("done", .done), ("dropped", .dropped),
        ("since", .since),
    ]
    private static let taskPaperTags: Keys = [("due", .due), ("start", .scheduled), ("done", .done)]

    package static func field(_ key: Span<UInt8>, in keys: Keys) -> Token.DateField? {
        for entry in keys where key.isWord(entry.word) { return entry.field }
        return nil
    }
}
