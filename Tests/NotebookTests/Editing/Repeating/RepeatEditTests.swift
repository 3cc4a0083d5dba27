import Notebook
import Testing

@testable import Storage

/// An action that repeats is done, and the next one is there, as the tool does whose rule it has.
@Suite struct `Ticking an action that repeats` {
    @Test(arguments: [
        (
            "- [ ] a 🔁 every week 📅 2026-11-20\n",
            "- [ ] a 🔁 every week 📅 2026-11-27\n- [x] a 🔁 every week 📅 2026-11-20 ✅ 2026-11-23\n"
        ),
        // At the end of the note, in a quote, in a numbered list, below another item on its line, after tabs,
        // with CRLF.
        (
            "- [ ] a 🔁 every day 📅 2026-11-20",
            "- [ ] a 🔁 every day 📅 2026-11-21\n- [x] a 🔁 every day 📅 2026-11-20 ✅ 2026-11-23"
        ),
        (
            "x\n\n> 1. [ ] a 🔁 every day 📅 2026-11-20\r\n> 2. b\r\n",
            "x\n\n> 1. [ ] a 🔁 every day 📅 2026-11-21\r\n> 1. [x] a 🔁 every day 📅 2026-11-20 ✅ 2026-11-23\r\n"
                + "> 2. b\r\n"
        ),
        (
            "\n\n- + [ ] a 🔁 every day 📅 2026-11-20\n",
            "\n\n- + [ ] a 🔁 every day 📅 2026-11-21\n  + [x] a 🔁 every day 📅 2026-11-20 ✅ 2026-11-23\n"
        ),
        (
            "- chew: x\n\n\t- [ ] a 🔁 every day 📅 2026-11-20\n\t  - b\n",
            "- chew: x\n\n\t- [ ] a 🔁 every day 📅 2026-11-21\n\t- [x] a 🔁 every day 📅 2026-11-20 ✅ 2026-11-23\n"
                + "\t  - b\n"
        ),
        // Over several lines.
        (
            "\n\n- [ ] a\n  and b 🔁 every week 📅 2026-11-20\n  - c\n",
            "\n\n- [ ] a\n  and b 🔁 every week 📅 2026-11-27\n- [x] a\n"
                + "  and b 🔁 every week 📅 2026-11-20 ✅ 2026-11-23\n  - c\n"
        ),
        // Several dates keep their distances.
        (
            "- [ ] a 🔁 every month 🛫 2026-01-21 ⏳ 2026-01-29 📅 2026-01-31",
            "- [ ] a 🔁 every month 🛫 2026-02-18 ⏳ 2026-02-26 📅 2026-02-28\n"
                + "- [x] a 🔁 every month 🛫 2026-01-21 ⏳ 2026-01-29 📅 2026-01-31 ✅ 2026-11-23"
        ),
        (
            "- [ ] a 🔁 every week ⏳ 2026-11-20",
            "- [ ] a 🔁 every week ⏳ 2026-11-27\n- [x] a 🔁 every week ⏳ 2026-11-20 ✅ 2026-11-23"
        ),
        (
            "- [ ] a 🔁 every week 🛫 2026-11-20",
            "- [ ] a 🔁 every week 🛫 2026-11-27\n- [x] a 🔁 every week 🛫 2026-11-20 ✅ 2026-11-23"
        ),
        // When it is done counts.
        (
            "- [ ] a 🔁 every week when done 📅 2026-11-20",
            "- [ ] a 🔁 every week when done 📅 2026-11-30\n"
                + "- [x] a 🔁 every week when done 📅 2026-11-20 ✅ 2026-11-23"
        ),
        // Without a date.
        ("- [ ] a 🔁 every week", "- [ ] a 🔁 every week\n- [x] a 🔁 every week ✅ 2026-11-23"),
        (
            "- [ ] a rec:1w", "- [ ] a rec:1w due:2026-11-30\n- [x] a rec:1w done:2026-11-23"
        ),
        // The block id stays with what is done, and so does the id of Obsidian Tasks.
        (
            "- [/] a 🆔 ab1 ⛔ cd2,ef3 🏁 keep ➕ 2026-11-01 🔁 every week 📅 2026-11-20 #b ^blk",
            "- [ ] a 🏁 keep ➕ 2026-11-23 🔁 every week 📅 2026-11-27 #b\n"
                + "- [x] a 🆔 ab1 ⛔ cd2,ef3 🏁 keep ➕ 2026-11-01 🔁 every week 📅 2026-11-20 #b ✅ 2026-11-23 ^blk"
        ),
        (
            "- [ ] a [id:: ab1] [repeat:: every week] [due:: 2026-11-20]",
            "- [ ] a [repeat:: every week] [due:: 2026-11-27]\n"
                + "- [x] a [id:: ab1] [repeat:: every week] [due:: 2026-11-20] [completion:: 2026-11-23]"
        ),
        (
            "- [ ] a (start:: 2026-11-18) (repeat:: every week) (due:: 2026-11-20)",
            "- [ ] a (start:: 2026-11-25) (repeat:: every week) (due:: 2026-11-27)\n"
                + "- [x] a (start:: 2026-11-18) (repeat:: every week) (due:: 2026-11-20) (completion:: 2026-11-23)"
        ),
        // todo.txt
        (
            "- [ ] (A) a rec:1w due:2026-11-20 t:2026-11-18",
            "- [ ] (A) a rec:1w due:2026-11-30 t:2026-11-28\n"
                + "- [x] (A) a rec:1w due:2026-11-20 t:2026-11-18 done:2026-11-23"
        ),
        (
            "- [ ] a rec:+1m due:2026-01-31 ^b",
            "- [ ] a rec:+1m due:2026-02-28\n- [x] a rec:+1m due:2026-01-31 done:2026-11-23 ^b"
        ),
        // A word in place of a box.
        (
            "- NOW a 🔁 every week 📅 2026-11-20",
            "- LATER a 🔁 every week 📅 2026-11-27\n- DONE a 🔁 every week 📅 2026-11-20 ✅ 2026-11-23"
        ),
        // What was dropped once is done now.
        (
            "- [-] a 🔁 every week 📅 2026-11-20 ❌ 2026-11-21",
            "- [ ] a 🔁 every week 📅 2026-11-27\n- [x] a 🔁 every week 📅 2026-11-20 ✅ 2026-11-23"
        ),
    ])
    func `puts the next one in front of it`(old: String, new: String) throws {
        let lines = old.split(omittingEmptySubsequences: false) { $0.isNewline }
        let index = lines.firstIndex { $0.contains("] a") || $0.contains("NOW a") || $0.contains(") a") }
        #expect(try Editing.tick(old, line: (index ?? 0) + 1, .done) == new)
    }

