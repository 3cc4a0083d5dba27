internal import Markup

/// The way in which a bullet's annotations are written, so that another one can be written alike.
package enum Dialect: Equatable {
    case todoTxt
    case taskPaper
    /// Dataview's, with the bracket that opens a field: `[` or `(`.
    case dataview(UInt8)
    /// Obsidian Tasks.
    case emoji

    /// Returns the dialect for a date on which something was done or dropped.
    ///
    /// One line may hold several dialects. Emoji win, because Obsidian Tasks would not find another spelling.
    package static func ofStateDates(among tokens: [Token], in text: [UInt8]) -> Dialect {
        let dialects = tokens.compactMap { $0.dialect(in: text) }
        if dialects.contains(.emoji) { return .emoji }
        return dialects.last(where: \.isDataview) ?? dialects.last ?? .todoTxt
    }

    /// Returns the dialect for the date since which a bullet is in its stage.
    ///
    /// Only Dataview and todo.txt have one.
    package static func ofStageDates(among tokens: [Token], in text: [UInt8]) -> Dialect {
        tokens.compactMap { $0.dialect(in: text) }.last(where: \.isDataview) ?? .todoTxt
    }

    private var isDataview: Bool { if case .dataview = self { true } else { false } }

    /// Returns a date's annotation in this dialect, or in todo.txt's if this one has none for the field.
    package func annotation(_ field: Token.DateField, _ date: CalendarDate) -> [UInt8] {
        switch self {
        case .emoji:
            if let emoji = Self.emoji(field) { return Array("\(emoji) \(date)".utf8) }
        case .taskPaper: if field == .done { return Array("@done(\(date))".utf8) }
        case .dataview(let open):
            let close: UInt8 = open == .ascii("(") ? .ascii(")") : .ascii("]")
            return [open] + Array("\(Self.dataviewKey(field)):: \(date)".utf8) + [close]
        case .todoTxt: break
        }
        return Array("\(Self.todoTxtKey(field)):\(date)".utf8)
    }

    private static func emoji(_ field: Token.DateField) -> String? {
        switch field {
        case .due: "📅"
        case .scheduled: "⏳"
        case .done: "✅"
        case .dropped: "❌"
        case .since: nil
        }
    }

    private static func dataviewKey(_ field: Token.DateField) -> String {
        switch field {
        case .due: "due"
        case .scheduled: "scheduled"
        case .done: "completion"
        case .dropped: "cancelled"
        case .since: "since"
        }
    }

    private static func todoTxtKey(_ field: Token.DateField) -> String {
        switch field {
        case .due: "due"
        case .scheduled: "scheduled"
        case .done: "done"
        case .dropped: "dropped"
        case .since: "since"
        }
    }
}

extension Token {
    /// Returns the dialect that an annotation is written in.
    ///
    /// It is nil for a token that is not an annotation, and for todo.txt's, whose annotations stand beside
    /// those of any other dialect.
    package func dialect(in text: [UInt8]) -> Dialect? {
        switch kind {
        case .box, .unknownTag, .topic, .blockID, .comment: return nil
        case .tag, .date, .badDate, .from, .via, .repeats, .ignored: break
        }
        if range.isEmpty { return nil }
        let byte = text[range.lowerBound]
        switch byte {
        case 0xE2, 0xF0: return .emoji
        case .ascii("@"): return .taskPaper
        case .ascii("["), .ascii("("):
            // `[chew]` and `(A)` are not fields. `(📅 2026-11-02)` is one of what is in the brackets.
            let value = text[range].dropFirst().drop(while: \.isBlank)
            if let first = value.first, byte == .ascii("("), first >= 0x80 { return .emoji }
            if value.first == .ascii("@") { return .taskPaper }
            let key = value.prefix { $0.isLetter }
            let colons = text[key.endIndex...].drop(while: \.isBlank)
            return colons.starts(with: "::".utf8) ? .dataview(byte) : nil
        default: return nil
        }
    }
}
