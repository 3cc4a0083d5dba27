internal import Markup

// These functions find the names in a note, and whose they probably are.
extension AdoptionFinder {
    /// A name in a note, and whose it probably is.
    package struct ToldName {
        /// The name as it is written.
        package let text: String
        let role: NameRole.Probabilities

        /// The name without a role in front of it: `Yasmin Rauf` for `Head of Faculty Yasmin Rauf`.
        package var person: String {
            PeopleList(text, allowsSmall: false, besides: []).names.first ?? text
        }

        package var isInterviewer: Bool { role.interviewer >= 0.45 }
    }

    /// The name that is most probably that of the company of the interview; nil if none may be.
    var likeliestCompany: String? {
        let likeliest = names.filter { $0.role.company > $0.role.interviewer }
            .max { $0.role.company < $1.role.company }
        return likeliest.flatMap { $0.role.company >= Self.leastOfCompany ? $0.text : nil }
    }

    private static let leastOfCompany = 0.35

    /// Returns whether a label is the name of a person who may have been at the interview.
    func isSpeaker(_ label: String) -> Bool {
        guard people.isOf(label) else { return false }
        let told = label.sentenceWords.compactMap { likeliestInterviewers[$0] }.max()
        return told.map { $0 >= Self.leastOfSpeaker } ?? true
    }

    /// Returns, for each word of the names in the note, how probably somebody with that name is an interviewer.
    func interviewersByWord() -> [String: Double] {
        var found: [String: Double] = [:]
        for name in names {
            for word in name.text.sentenceWords { found[word] = max(found[word] ?? 0, name.role.interviewer) }
        }
        return found
    }

    private static let leastOfSpeaker = 0.15

    /// Whether the note has enough lines for what stands around a name or a date to tell whose it is.
    ///
    /// In a few lines only the words do.
    var isLongEnoughToTell: Bool {
        noteLines.count { $0.place != .front && $0.place != .fileName } > Self.fewLines
    }

    private static let fewLines = 5

    /// Returns the names in the note, and whose each probably is.
    ///
    /// A note of a few lines has none, and neither has one whose properties say the company and who interviewed.
    func toldNames() -> [ToldName] {
        if !isLongEnoughToTell || !note.note.interviewers.isEmpty && note.note.company != nil { return [] }
        return noteNames().map { ToldName(text: $0.text, role: NameRole.probabilities(of: $0.features)) }
    }

    /// Returns the people whom the words around their names say to be interviewers; none where the words are not asked.
    func listedPeople() -> [String] {
        if !note.note.interviewers.isEmpty { return [] }
        return listedInterviewers(besides: [note.note.company ?? listedCompany].compactMap(\.self))
    }

    /// Returns the names in a note, with what can be seen of them.
    package func noteNames() -> [NoteName] {
        var names = NameFinder.names(in: noteLines)
        if names.isEmpty { return [] }
        // What the lists of words say of a name is one sign among others.
        let companies = [listedCompany].compactMap(\.self)
        for number in names.indices {
            let words = Set(names[number].text.sentenceWords)
            func isAmong(_ others: [String]) -> Bool {
                others.contains { !words.isDisjoint(with: $0.sentenceWords) }
            }
            if isAmong(companies) { names[number].features.insert("listed=company") }
            if isAmong(listed) { names[number].features.insert("listed=interviewer") }
        }
        return names
    }

    /// Returns the file's name and the lines of the note, up to a limit.
    func placedLines() -> [NoteLine] {
        var lines = [NoteLine(stem.replacing("_", with: " ").replacing("-", with: " "), place: .fileName)]
        let headings = Set(note.headings.map(\.line))
        let front = FrontMatter(of: source)?.lines
        var heading: [String] = []
        var line: [String] = []
        var count = 0
        for number in 1...max(min(source.lineCount, Self.mostLines), 1) {
            let content = source.content(ofLine: number)
            let end = min(content.upperBound, content.lowerBound + Self.mostBytes)
            let whole = source.text(content.lowerBound..<end)
            let text = Self.withoutMarks(whole)
            if text.isEmpty {
                line = []
                continue
            }
            let isFront = front?.contains(number) ?? false
            let isHeading = !isFront && headings.contains(number)
            if isHeading { (heading, line) = (Array(text.sentenceWords.prefix(Self.mostWordsAbove)), []) }
            let place: NoteLine.Place = isFront ? .front : isHeading ? .heading : .line(count)
            lines.append(NoteLine(text, place: place, line: line, heading: heading))
            count += 1
            if text.hasSuffix(":") || LineText.bold(bytes.span.extracting(content)) != nil {
                line = Array(text.sentenceWords.prefix(Self.mostWordsAbove))
            }
        }
        return lines
    }

    private static let (mostLines, mostBytes, mostWordsAbove) = (600, 2_000, 8)

    /// Returns a line without the marks in front of its text and around its words.
    private static func withoutMarks(_ line: String) -> String {
        var text = line.filter { !"*_`".contains($0) }.drop { " \t>+-#•→☐▢".contains($0) }
        let digits = text.prefix { $0.isNumber }
        let mark = text.dropFirst(digits.count).first
        if !digits.isEmpty, mark == "." || mark == ")" {
            let rest = text.dropFirst(digits.count + 1)
            if rest.first?.isWhitespace ?? false { text = rest.drop(while: \.isWhitespace) }
        }
        if text.hasPrefix("[ ]") || text.hasPrefix("[x]") { text = text.dropFirst(3) }
        return String(text).folded
    }
}
