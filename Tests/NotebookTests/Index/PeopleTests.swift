import Notebook
import Testing

@testable import Storage

/// How many people said something: never more than are surely different.
@Suite struct `How many people` {
    /// A note of Acme's in which somebody says that an answer was too long.
    private static func note(
        _ interviewers: String, _ bullets: String..., company: String? = "Acme"
    ) -> String {
        let company = company.map { "company: \($0)\n" } ?? ""
        return "---\n\(company)interviewers: [\(interviewers)]\n---\n"
            + bullets.map { "- chew: Too long. #brevity \($0)\n" }.joined()
    }

    private static func count(_ notes: [String], _ settings: String = "") -> Int {
        var index = NotebookIndex(readingNotes: notes.enumerated().map { ("\($0).md", $1) })
        if !settings.isEmpty {
            let read = ConfigurationReader(Array(settings.utf8))
            index = NotebookIndex(
                today: .formatDay, configuration: read.configuration, notes: index.notes, faults: [])
        }
        return index.topicHistories().first?.people.count ?? 0
    }

    /// Two interviewers of one company who say the same, each alone.
    private static func count(
        _ one: String, _ other: String, _ first: String = "Acme", _ second: String = "Acme"
    )
        -> Int
    {
        count([note("\"\(one)\"", "", company: first), note("\"\(other)\"", "", company: second)])
    }

    @Test(arguments: [
        ("Dana Ruiz", "dana ruiz"), ("Zoë Brandt", "Zoe Brandt"), ("Søren Łuc", "Soren Luc"),
        ("Dana Ruiz", "Dr. Dana Ruiz"), ("Dana Ruiz", "Prof. Dr. Dana Ruiz"),
        ("Dana Ruiz", "Dana Ruiz (CTO)"),
        ("Dana Ruiz", "Dana Ruiz, CTO"), ("Dana Ruiz", "@Dana Ruiz"),
        ("Dana Ruiz", "Dana Ruiz <dana@acme.org>"),
        ("Dana Ruiz", "[[team/Dana Ruiz]]"), ("Dana Ruiz", "Dana"), ("Dana Ruiz", "Ruiz"),
        ("Dana Ruiz", "D. Ruiz"), ("D. Ruiz", "Dana"), ("Dana Ruiz", "Dana R."),
        ("Dana A. Ruiz", "Dana Ruiz"),
        ("Anna van der Berg", "van der Berg"), ("渡辺 彩", "渡辺 彩"),
    ])
    func `are one where two spellings may mean the same`(one: String, other: String) {
        #expect(Self.count(one, other) == 1)
        #expect(Self.count(other, one) == 1)
    }

    @Test(arguments: [
        ("Dana Ruiz", "Dana Ito"), ("Dana Ruiz", "Dena Ruiz"), ("D. Ruiz", "Sam Ruiz"), ("Dana", "Sam"),
        ("@dana", "Dana Ruiz"), ("dana@acme.org", "Dana Ruiz"), ("Dr. Ruiz", "Dr. Ito"), ("渡辺 彩", "田中 彩"),
    ])
    func `are two where they are surely different`(one: String, other: String) {
        #expect(Self.count(one, other) == 2)
        #expect(Self.count(other, one) == 2)
    }

    @Test(arguments: ["Inc", "Inc.", "Ltd", "LLC", "GmbH", "AG", "plc", "SA", "S.A.", "BV"])
    func `are of one company whatever its legal form`(form: String) {
        #expect(Self.count("Dana Ruiz", "Dana Ruiz", "Acme", "ACME \(form)") == 1)
        #expect(Self.count("Dana Ruiz", "Dana Ruiz", "Acme", "\"Acme, \(form)\"") == 1)
        #expect(Self.count("Dana Ruiz", "Dana Ruiz", "Acme", "\(form)") == 2)
    }

    @Test(arguments: [
        ("Sterling & Moss", "Sterling and Moss"), ("Salt Box", "Saltbox"), ("Salt-Box Ltd", "SaltBox"),
    ])
    func `are of one company in two spellings`(one: String, other: String) {
        #expect(Self.count("Dana Ruiz", "Dana Ruiz", "\"\(one)\"", "\"\(other)\"") == 1)
        #expect(Self.count("Dana Ruiz", "Dana Ruiz", "\"\(one)\"", "\"\(other) Foods\"") == 2)
    }

    @Test func `who are at two companies of nearly one name are told of`() {
        func near(_ first: String, _ second: String, _ other: String = "Dana Ruiz") -> [Diagnostic] {
            NotebookIndex(readingNotes: [
                ("a.md", Self.note("Dana Ruiz", company: first)), ("b.md", Self.note(other, company: second)),
            ]).diagnostics.filter { $0.code == .nearNames }
        }
        #expect(near("Brockway Foods", "Brockway").map(\.path.text) == ["b.md"])
        #expect(near("Brockway", "Brockway Foods").first?.message.contains("companies: {Brockway:") ?? false)
        #expect(near("Brockway", "Brockway Foods", "Sam Okafor").isEmpty)
        #expect(near("Brockway", "Brockwayne Foods").isEmpty)
    }

