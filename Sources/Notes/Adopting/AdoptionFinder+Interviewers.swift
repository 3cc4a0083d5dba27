internal import Markup

// These functions find who interviewed, and whether a note is about an interview of which nothing is read.
extension AdoptionFinder {
    /// Returns what can be written if a note of an interview names its interviewers, but not as a property; nil
    /// if it names none.
    package func missingInterviewers() -> Adoption? {
        let names = interviewers(besides: [note.note.company].compactMap(\.self))
        guard !names.isEmpty,
            let proposal = factsProposal(
                InterviewFacts(interviewers: names), isCertain: false, isLikely: true)
        else { return nil }
        let lines = 1...max(min(source.lineCount, 6), 1)
        let found = adoption(
            at: .start, Draft(lines: lines, proposals: [proposal]), subject: .missing([]),
            problem: "the note seems to name interviewers, whom no property names")
        return found.writableProposals.isEmpty ? nil : found
    }

    /// Returns the people whom the note names as interviewers; none if a property names them.
    ///
    /// - Parameter companies: names that are no person's.
    /// - Returns: the names without roles.
    func interviewers(besides companies: [String]) -> [String] {
        guard note.note.interviewers.isEmpty,
            !note.diagnostics.contains(where: { $0.code == .oneName })
        else { return [] }
        let others = Set(companies.map { $0.lowercased() })
        let told = names.filter { $0.isInterviewer && !others.contains($0.text.lowercased()) }.map(\.person)
        // Names in small letters are found by what stands around them alone.
        let words = Set(names.flatMap(\.text.sentenceWords))
        let small = listed.filter { name in
            words.isDisjoint(with: name.sentenceWords)
                && !others.contains { $0 == name.lowercased() || $0.hasPrefix(name.lowercased() + " ") }
        }
        return Array((told + small).prefix(Self.mostInterviewers))
    }

    /// Returns the people whom the words around their names say to be interviewers.
    func listedInterviewers(besides companies: [String]) -> [String] {
        let others = Set(companies.map { $0.lowercased() })
        var names: [String] = []
        func add(_ found: [String]) {
            for name in found where names.count < Self.mostInterviewers {
                let isSame = names.contains { other in
                    let words = other.sentenceWords
                    return name.sentenceWords.allSatisfy { words.contains($0) }
                }
                if !isSame { names.append(name) }
            }
        }
        add(interviewersInFrontMatter)
        let first = openingLines
        add(InterviewersGuess.names(in: note.note.title, .title, besides: others))
        for (line, isBelowStage) in linesWithPlace {
            let other: InterviewersGuess.Place = first.contains(line) ? .first : .elsewhere
            add(InterviewersGuess.names(in: line, isBelowStage ? .belowStage : other, besides: others))
        }
        // The fields of a line and the rows of a table are among the first lines alone.
        for line in first { add(InterviewersGuess.names(in: line, .first, besides: others)) }
        return names
    }

    private static let mostInterviewers = 8

    /// The names in front matter below another key that means interviewers.
    private var interviewersInFrontMatter: [String] {
        otherPairs.filter { InterviewersGuess.opensList($0.key) }.flatMap { YAMLValue.texts($0).texts }
            .flatMap { InterviewersGuess.names(in: "with: \($0.text)", .first, besides: []) }
    }

    /// What stands in the front matter with a key that is not Debrief's.
    private var otherPairs: [FrontMatter.Pair] {
        guard case .success(let pairs) = FrontMatter(of: source)?.content else { return [] }
        return pairs.filter { FrontMatterKey($0.key) == nil }
    }

    // MARK: Lines

    /// The texts of the front matter with a key that is not Debrief's, as `key: value`.
    var otherFrontMatter: [String] {
        otherPairs.compactMap { pair in
            if case .scalar(let text, _) = pair.value { "\(pair.key): \(text)" } else { nil }
        }
    }

    /// The first lines of the note, also if it begins with a list, as an outline does.
    var openingLines: [String] {
        let lines = firstLines
        if lines.count > 1 { return lines }
        var opening = lines
        for line in bodyLines(quoted: false).prefix(Self.mostOpeningLines) {
            let isTask = ["[ ]", "[x]", "TODO", "DONE", "LATER"].contains { line.hasPrefix($0) }
            if !isTask, !opening.contains(line) { opening.append(line) }
        }
        return opening
    }

