import Notebook
import Testing

/// What there is to do, and what came of itself.
///
/// For each claim there is a notebook in which it would be false.
@Suite struct `A claim of what is to do` {
    private typealias Notes = ClaimedNotebook

    @Test func `a person is thanked once for a job`() {
        let note = { (date: String, keys: String) in
            Notes.note(
                "Alba", "Ana Lo", on: date, keys: "role: Engineer\nasked: \(date)\nanswered: \(date)\(keys)",
                "- chew: x")
        }
        let both = ClaimedNotebook(note("2026-05-02", ""), note("2026-05-20", ""))
        #expect(both.asking.split(separator: "| thank |").count == 2)
        // Thanks for the later answer are thanks for the earlier one.
        #expect(
            !ClaimedNotebook(note("2026-05-02", ""), note("2026-05-20", "\nthanked: 2026-05-21")).asking
                .contains("Thank"))
        let others = ClaimedNotebook(
            note("2026-05-02", ""), note("2026-05-20", "").replacing("Ana Lo", with: "Bo Mi"))
        #expect(others.asking.split(separator: "| thank |").count == 3)
    }

    @Test func `feedback that nobody asked for came`() {
        let came = ClaimedNotebook(Notes.note("Alba", "Ana Lo", on: "2026-05-02", "- chew: x"))
        #expect(came.summary.contains("| came |") && !came.summary.contains("| answered |"))
        let asked = ClaimedNotebook(
            Notes.note(
                "Alba", "Ana Lo", on: "2026-05-02", keys: "asked: 2026-05-03\nanswered: 2026-05-04",
                "- chew: x"))
        #expect(asked.summary.contains("| answered |"))
    }

    @Test func `each of two opposite lessons lacks an action of its own`() {
        func book(_ first: String = "", _ second: String = "") -> String {
            ClaimedNotebook(
                Notes.note(
                    "Alba", "Ana Lo", on: "2026-03-01", "- swallow: You speak too fast #pace\n\(first)"),
                Notes.note(
                    "Birk", "Bo Mi", on: "2026-04-01", "- swallow: You speak too slowly #pace\n\(second)")
            ).summary
        }
        #expect(book().contains("Give 2 an action"))
        #expect(book("  - [ ] pause\n").contains("Give 1 an action"))
        #expect(!book("  - [ ] pause\n", "  - [ ] metronome\n").contains("an action"))
    }
}