    @Test(arguments: [
        ("- TODO a\n  DEADLINE: <2026-11-06 Fri ++1w>\n", "- TODO a\n  DEADLINE: <2026-11-27 Fri ++1w>\n"),
        ("- DOING a\n  SCHEDULED: <2026-11-20 Fri +1d>", "- TODO a\n  SCHEDULED: <2026-11-21 Sat +1d>"),
        ("- NOW a\n  SCHEDULED: <2026-11-20 .+1w>", "- LATER a\n  SCHEDULED: <2026-11-30 .+1w>"),
        (
            "- [ ] a SCHEDULED: <2026-11-20 Fri 09:30 .+2d -1d>",
            "- [ ] a SCHEDULED: <2026-11-25 Wed 09:30 .+2d -1d>"
        ),
        ("- TODO a\n  DEADLINE: <2026-01-31 Sat +1m>", "- TODO a\n  DEADLINE: <2026-02-28 Sat +1m>"),
        (
            "- TODO a\n  DEADLINE: <2028-02-29 Tuesday +1y>",
            "- TODO a\n  DEADLINE: <2029-02-28 Wednesday +1y>"
        ),
        // Each by its own rule; one without any keeps its distance.
        (
            "- TODO a\n  SCHEDULED: <2026-11-18 Wed>\n  DEADLINE: <2026-11-20 Fri +1w>",
            "- TODO a\n  SCHEDULED: <2026-11-25 Wed>\n  DEADLINE: <2026-11-27 Fri +1w>"
        ),
        (
            "- TODO a\n  SCHEDULED: <2026-11-18 Wed +1d>\n  DEADLINE: <2026-11-20 Fri +1w>",
            "- TODO a\n  SCHEDULED: <2026-11-19 Thu +1d>\n  DEADLINE: <2026-11-27 Fri +1w>"
        ),
        // Nothing else of the block changes.
        (
            "- TODO a\n  DEADLINE: <2026-11-20 Fri +1w>\n  id:: 1-2\n  :LOGBOOK:\n"
                + "  CLOCK: [2026-11-01 Sun 10:00:00]\n  :END:\n",
            "- TODO a\n  DEADLINE: <2026-11-27 Fri +1w>\n  id:: 1-2\n  :LOGBOOK:\n"
                + "  CLOCK: [2026-11-01 Sun 10:00:00]\n  :END:\n"
        ),
        (
            "- swallow: b\n  - TODO a\n"
                + "    DEADLINE: <2026-11-20 Fri +1w> ^id",
            "- swallow: b\n  - TODO a\n    DEADLINE: <2026-11-27 Fri +1w> ^id"
        ),
    ])
    func `moves a timestamp on, and leaves it to do`(old: String, new: String) throws {
        let line = old.hasPrefix("- swallow") ? 2 : 1
        #expect(try Editing.tick(old, line: line, .done) == new)
    }