    @Test func `who are at a company of two names are not told of`() {
        let read = ConfigurationReader(Array("companies: {Acme: [Acme Labs]}\n".utf8))
        let index = NotebookIndex(readingNotes: [("a.md", Self.note("Dana Ruiz", company: "Acme Labs"))])
        let named = NotebookIndex(
            today: .formatDay, configuration: read.configuration, notes: index.notes, faults: [])
        #expect(!named.diagnostics.contains { $0.code == .nearNames })
    }

    @Test func `with one name at two companies are two`() {
        #expect(Self.count("Dana Ruiz", "Dana Ruiz", "Acme", "Globex") == 2)
        #expect(Self.count("Dana", "Dana Ruiz", "Acme", "Globex") == 2)
    }

    @Test func `with one name, of whom one has no company, are one`() {
        #expect(Self.count([Self.note("Dana Ruiz", ""), Self.note("Dana Ruiz", "", company: nil)]) == 1)
    }

    @Test func `whom a first name fits are the interviewer of the note, and else nobody besides them`() {
        let panel = "Dana Ruiz, Sam Okafor"
        #expect(Self.count([Self.note(panel, "from:dana", "from:okafor", "from:Sam")]) == 2)
        let both = "Dana Ruiz, Dana Ito"
        #expect(Self.count([Self.note(both, "from:\"Dana Ruiz\"", "from:Dana")]) == 1)
        #expect(Self.count([Self.note(both, "from:\"Dana Ruiz\"", "from:\"Dana Ito\"", "from:Dana")]) == 2)
        // At the company there are two, and in the note is one of them.
        #expect(
            Self.count([
                Self.note("Dana Ito", ""),
                Self.note("Dana Ruiz, Sam Okafor", "from:Dana", "from:\"Dana Ruiz\""),
            ])
                == 2)
        #expect(
            Self.count([Self.note("Dana Ito", ""), Self.note("Dana Ruiz", ""), Self.note("Dana", "")]) == 2)
    }

    @Test func `who are not named add one, unless one of their note is counted`() {
        let panel = "Dana Ruiz, Sam Okafor, Lee Park"
        #expect(Self.count([Self.note(panel, "")]) == 1)
        #expect(Self.count([Self.note(panel, "", "")]) == 1)
        #expect(Self.count([Self.note(panel, "", "from:Dana")]) == 1)
        #expect(Self.count([Self.note(panel, "", "from:Dana", "from:Sam")]) == 2)
        #expect(Self.count([Self.note("", ""), Self.note("", "", company: "Globex")]) == 2)
        // The same people in another round, and some of them.
        #expect(Self.count([Self.note(panel, ""), Self.note(panel, "")]) == 1)
        #expect(Self.count([Self.note(panel, ""), Self.note("Sam Okafor, Ana Kovač", "")]) == 1)
        #expect(Self.count([Self.note(panel, ""), Self.note("Sam Okafor", "")]) == 1)
        #expect(Self.count([Self.note(panel, ""), Self.note("Ana Kovač, Bo Kim", "")]) == 2)
        #expect(Self.count([Self.note(panel, ""), Self.note(panel, "", company: "Globex")]) == 2)
    }

    @Test func `are those that the configuration says`() {
        let notes = [
            Self.note("Dana Ruiz", ""), Self.note("Dee R", ""), Self.note("Dee R", "", company: "Akme GmbH"),
        ]
        #expect(Self.count(notes) == 3)
        #expect(Self.count(notes, "people: {Dana Ruiz: [Dee R]}\n") == 2)
        #expect(Self.count(notes, "people: {Dana Ruiz: [Dee R]}\ncompanies: {Acme: [Akme]}\n") == 1)
    }

    @Test func `of a filtered notebook are told apart by all of it`() {
        let index = NotebookIndex(readingNotes: [
            ("a.md", Self.note("Dana Ruiz", "")),
            (
                "b.md",
                "---\ncompany: Acme\nround: final\ninterviewers: Dana\n---\n- chew: x #brevity\n- chew: y #brevity from:Ruiz\n"
            ),
        ])
        var filter = Filter()
        filter.rounds = ["final"]
        #expect(Summary(index, filter: filter).peopleCount == 1)
    }

    @Test func `of a lesson are those whose words are swallowed or chewed`() throws {
        let index = NotebookIndex(readingNotes: [
            ("a.md", Self.note("Ann Lee", "").replacing("chew", with: "swallow")),
            ("b.md", Self.note("Bo Kim", "")),
            ("c.md", Self.note("Cy Day", "").replacing("chew", with: "keep")),
            ("d.md", Self.note("Di Fox", "").replacing("chew", with: "spit")),
            ("e.md", Self.note("Ed Hay", "").replacing("- chew:", with: "## Feedback\n\n-")),
        ])
        let lesson = try #require(index.lessons().first)
        #expect(lesson.peopleCount == 2 && lesson.unsortedCount == 1)
        #expect(LessonWording.people(of: lesson) == "2 people, 1 more not sorted yet")
    }
}
