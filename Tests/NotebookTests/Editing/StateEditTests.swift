import Notebook
import Testing

@Suite struct `Ticking an action` {
    @Test(arguments: [
        ("- [ ] a", "- [x] a done:2026-11-23"),
        ("* [/] a ^id\r\n", "* [x] a done:2026-11-23 ^id\r\n"),
        ("- [?] a", "- [x] a done:2026-11-23"), ("- [é] a", "- [x] a done:2026-11-23"),
        ("- [\u{0}] a", "- [x] a done:2026-11-23"),
        ("- [ ] a 📅 2026-11-02 ^id", "- [x] a 📅 2026-11-02 ✅ 2026-11-23 ^id"),
        ("- [ ] a 📅 2026-11-02\n  more\n", "- [x] a 📅 2026-11-02 ✅ 2026-11-23\n  more\n"),
        ("- [ ] a @due(2026-11-02)", "- [x] a @due(2026-11-02) @done(2026-11-23)"),
        ("- [ ] a [due:: 2026-11-02]", "- [x] a [due:: 2026-11-02] [completion:: 2026-11-23]"),
        ("- [ ] a (due:: 2026-11-02) #b", "- [x] a (due:: 2026-11-02) #b (completion:: 2026-11-23)"),
        ("- [ ] a due:2026-11-02", "- [x] a due:2026-11-02 done:2026-11-23"),
        ("- [ ] a done:2026-01-01 b", "- [x] a done:2026-11-23 b"),
        ("- [-] a dropped:2026-01-01 b", "- [x] a b done:2026-11-23"),
        ("- [-] a\n  ❌ 2026-01-01\n  b", "- [x] a ✅ 2026-11-23\n  b"),
        ("- TODO a", "- DONE a done:2026-11-23"), ("- NOW a", "- DONE a done:2026-11-23"),
        ("- TODO a\n  DEADLINE: <2026-11-02 Mon>", "- DONE a done:2026-11-23\n  DEADLINE: <2026-11-02 Mon>"),
        ("- [ ] swallow: a", "- [x] swallow: a done:2026-11-23"), ("- [ ]", "- [x] done:2026-11-23"),
        ("> 1. [ ] a\n> b", "> 1. [x] a\n> b done:2026-11-23"),
        ("- [x] a", "- [x] a"), ("- [X] a done:2026-01-01", "- [X] a done:2026-01-01"),
        ("- DONE a", "- DONE a"),
    ])
    func `as done`(old: String, new: String) throws {
        #expect(try Editing.tick(old, .done) == new)
    }

    @Test(arguments: [
        ("- [x] a done:2026-01-01", "- [ ] a"), ("- [X] a ✅ 2026-01-01 ^id", "- [ ] a ^id"),
        ("- [x] a @done(2026-01-01) b", "- [ ] a b"), ("- [x] done:2026-01-01 a", "- [ ] a"),
        ("- [x] a\n  done:2026-01-01\n  b", "- [ ] a\n  b"),
        ("> - [x] a\n> done:2026-01-01 b\n", "> - [ ] a\n> b\n"),
        ("- [x] a done:2026-01-01 dropped:2026-01-02\n", "- [ ] a\n"), ("- DONE a", "- TODO a"),
        ("- NOW a", "- LATER a"), ("- [?] a", "- [?] a"), ("- [x] a [completion:: 2026-01-01] ", "- [ ] a "),
    ])
    func `as open again`(old: String, new: String) throws {
        #expect(try Editing.tick(old, .open) == new)
    }

    @Test(arguments: [
        ("- [ ] a", "- [-] a dropped:2026-11-23"), ("- [x] a ✅ 2026-01-01", "- [-] a ❌ 2026-11-23"),
        ("- [ ] a [due:: 2026-11-02]", "- [-] a [due:: 2026-11-02] [cancelled:: 2026-11-23]"),
        ("- [ ] a @due(2026-11-02)", "- [-] a @due(2026-11-02) dropped:2026-11-23"),
        ("- WAITING a", "- CANCELED a dropped:2026-11-23"),
    ])
    func `as dropped`(old: String, new: String) throws {
        #expect(try Editing.tick(old, .dropped) == new)
    }

    @Test func `as in progress, and with a character of its own`() throws {
        #expect(try Editing.tick("- [x] a done:2026-01-01", .inProgress) == "- [/] a")
        #expect(try Editing.tick("- TODO a", .inProgress) == "- DOING a")
        #expect(try Editing.tick("- LATER a", .inProgress) == "- NOW a")
        let star = try #require(TaskBox("é"))
        #expect(try Editing.tick("- [x] a done:2026-01-01", star) == "- [é] a")
        #expect(try Editing.tick("- [ ] a", star) == "- [é] a")
        #expect(Editing.refusal { () throws(Refusal) in try Editing.tick("- TODO a", star) } == .noBox)
    }

    @Test func `takes only what can stand in a box`() {
        #expect(TaskBox("]") == nil)
        #expect(TaskBox("\n") == nil)
        #expect(TaskBox("\r\n") == nil)
        #expect(TaskBox(" ") == .open)
    }

    @Test func `several at once, each by its old line`() throws {
        let edit = try Editing.edit("- [x] a\n  done:2026-01-01\n- [ ] b\n") { editor throws(Refusal) in
            try editor.tick(line: 1, .open, today: .editingDay)
            try editor.tick(line: 3, .done, today: .editingDay)
        }
        #expect(String(decoding: edit.newBytes, as: UTF8.self) == "- [ ] a\n- [x] b done:2026-11-23\n")
        #expect(
            String(decoding: edit.summary(), as: UTF8.self) == """
                note.md:1: “- [x] a” is now “- [ ] a”
                note.md:2: “  done:2026-01-01” is now “- [x] b done:2026-11-23”
                note.md:3: “- [ ] b” is gone

                """)
    }

    @Test func `refuses a bullet that is no action, and goes on`() throws {
        let edit = try Editing.edit("- a\n- [ ] b") { editor throws(Refusal) in
            #expect(throws: Refusal(path: NotePath("note.md"), line: 1, reason: .noAction)) {
                try editor.tick(line: 1, .done, today: .editingDay)
            }
            try editor.tick(line: 2, .done, today: .editingDay)
        }
        #expect(String(decoding: edit.newBytes, as: UTF8.self) == "- a\n- [x] b done:2026-11-23")
    }
}
