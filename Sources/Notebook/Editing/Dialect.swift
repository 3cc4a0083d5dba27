internal import Markup

/// The way in which a bullet's annotations are written, so that one more can be written alike.
enum Dialect: Equatable {
    case todoTxt
    case taskPaper
    /// With the bracket that opens a field, `[` or `(`.
    case dataview(UInt8)
    /// Obsidian Tasks.
    case emoji

    /// The dialect for a date on which something was done or dropped. One line may hold several: emoji come
    /// first, for the plugin that they are made for would not find another spelling.
    static func ofStateDates(among tokens: [Token], in text: [UInt8]) -> Dialect {
        let dialects = tokens.compactMap { $0.dialect(in: text) }
        if dialects.contains(.emoji) { return .emoji }
        return dialects.last(where: \.isDataview) ?? dialects.last ?? .todoTxt
    }

    /// The dialect for the date since when a bullet is in its stage, which only two of them have.
    static func ofStageDates(among tokens: [Token], in text: [UInt8]) -> Dialect {
        tokens.compactMap { $0.dialect(in: text) }.last(where: \.isDataview) ?? .todoTxt
    }

    private var isDataview: Bool { if case .dataview = self { true } else { false } }

    /// A date's annotation in this dialect; in todo.txt's where it has none for the field.
    func annotation(_ field: Token.DateField, _ date: CalendarDate) -> [UInt8] {
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
    /// The dialect that an annotation is written in; nil for what is none, and for todo.txt's, which stand
    /// beside any other.
    func dialect(in text: [UInt8]) -> Dialect? {
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
            // `[chew]` and `(A)` are no fields.
            let key = text[range].dropFirst().drop(while: \.isBlank).prefix { $0.isLetter }
            let colons = text[key.endIndex...].drop(while: \.isBlank)
            return colons.starts(with: "::".utf8) ? .dataview(byte) : nil
        default: return nil
        }
    }
}
