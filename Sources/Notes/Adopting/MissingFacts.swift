internal import Markup

// These functions find the company and the day of an interview in a note's title, its file's name and its
// first lines.
extension AdoptionFinder {
    /// Returns what can be written if a note has no company or no date; nil if nothing is missing.
    package func missingFacts(today: CalendarDate) -> Adoption? {
        let codes = [Diagnostic.Code.noCompany, .noDate].filter { code in
            note.diagnostics.contains { $0.code == code }
        }
        if codes.isEmpty { return nil }
        let companies = codes.contains(.noCompany) ? companies(today: today) : []
        let dates = codes.contains(.noDate) ? dates(today: today) : []
        var proposals: [Adoption.Proposal] = []
        for (number, company) in (companies.isEmpty ? [nil] : companies.map(Optional.some)).prefix(3)
            .enumerated()
        {
            for (day, date) in (dates.isEmpty ? [nil] : dates.map(Optional.some)).prefix(3).enumerated() {
                if number > 0 && day > 0 { continue }
                let isCertain =
                    (company?.isCertain ?? true) && (date?.isCertain ?? true) && number == 0 && day == 0
                if let proposal = factsProposal(
                    InterviewFacts(company: company?.name, date: date?.date), isCertain: isCertain)
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

    private func factsProposal(_ facts: InterviewFacts, isCertain: Bool) -> Adoption.Proposal? {
        guard facts.company != nil || facts.date != nil,
            let replacements = try? facts.replacements(in: source, path: note.path)
        else { return nil }
        return Adoption.Proposal(
            "Write \(facts.description).", isCertain: isCertain, [.init(replacements: replacements)])
    }

    // MARK: What the note says

    /// The first lines after the front matter that are not empty.
    private var firstLines: [String] {
        let start = (FrontMatter(of: source)?.lines.upperBound ?? 1)
        var lines: [String] = []
        var line = start
        while line <= source.lineCount, line < start + 24, lines.count < 8 {
            var text = source.text(source.content(ofLine: line)).folded
            // A list that begins with properties is about the note.
            if text.hasPrefix("- "), text.contains("::") { text = String(text.dropFirst(2)) }
            if text.hasPrefix("##") || text.hasPrefix("- ") || text.hasPrefix(">") { break }
            let fields = Self.fields(in: text)
            if !text.isEmpty { lines += fields.isEmpty ? [text] : fields }
            line += 1
        }
        return lines
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

    private var stem: String { String(decoding: note.path.stem, as: UTF8.self) }

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

    private func companies(today: CalendarDate) -> [(name: String, isCertain: Bool)] {
        var found: [(name: String, isCertain: Bool)] = []
        func add(_ name: String, _ isCertain: Bool) {
            if !found.contains(where: { $0.name.caseFolded == name.caseFolded }) {
                found.append((name, isCertain))
            }
        }
        for line in firstLines { Self.value(in: line, of: Self.companyLabels).map { add($0, true) } }
        // Without a title, the first line is one, and says more than the file's name.
        let first = firstLines.first { !$0.contains("::") } ?? ""
        for title in note.note.title == stem ? [first, stem] : [note.note.title, stem] {
            if let company = TitleWords.company(in: title, today: today),
                title != first || Self.maybeCompany(company.name)
            {
                add(company.name, company.isCertain && found.isEmpty)
            }
        }
        return found
    }

    private func dates(today: CalendarDate) -> [SpelledDates.Found] {
        var found: [SpelledDates.Found] = []
        let lines = firstLines
        let labelled = lines.compactMap { Self.value(in: $0, of: Self.dateLabels) }
        for text in labelled + [note.note.title, stem] + lines.prefix(4) {
            for date in SpelledDates(in: text, today: today).found
            where !found.contains(where: { $0.date == date.date }) {
                found.append(date)
            }
        }
        return found
    }
}
