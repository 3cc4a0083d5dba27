import Notebook
import Properties
import Testing

/// Where interviews end, against a count that knows nothing of threads: it looks at every pair of notes.
@Suite struct `The table of rounds` {
    static let seeds = 0..<2000 as Range<UInt64>

    @Test func `equals a count by brute force over 2,000 notebooks`() throws {
        for seed in Self.seeds {
            let notebook = RandomInterviews(seed)
            for key in EndsTable.Key.allCases {
                let table = EndsTable(notebook.index, by: key)
                #expect(
                    table.rows.map(Counted.init).sorted() == notebook.counted(by: key), "seed \(seed), \(key)"
                )
            }
        }
    }

    @Test func `never loses a passed round to a rejection`() throws {
        for seed in Self.seeds.prefix(300) {
            let notebook = RandomInterviews(seed)
            let before = EndsTable(notebook.with(nil), by: .round)
            let after = EndsTable(
                notebook.with(.init(day: 400, outcome: "rejected", company: 0, role: 0, round: 0)), by: .round
            )
            for row in before.rows {
                let same = try #require(after.rows.first { $0.name == row.name })
                #expect(same.count(.passed) >= row.count(.passed), "seed \(seed)")
            }
        }
    }

    @Test func `counts an offer in every round of its thread`() throws {
        for seed in Self.seeds.prefix(300) {
            let notebook = RandomInterviews(seed)
            let index = notebook.with(.init(day: 400, outcome: "offer", company: 0, role: 0, round: 0))
            let thread = try #require(
                index.interviewThreads().first {
                    $0.notes.contains { index.notes[$0].path.text.hasPrefix("x") }
                })
            for (note, ending) in thread.endings(in: index) {
                let isWithdrawn = index.notes[note].outcome == .withdrawn
                #expect(ending == (isWithdrawn ? .withdrawn : .passed), "seed \(seed)")
            }
        }
    }

    @Test(arguments: [
        (["advanced", "rejected"], "1 1 0 0 0"), (["", ""], "1 0 0 0 1"),
        (["rejected", "offer"], "2 0 0 0 0"),
        (["offer", "rejected"], "1 1 0 0 0"), (["waiting", "withdrawn"], "1 0 0 1 0"),
        (["withdrawn", "waiting"], "0 0 1 1 0"), (["", "scheduled"], "1 0 0 0 0"),
        (["waiting"], "0 0 1 0 0"), (["offer", ""], "2 0 0 0 0"), (["in limbo"], "0 0 0 0 1"),
    ])
    func `takes the thread as the notes tell it`(outcomes: [String], counts: String) {
        let notes = outcomes.enumerated().map { number, outcome in
            (
                name: "\(number).md",
                text: """
                ---
                company: Acme
                role: Engineer
                round: r\(number)
                date: 2026-10-0\(number + 1)
                \(outcome.isEmpty ? "" : "outcome: \(outcome)")
                ---
                """
            )
        }
        let rows = EndsTable(NotebookIndex(readingNotes: notes), by: .company).rows
        #expect(Ending.allCases.map { "\(rows[0].count($0))" }.joined(separator: " ") == counts)
    }

    @Test func `does not take two interviews of one day for two steps`() {
        let head = "---\ncompany: Acme\nrole: Engineer\ndate: 2026-10-01\n"
        let index = NotebookIndex(readingNotes: [
            ("a.md", head + "round: panel\n---\n"), ("b.md", head + "round: lunch\noutcome: rejected\n---\n"),
        ])
        let rows = EndsTable(index, by: .round).rows
        #expect(rows.map(\.name) == ["lunch", "panel"])
        #expect(rows.map { $0.count(.passed) } == [0, 0] && rows.map { $0.count(.lost) } == [1, 0])
    }

    @Test func `is one row for a round however it is written, and a company under its other names`() {
        var notes = [("a.md", "---\ncompany: Acme Inc.\nround: On-site (2nd)\n---\n")]
        notes.append(("b.md", "---\ncompany: ACME\nround: onsite\n---\n"))
        notes.append(("c.md", "---\ncompany: Acme\nround: onsite\n---\n"))
        let index = NotebookIndex(readingNotes: notes)
        #expect(EndsTable(index, by: .round).rows.map(\.name) == ["onsite"])
        #expect(EndsTable(index, by: .company).rows.map(\.notes) == [[0, 1, 2]])
    }

    @Test func `tells a share of five and more alone`() {
        func text(_ lost: Int) -> String {
            let notes = (0..<lost).map { number in
                (
                    name: "\(number).md",
                    text: "---\ncompany: C\(number)\nround: onsite\noutcome: rejected\n---\n"
                )
            }
            let index = NotebookIndex(readingNotes: notes)
            return String(
                decoding: EndsTable(index, by: .round).bytes(as: .markdown, of: index), as: UTF8.self)
        }
        #expect(text(2).contains("Both that were lost were lost at **onsite**."))
        #expect(!text(4).contains("%") && text(4).contains("All 4 that were lost were lost at **onsite**."))
    }

    @Test func `looks at interviews that a filter leaves out to tell how the others ended`() {
        let head = "---\ncompany: Acme\nrole: Engineer\n"
        let index = NotebookIndex(readingNotes: [
            ("a.md", head + "round: screen\ndate: 2026-10-01\n---\n"),
            ("b.md", head + "round: onsite\ndate: 2026-10-02\noutcome: rejected\n---\n"),
        ])
        var filter = Filter()
        filter.rounds = ["screen"]
        let rows = EndsTable(index, by: .round, filter: filter).rows
        #expect(rows.map(\.name) == ["screen"] && rows[0].count(.passed) == 1)
    }
}

