package import Markup

// These diagnostics say what is wrong with a note's front matter.

extension Diagnostic {
    package static func badDate(key: String, value: String, _ path: NotePath, at position: Position)
        -> Diagnostic
    {
        Diagnostic(.badDate, path: path, at: position, "`\(key)` is no date: \"\(value)\"; write YYYY-MM-DD")
    }

    package static func badTime(key: String, value: String, _ path: NotePath, at position: Position)
        -> Diagnostic
    {
        Diagnostic(
            .badValue, path: path, at: position,
            "`\(key)` is not a time: \"\(value)\"; write HH:MM, as in 09:30; it was left out")
    }

    package static func dateToCome(
        key: FrontMatterKey, _ date: CalendarDate, _ path: NotePath, at position: Position
    ) -> Diagnostic {
        Diagnostic(
            .badDate, path: path, at: position,
            "`\(key.name)` is \(date), a day that has not come yet; write the day on which it happened")
    }

    package static func badValue(
        key: String, found: String, expected: String, _ path: NotePath, at position: Position
    )
        -> Diagnostic
    {
        Diagnostic(
            .badValue, path: path, at: position, "`\(key)` is \(found), not \(expected); it was left out")
    }

    package static func badElement(
        key: String, found: String, advice: String?, _ path: NotePath, at position: Position
    ) -> Diagnostic {
        let advice = advice.map { "; put it in quotes if it is one text: \(Wording.code($0))" } ?? ""
        return Diagnostic(
            .badValue, path: path, at: position,
            "an element of `\(key)` is \(found), not text; it was left out\(advice)")
    }

    package static func notATopic(_ text: String, key: String, _ path: NotePath, at position: Position)
        -> Diagnostic
    {
        Diagnostic(
            .badValue, path: path, at: position,
            "in `\(key)`, \(TopicName.problem(with: text)); it was left out"
        )
    }

    package static func commentedValue(
        key: String, comment: String, advice: String, isEmpty: Bool, _ path: NotePath, at position: Position
    ) -> Diagnostic {
        let what = isEmpty ? "is empty" : "ends"
        return Diagnostic(
            .badValue, path: path, at: position,
            "`\(key)` \(what) before \(Wording.code(comment)), which YAML takes for a comment; "
                + "put the whole in quotes: \(Wording.code(advice))")
    }

    package static func oneName(
        _ text: String, key: String, parts: [String], _ style: PropertyLine.Style?, _ path: NotePath,
        at position: Position
    ) -> Diagnostic {
        let list =
            style.map { $0.line(key, parts.map { "[[\($0)]]" }.joined(separator: ", ")) }
            ?? "\(key): [\(parts.map(YAMLScalar.text).joined(separator: ", "))]"
        return Diagnostic(
            .oneName, path: path, at: position,
            "\"\(text)\" is one name here; if it is several, write them as a list: \(Wording.code(list))")
    }

    package static func duplicateKey(_ key: String, first: String, _ path: NotePath, at position: Position)
        -> Diagnostic
    {
        let earlier = key.lowercased() == first.lowercased() ? "" : " as `\(first)`"
        return Diagnostic(
            .duplicateKey, path: path, at: position,
            "`\(key)` was already given\(earlier); the first one counts"
        )
    }

    package static func unknownOutcome(_ value: String, _ path: NotePath, at position: Position) -> Diagnostic
    {
        let known = Outcome.known.map(\.description).joined(separator: ", ")
        return Diagnostic(
            .unknownOutcome, path: path, at: position, "\"\(value)\" is none of the known outcomes: \(known)")
    }

    package static func requestOrder(
        _ dates: RequestDates, interview: CalendarDate?, _ path: NotePath, at position: Position
    ) -> Diagnostic? {
        guard let answered = dates.answered else { return nil }
        if let asked = dates.asked, answered < asked {
            return Diagnostic(
                .requestOrder, path: path, at: position,
                "answered on \(answered), before it was asked for on \(asked)")
        }
        guard let interview, answered < interview else { return nil }
        return Diagnostic(
            .requestOrder, path: path, at: position,
            "answered on \(answered), before the interview on \(interview), which counts")
    }
}
