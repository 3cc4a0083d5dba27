internal import Markup

// These functions read the signs of Obsidian Tasks: 📅 2026-11-02.

extension Annotation {
    package static func sign(_ text: Span<UInt8>, _ at: Int) -> Annotation? {
        guard let (scalar, length) = UnicodeText.scalar(in: text, at: at) else { return nil }
        let end = text.has("\u{FE0F}", at: at + length) ? at + length + 3 : at + length
        let value = text.endOfWhiteSpace(from: end)
        switch scalar {
        case "📅", "📆", "🗓": return dated(.due, text, value)
        case "⏳", "⌛": return dated(.scheduled, text, value)
        case "✅": return dated(.done, text, value)
        case "❌": return dated(.dropped, text, value)
        case "🛫", "➕": return dated(nil, text, value)
        case "🔺", "⏫", "🔼", "🔽", "⏬": return .ignored(end: end)
        case "🔁": return .repeatsWords(from: end)
        case "🆔": return ids(text, value, several: false)
        case "⛔": return ids(text, value, several: true)
        case "🏁": return onCompletion(text, value)
        default: return nil
        }
    }

    private static func dated(_ field: Token.DateField?, _ text: Span<UInt8>, _ value: Int) -> Annotation? {
        switch DateValue(text, value) {
        case .date(let date, let end):
            field.map { .date($0, date, at: value, end: end) } ?? .ignored(end: end)
        case .bad(let end): .badDate(end: end)
        case nil: nil
        }
    }

    /// Reads the id of a task, or the ids of the tasks that the task waits for.
    ///
    /// `⛔ no phones` is prose. A single word of letters is an id only if no other word follows.
    private static func ids(_ text: Span<UInt8>, _ value: Int, several: Bool) -> Annotation? {
        var end = value
        var isCertain = false
        let limit = min(text.count, value + longestValue)
        while true {
            let start = end
            while end < limit, TopicName.isIDByte(text[end]) {
                isCertain = isCertain || text[end].isDigit
                end += 1
            }
            guard end > start else { return nil }
            let comma = text.endOfSpaces(from: end)
            guard several, comma < limit, text[comma] == .ascii(",") else { break }
            let next = text.endOfSpaces(from: comma + 1)
            guard next < limit, TopicName.isIDByte(text[next]) else { break }
            end = next
            isCertain = true
        }
        if end < text.count, text.whiteSpace(at: end) == 0 { return nil }
        let next = text.endOfWhiteSpace(from: end)
        if !isCertain, next < text.count, text[next].isLetter, read(text, next) == nil { return nil }
        return .ignored(end: end)
    }

    /// Reads what becomes of a task that is done: `🏁 delete` or `🏁 keep`.
    private static func onCompletion(_ text: Span<UInt8>, _ value: Int) -> Annotation? {
        var end = value
        while end < text.count, text[end].isLetter, end - value < 8 { end += 1 }
        let word = text.extracting(value..<end)
        return word.isWord("delete") || word.isWord("keep") ? .ignored(end: end) : nil
    }
}
