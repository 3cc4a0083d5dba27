internal import Markup

/// The table of headings.
///
/// It says which words begin which section.
package struct HeadingTable {
    private let configured: [(words: [String], section: Section)]
    private let stages: [String: Stage]
    /// A filter that passes all texts that mean something, and all texts with a word of the method.
    package let filter: WordFilter

    package init(_ vocabulary: Vocabulary) {
        configured = vocabulary.headings.map { heading in
            (HeadingWords(String(decoding: heading.words, as: UTF8.self)).small, Section(heading.section))
        }
        var stages: [String: Stage] = [:]
        for (word, tag) in vocabulary.tags {
            let word = String(decoding: word, as: UTF8.self)
            if case .stage(let stage) = tag, word != "stew" { stages[word] = stage }
        }
        self.stages = stages
        let firstWords = Self.names.keys.map { String($0.prefix { $0 != " " }) }
        filter = WordFilter(
            firstWords + configured.map { $0.words.first ?? "" } + stages.keys + Self.methodWords
                + ["question", "questions", "from"],
            misspelt: Self.misspeltMethodWords)
    }

    /// Returns what a heading means.
    ///
    /// A heading that the filter does not pass means nothing.
    package func meaning(of text: Span<UInt8>) -> HeadingMeaning {
        var meaning = HeadingMeaning(kind: .nothing, words: HeadingWords(text))
        let words = meaning.words.small
        guard let first = words.first else { return meaning }
        if let own = configured.first(where: { words.starts(with: $0.words) }) {
            meaning.kind = .section(own.section)
            meaning.isWhole = words.count == own.words.count
        } else if words.count == 1, let stage = stages[first] {
            meaning.kind = .section(.stage(stage))
            meaning.isWhole = true
        } else if let kind = Self.names[words.joined(separator: " ")] {
            meaning.kind = kind
            meaning.isWhole = true
            if words == ["feedback"] { meaning.speaker = meaning.words.owner }
            if meaning.words.isMine, words == ["questions"] { meaning.kind = .section(.questionsToAsk) }
        } else if first == "feedback" || words.last == "feedback" {
            readFeedback(&meaning)
        } else if first == "question" || first == "questions" || words.last == "questions" {
            readQuestions(&meaning)
        } else if first == "hunch" || first == "hunches" {
            meaning.kind = .section(.hunches)
        } else if first == "from", words.count > 1 {
            meaning.kind = .from
            let name = meaning.words.words.dropFirst()
            meaning.speaker = Self.name(name)
            meaning.isWhole = name.allSatisfy { $0 == "," || $0.startsWithCapital }
        } else if Self.isOfBoth(meaning.words.parts) {
            meaning.kind = .section(.undecidedEvidence)
        }
        return meaning
    }

    // MARK: Whole names

    private static let names: [String: HeadingMeaning.Kind] = {
        let feedback = [
            "feedback", "what they said", "weaknesses", "weak areas", "areas for improvement",
            "areas of improvement", "areas to improve", "to improve", "growth areas",
        ]
        let guesses = [
            "gut feeling", "how it went", "how i think it went", "how did it go", "impression", "impressions",
            "what went wrong", "what didn't go well", "what could have gone better", "what could be improved",
            "what i would do differently", "mistakes", "self-assessment", "self-review",
        ]
        let actions = [
            "actions", "action items", "next steps", "to do", "todo", "todos", "to-do", "to-dos", "follow-up",
            "follow-ups", "follow up",
        ]
        let sections: [(Section, [String])] = [
            (.feedback, feedback), (.praise, ["strengths", "positives", "what they liked"]),
            (.hunches, ["hunch", "hunches"]), (.evidence(.worked), ["worked"]),
            (.evidence(.slipped), ["slipped", "what slipped"]), (.actions, actions),
            (.questionsAsked, ["question", "questions", "they asked", "what they asked", "q&a"]),
            (.questionsToAsk, ["ask them"]), (.stories, ["stories"]),
        ]
        var names: [String: HeadingMeaning.Kind] = [:]
        for (section, words) in sections { for name in words { names[name] = .section(section) } }
        for name in guesses { names[name] = .guess }
        for name in ["pros", "highlights"] { names[name] = .praiseWithinFeedback }
        for name in ["what went well", "went well", "what worked"] { names[name] = .wentWell }
        names["what didn't work"] = .didNotWork
        return names
    }()

    private static func isOfBoth(_ parts: [[String]]) -> Bool {
        guard parts.count > 1 else { return false }
        let kinds = parts.map { Self.names[$0.joined(separator: " ")] }
        let hasWorked = kinds.contains { $0 == .wentWell || $0 == .section(.evidence(.worked)) }
        let hasSlipped = kinds.contains { $0 == .didNotWork || $0 == .section(.evidence(.slipped)) }
        return hasWorked && hasSlipped && !kinds.contains(nil)
    }

    // MARK: Feedback

    /// Words before `feedback` that say that the feedback is still to come.
    private static let beforeFeedback: Set<String> = ["for", "no", "ask", "asking", "wait", "waiting"]
    /// Words after `feedback` that make something else of it.
    private static let afterFeedback: Set<String> = [
        "request", "requests", "form", "forms", "loop", "loops",
    ]

    /// Returns whether the word at an index is `feedback` in another sense.
    package static func isOtherFeedback(_ words: [String], at index: Int) -> Bool {
        words[..<index].contains { beforeFeedback.contains($0) }
            || index + 1 < words.count && afterFeedback.contains(words[index + 1])
    }

    private func readFeedback(_ meaning: inout HeadingMeaning) {
        let words = meaning.words.small
        let isFirst = words.first == "feedback"
        let index = isFirst ? 0 : words.count - 1
        guard isFirst || words.count <= 4, !Self.isOtherFeedback(words, at: index) else { return }
        meaning.kind = .section(.feedback)
        if words.count == 2, !isFirst, words[0].hasSuffix("'s") {
            // A name in small letters counts if it is an interviewer's.
            meaning.speaker = String(words[0].dropLast(2))
        }
        if isFirst, words.count > 2, words[1] == "from" {
            meaning.speaker = Self.name(meaning.words.words.dropFirst(2))
            meaning.isWhole = true
        }
    }

    /// Returns the name that words begin with, up to a comma; nil if there is none.
    private static func name(_ words: ArraySlice<String>) -> String? {
        let name = words.prefix { $0 != "," }
        return name.isEmpty ? nil : name.joined(separator: " ")
    }

    // MARK: Questions

    private static let afterQuestions: Set<String> = ["asked", "they", "he", "she", "list", "from"]
    private static let persons: Set<String> = ["the", "them", "him", "her"]

    private func readQuestions(_ meaning: inout HeadingMeaning) {
        let words = meaning.words.small
        guard words.first == "question" || words.first == "questions" else {
            let before = words.dropLast().joined(separator: " ")
            let isOther = ["open", "follow-up", "common", "frequently asked"].contains {
                before.hasSuffix($0)
            }
            if words.count <= 4, !isOther { meaning.kind = .section(.questionsAsked) }
            return
        }
        meaning.isWhole = true
        let second = words[1]
        if Self.afterQuestions.contains(second) {
            meaning.kind = .section(.questionsAsked)
        } else if words[0] == "question", second.utf8.allSatisfy({ $0.isDigit || $0 == .ascii(".") }) {
            if words.count > 2 { meaning.kind = .question }
        } else if isToAsk(meaning.words, second) {
            meaning.kind = .section(.questionsToAsk)
        } else {
            meaning.isWhole = false
        }
    }

    private static let beforeAsk: Set<String> = [
        "should", "want", "wanted", "would", "like", "will", "can", "could", "might", "may", "must", "need",
        "have", "plan", "still", "to",
    ]

    /// Returns whether words say that somebody asks: `ask`, `should ask`, `want to ask`.
    private static func isWishToAsk(_ words: ArraySlice<String>) -> Bool {
        words.drop { beforeAsk.contains($0) }.first == "ask"
    }

    private func isToAsk(_ words: HeadingWords, _ second: String) -> Bool {
        let small = words.small
        let third = small.count > 2 ? small[2] : ""
        switch second {
        case "for": return true
        case "to":
            let written = words.words.filter { $0 != "," && $0 != "/" && $0 != "&" }
            return third == "ask" || Self.persons.contains(third)
                || written.count > 2 && written[2].startsWithCapital
        case "i", "we", "you":
            return third == "asked" || Self.isWishToAsk(small.dropFirst(2))
        case "i'd", "we'd", "i'll", "we'll": return Self.isWishToAsk(small.dropFirst(2))
        default: return false
        }
    }
}

extension HeadingTable {
    /// All words that are looked for, in small letters.
    ///
    /// Those in `misspelt` are also found with a slip.
    package static let methodWords = ["feedback", "hunch", "hunches", "chew", "swallow", "spit"]
    package static let misspeltMethodWords: [StaticString] = ["feedback", "hunches"]
}