/// A row, to be compared.
private struct Counted: Comparable, Hashable {
    let name: String
    let counts: [Int]

    init(name: String, counts: [Int]) { (self.name, self.counts) = (name, counts) }

    init(_ row: EndsTable.Row) {
        self.init(name: row.name ?? "", counts: [row.notes.count] + Ending.allCases.map(row.count))
    }

    static func < (a: Counted, b: Counted) -> Bool { a.name < b.name }
}

/// Interviews of a few companies, roles and rounds on a few days, with outcomes that need not agree.
private struct RandomInterviews {
    struct Interview {
        /// In days since the first one; nil where it has none.
        var day: Int?
        var outcome: String?
        /// Nil where the note does not say.
        var company, role, round: Int?
    }

    private static let outcomes = [
        "scheduled", "waiting", "advanced", "rejected", "offer", "withdrawn", "a word of my own",
    ]
    private static let first = CalendarDate.formatDay.adding(days: -600)

    let interviews: [Interview]

    init(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func some<Value>(_ value: Value, oneIn chance: Int = 8, _ random: inout SeededGenerator) -> Value? {
            Int.random(in: 0..<chance, using: &random) == 0 ? nil : value
        }
        interviews = (0..<Int.random(in: 1...9, using: &random)).map { _ in
            Interview(
                day: some(Int.random(in: 0..<6, using: &random) * 100 + 200, &random),
                outcome: some(Self.outcomes.randomElement(using: &random) ?? "", oneIn: 3, &random),
                company: some(Int.random(in: 0..<2, using: &random), &random),
                role: some(Int.random(in: 0..<2, using: &random), &random),
                round: some(Int.random(in: 0..<3, using: &random), &random))
        }
    }

    var index: NotebookIndex { Self.index(interviews) }

    /// What has been by some day, and one more after all that, whose path begins with an `x`.
    func with(_ last: Interview?) -> NotebookIndex {
        let earlier = interviews.filter { ($0.day ?? 0) < 400 && $0.outcome != "scheduled" }
        return Self.index(earlier + (last.map { [$0] } ?? []), lastIsX: last != nil)
    }

    private static func index(_ interviews: [Interview], lastIsX: Bool = false) -> NotebookIndex {
        let notes = interviews.enumerated().map { number, interview in
            var lines = ["---", "interviewers: Dana Ruiz"]
            if let company = interview.company { lines.append("company: C\(company)") }
            if let role = interview.role { lines.append("role: R\(role)") }
            if let round = interview.round { lines.append("round: kind \(["a", "b", "c"][round])") }
            if let day = interview.day { lines.append("date: \(first.adding(days: day))") }
            if let outcome = interview.outcome { lines.append("outcome: \(outcome)") }
            let isX = lastIsX && number == interviews.count - 1
            return (
                name: "\(isX ? "x" : "n")\(number).md", text: (lines + ["---", ""]).joined(separator: "\n")
            )
        }
        return NotebookIndex(readingNotes: notes)
    }

    // MARK: By brute force

    func counted(by key: EndsTable.Key) -> [Counted] {
        var rows: [String: [Int]] = [:]
        for number in interviews.indices {
            guard let ending = ending(number) else { continue }
            let own = interviews[number]
            let written: String? =
                switch key {
                case .round: own.round.map { "kind \(["a", "b", "c"][$0])" }
                case .role: own.role.map { "R\($0)" }
                case .company: own.company.map { "C\($0)" }
                }
            let name = written ?? ""
            rows[name, default: Array(repeating: 0, count: 1 + Ending.allCases.count)][0] += 1
            rows[name]?[1 + (Ending.allCases.firstIndex(of: ending) ?? 0)] += 1
        }
        return rows.map { Counted(name: $0.key, counts: $0.value) }.sorted()
    }

    private func isToCome(_ number: Int) -> Bool {
        interviews[number].outcome == "scheduled" || (interviews[number].day ?? 0) > 600
    }

    private func isSameThread(_ a: Int, _ b: Int) -> Bool {
        if a == b { return true }
        guard interviews[a].company != nil, interviews[a].role != nil else { return false }
        return interviews[a].company == interviews[b].company && interviews[a].role == interviews[b].role
    }

    /// How one interview ended; nil where it has not been.
    private func ending(_ number: Int) -> Ending? {
        if isToCome(number) { return nil }
        let own = interviews[number]
        let day = own.day ?? -1
        let thread = interviews.indices.filter { isSameThread(number, $0) }
        if own.outcome == "withdrawn" { return .withdrawn }
        if thread.contains(where: { (interviews[$0].day ?? -1) > day }) { return .passed }
        if own.outcome == "advanced" || own.outcome == "offer" { return .passed }
        let clear = ["waiting", "advanced", "rejected", "offer", "withdrawn"]
        // It is of the last day: what the last of that day says that says anything is the end.
        let last = thread.filter { (interviews[$0].day ?? -1) == day && !isToCome($0) }
            .last { clear.contains(interviews[$0].outcome ?? "") }
        let end = last.flatMap { interviews[$0].outcome }
        if last == number, end == "rejected" { return .lost }
        if end == "rejected" || end == "withdrawn" { return .unknown }
        if end == "offer" { return .passed }
        if own.outcome == "waiting" { return .waiting }
        let hadOffer = thread.contains { interviews[$0].outcome == "offer" && !isToCome($0) }
        return hadOffer ? .passed : .unknown
    }
}
