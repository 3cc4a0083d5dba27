import Notebook
import Testing

@Suite struct `Adding a reason` {
    @Test(arguments: [
        ("- chew: x\n", "- chew: x\n  - because: So.\n"),
        ("- chew: x", "- chew: x\n  - because: So."),
        ("# A\r\n* chew: x", "# A\r\n* chew: x\r\n  * because: So."),
        ("# A\r+ chew: x\r\r", "# A\r+ chew: x\r  + because: So.\r\r"),
        ("1. chew: x\n2. y\n", "1. chew: x\n   - because: So.\n2. y\n"),
        ("-   chew: x\n", "-   chew: x\n    -   because: So.\n"),
        ("-\tchew: x\n", "-\tchew: x\n \t-\tbecause: So.\n"),
        ("> - chew: x\n> - y\n", "> - chew: x\n>   - because: So.\n> - y\n"),
        (">- chew: x\n", ">- chew: x\n>   - because: So.\n"),
        ("- > - chew: x\n", "- > - chew: x\n  >   - because: So.\n"),
        ("- - chew: x\n", "- - chew: x\n    - because: So.\n"),
        ("- chew: x\nlazy\n- y\n", "- chew: x\nlazy\n  - because: So.\n- y\n"),
        ("- chew: x\n  more  \n\n  second\n", "- chew: x\n  more  \n  - because: So.\n\n  second\n"),
        ("- chew: x\n    * [ ] y\n", "- chew: x\n    * because: So.\n    * [ ] y\n"),
        ("- chew: x\n\t- [ ] y\n", "- chew: x\n\t- because: So.\n\t- [ ] y\n"),
        ("- chew: x\n- y\n\t- z\n", "- chew: x\n\t- because: So.\n- y\n\t- z\n"),
        ("- chew: x\n  1. y\n", "- chew: x\n  - because: So.\n  1. y\n"),
        ("-\n  chew: x\n", "-\n  chew: x\n  - because: So.\n"),
        ("- chew: x\n  ```\n  code\n  ```\n", "- chew: x\n  - because: So.\n  ```\n  code\n  ```\n"),
        ("- chew: x ^id\n  - because: Yes.\n", "- chew: x ^id\n  - because: So.\n  - because: Yes.\n"),
        // A drawer or a property after a blank line is the block's too; other text there is not.
        (
            "- chew: x\n\n  :LOGBOOK:\n  CLOCK: [2026-11-01 Sun 10:00:00]\n  :END:\n- y\n",
            "- chew: x\n\n  :LOGBOOK:\n  CLOCK: [2026-11-01 Sun 10:00:00]\n  :END:\n  - because: So.\n- y\n"
        ),
        ("- chew: x\n\n  id:: 1-2\n- y\n", "- chew: x\n\n  id:: 1-2\n  - because: So.\n- y\n"),
        ("- chew: x\n\n  logbook:\n- y\n", "- chew: x\n  - because: So.\n\n  logbook:\n- y\n"),
        // A drawer that nothing closes is text.
        ("- chew: x\n\n  :LOGBOOK:\n- y\n", "- chew: x\n  - because: So.\n\n  :LOGBOOK:\n- y\n"),
    ])
    func `puts a bullet in as the list has them`(old: String, new: String) throws {
        let line = old.hasPrefix("# A") ? 2 : 1
        #expect(try Editing.mark(old, line: line, as: .chew, because: "So.") == new)
    }

    @Test func `comes with a new stage`() throws {
        #expect(
            try Editing.mark("- chew: x\n- y", as: .spit, because: " One\n person's\tview #a ")
                == "- spit: x since:2026-11-23\n  - because: One person's view #a\n- y")
    }

    @Test(arguments: [
        ("- chew: x\n", " \n", Refusal.Reason.emptyText), ("- chew: x\n", "due:2026-01-01", .unclearText),
        ("- chew: x\n", "\u{1B}[31m", .unclearText), ("- chew: x\n\n      code\n", "So", .codeBelow),
    ])
    func `refuses what would read otherwise`(note: String, text: String, reason: Refusal.Reason) {
        #expect(
            Editing.refusal { () throws(Refusal) in try Editing.mark(note, as: .chew, because: text) }
                == reason)
    }
}
