/// The day by which something is to be done, as people say it: `by Friday`, `(until 20/03)`, `tomorrow`.
///
/// A day that only tells when something happens does not count: `the interview on 3 May`, `their mail of 3 May`.
package struct DueWords {
    /// The day that is meant most likely.
    package let day: CalendarDate
    /// Another day that may be meant; nil if there is none.
    package let other: CalendarDate?
    /// Whether the words name a day and its month after a word such as `by`, so that nothing speaks for
    /// another day.
    package let isExplicit: Bool

    /// Finds such a day in the text of an action; nil if there is none.
    package init?(in text: String, of note: DaysOfNote) {
        let words = DayWords(in: text, of: note)
        let days = words.days.filter { !Self.isPossessive($0, words) }
        let introduced = days.first { Self.isIntroduced($0, words) }
        // A question asks for a day, and sets none.
        let isQuestion = text.hasSuffix("?")
        let alone = isQuestion ? nil : Self.alone(days, words)
        guard let found = introduced ?? alone, let first = found.days.first else { return nil }
        day = first
        other = found.days.dropFirst().first
        isExplicit = introduced != nil && found.isExplicit
    }

    /// Returns whether something belongs to the day, as in `tomorrow's talk`.
    private static func isPossessive(_ day: DayWords.Day, _ words: DayWords) -> Bool {
        let next = day.words.upperBound
        return words.word(next) == "s" && ["'", "’"].contains(words.gap(before: next))
    }

    // MARK: Words before a day

    /// Returns whether a word such as `by` stands before a day, and nothing says that it means the opposite.
    private static func isIntroduced(_ day: DayWords.Day, _ words: DayWords) -> Bool {
        var at = day.words.lowerBound
        while let word = words.word(at - 1), words.gap(before: at).allSatisfy({ " :([*_".contains($0) }) {
            at -= 1
            if word == "than" { return words.word(at - 1) == "later" }
            if introducers.contains(word) { return true }
            if limits.contains(word) { return !isOpposite(at, words) }
            guard fillers.contains(word) else { return isBeforeOccasion(at + 1, words) }
        }
        return false
    }

    /// Returns whether a day is that of something before which all is to be done: `before the loop on 19 May`.
    private static func isBeforeOccasion(_ at: Int, _ words: DayWords) -> Bool {
        guard words.word(at) == "on" else { return false }
        var start = at
        while start > 0, at - start < mostWordsOfOccasion, words.gap(before: start) == " " {
            start -= 1
            guard let word = words.word(start) else { return false }
            if word == "before" || word == "b4" { return !isOpposite(start, words) }
        }
        return false
    }

    private static let mostWordsOfOccasion = 4

    /// Returns whether nothing is to be done before the day after a word such as `until`.
    private static func isOpposite(_ at: Int, _ words: DayWords) -> Bool {
        if let word = words.word(at - 1), word == "wait" || word == "waiting" { return true }
        return words.words[..<at].contains { ["not", "don", "dont", "never"].contains($0.text) }
    }

    private static let introducers: Set<String> = ["by", "due", "deadline", "latest", "closes", "closing"]
    private static let limits: Set<String> = ["until", "till", "til", "before", "b4"]
    private static let fillers: Set<String> = ["the", "on", "noon", "midday", "midnight"]

    // MARK: Days without such a word

    /// Returns the day at the end, or one that needs no place and no other word; nil if there is none.
    private static func alone(_ days: [DayWords.Day], _ words: DayWords) -> DayWords.Day? {
        let last = days.last { $0.need != .word || isInBrackets($0, words) }
        if let last, standsAtEnd(last, words), !isOfSomethingElse(last, words) { return last }
        if let day = days.first(where: { isDone(on: $0, words) || isInTheMiddle($0, words) }) { return day }
        return days.first { day in
            guard day.need == .nothing else { return false }
            let before = words.word(day.words.lowerBound - 1) ?? ""
            return !limits.contains(before)
                && !["of", "since", "from", "after", "than"].contains(before)
        }
    }

    /// Returns whether `on` stands before a day, and what stands before that is not something that happens on it.
    private static func isDone(on day: DayWords.Day, _ words: DayWords) -> Bool {
        var at = day.words.lowerBound
        if words.word(at - 1) == "the" { at -= 1 }
        guard at > 1, words.word(at - 1) == "on", words.gap(before: at) == " ",
            let before = words.word(at - 2), words.gap(before: at - 1) == " "
        else { return false }
        return !occasions.contains(before) && !happenings.contains(before)
    }

    /// Returns whether a day stands between what is to be done and why, or with what: `ring Monday for feedback`.
    private static func isInTheMiddle(_ day: DayWords.Day, _ words: DayWords) -> Bool {
        guard day.need == .end, !isOfSomethingElse(day, words) else { return false }
        var next = day.words.upperBound
        while let word = words.word(next), isTail(word) { next += 1 }
        guard let word = words.word(next) else { return true }
        return words.gap(before: next) == " + " || words.gap(before: next) == " " && reasons.contains(word)
    }

    /// What things do on a day.
    private static let happenings: Set<String> = [
        "is", "are", "was", "were", "it", "that", "happened", "happens", "said", "starts", "start", "based",
        "focus", "work", "depends", "later", "and", "or", "than", "them", "they", "he", "she",
    ]
    private static let reasons: Set<String> = [
        "for", "re", "if", "when", "as", "so", "because", "about", "to", "and", "with", "w",
    ]

    /// Returns whether nothing but a time of the day, or `at the latest`, follows a day in its clause.
    private static func standsAtEnd(_ day: DayWords.Day, _ words: DayWords) -> Bool {
        var next = day.words.upperBound
        while let word = words.word(next) {
            if endsClause(words.gap(before: next)) { return true }
            guard isTail(word) else { return false }
            next += 1
        }
        return true
    }

    private static func endsClause(_ gap: String) -> Bool {
        [", ", ". ", "; ", ": ", " (", ") ", " – ", " — ", " - ", " → ", " -> ", " + "].contains {
            gap.hasPrefix($0)
        }
    }

    /// Returns whether a day stands in brackets by itself: `(Sat)`.
    private static func isInBrackets(_ day: DayWords.Day, _ words: DayWords) -> Bool {
        words.gap(before: day.words.lowerBound).hasSuffix("(")
            && words.gap(before: day.words.upperBound).hasPrefix(")")
    }

    private static func isTail(_ word: String) -> Bool {
        if tails.contains(word) { return true }
        let digits = word.prefix { $0.isNumber }
        return !digits.isEmpty && ["", "am", "pm", "h"].contains(String(word.dropFirst(digits.count)))
    }

    private static let tails: Set<String> = [
        "morning", "noon", "lunch", "lunchtime", "afternoon", "evening", "night", "midnight", "eod",
        "nite", "at", "the", "latest", "am", "pm",
    ]

    /// Returns whether the word before a day makes it the day of something else, or there is no such word.
    private static func isOfSomethingElse(_ day: DayWords.Day, _ words: DayWords) -> Bool {
        var next = day.words.lowerBound
        if words.word(next - 1) == "the" { next -= 1 }
        guard let word = words.word(next - 1) else { return true }
        return (relations.contains(word) || occasions.contains(word))
            && words.gap(before: next).allSatisfy { " ([*_".contains($0) }
    }

    private static let relations: Set<String> = [
        "on", "of", "since", "from", "after", "in", "at", "to", "for", "with", "and", "or", "between",
        "about", "around", "via", "like", "than", "that", "was", "is", "last", "past", "every", "each",
        "until", "till", "til", "before", "b4",
    ]
    private static let occasions: Set<String> = [
        "interview", "interviews", "call", "round", "onsite", "final", "mail", "email", "letter", "message",
        "panel", "talk", "chat", "screen", "meeting", "presentation", "lesson", "shift", "session", "mock",
        "feedback", "notes", "loop", "visit", "trial", "task", "test", "day", "decision", "deadline",
        "appointment", "assessment", "offer", "incident", "outage", "said", "asked",
    ]
}
