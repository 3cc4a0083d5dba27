internal import Markup

// These functions find what came of an interview where the note says it in its own words.
extension AdoptionFinder {
    /// Returns what can be written if a note of an interview tells its outcome, but not as a property; nil if it does not.
    package func missingOutcome() -> Adoption? {
        guard note.note.outcome == nil,
            !note.diagnostics.contains(where: { $0.code == .unknownOutcome })
        else { return nil }
        var found: (line: Int, outcome: Outcome)?
        for block in note.outline.blocks {
            guard block.kind == .paragraph || block.kind == .listItem, let text = block.text else { continue }
            let lines = lines(text).filter { !$0.isEmpty }
            // The decision in a mail may go over several lines.
            let told = sentences(lines).compactMap { sentence in
                (OutcomeGuess.decision(in: sentence.text) ?? kinds.outcome(in: sentence.range)).map {
                    (sentence.range, $0)
                }
            }
            if let (range, outcome) = told.last {
                found = (source.position(of: range.lowerBound).line, outcome)
            }
            for line in lines where text.quotes == 0 {
                guard let outcome = outcome(in: line) else { continue }
                found = (source.position(of: line.lowerBound).line, outcome)
                // What the person decided themselves is the last word.
                if outcome == .withdrawn { break }
            }
            if found?.outcome == .withdrawn { break }
        }
        guard let found else { return nil }
        var facts = InterviewFacts()
        facts.outcome = found.outcome
        guard let replacements = try? facts.replacements(in: source, path: note.path) else { return nil }
        let proposal = Adoption.Proposal(
            "Write \(facts.description).", isCertain: false, [.init(replacements: replacements)])
        return adoption(
            at: Position(line: found.line, column: 1),
            Draft(lines: found.line...found.line, proposals: [proposal]), subject: .missing([]),
            problem: "this may say what came of it, which no property says")
    }

    /// Returns the outcome that a line tells after the day that it begins with; nil if it begins otherwise.
    private func outcomeToldOnDay(_ text: String) -> Outcome? {
        let day = SpelledDates(in: text, today: CalendarDate(dayNumber: 0), readsShort: true).found.first {
            Array(text).prefix($0.range.lowerBound).allSatisfy { !$0.isNumber }
                && $0.range.lowerBound <= Self.mostBeforeDay
        }
        guard let day else { return nil }
        let rest = String(Array(text)[day.range.upperBound...].drop { !$0.isLetter })
        let first = rest.split { ".;:!?,".contains($0) }.first.map(String.init) ?? ""
        return OutcomeGuess.outcome(toldOnDay: first.sentenceWords)
    }

    /// The most characters in front of the day, such as those of a weekday.
    private static let mostBeforeDay = 6

    private func outcome(in line: Range<Int>) -> Outcome? {
        let text = source.text(line)
        let plain = text.filter { $0 != "*" && $0 != "_" }
        let words = plain.sentenceWords
        if let first = words.first, OutcomeGuess.labels.contains(first), words.count > 1 {
            let value = plain.drop { $0.isWhitespace || $0.isLetter == false }.drop { $0.isLetter }
            return OutcomeGuess.outcome(ofValue: String(value))
        }
        if let outcome = outcomeToldOnDay(plain) { return outcome }
        if let outcome = sentences([line]).compactMap({ OutcomeGuess.outcome(in: $0.text) }).last {
            return outcome
        }
        // `ines phoned. second place.`
        return plain.split { ".;".contains($0) }.compactMap { OutcomeGuess.outcome(in: String($0)) }.last
    }
}
