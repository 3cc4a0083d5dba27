internal import Markup

/// What a label in front of a text is probably about: `Q: Why us?`, `- went well: the demo`,
/// `#todo ring Bea`.
///
/// Unlike a heading, it may be a single letter, and it is about the text on its line.
package struct LabelGuess {
    package enum Meaning: Equatable {
        /// The text is of a section. The label says nothing more, and need not be kept.
        case section(Section)
        /// The label is who says it, which may be a person: `Miles: …`.
        case name(String)
        /// The same in small letters, which are a name only if a note has it elsewhere too.
        case smallName(String)
        /// The text is a fact about the interview, such as its outcome, or has a label of the person's own.
        case fact

        package var isSection: Bool { if case .section = self { true } else { false } }
    }

    package let meaning: Meaning
    /// Whose words the label says that it is about: `Ines's advice: …`; nil if it does not say.
    package let owner: String?
    /// The range of the text after the label.
    package let value: Range<Int>

    /// Reads the label at the beginning of a line.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - outer: the section that the line stands in; nil if it is in none.
    package init?(_ line: Span<UInt8>, in outer: Section?) {
        let bold = Self.boldParts(line)
        guard let (label, rest) = bold ?? Self.parts(line) else { return nil }
        let value = LineText.trimmed(line, rest..<line.count)
        guard !value.isEmpty, line[value.lowerBound] != .ascii("/") else { return nil }
        self.value = value
        let words = HeadingWords(line.extracting(label))
        owner = words.owner
        let name = words.small.joined(separator: " ")
        if name.isEmpty { return nil }
        if words.small.count <= 2, FrontMatterKey(name) != nil, Self.sections[name] == nil {
            meaning = .fact
        } else if bold != nil {
            guard let section = Self.sections[name] else { return nil }
            meaning = .section(section)
        } else if let section = Self.section(words, name, in: outer) {
            meaning = .section(section)
        } else if Self.isName(words) {
            meaning = .name(words.words.joined(separator: " "))
        } else if Self.isSmallName(words) {
            meaning = .smallName(
                words.words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))
        } else if Self.isShouted(words) {
            meaning = .fact
        } else {
            return nil
        }
    }

    /// Makes a guess whose meaning is known.
    package init(meaning: Meaning, value: Range<Int>) {
        (self.meaning, owner, self.value) = (meaning, nil, value)
    }

    // MARK: Where the label ends

    /// Returns the range of the label's words and where the text after it begins; nil if the line has no
    /// label.
    private static func parts(_ line: Span<UInt8>) -> (label: Range<Int>, rest: Int)? {
        var start = 0
        while start < line.count, "*_#".utf8.contains(line[start]) || line[start].isBlank { start += 1 }
        var end = start
        while end < line.count, line[end].isLetter || line[end].isDigit { end += 1 }
        if end == start || end == line.count { return otherParts(line, from: start) }
        // `#todo x`, and `Q. x`, `Q1) x`, `Q x`.
        if start > 0, line[start - 1] == .ascii("#"), line[end].isBlank { return (start..<end, end) }
        let isQuestion =
            (line[start] == .ascii("Q") || line[start] == .ascii("q"))
            && (end - start <= 3 && (start + 1..<end).allSatisfy { line[$0].isDigit })
        if isQuestion {
            var rest = end
            while rest < line.count, ".):*_".utf8.contains(line[rest]) { rest += 1 }
            let isCapital = line[start] == .ascii("Q")
            if rest < line.count, line[rest].isBlank, rest > end || isCapital {
                return (start..<start + 1, rest)
            }
        }
        return otherParts(line, from: start)
    }

    /// Returns the bold words at the beginning of a line, as in `**Outcome** Unsuccessful`; nil if it begins
    /// otherwise.
    private static func boldParts(_ line: Span<UInt8>) -> (label: Range<Int>, rest: Int)? {
        guard line.has("**", at: 0) else { return nil }
        for at in 2..<max(line.count - 2, 2) where line.has("**", at: at) && line[at + 2].isBlank {
            return (2..<at, at + 2)
        }
        return nil
    }

    private static func otherParts(_ line: Span<UInt8>, from start: Int) -> (label: Range<Int>, rest: Int)? {
        guard let colon = line.firstIndex(of: .ascii(":"), in: start..<line.count), colon > start,
            LineText.wordCount(line, start..<colon, limit: mostWords) <= mostWords
        else { return nil }
        var rest = colon + 1
        while rest < line.count, ":*_".utf8.contains(line[rest]) { rest += 1 }
        guard rest < line.count, line[rest].isBlank || line[rest] == .ascii("\"") else { return nil }
        return (start..<colon, rest)
    }

    private static let mostWords = 5

    // MARK: What it is about

    private static func section(_ words: HeadingWords, _ name: String, in outer: Section?) -> Section? {
        let isSaid = outer?.isFeedback ?? false
        if words.isMine, let section = mine[name] { return section }
        if let section = (isSaid ? said[name] : nil) ?? sections[name] { return section }
        // `ask Katrin`
        if words.small.first == "ask", words.small.count > 1 { return .questionsToAsk }
        let isOther = words.small.first.map { ["i", "we"].contains($0) } ?? true
        if words.small.count <= 4, !isOther, askings.contains(where: { words.small.ends(in: $0) }) {
            return .questionsAsked
        }
        return outer == nil ? guessed(words) : nil
    }

    /// Returns what a label of several words is about, as a heading with these words would be; nil if the heading
    /// would be about what others said, for which a label's words do not tell enough.
    private static func guessed(_ words: HeadingWords) -> Section? {
        guard words.small.count > 1 else { return nil }
        switch SectionGuess(words.small, isMine: words.isMine) {
        case .hunches: return .hunches
        case .questionsToAsk: return .questionsToAsk
        case .actions: return .actions
        default: return nil
        }
    }

    /// Returns what a label is about; nil if it does not tell.
    package static func section(named label: String) -> Section? { sections[label] }

    /// What labels are about, in small letters.
    private static let sections: [String: Section] = table([
        (
            .questionsAsked,
            [
                "q", "qs", "q's", "question", "questions", "asked", "asked me", "was asked", "i was asked",
                "got asked", "i got asked", "they asked", "they asked me", "asked about", "questions were",
                "the question was", "question was",
            ]
        ),
        (
            .questionsToAsk,
            [
                "ask", "ask them", "to ask", "for them", "ask next time", "ask at the end", "i asked",
                "asked them",
                "questions for them", "qs for them",
            ]
        ),
        (
            .feedback,
            [
                "f", "fb", "feedback", "they said", "comment", "comments", "critique", "criticism",
                "disliked",
                "didn't like", "they disliked", "negatives", "weaknesses", "weakness", "concern", "concerns",
                "tip", "advice",
            ]
        ),
        (.praise, ["liked", "they liked", "praise", "compliment", "positives", "strength", "strengths"]),
        (.evidence(.worked), ["went well", "what went well", "worked", "what worked", "good bits"]),
        (
            .hunches,
            [
                "hunch", "gut", "gut feel", "gut feeling", "me", "myself", "own thoughts", "own view",
                "own take", "could be better", "could have been better", "could've been better",
                "could have gone better", "could've gone better", "went badly", "went wrong",
                "went less well",
                "didn't go well", "did not go well", "not so well", "suspicion", "worry", "fear", "regret",
                "bad bits", "even better if", "ebi", "slip", "slips", "good", "bad", "less good",
                "not so good", "overall", "felt", "feels", "went", "feel", "feeling", "feelings",
                "how it went", "how it felt",
                "afraid", "fears", "worries", "worried", "scared",
            ]
        ),
        (
            .actions,
            [
                "todo", "to do", "to-do", "action", "actions", "next time", "next step", "next steps",
                "lesson", "lessons", "lesson learned", "lesson learnt", "lessons learned", "lessons learnt",
                "learning", "learnings", "takeaway", "takeaways", "take-away", "homework", "plan", "must do",
                "note to self", "so", "follow-up", "follow up", "things to do", "learned", "learnt", "rule",
                "rules", "remember", "reminder", "next for me",
            ]
        ),
    ])

    /// What labels are about where others speak.
    private static let said: [String: Section] = table([
        (
            .praise,
            ["good", "well", "went well", "what went well", "pros", "pro", "plus", "best", "worked", "+"]
        ),
        (
            .feedback,
            [
                "bad", "less good", "not so good", "could be better", "could improve", "improve", "cons",
                "con", "minus", "worst", "weak", "to improve", "needs work",
            ]
        ),
    ])

    /// What labels are about that say `my`.
    private static let mine: [String: Section] = table([
        (
            .hunches,
            ["thoughts", "view", "take", "feeling", "impression", "impressions", "verdict", "side", "guess"]
        ),
        (.questionsToAsk, ["questions", "question", "qs"]),
    ])

    private static func table(_ rows: [(Section, [String])]) -> [String: Section] {
        Dictionary(rows.flatMap { row in row.1.map { ($0, row.0) } }) { first, _ in first }
    }

    /// How the labels of questions end, in words.
    private static let askings = [
        ["asked"], ["asked", "me"], ["question"], ["questions"], ["wanted", "to", "know"],
        ["question", "was"], ["questions", "were"],
    ]

    // MARK: Names

    private static let mostNameWords = 3

    /// Returns the name that a text may be; nil if it cannot be a name.
    package static func name(_ text: Span<UInt8>) -> String? {
        let words = HeadingWords(text)
        return isName(words) ? words.words.joined(separator: " ") : nil
    }

    /// Returns whether words may be the name of a person.
    private static func isName(_ words: HeadingWords) -> Bool {
        guard words.owner == nil, (1...mostNameWords).contains(words.words.count) else { return false }
        return words.words.allSatisfy { $0.startsWithCapital && $0.contains { $0.isLowercase } }
            && !words.small.contains { notNames.contains($0) }
    }

    private static func isSmallName(_ words: HeadingWords) -> Bool {
        words.owner == nil && (1...2).contains(words.words.count)
            && words.words.allSatisfy { $0.allSatisfy { $0.isLetter && $0.isLowercase } }
            && !words.small.contains { notNames.contains($0) }
    }

    /// Returns whether a label is in capital letters, as people write their own: `HOW I GOT IT`.
    private static func isShouted(_ words: HeadingWords) -> Bool {
        words.words.contains { $0.count > 1 } && words.words.allSatisfy { !$0.contains { $0.isLowercase } }
    }

    /// Words with a capital letter in front of a colon that are the names of nobody.
    private static let notNames: Set<String> = [
        "note", "notes", "location", "address", "salary", "pay", "budget", "team", "stack", "product",
        "format", "length", "duration", "agenda", "topic", "topics", "prep", "preparation", "background",
        "context", "company", "role", "position", "job", "post", "level", "department", "office",
        "link", "links", "contact", "contacts", "phone", "email", "mail", "zoom", "teams", "panel", "who",
        "what", "where", "when", "why", "how", "met", "interviewer", "interviewers", "people", "present",
        "answer", "answers", "a", "pros", "cons", "good", "bad", "ok", "summary", "overview", "details",
        "update", "outcome", "result", "results", "status", "decision", "verdict", "rejected", "offer",
        "intro", "introduction", "part", "task", "exercise", "case", "presentation", "demo", "test",
        "round", "stage", "day", "time", "date", "dress", "travel", "parking", "lunch", "benefits", "perks",
        "start", "end", "first", "second", "third", "last", "next", "also", "ps", "situation", "action",
        "story", "example", "problem", "solution", "approach", "requirements", "design", "coding", "system",
        "behavioural", "behavioral", "technical", "culture", "tech", "size", "industry", "website",
        "recruiter", "agency", "hr", "fyi", "nb", "tl", "dr", "warning", "important", "plan", "goal",
        "goals", "idea", "ideas", "reason", "reasons", "source", "via", "ref", "reference", "tools",
        "school", "hospital", "clinic", "firm", "employer", "type",
        "priority", "created", "edited", "title", "case", "assignment", "job", "language", "languages",
        "research", "experience", "skills", "education", "mood", "energy",
    ]
}

extension Array where Element == String {
    fileprivate func ends(in words: [String]) -> Bool {
        count >= words.count && Array(suffix(words.count)) == words
    }
}
