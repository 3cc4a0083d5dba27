/// Finds the company of an interview in a title or a file's name.
package enum TitleWords {
    /// Returns the company that a title names; nil if it does not name one.
    ///
    /// `isCertain` says whether something separates the name from the rest of the title.
    package static func company(in title: String, today: CalendarDate) -> (name: String, isCertain: Bool)? {
        if isOfPractice(title) || looksBack(title) { return nil }
        let whole = withoutID(title).replacing("take home", with: "take-home")
        let (plain, hasDate) = withoutDates(whole, today: today)
        let parts = split(plain)
        var isCertain = parts.count > 1 || hasDate
        for part in parts {
            var words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            if let at = words.firstIndex(where: { ["at", "with", "@"].contains($0.lowercased()) }),
                words[..<at].allSatisfy({ isAboutInterviews($0) }), at + 1 < words.count
            {
                words.removeFirst(at + 1)
                isCertain = true
            } else if let at = words.firstIndex(of: "at"), at + 1 < words.count,
                words[at + 1].startsWithCapital
            {
                // `Practice nurse interview at Northgate Surgery`
                words.removeFirst(at + 1)
                isCertain = true
            } else if parts.count > 1, let last = words.last, roles.contains(last.lowercased()) {
                // `Occupational health nurse, Brightwell Foods`
                continue
            }
            let count = words.count
            while let first = words.first, isAboutInterviews(first) { words.removeFirst() }
            while let last = words.last, isAboutInterviews(last) { words.removeLast() }
            isCertain = isCertain || words.count < count
            let name = words.joined(separator: " ").trimmingMarks
            if !name.isEmpty, name.contains(where: \.isLetter) { return (name, isCertain) }
        }
        return nil
    }

    /// Returns whether a title is about an interview without a company: a mock interview or practice.
    private static func isOfPractice(_ title: String) -> Bool {
        let words = title.lowercased().split { !$0.isLetter }.map(String.init)
        let isPractice = zip(words, words.dropFirst() + [""]).contains { word, next in
            ["mock", "practice", "practise", "rehearsal"].contains(word) && !roles.contains(next)
        }
        return isPractice
            && words.contains {
                ["interview", "interviews", "with", "round", "session", "call"].contains($0)
            }
    }

    /// Returns whether a title is a question about many interviews: `What keeps coming up`.
    private static func looksBack(_ title: String) -> Bool {
        let first = title.lowercased().split { !$0.isLetter }.first.map(String.init)
        return ["what", "how", "why", "things", "lessons", "learnings"].contains(first ?? "")
    }

    /// Returns whether a title is about an interview.
    package static func isOfInterview(_ title: String) -> Bool {
        let words = title.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
        return words.contains { telling.contains($0) }
            || zip(words, words.dropFirst()).contains { ordinals.contains($0) && $1 == "round" }
    }

    /// Returns whether a text says that it is about an interview of the writer's.
    package static func tellsOfInterview(_ text: String) -> Bool {
        let words = text.sentenceWords
        return words.contains { tellingWords.contains($0) }
            || zip(words, words.dropFirst()).contains {
                $0 == "was" && $1 == "interviewed" || ["phone", "call", "screen"].contains($0) && $1 == "w"
                    || $0 == "phone" && ["with", "screen"].contains($1) || $0 == "hiring" && $1 == "manager"
                    || $0 == "interviewed" && ["by", "at", "with"].contains($1)
            }
    }

    /// The words that texts about an interview have in their first lines.
    private static let tellingWords: Set<String> = [
        "interview", "intvw", "recruiter", "rejected", "rejection", "ghosted", "panel", "interviewer",
        "onsite",
    ]

    private static let ordinals: Set<String> = [
        "first", "second", "third", "fourth", "final", "last", "st", "nd", "rd", "th", "phone", "technical",
    ]

    private static let telling: Set<String> = [
        "interview", "interviews", "interviewer", "interviewers", "onsite", "on-site", "recruiter", "screen",
        "panel", "final", "assessment",
    ]

    /// Returns a title without the 32 digits at the end of a title in Notion's exports, which identify the
    /// page.
    private static func withoutID(_ title: String) -> String {
        guard let last = title.split(separator: " ").last, last.count == 32, last.allSatisfy(\.isHexDigit)
        else {
            return title
        }
        return String(title.dropLast(33))
    }

    private static func withoutDates(_ title: String, today: CalendarDate) -> (String, hasDate: Bool) {
        let dates = SpelledDates(in: title, today: today).found
        var characters = Array(title)
        for range in Set(dates.map(\.range)).sorted(by: { $0.lowerBound > $1.lowerBound }) {
            characters.replaceSubrange(range, with: [" ", ",", " "])
        }
        return (String(characters), !dates.isEmpty)
    }

    private static func split(_ title: String) -> [String] {
        var parts = [""]
        var previous: Character = " "
        let characters = Array(title)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let isDash = "-–—".contains(character) && previous == " " && next == " "
            let isMark = ",:;()|/".contains(character) || character == "_"
            if isDash || isMark { parts.append("") } else { parts[parts.count - 1].append(character) }
            previous = character
        }
        return parts.filter { $0.contains { !$0.isWhitespace } }
    }

    private static let words: Set<String> = [
        "interview", "interviews", "interviewing", "call", "phone", "screen", "screening", "onsite",
        "on-site", "final",
        "round", "rounds", "panel", "chat", "first", "second", "third", "1st", "2nd", "3rd", "4th", "intro",
        "recruiter",
        "tech", "technical", "hm", "video", "zoom", "teams", "take-home", "notes", "note",
        "debrief",
        "feedback", "loop", "day", "again", "informal", "visit", "stage", "pt", "part", "the", "application",
        "job", "re",
        "after", "follow-up", "for", "a", "an", "my", "and", "coding", "design", "system", "culture",
        "hiring", "manager",
        "presentation", "demo", "online", "test", "assessment", "review", "from", "with", "at", "of",
        "questions", "two",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday",
        "wednesday",
        "thursday", "friday", "saturday", "sunday", "today", "rejection", "rejected", "offer", "outcome",
        "no", "prep", "preparation", "intv", "result",
    ]

    /// Words in which a part of a title ends that names a role and not a company.
    private static let roles: Set<String> = [
        "nurse", "manager", "engineer", "developer", "designer", "teacher", "lead", "leader", "director",
        "analyst", "consultant", "assistant", "administrator", "officer", "post", "role", "job", "position",
        "architect", "scientist", "executive", "coordinator", "specialist", "practitioner", "accountant",
        "representative", "rep", "intern", "trainee",
    ]

    /// Returns whether a word is about an interview and not a part of a company's name.
    private static func isAboutInterviews(_ word: String) -> Bool {
        let word = word.trimmingMarks.lowercased()
        return !word.contains { $0.isLetter || $0.isNumber } || words.contains(word)
            || word.allSatisfy { $0.isNumber || $0 == "." || $0 == "#" }
    }
}

extension String {
    /// The text without marks and blanks at both ends.
    fileprivate var trimmingMarks: String {
        func isMark(_ character: Character) -> Bool {
            !character.isLetter && !character.isNumber && character != "&" && character != "+"
        }
        var text = self[...]
        while let first = text.first, isMark(first) { text.removeFirst() }
        while let last = text.last, isMark(last), last != "." || text.count < 3 { text.removeLast() }
        return String(text)
    }
}