    private static let mostOpeningLines = 5
    private static let mostLines = 400

    /// The numbers of the first lines below the front matter.
    private var firstLineNumbers: Range<Int> {
        let start = FrontMatter(of: source)?.lines.upperBound ?? 1
        return start..<max(start, min(source.lineCount, start + Self.mostLines) + 1)
    }

    /// The text of the note's headings.
    var headingLines: [String] {
        note.headings.map { position in
            let text = source.text(source.content(ofLine: position.line)).folded
            return String(text.drop { $0 == "#" || $0 == "-" || $0.isWhitespace })
        }
    }

    /// Returns the lines below the front matter that are not empty, without the marks of lists.
    ///
    /// - Parameter quoted: whether lines in quotes are among them.
    /// - Returns: the first lines, up to a limit.
    func bodyLines(quoted: Bool) -> [String] {
        firstLineNumbers.compactMap { line in
            var text = source.text(source.content(ofLine: line)).folded[...]
            if text.drop(while: { "-*+ ".contains($0) }).first == ">", !quoted { return nil }
            text = text.drop { "-*+># ".contains($0) }
            return text.isEmpty ? nil : String(text)
        }
    }

    /// The lines that are not in a quote, each with whether it stands right below the heading of a stage.
    ///
    /// The lines below a label of interviewers are one line with it.
    private var linesWithPlace: [(line: String, isBelowStage: Bool)] {
        let headings = Set(note.headings.map(\.line))
        var found: [(line: String, isBelowStage: Bool)] = []
        var isBelowStage = false
        // The lines below a label are read as one line with it.
        var isListOpen = false
        var hasEntry = false
        for number in firstLineNumbers {
            let whole = source.text(source.content(ofLine: number)).folded
            let text = String(whole.drop { "-*+# ".contains($0) })
            if text.isEmpty {
                if hasEntry { isListOpen = false }
                continue
            }
            if text.hasPrefix(">") || text.hasPrefix("[ ]") || text.hasPrefix("[x]") {
                isListOpen = false
                continue
            }
            if headings.contains(number) {
                isListOpen = InterviewersGuess.opensList(text)
                hasEntry = false
                isBelowStage = Self.isOfStage(text)
                found.append((text, false))
            } else if text.hasSuffix(":"), InterviewersGuess.opensList(text) {
                isListOpen = true
                hasEntry = false
            } else if isListOpen {
                hasEntry = true
                found.append(("who: \(text)", false))
            } else {
                found.append((text, isBelowStage))
                isBelowStage = false
            }
        }
        return found
    }

    /// Returns whether a heading names a stage of interviews, or the day of one.
    private static func isOfStage(_ heading: String) -> Bool {
        let stages: Set<String> = [
            "screen", "call", "interview", "round", "onsite", "panel", "final", "tech",
        ]
        let isDay =
            heading.sentenceWords.count <= mostWordsOfDay
            && !SpelledDates(in: heading, today: CalendarDate(dayNumber: 0)).found.isEmpty
        return isDay || TitleWords.isOfInterview(heading)
            || heading.sentenceWords.contains { stages.contains($0) }
    }

    private static let mostWordsOfDay = 4

    // MARK: What it is about

    /// Whether the note is about an interview: by what is read of it, or by its words.
    package var isOfInterview: Bool { note.note.speaksOfInterview || tellsOfInterview }

    /// Whether the words of the note say that it is about an interview of the writer's.
    private var tellsOfInterview: Bool { signsOfInterview >= InterviewSigns.enough }

    /// How much the words of the note speak for it.
    var signsOfInterview: Int {
        let lines = [note.note.title] + bodyLines(quoted: true)
        let folders = note.path.text.split(separator: "/").dropLast().flatMap { String($0).sentenceWords }
        let words = lines.flatMap(\.sentenceWords)
        let tellsOutcome = lines.contains { line in
            let first = line.sentenceWords.first ?? ""
            if OutcomeGuess.labels.contains(first), let colon = line.firstIndex(of: ":") {
                return OutcomeGuess.outcome(ofValue: String(line[colon...].dropFirst())) != nil
            }
            return OutcomeGuess.outcome(in: line) != nil
        }
        return InterviewSigns.weight(of: words, folders: folders, tellsOutcome: tellsOutcome)
    }
}
