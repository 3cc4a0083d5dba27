/// What a person makes of a piece of feedback.
public enum TriageAnswer: Sendable, Equatable {
    case chew
    /// With what follows of it, an action or a plan, where that is known yet.
    case swallow(NestedBullet?)
    case spit(reason: String?)
    /// It is praise: something to lean on.
    case keep
    /// What it is about, with or without `#`. That decides nothing yet, so it is still asked about.
    case topic(String)

    /// The stage that it is decided into; nil where it is not decided.
    public var stage: Stage? {
        switch self {
        case .chew: .chew
        case .swallow: .swallow
        case .spit: .spit
        case .keep: .keep
        case .topic: nil
        }
    }

    /// The edit of a note that writes the answer down.
    func edit(
        line: Int, of bytes: [UInt8], path: NotePath, _ vocabulary: Vocabulary, today: CalendarDate
    ) throws(Refusal) -> NoteEdit {
        var editor = try NoteEditor(bytes, path: path, vocabulary: vocabulary)
        switch self {
        case .chew: try editor.mark(line: line, as: .chew, today: today)
        case .keep: try editor.mark(line: line, as: .keep, today: today)
        case .spit(let reason): try editor.mark(line: line, as: .spit, because: reason, today: today)
        case .swallow(let following):
            try editor.mark(line: line, as: .swallow, today: today)
            if let following { try editor.add(following, line: line) }
        case .topic(let name): try editor.name(topic: name, line: line)
        }
        return try editor.edit()
    }
}

extension NestedBullet {
    /// What is meant by a line that somebody types about what to do: a plan where it begins with `if` or has an
    /// arrow in it, `->` too, which stands for `→`; else an action. Nil where the line says nothing.
    public init?(typed line: String) {
        var text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
        for mark in ["- ", "* ", "[ ] "] where text.hasPrefix(mark) { text = text.dropFirst(mark.count) }
        if text.isEmpty { return nil }
        let first = text.prefix { $0.isLetter }
        let rest = text.dropFirst(first.count)
        let begins = first.lowercased() == "if" && (rest.first == " " || rest.first == ":")
        guard begins || text.contains("->") || text.contains("→") else {
            self = .action(String(text))
            return
        }
        let plan = (begins ? rest.drop { $0 == ":" || $0 == " " } : text).replacing("->", with: "→")
        if plan.isEmpty { return nil }
        self = .plan(String(plan))
    }
}
