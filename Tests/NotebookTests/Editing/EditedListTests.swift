import Notebook
import Testing

@testable import Storage

/// A list as people edit it: a tick in it is carried to its own action, or refused by name, and never silent.
struct EditedListTests {
    private static let index = SyncPlanTests.index([
        "a.md": "- chew: Be brief.\n  - [ ] Rehearse two stories #pace due:2026-12-01\n  - [ ] Ask\n"
    ])

    private static let line = "- [ ] Rehearse two stories #pace due:2026-12-01 "

    /// What becomes of the items that are not settled, with other words in place of the first item's.
    private static func outcomes(_ item: String) throws -> [String] {
        let list = SyncPlanTests.checklist(index)
        let changed = list.replacing(line, with: item)
        try #require(changed != list)
        return try SyncPlanTests.outcomes(changed, index).filter { $0 != "settled" }
    }

    private static let carried = ["a.md:2 [x] 2026-11-23"]

    @Test(arguments: [
        // The box right before the words is the item's.
        "- [ ] buy milk - [x] Rehearse two stories #pace due:2026-12-01 ",
        "- [ ] buy milk\n  at the market - [x] Rehearse two stories #pace due:2026-12-01 ",
        "- [ ] buy milk - \\[x\\] Rehearse two stories \\#pace due:2026-12-01 ",
        // A second one that was typed after the first.
        "- [ ] [x] Rehearse two stories #pace due:2026-12-01 ",
        "- TODO [x] Rehearse two stories #pace due:2026-12-01 ",
        "- [ ] DONE Rehearse two stories #pace due:2026-12-01 ",
        "- [x] [x] Rehearse two stories #pace due:2026-12-01 ",
        // Enter, twice, right after the box, and with something typed in between.
        "- [x] Rehearse\n- [ ] two\n- [ ] stories #pace due:2026-12-01 ",
        "- [x] Rehearse two\n  - [ ] call Sam\n- [ ] stories #pace due:2026-12-01 ",
        "- [x]\n- [ ] Rehearse two stories #pace due:2026-12-01 ",
        "- [x] Rehearse\n  two\n- [ ] stories #pace due:2026-12-01 ",
        // Other words, and its own tick.
        "- [x] Rehearse three stories #pace due:2026-12-01 ",
        "- [x] Buy milk\n- [x] Rehearse three stories #pace due:2026-12-01 ",
    ])
    func `a tick is carried`(item: String) throws {
        #expect(try Self.outcomes(item) == Self.carried)
    }

    @Test(arguments: [
        // Whose box it is, is not certain.
        "- [x] buy milk Rehearse two stories #pace due:2026-12-01 ",
        "- [x] buy milk\nRehearse two stories #pace due:2026-12-01 ",
        "- [x] buy milk - [ ] Rehearse too stories #pace due:2026-12-01 ",
        "- [x] [ ] Rehearse two stories #pace due:2026-12-01 ",
        "- [x] [-] Rehearse two stories #pace due:2026-12-01 ",
        // An Enter, and a word is another one.
        "- [x] Rehearse two\n- [ ] storys #pace due:2026-12-01 ",
        "- [x] Rehears two\n- [ ] stories #pace due:2026-12-01 ",
        "- [x] Rehearse\n- two\n- [ ] stories #pace due:2026-12-01 ",
        "- [x] Rehearse\n- [-] two\n- [ ] stories #pace due:2026-12-01 ",
    ])
    func `a tick is refused by name`(item: String) throws {
        #expect(try Self.outcomes(item) == ["unclear box a.md:2"])
    }

    @Test(arguments: [
        "- [x] buy milk - [ ] Rehearse two stories #pace due:2026-12-01 ",
        "- [x] buy milk\n- [ ] Rehearse two stories #pace due:2026-12-01 ",
        "- [x] buy milk\n- [ ] Rehearse three stories #pace due:2026-12-01 ",
        "- [ ] buy milk Rehearse two stories #pace due:2026-12-01 ",
    ])
    func `somebody's own tick is carried nowhere`(item: String) throws {
        #expect(try Self.outcomes(item) == [])
    }