    @Test(arguments: [
        "- [ ] a 🔁 every blue moon 📅 2026-11-20", "- [ ] a 🔁 every blue moon",
        "- [ ] a rec:1q due:2026-11-20",
        "- [ ] a [repeat:: weekly] [due:: 2026-11-20]", "- TODO a\n  DEADLINE: <2026-11-20 Fri +1h>",
        "- [ ] a 🔁 every February on the 30th 📅 2026-11-20", "- [ ] a 🔁 every week until 2027 📅 2026-11-20",
    ])
    func `is refused by name where its rule is not understood`(note: String) throws {
        guard
            case .unknownRepetition = Editing.refusal({ () throws(Refusal) in try Editing.tick(note, .done) })
        else {
            Issue.record("not refused: \(note)")
            return
        }
        // Whatever else becomes of it, it does not come again.
        #expect(try Editing.tick(note, .dropped) != note)
    }

    @Test
    func `is refused where it is due on the same day again, so that nothing would tell that it is done`()
        throws
    {
        let early = "- TODO a\n  DEADLINE: <2026-11-30 Mon .+1w>"
        let refusal = Editing.refusal { () throws(Refusal) in try Editing.tick(early, .done) }
        #expect(refusal.map { "\($0)" }?.contains("it is due next on 2026-11-30, as it is already") == true)
        // A word that changes tells it.
        let doing = early.replacing("TODO", with: "DOING")
        #expect(try Editing.tick(doing, .done) == early)
        #expect(try Editing.tick(early.replacing("30 Mon", with: "29 Sun"), .done) == early)
    }

    @Test func `tells of each line what became of it, though the next one is as it was`() throws {
        let old = "- chew: x\n  - [ ] a 🔁 every day\n  - [ ] b\n"
        let edit = try Editing.edit(old) { editor throws(Refusal) in
            try editor.tick(line: 2, .done, today: .editingDay)
            try editor.tick(line: 3, .done, today: .editingDay)
        }
        let lines = String(decoding: edit.summary(), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasSuffix("“  - [x] a 🔁 every day ✅ 2026-11-23” is new") == true)
        #expect(lines.last?.contains("“  - [ ] b” is now “  - [x] b done:2026-11-23”") == true)
    }

