internal import Markup

// These functions find the company and the day of an interview in a note's title, its file's name and its
// first lines.
extension AdoptionFinder {
    /// Returns what can be written if a note of an interview has no company or no date; nil if nothing is
    /// missing.
    package func missingFacts(today: CalendarDate) -> Adoption? {
        let codes = missingCodes
        if codes.isEmpty { return nil }
        let companies = codes.contains(.noCompany) ? companies(today: today) : []
        let dates = codes.contains(.noDate) ? dates(today: today) : []
        // Of a note of which nothing is read yet, the company must be known.
        if !note.note.speaksOfInterview, companies.isEmpty { return nil }
        let hasNone = companies.isEmpty && dates.isEmpty
        let names = hasNone ? [] : interviewers(besides: (companies.map(\.name) + [note.note.company ?? ""]))
        // A day and names of people speak for an interview as well.
        let signs = signsOfInterview + (dates.isEmpty ? 0 : 1) + (names.isEmpty ? 0 : 1)
        let tellsOfInterview = !note.note.speaksOfInterview || signs >= InterviewSigns.enough
        var proposals: [Adoption.Proposal] = []
        for (number, company) in (companies.isEmpty ? [nil] : companies.map(Optional.some)).prefix(3)
            .enumerated()
        {
            for (day, date) in (dates.isEmpty ? [nil] : dates.map(Optional.some)).prefix(3).enumerated() {
                if number > 0 && day > 0 { continue }
                let isCertain =
                    (company?.isCertain ?? true) && (date?.isCertain ?? true) && number == 0 && day == 0
                let isLikely = company == nil || isCertain || tellsOfInterview
                var facts = InterviewFacts(company: company?.name, date: date?.date, interviewers: names)
                if !names.isEmpty, !hasNone {
                    proposals += [factsProposal(facts, isCertain: false, isLikely: isLikely)]
                        .compactMap(\.self)
                    // Who interviewed is never certain, but company and date may be.
                    if !isCertain { continue }
                    facts.interviewers = []
                }
                if let proposal = factsProposal(
                    facts, isCertain: isCertain && note.note.speaksOfInterview, isLikely: isLikely)
                {
                    proposals.append(proposal)
                }
            }
        }
        let missing = codes.map { $0 == .noCompany ? "company" : "date" }.joined(separator: " and no ")
        let lines = 1...max(min(source.lineCount, 6), 1)
        let given = codes.filter { $0 == .noCompany ? !companies.isEmpty : !dates.isEmpty }
        return adoption(
            at: .start, Draft(lines: lines, proposals: proposals),
            subject: .missing(given.isEmpty ? codes : given),
            problem: "the note has no \(missing)")
    }

    /// What is reported as missing, or would be if the note were read as one of an interview.
    private var missingCodes: [Diagnostic.Code] {
        if note.note.speaksOfInterview {
            return [Diagnostic.Code.noCompany, .noDate].filter { code in
                note.diagnostics.contains { $0.code == code }
            }
        }
        guard note.note.company == nil else { return [] }
        return note.note.date == nil ? [.noCompany, .noDate] : [.noCompany]
    }

    /// Returns the proposal that writes some facts; nil if there are none, or if they cannot be written.
    func factsProposal(_ facts: InterviewFacts, isCertain: Bool, isLikely: Bool) -> Adoption.Proposal? {
        guard facts.company != nil || facts.date != nil || !facts.interviewers.isEmpty,
            let replacements = try? facts.replacements(in: source, path: note.path)
        else { return nil }
        return Adoption.Proposal(
            "Write \(facts.description).", isCertain: isCertain, isLikely: isLikely,
            [.init(replacements: replacements)], facts: facts)
    }

    // MARK: What the note says

    /// The first lines after the front matter that are not empty.
    var firstLines: [String] {
        let start = (FrontMatter(of: source)?.lines.upperBound ?? 1)
        var lines: [String] = []
        var line = start
        while line <= source.lineCount, line < start + 24, lines.count < 8 {
            var text = source.text(source.content(ofLine: line)).folded
            // A list that begins with properties is about the note.
            if text.hasPrefix("- "), text.contains("::") { text = String(text.dropFirst(2)) }
            text = Self.row(text) ?? text
            if text.hasPrefix("##") || text.hasPrefix("- ") || text.hasPrefix(">") { break }
            let fields = Self.fields(in: text)
            if !text.isEmpty { lines += fields.isEmpty ? [text] : fields }
            line += 1
        }
        return lines
    }

