import Notebook
import Testing

/// The edges of days and times in a calendar, and of whom to ask.
struct CalendarEdgeTests {
    private static func calendar(_ note: String) -> String {
        let index = NotebookIndex(reading: Array(note.utf8), as: "a.md")
        return String(decoding: NotebookCalendar(index).bytes(), as: UTF8.self)
    }

    private static func interview(_ date: String) -> String {
        calendar("---\ncompany: Acme\noutcome: scheduled\ndate: \(date)\n---\n")
    }

    @Test(arguments: [
        ("2026-12-01T09:30-05:00", "DTSTART:20261201T143000Z"),
        ("2026-12-01T09:30+01:00", "DTSTART:20261201T083000Z"),
        ("2026-12-01T00:30+01:00", "DTSTART:20261130T233000Z"),
        ("2026-12-01T23:30-01:00", "DTSTART:20261202T003000Z"),
        ("2026-12-01T09:30Z", "DTSTART:20261201T093000Z"),
        ("2026-12-01 09:30", "DTSTART:20261201T093000\r\n"),
    ])
    func `a time is that of UTC where its offset is known`(date: String, line: String) {
        #expect(Self.interview(date).contains(line))
    }

    @Test func `a start that is not before the end is left out`() {
        #expect(Self.calendar("- [ ] Cut due:2026-12-02 t:2026-12-01").contains("DTSTART"))
        #expect(!Self.calendar("- [ ] Cut due:2026-12-01 t:2026-12-01").contains("DTSTART"))
        #expect(Self.calendar("- [ ] Cut t:2026-12-01").contains("DTSTART"))
    }

    @Test(arguments: [("2026-11-22", true), ("2026-11-23", false), ("2026-11-24", false)])
    func `today has not gone by`(day: String, isOver: Bool) {
        let index = NotebookIndex(reading: Array("- chew: Too long.".utf8))
        let sheet = PrepSheet(index, for: Occasion(company: "Acme", date: CalendarDate(day)))
        #expect(sheet.markdown().contains("That day has gone by") == isOver)
    }

    @Test func `thanks count from the answer, and waiting ends after fourteen days`() {
        func list(_ keys: String) -> AskList {
            AskList(
                NotebookIndex(reading: Array("---\ncompany: Acme\ndate: 2026-11-01\n\(keys)\n---\n".utf8)))
        }
        #expect(
            list("asked: 2026-11-04\nanswered: 2026-11-10").rows.map(\.since) == [CalendarDate("2026-11-10")])
        #expect(list("asked: 2026-11-20").markdown().contains("wait until 2026-12-04"))
    }
}
