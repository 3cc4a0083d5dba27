internal import Markup

// These functions find the company and the day of an interview in a note's title, its file's name and its first
// lines.
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
            let text = source.text(source.content(ofLine: line)).folded
            if text.hasPrefix("##") || text.hasPrefix("- ") || text.hasPrefix(">") { break }
            if !text.isEmpty { lines.append(text) }
            line += 1
        }
        return lines
    }

    private var stem: String { String(decoding: note.path.stem, as: UTF8.self) }

    private static let companyLabels: Set<String> = [
        "employer", "school", "hospital", "organisation", "organization", "org", "firm", "client", "trust",
        "practice",
        "institution", "university", "college", "where", "business", "company name", "agency",
    ]
    private static let dateLabels: Set<String> = ["when", "date", "day", "on", "interview", "interview date"]

    /// Returns the value after a label in a line; nil if the line has none of the labels.
    private static func value(in line: String, of labels: Set<String>) -> String? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let label = line[..<colon].filter { $0 != "*" && $0 != "_" && $0 != "-" }
        guard labels.contains(label.lowercased().folded) else { return nil }
        let value = String(line[colon...].drop { ":* ".contains($0) }).folded
        return value.isEmpty ? nil : WikiLink.shown(value)
    }

    private func companies(today: CalendarDate) -> [(name: String, isCertain: Bool)] {
        var found: [(name: String, isCertain: Bool)] = []
        func add(_ name: String, _ isCertain: Bool) {
            if !found.contains(where: { $0.name.caseFolded == name.caseFolded }) {
                found.append((name, isCertain))
            }
        }
        for line in firstLines { Self.value(in: line, of: Self.companyLabels).map { add($0, true) } }
        let titles = note.note.title == stem ? [stem, firstLines.first ?? ""] : [note.note.title, stem]
        for title in titles {
            if let company = TitleWords.company(in: title, today: today) {
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
