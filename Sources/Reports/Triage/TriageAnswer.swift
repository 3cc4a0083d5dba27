public import Notes

/// A person's answer about a piece of feedback.
public enum TriageAnswer: Sendable, Equatable {
    case chew
    /// The feedback is swallowed, with the action or the plan that follows from it if there is one already.
    case swallow(NestedBullet?)
    case spit(reason: String?)
    /// The feedback is praise: something to lean on.
    case keep
    /// The topic of the feedback, with or without `#`. This decides nothing yet, so that the feedback is
    /// still asked about.
    case topic(String)

    /// The stage that the answer decides on; nil if it decides nothing.
    public var stage: Stage? {
        switch self {
        case .chew: .chew
        case .swallow: .swallow
        case .spit: .spit
        case .keep: .keep
        case .topic: nil
        }
    }

    /// Returns the edit of a note that writes the answer.
    package func edit(
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
    /// Reads a line that somebody types about what to do; nil if the line is empty.
    ///
    /// The line is a plan if it begins with `if` or has an arrow in it. `->` stands for `→`. Otherwise, it is
    /// an action.
    ///
    /// - Parameter line: the line.
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
