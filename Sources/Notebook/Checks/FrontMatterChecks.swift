internal import Markup

// What can be wrong with a note's front matter.

extension Diagnostic {
    static func frontMatter(_ failure: FrontMatter.Failure, in source: Source, _ path: NotePath) -> Diagnostic
    {
        switch failure {
        case .unclosed:
            Diagnostic(
                .unclosedFrontMatter, path: path, at: .start,
                "the front matter that begins here is never closed; end it with a line `---`")
        case .tooLarge:
            Diagnostic(
                .badFrontMatter, path: path, at: .start,
                "the front matter is larger than \(FrontMatter.largest / 1024) KiB and was not read")
        case .notAMapping(let place):
            Diagnostic(
                .badFrontMatter, path: path, at: place,
                "the front matter is not a list of `key: value` lines, and was not read")
        case .syntax(let problem, let place):
            Diagnostic(
                .badFrontMatter, path: path, at: place,
                "the front matter was not read: \(problem)\(hint(for: source, line: place.line))")
        }
    }

    /// What to write instead, for the mistakes that people make most.
    private static func hint(for source: Source, line: Int) -> String {
        // A parser often notices on the line that follows.
        for line in [line, line - 1] where line > 1 {
            let text = source.text(source.content(ofLine: line))
            guard let colon = text.utf8.firstIndex(of: .ascii(":")) else { continue }
            let key = text[..<colon]
            let value = text[text.index(after: colon)...].drop { $0 == " " }
            guard let first = value.first, first != "\"", first != "'" else { continue }
            let isReserved = "@`%&*!|>[]{}".contains(first)
            if isReserved || value.contains(": ") || value.hasSuffix(":") || value.contains(" #") {
                let quoted = value.contains("\"") ? "'\(value)'" : "\"\(value)\""
                return "; put the value in quotes: `\(key): \(quoted)`"
            }
        }
        return ""
    }

    static func badDate(key: String, value: String, _ path: NotePath, at place: Position) -> Diagnostic {
        Diagnostic(.badDate, path: path, at: place, "`\(key)` is no date: \"\(value)\"; write YYYY-MM-DD")
    }

    static func badValue(key: String, found: String, expected: String, _ path: NotePath, at place: Position)
        -> Diagnostic
    {
        Diagnostic(.badValue, path: path, at: place, "`\(key)` is \(found), not \(expected); it was left out")
    }

    static func badElement(key: String, found: String, _ path: NotePath, at place: Position) -> Diagnostic {
        Diagnostic(
            .badValue, path: path, at: place,
            "an element of `\(key)` is \(found), not text; it was left out")
    }

    static func notATopic(_ text: String, key: String, _ path: NotePath, at place: Position) -> Diagnostic {
        Diagnostic(
            .badValue, path: path, at: place, "in `\(key)`, \(TopicName.problem(with: text)); it was left out"
        )
    }

    static func commentedValue(key: String, comment: String, _ path: NotePath, at place: Position)
        -> Diagnostic
    {
        Diagnostic(
            .badValue, path: path, at: place,
            "`\(key)` is empty, for YAML takes `\(comment)` as a comment; put it in quotes: `\(key): \"\(comment)\"`"
        )
    }

    static func duplicateKey(_ key: String, first: String, _ path: NotePath, at place: Position) -> Diagnostic
    {
        let earlier = key.lowercased() == first.lowercased() ? "" : " as `\(first)`"
        return Diagnostic(
            .duplicateKey, path: path, at: place, "`\(key)` was already given\(earlier); the first one counts"
        )
    }

    static func unknownOutcome(_ value: String, _ path: NotePath, at place: Position) -> Diagnostic {
        let known = Outcome.known.map(\.description).joined(separator: ", ")
        return Diagnostic(
            .unknownOutcome, path: path, at: place, "\"\(value)\" is none of the known outcomes: \(known)")
    }

    static func requestOrder(_ dates: RequestDates, _ path: NotePath, at place: Position) -> Diagnostic? {
        guard let asked = dates.asked, let answered = dates.answered, answered < asked else { return nil }
        return Diagnostic(
            .requestOrder, path: path, at: place,
            "answered on \(answered), before it was asked for on \(asked)")
    }
}
