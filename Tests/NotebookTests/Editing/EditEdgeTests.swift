import Markup
import Notebook
import Testing

/// The edges of edits, and of what a list carries into notes.
struct EditEdgeTests {
    @Test func `a date of a request follows those that come before it`() throws {
        let edit = try Editing.edit("---\nasked: 2026-11-01\nanswered: 2026-11-02\n---\n- x\n") {
            editor throws(Refusal) in
            var dates = RequestDates()
            dates.refused = .editingDay
            try editor.record(dates)
        }
        #expect(
            String(decoding: edit.newBytes, as: UTF8.self)
                == "---\nasked: 2026-11-01\nanswered: 2026-11-02\nrefused: 2026-11-23\n---\n- x\n")
    }

    @Test func `the same tick twice is one`() throws {
        let edit = try Editing.edit("- [ ] Cut\n") { editor throws(Refusal) in
            try editor.tick(line: 1, .done, today: .editingDay)
            try editor.tick(line: 1, .done, today: .editingDay)
        }
        #expect(String(decoding: edit.newBytes, as: UTF8.self) == "- [x] Cut done:2026-11-23\n")
        let refusal = Editing.refusal { () throws(Refusal) in
            _ = try Editing.edit("- [ ] Cut\n") { editor throws(Refusal) in
                try editor.tick(line: 1, .done, today: .editingDay)
                try editor.tick(line: 1, .dropped, today: .editingDay)
            }
            return ""
        }
        #expect(refusal != nil)
    }

    @Test func `what is reopened is called as the others of the note`() throws {
        #expect(try Editing.tick("- LATER One\n- DONE Two\n", line: 2, .open).contains("- LATER Two"))
        #expect(try Editing.tick("- TODO One\n- DONE Two\n", line: 2, .open).contains("- TODO Two"))
    }

    @Test func `a box that has changed since is not written over`() throws {
        let index = NotebookIndex(reading: Array("- [/] Cut\n".utf8))
        let entry = try #require(index.actionEntries().first)
        func tick(from old: TaskBox) -> Bool {
            (try? Editing.edit("- [/] Cut\n") { editor throws(Refusal) in
                try editor.tick(entry.key, line: 1, from: old, .done, today: .editingDay)
            }) != nil
        }
        #expect(tick(from: .inProgress) && !tick(from: .open))
    }

    @Test func `both have changed where the note is not done either`() throws {
        let list = SyncPlanTests.checklist(SyncPlanTests.index(["a.md": "- [/] Cut\n"]))
        let changed = SyncPlanTests.index(["a.md": "- [?] Cut\n"])
        let ticked = list.replacing("- [/]", with: "- [ ]")
        #expect(try SyncPlanTests.outcomes(ticked, changed) == ["both changed"])
    }

    @Test func `an unlisted one of equals that is open makes it unclear which is meant`() throws {
        let list = SyncPlanTests.checklist(
            SyncPlanTests.index(["a.md": "- [ ] Cut due:2026-12-01\n- [x] Cut due:2026-12-02\n"]))
        let ticked = list.replacing("- [ ]", with: "- [x]")
        let open = SyncPlanTests.index(["a.md": "- [ ] Cut due:2026-12-02\n- [ ] Cut due:2026-12-01\n"])
        #expect(try SyncPlanTests.outcomes(ticked, open) == ["ambiguous a.md:1, a.md:2"])
    }

    @Test func `a box with a capital is done`() {
        #expect(TaskBox("X") == .done && TaskBox("x") == .done && TaskBox("Y")?.state == .open)
    }

    // MARK: A list's lines

    @Test(arguments: [
        ("[A](a.md#L1)", true), ("[A](a.md#L)", false), ("[[a.md#L12|A]]", true), ("a.md#L1", false),
    ])
    func `a link to a line has its number`(text: String, isLink: Bool) {
        #expect(ChecklistItem.hasLinkToLine(Array(text.utf8)[...]) == isLink)
    }

    @Test func `of two days of one kind the first counts, in a note and in a list`() {
        let tail = ItemTail(Array(" due:2026-12-01 due:2026-12-02".utf8)[...])
        #expect(tail.due == CalendarDate("2026-12-01") && tail.isPure)
    }

    @Test func `a repetition leads forwards only`() throws {
        let note = "- [ ] Read 🔁 every week due:2026-11-08 scheduled:2026-11-01\n"
        let action = try #require(NotebookIndex(reading: Array(note.utf8)).notes[0].actions.first)
        func leads(_ tail: String) -> Bool {
            action.leads(from: ItemTail(Array(tail.utf8)[...]), until: .editingDay)
        }
        #expect(leads(" due:2026-11-01 scheduled:2026-10-25"))
        #expect(!leads(" due:2026-11-01 scheduled:2026-11-05"))
    }

    @Test(arguments: [
        ("20261124T120000Z", "2026-11-23"), ("20261122T120000Z", "2026-11-23"),
        ("20261121T120000Z", "2026-11-21"),
    ])
    func `a tick in a calendar is one of today where the days are one apart`(
        completed: String, day: String
    ) throws {
        let entry = try #require(NotebookIndex(reading: Array("- [ ] Cut\n".utf8)).actionEntries().first)
        var component = ICalendarComponent("VTODO")
        component.add("UID", entry.id.text + "@debrief")
        component.add("SUMMARY", text: "Cut")
        component.add("STATUS", "COMPLETED")
        component.add("COMPLETED", completed)
        let item = try #require(ChecklistItem(component, number: 1, today: .editingDay))
        #expect(item.box == .done && String(decoding: item.bytes, as: UTF8.self).contains("done:\(day)"))
    }

    @Test func `the third day of a month is its third`() throws {
        let rule = try #require(RepeatRule("every month on the third"))
        #expect(rule.next(after: .editingDay, doneOn: .editingDay) == CalendarDate("2026-12-03"))
    }
}
