import Notebook
import Testing

@Suite struct `The interview to prepare for` {
    private static func note(_ company: String, _ day: String?, _ more: String = "outcome: scheduled")
        -> String
    {
        "---\ncompany: \(company)\n" + (day.map { "date: \($0)\n" } ?? "") + more + "\n---\n# \(company)\n"
    }

    private static let index = NotebookIndex(readingNotes: [
        ("a.md", note("Past", "2026-11-20")), ("b.md", note("Later", "2026-12-15", "round: phone screen")),
        ("c.md", note("Next", "2026-12-01")), ("d.md", note("Undated", nil)),
        ("e.md", note("Same day", "2026-12-01")), ("f.md", note("Over", "2026-10-01", "outcome: rejected")),
    ])

    private func next(_ known: Occasion = Occasion()) -> String? {
        Self.index.nextOccasion(fitting: known)?.company
    }

    @Test func `is the next scheduled one`() { #expect(next() == "Next") }

    @Test func `is today's too`() {
        let index = NotebookIndex(readingNotes: [
            ("a.md", Self.note("Tomorrow", "2026-11-24")), ("b.md", Self.note("Today", "2026-11-23")),
        ])
        #expect(index.nextOccasion()?.company == "Today")
    }

    @Test func `is today's without an outcome, until its note says how it went`() {
        func next(_ more: String, _ body: String = "") -> String? {
            let today = Self.note("Today", "2026-11-23", more) + body
            let index = NotebookIndex(readingNotes: [
                ("a.md", Self.note("Tomorrow", "2026-11-24")), ("b.md", today),
            ])
            return index.nextOccasion()?.company
        }
        #expect(next("round: onsite") == "Today")
        #expect(next("round: onsite", "## Questions to ask\n- What breaks?\n\n- [ ] Read up\n") == "Today")
        #expect(next("outcome: waiting") == "Tomorrow")
        #expect(next("asked: 2026-11-23") == "Tomorrow")
        for body in ["- hunch: Too long", "- worked: Pausing", "- chew: Hm", "## Questions\n- Why us?"] {
            #expect(next("round: onsite", body + "\n") == "Tomorrow", "\(body)")
        }
    }

    @Test func `does not count today's others as earlier ones`() throws {
        let index = NotebookIndex(readingNotes: [
            ("a.md", Self.note("Acme", "2026-11-23", "round: coding")),
            ("b.md", Self.note("Acme", "2026-11-23", "round: design")),
        ])
        let sheet = PrepSheet(index, for: try #require(index.nextOccasion()))
        #expect(sheet.earlier.isEmpty)
        #expect(sheet.sameDay == [1])
        // A note of today knows the company by then.
        #expect(!sheet.markdown().contains("new to this notebook"))
    }

    @Test func `is the one that fits what is known`() {
        #expect(next(Occasion(company: "LATER")) == "Later")
        #expect(next(Occasion(round: "Phone-Screen (1st)")) == "Later")
        #expect(next(Occasion(company: "Undated")) == "Undated")
        #expect(next(Occasion(company: "Past")) == nil)
        #expect(next(Occasion(company: "Later", round: "onsite")) == nil)
        #expect(next(Occasion(date: CalendarDate("2026-12-15"))) == "Later")
    }

    @Test func `knows of others on its day`() throws {
        let occasion = try #require(Self.index.nextOccasion())
        #expect(Self.index.others(on: occasion).map { Self.index.notes[$0].company } == ["Same day"])
    }

    @Test func `is told from one that was missed`() {
        #expect(Self.index.missed().map { Self.index.notes[$0].company } == ["Past"])
    }

    @Test(arguments: [
        ("onsite", "On-Site", true), ("onsite", "second onsite (2)", true), ("final", "Final round", true),
        ("phone screen", "phone-screen", true), ("onsite", "phone screen", false),
        ("round 2", "Round 3", true),
        ("最終面接", "最終面接 2", true), ("1", "2", false), ("", "onsite", false),
    ])
    func `is of a kind of round, however that is written`(a: String, b: String, isSame: Bool) {
        #expect((RoundKind(a) == RoundKind(b)) == isSame)
    }
}