    /// Returns what a row of a table with two cells says as a label: `Date: 26 June 2026`; nil if a line is
    /// no such row.
    private static func row(_ line: String) -> String? {
        guard line.hasPrefix("|"), line.hasSuffix("|") else { return nil }
        let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0).folded }
        guard cells.count == 2 else { return nil }
        return cells[0].isEmpty || cells[0].contains("--") ? "" : "\(cells[0]): \(cells[1])"
    }

    /// Returns Dataview's fields in a line, as `key:: value`: `[date:: 2026-02-13] [company:: Acme]`.
    private static func fields(in line: String) -> [String] {
        guard line.hasPrefix("[") || line.hasPrefix("("), line.contains("::") else { return [] }
        var fields: [String] = []
        var field = ""
        var depth = 0
        for character in line {
            if character == "]" || character == ")" { depth -= 1 }
            if depth > 0 { field.append(character) }
            if character == "[" || character == "(" { depth += 1 }
            if depth == 0, !field.isEmpty {
                if field.contains("::") { fields.append(field) }
                field = ""
            }
        }
        return fields
    }

    var stem: String { String(decoding: note.path.stem, as: UTF8.self) }

    private static let companyLabels: Set<String> = [
        "employer", "school", "hospital", "organisation", "organization", "org", "firm", "client", "trust",
        "practice",
        "institution", "university", "college", "business", "company name", "agency", "company",
    ]
    private static let dateLabels: Set<String> = [
        "when", "date", "day", "on", "interview", "interview date", "interviewed",
    ]

    /// Returns the value after a label in a line; nil if the line has none of the labels.
    private static func value(in line: String, of labels: Set<String>) -> String? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let label = line[..<colon].filter { $0 != "*" && $0 != "_" && $0 != "-" }
        guard labels.contains(label.lowercased().folded) else { return nil }
        let value = String(line[colon...].drop { ":* ".contains($0) }).folded
        return value.isEmpty ? nil : WikiLink.shown(value)
    }

    /// The largest number of words that a first line has before a mark if it names a company.
    private static let mostWordsOfCompany = 5

    /// Returns whether the beginning of a first line may name a company: it is a few words with a capital
    /// letter, and no sentence.
    private static func maybeCompany(_ name: String) -> Bool {
        name.startsWithCapital && !name.contains(". ")
            && name.split(separator: " ").count <= mostWordsOfCompany
    }

    /// Returns the companies that the note may be about, the likeliest first.
    private func companies(today: CalendarDate) -> [(name: String, isCertain: Bool)] {
        let listed = listedCompanies(today: today)
        if listed.first?.isCertain ?? false { return listed }
        guard let told = likeliestCompany else { return listed }
        let others = listed.filter { Set(told.sentenceWords).isDisjoint(with: $0.name.sentenceWords) }
        return [(told, false)] + others
    }

    /// Returns the companies that the words around their names, or the places where they stand, say to be such.
    func listedCompanies(today: CalendarDate) -> [(name: String, isCertain: Bool)] {
        var found: [(name: String, isCertain: Bool)] = []
        func add(_ name: String, _ isCertain: Bool) {
            if !found.contains(where: { $0.name.caseFolded == name.caseFolded }) {
                found.append((name, isCertain))
            }
        }
        for line in otherFrontMatter + firstLines {
            Self.value(in: line, of: Self.companyLabels).map { add($0, true) }
        }
        // Without a title, the first line is one, and says more than the file's name.
        let first = firstLines.first { !$0.contains("::") } ?? ""
        for title in note.note.title == stem ? [first, stem] : [note.note.title, stem] {
            if let company = TitleWords.company(in: title, today: today),
                title != first || Self.maybeCompany(company.name)
            {
                add(company.name, company.isCertain && found.isEmpty)
            }
        }
        if found.isEmpty { CompanyInText.companies(in: openingLines).forEach { add($0, false) } }
        if found.isEmpty {
            for heading in headingLines where TitleWords.isOfInterview(heading) || heading.hasSuffix("call") {
                if let company = TitleWords.company(in: heading, today: today), company.isCertain,
                    Self.maybeCompany(company.name)
                {
                    add(company.name, false)
                }
            }
        }
        return found
    }

    /// Returns the days that the interview may have been on, the likeliest first.
    private func dates(today: CalendarDate) -> [SpelledDates.Found] {
        let listed = listedDates(today: today)
        if !isLongEnoughToTell { return listed }
        let dates = noteDates(today: today, listed: listed).map {
            (found: $0.found, probability: $0.probability)
        }
        guard let likeliest = dates.max(by: { $0.probability < $1.probability }),
            likeliest.probability >= Self.leastOfDay
        else { return listed }
        if likeliest.found.date == listed.first?.date { return listed }
        // What was counted is never certain.
        let told = SpelledDates.Found(
            date: likeliest.found.date, isCertain: false, range: likeliest.found.range)
        return [told] + listed.filter { $0.date != told.date }
    }

    private static let leastOfDay = 0.4

    /// Returns the dates in the note, with what can be seen of them.
    package func noteDates(today: CalendarDate) -> [NoteDate] {
        noteDates(today: today, listed: listedDates(today: today))
    }

    private func noteDates(today: CalendarDate, listed: [SpelledDates.Found]) -> [NoteDate] {
        let year = yearOfDates(today: today)
        var dates = DateFinder.dates(in: noteLines, today: today, year: year, isOver: kinds.tellOfInterview)
        // What the lists of words say of a date is one sign among others.
        for number in dates.indices where dates[number].found.date == listed.first?.date {
            dates[number].features.insert("listed")
        }
        return dates
    }

    /// Returns the days that the words around them, or the places where they stand, say to be those of the interview.
    private func listedDates(today: CalendarDate) -> [SpelledDates.Found] {
        var found: [SpelledDates.Found] = []
        let lines = firstLines
        let year = yearOfDates(today: today)
        func add(_ text: String, readsShort: Bool = false) {
            let dates = SpelledDates(
                in: text, today: today, year: year, isOver: kinds.tellOfInterview, readsShort: readsShort
            ).found
            for date in dates where !found.contains(where: { $0.date == date.date }) { found.append(date) }
        }
        let labelled = (otherFrontMatter + openingLines).compactMap {
            Self.value(in: $0, of: Self.dateLabels)
        }
        for text in labelled { add(text) }
        for text in [note.note.title, stem] { add(text, readsShort: true) }
        let other = lines.prefix(4).filter { !Self.isOfAnotherDay($0) }
        for text in other { add(text) }
        if !found.isEmpty { return found }
        // Two numbers without a year are a day only where none is written in another way.
        for text in other.prefix(2) { add(text, readsShort: true) }
        if !found.isEmpty { return found }
        let all = bodyLines(quoted: true).filter { !Self.isOfAnotherDay($0) }
        let telling = all.filter { TitleWords.isOfInterview($0) || TitleWords.tellsOfInterview($0) }
        for text in telling { add(text) }
        if !found.isEmpty { return found }
        for text in all where Self.saysWeekday(text) { add(text) }
        for text in headingLines where found.isEmpty { add(text) }
        return found
    }

    /// The year of the first date in the note or its file's name that has one; nil if none has.
    private func yearOfDates(today: CalendarDate) -> Int? {
        if let date = note.note.date { return date.year }
        for text in [note.note.title, stem] + bodyLines(quoted: true) {
            let dates = SpelledDates(in: text, today: today).found
            if let date = dates.first(where: \.isCertain)?.date { return date.year }
        }
        return nil
    }

    /// Returns whether a line tells of a day that is not the interview's: when the note was made, when a mail
    /// was sent, or until when something is to be done.
    private static func isOfAnotherDay(_ line: String) -> Bool {
        let words = line.sentenceWords
        if ["sent", "created", "updated", "modified", "todo", "done"].contains(words.first ?? "")
            || words.starts(with: ["last", "edited"])
        {
            return true
        }
        let others: Set<String> = ["applied", "closes", "deadline", "until", "till", "due"]
        return line.hasPrefix("[ ]") || line.hasPrefix("[x]") || words.contains { others.contains($0) }
    }

    private static func saysWeekday(_ line: String) -> Bool {
        line.sentenceWords.contains { SpelledDates.weekday($0) != nil }
    }
}
