internal import Markup

// These functions find who interviewed, and whether a note is about an interview of which nothing is read.
extension AdoptionFinder {
    /// Returns what can be written if a note names its interviewers, but not as a property; nil if it names
    /// none, or if its company or its date is asked about as well.
    package func missingInterviewers() -> Adoption? {
        guard note.note.speaksOfInterview || isOfInterview else { return nil }
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
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content else {
            return []
        }
        var names: [String] = []
        for pair in pairs where FrontMatterKey(pair.key) == nil && InterviewersGuess.opensList(pair.key) {
            switch pair.value {
            case .scalar(let text, _):
                names += InterviewersGuess.names(in: "with: \(text)", .first, besides: [])
            case .list(let items):
                for item in items {
                    if case .scalar(let text, _) = item.value {
                        names += InterviewersGuess.names(in: "with: \(text)", .first, besides: [])
                    }
                }
            default: break
            }
        }
        return names
    }

    // MARK: Lines

    /// The lines of the front matter with a key that is not Debrief's, as `key: value`.
    var otherFrontMatter: [String] {
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content else {
            return []
        }
        return pairs.compactMap { pair in
            guard FrontMatterKey(pair.key) == nil, case .scalar(let text, _) = pair.value else { return nil }
            return "\(pair.key): \(text)"
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
        let start = FrontMatter(of: source)?.lines.upperBound ?? 1
        let end = min(source.lineCount, start + Self.mostLines)
        guard start <= end else { return [] }
        return (start...end).compactMap { line in
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
        let start = FrontMatter(of: source)?.lines.upperBound ?? 1
        let end = min(source.lineCount, start + Self.mostLines)
        guard start <= end else { return [] }
        let headings = Set(note.headings.map(\.line))
        var found: [(line: String, isBelowStage: Bool)] = []
        var isBelowStage = false
        // The lines below a label are read as one line with it.
        var isListOpen = false
        var hasEntry = false
        for number in start...end {
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
        return TitleWords.isOfInterview(heading)
            || heading.sentenceWords.contains { stages.contains($0) }
    }

    // MARK: What it is about

    /// Whether the words of the note say that it is about an interview of the writer's.
    var isOfInterview: Bool {
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
            >= InterviewSigns.enough
    }
}