    @Test func `a ticked item without its id and its words is refused`() throws {
        let list = SyncPlanTests.checklist(Self.index)
        let id = try #require(list.firstMatch(of: /\^[a-z0-9]+/)).output
        let changed = list.replacing(id, with: "").replacing("- [ ] Rehearse two", with: "- [x] Rehearse")
        #expect(try SyncPlanTests.outcomes(changed, Self.index) == ["no id and no words", "settled"])
    }

    // MARK: Equal actions

    /// What becomes of the first item, or another one, once it is ticked and the note is another.
    private static func outcome(
        ofItem number: Int, from before: String, to after: String, edit: (String) -> String = { $0 }
    ) throws -> String {
        let list = SyncPlanTests.checklist(SyncPlanTests.index(["n.md": before]), all: true)
        var lines = edit(list).split(separator: "\n", omittingEmptySubsequences: false)
        let items = lines.indices.filter { lines[$0].hasPrefix("- [ ]") }
        lines[items[number]] = "- [x]" + lines[items[number]].dropFirst(5)
        let outcomes = try SyncPlanTests.outcomes(
            lines.joined(separator: "\n"), SyncPlanTests.index(["n.md": after]))
        return outcomes[number]
    }

    @Test func `of equal actions with other topics the topic tells which`() throws {
        let (one, other) = ("- [ ] Rehearse #a\n", "- [ ] Rehearse #b\n")
        #expect(try Self.outcome(ofItem: 0, from: one + other, to: other + one) == "n.md:2 [x] 2026-11-23")
        #expect(try Self.outcome(ofItem: 1, from: one + other, to: other + one) == "n.md:1 [x] 2026-11-23")
        // One of them has another topic by now.
        #expect(
            try Self.outcome(ofItem: 0, from: one + other, to: other + "- [ ] Rehearse #c\n")
                == "ambiguous n.md:1, n.md:2")
    }

    @Test(arguments: [
        ["2026-11-08", "2026-11-15"], ["2026-11-08", "2026-11-01", "2026-12-01"], ["2026-11-15"],
        ["2026-11-08"],
    ])
    func `of equal actions that were postponed none is ticked`(dates: [String]) throws {
        func note(_ dates: [String]) -> String { dates.map { "- [ ] Rehearse due:\($0)\n" }.joined() }
        let before = note(["2026-11-01", "2026-11-08"])
        for number in 0...1 {
            #expect(try Self.outcome(ofItem: number, from: before, to: note(dates)).hasPrefix("ambiguous"))
        }
    }

    @Test func `two equal ones that repeat are done once each`() throws {
        let before =
            "- TODO a\n  SCHEDULED: <2026-11-06 Fri +1w>\n- TODO a\n  SCHEDULED: <2026-11-13 Fri +1w>\n"
        let after =
            "- TODO a\n  SCHEDULED: <2026-11-13 Fri +1w>\n- TODO a\n  SCHEDULED: <2026-11-20 Fri +1w>\n"
        let list = SyncPlanTests.checklist(SyncPlanTests.index(["n.md": before])).replacing(
            "- [ ]", with: "- [x]")
        #expect(
            try SyncPlanTests.outcomes(list, SyncPlanTests.index(["n.md": after])) == [
                "done n.md:1 2026-11-06 to 2026-11-13", "done n.md:3 2026-11-13 to 2026-11-20",
            ])
    }

    @Test func `a box that no key types is known when it stands nowhere any more`() throws {
        let list = SyncPlanTests.checklist(SyncPlanTests.index(["n.md": "- [🔥] q\n"]))
        let ticked = list.replacing("- [🔥]", with: "- [x]")
        #expect(try SyncPlanTests.outcomes(ticked, SyncPlanTests.index(["n.md": "- [x] q\n"])) == ["settled"])
        let other = SyncPlanTests.index(["n.md": "- [-] q\n"])
        #expect(try SyncPlanTests.outcomes(ticked, other) == ["both changed"])
    }

    @Test(arguments: ["`due:2026-01-01`", "[[x due:2026-01-01]]", "`` ` due:2026-01-01 ``"])
    func `a date within the words is theirs`(words: String) throws {
        let before = "- chew: Say \(words)\n  - [ ] Use \(words)\n  - [ ] Use \(words) due:2026-11-25\n"
        let outcome = try Self.outcome(ofItem: 0, from: before, to: before)
        #expect(outcome.hasPrefix("n.md:"))
        let repeats = "- chew: x\n  - [ ] Use \(words) 🔁 every week 📅 2026-11-27\n"
        #expect(try Self.outcome(ofItem: 0, from: repeats, to: repeats) == "n.md:2 [x] 2026-11-23")
        let list = SyncPlanTests.checklist(
            SyncPlanTests.index(["n.md": before.replacing("due:", with: "done:")]))
        let ticked = list.replacing("- [ ]", with: "- [x]")
        let after = SyncPlanTests.index(["n.md": before.replacing("due:", with: "done:")])
        #expect(try SyncPlanTests.outcomes(ticked, after).contains { $0.hasSuffix("2026-01-01") } == false)
    }

    // MARK: What is not carried is told

    /// What a list says besides the boxes that is not carried.
    private static func changes(_ old: String, _ new: String, _ index: NotebookIndex = Self.index) throws
        -> [String]
    {
        let list = String(decoding: Checklist(Self.index).file(), as: UTF8.self).replacing(old, with: new)
        let file = try ChecklistFile(path: "list.md", bytes: Array(list.utf8))
        return try file.plan(index).items.compactMap { $0.change?.description }
    }

    @Test func `an id behind the lesson and the link changes no words`() throws {
        let list = String(decoding: Checklist(Self.index).file(), as: UTF8.self)
        let moved = list.replacing(/(\^[a-z0-9]+)\n(.*)\n/) { "\n\($0.output.2) \($0.output.1)\n" }
        #expect(moved != list)
        let file = try ChecklistFile(path: "list.md", bytes: Array(moved.utf8))
        let changes = try file.plan(Self.index).items.compactMap { $0.change?.description }
        #expect(changes.isEmpty)
        let ticked = moved.replacing("- [ ] Rehearse", with: "- [x] Rehearse")
        #expect(try SyncPlanTests.outcomes(ticked, Self.index) == Self.carried + ["settled"])
        // All of it may be on one line.
        let joined = list.replacing(/(\^[a-z0-9]+)\n(.*)\n/) { "\($0.output.2) \($0.output.1)\n" }
        let wrapped = try ChecklistFile(path: "list.md", bytes: Array(joined.utf8))
        #expect(try wrapped.plan(Self.index).items.allSatisfy { $0.change == nil })
        // Other words are told as ever.
        let other = try ChecklistFile(
            path: "list.md", bytes: Array(moved.replacing("Rehearse two", with: "Rehearse three").utf8))
        let told = try other.plan(Self.index).items.compactMap { $0.change?.description }
        #expect(told.count == 1 && told[0].contains("“Rehearse three stories”"))
    }

    @Test func `other words and dates are told, and where they belong`() throws {
        let words = try Self.changes("Rehearse two", "Rehearse three")
        #expect(
            words.count == 1 && words[0].contains("“Rehearse three stories”") && words[0].contains("a.md:2"))
        let dates = try Self.changes("due:2026-12-01", "due:2026-11-30")
        #expect(
            dates.count == 1 && dates[0].contains("`#pace due:2026-11-30`") && dates[0].contains("a.md:2"))
        #expect(try Self.changes("stories #pace", "stories #pace #new").count == 1)
        #expect(try Self.changes("- [ ] Rehearse", "- [x] Rehearse").isEmpty)
        // What has changed in the note alone does not count.
        let postponed = SyncPlanTests.index([
            "a.md": "- chew: Be brief.\n  - [ ] Rehearse two stories #pace due:2026-12-08\n  - [ ] Ask\n"
        ])
        #expect(try Self.changes("[ ] Ask", "[x] Ask", postponed).isEmpty)
    }
}