    @Test func `names the weekday of the next one's timestamp`() throws {
        #expect(
            try Editing.tick("- TODO a 🔁 every day\n  SCHEDULED: <2026-11-30 Mon>", .done)
                .hasPrefix("- TODO a 🔁 every day\n  SCHEDULED: <2026-12-01 Tue>\n- DONE a"))
    }

    @Test func `is refused where it is more than an action, and where nothing may change`() {
        #expect(
            Editing.refusal { () throws(Refusal) in try Editing.tick("- [ ] swallow: a 🔁 every week", .done) }
                == .repeatsWithTag)
        let note = "- TODO a\n  id:: 1\n  DEADLINE: <2026-11-20 Fri +1w>"
        #expect(Editing.refusal { () throws(Refusal) in try Editing.tick(note, .done) } == .afterProperties)
    }

    @Test func `leaves one that is done or dropped as it is`() throws {
        let done = "- [x] a 🔁 every week 📅 2026-11-20 ✅ 2026-11-22"
        #expect(try Editing.tick(done, .done) == done)
        #expect(try Editing.tick(done, .open) == "- [ ] a 🔁 every week 📅 2026-11-20")
        #expect(try Editing.tick("- [ ] a 🔁 every week", .inProgress) == "- [/] a 🔁 every week")
        #expect(try Editing.tick("- [ ] a 🔁 every week", .dropped) == "- [-] a 🔁 every week ❌ 2026-11-23")
    }

    @Test func `is done for many actions at once`() throws {
        let old = "- swallow: x\n" + String(repeating: "  - [ ] a 🔁 every week 📅 2026-11-20\n", count: 500)
        let edit = try Editing.edit(old) { editor throws(Refusal) in
            for line in 2...501 { try editor.tick(line: line, .done, today: .editingDay) }
        }
        #expect(edit.after.feedback.first?.actions.count == 1000)
        #expect(edit.after.allActions.count { $0.state == .done } == 500)
    }
}

/// A list whose action repeats carries its tick once.
struct RepeatSyncTests {
    @Test(arguments: [
        ("- chew: x\n  - [ ] a 🔁 every week 📅 2026-11-20\n", "settled"),
        ("- chew: x\n  - [ ] a 🔁 every week\n", "settled"),
        ("- chew: x\n  - [ ] a rec:1w due:2026-11-20\n", "settled"),
        (
            "- chew: x\n  - TODO a\n    DEADLINE: <2026-11-06 Fri ++1w>\n",
            "done a.md:2 2026-11-06 to 2026-11-27"
        ),
        (
            "- chew: x\n  - TODO a\n    SCHEDULED: <2026-11-06 Fri +1w>\n",
            "done a.md:2 2026-11-06 to 2026-11-13"
        ),
        // Each date by its own rule.
        (
            "- chew: x\n  - TODO a\n    SCHEDULED: <2026-11-06 Fri +1w>\n    DEADLINE: <2026-11-20 Fri +1m>\n",
            "done a.md:2 2026-11-20 to 2026-12-20"
        ),
    ])
    func `a tick is carried once`(note: String, outcome: String) throws {
        let before = SyncPlanTests.index(["a.md": note])
        let list = SyncPlanTests.checklist(before).replacing("- [ ]", with: "- [x]")
        #expect(try SyncPlanTests.outcomes(list, before) == ["a.md:2 [x] 2026-11-23"])
        let after = try Editing.tick(note, line: 2, .done)
        #expect(after != note)
        #expect(try SyncPlanTests.outcomes(list, SyncPlanTests.index(["a.md": after])) == [outcome])
        // The next list has the next one.
        let next = SyncPlanTests.checklist(SyncPlanTests.index(["a.md": after])).replacing(
            "- [ ]", with: "- [x]")
        let outcomes = try SyncPlanTests.outcomes(next, SyncPlanTests.index(["a.md": after]))
        #expect(outcomes == ["a.md:2 [x] 2026-11-23"])
    }

    @Test func `a date that somebody has moved is told`() throws {
        let note = "- chew: x\n  - TODO a\n    DEADLINE: <2026-11-06 Fri ++1w>\n"
        let list = SyncPlanTests.checklist(SyncPlanTests.index(["a.md": note])).replacing(
            "- [ ]", with: "- [x]")
        let moved = SyncPlanTests.index(["a.md": note.replacing("2026-11-06 Fri", with: "2026-11-12 Thu")])
        #expect(try SyncPlanTests.outcomes(list, moved) == ["moved on from 2026-11-06 to 2026-11-12"])
    }
}
