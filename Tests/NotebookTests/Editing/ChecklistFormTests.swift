import Notebook
import Testing

@testable import Storage

/// A tick is carried whatever another editor or tool has made of the list's form, or it is refused by name.
struct ChecklistFormTests {
    private static let index = SyncPlanTests.index([
        "a.md":
            "- chew: Lead with the end.\n  - [ ] Tell the story again #pace due:2026-12-01\n  - [ ] Ask\n",
        "b.md": "- [ ] Tell the story again\n",
    ])

    /// The list with the first item of the note ticked, its id as `ID` and its link as `LINK`, and the id.
    private static func ticked() throws -> (list: String, id: String, link: String) {
        let list = SyncPlanTests.checklist(index)
        let id = try #require(list.firstMatch(of: /\^[a-z0-9]+/)).output
        let link = try #require(list.firstMatch(of: /\[a:2\]\(a\.md#L2\)/)).output
        let changed = list.replacing(
            "- [ ] Tell the story again #pace", with: "- [x] Tell the story again #pace"
        )
        .replacing(id, with: "ID").replacing(link, with: "LINK")
        return (changed, String(id), String(link))
    }

    private static let line =
        "- [x] Tell the story again #pace due:2026-12-01 ID\n  Lead with the end. LINK\n"

    @Test(arguments: [
        // The id on a line of its own, in front of the text after it, below it, with a blank line between.
        "- [x] Tell the story again #pace due:2026-12-01\n  ID\n  Lead with the end. LINK\n",
        "- [x] Tell the story\n  again #pace due:2026-12-01 ID Lead with\n  the end. LINK\n",
        "- [x] Tell the story again #pace due:2026-12-01\nID Lead with the end. LINK\n",
        "- [x] Tell the story again #pace due:2026-12-01\n\n  ID\n",
        "- [x] Tell the story again #pace due:2026-12-01\n\nID\n\n",
        "- [x] ID\n",
        // The id behind the link, and the lesson on more than one line.
        "- [x] Tell the story again #pace due:2026-12-01\n  Lead with the end. LINK ID\n",
        "- [x] Tell the story\n  again #pace due:2026-12-01\n  Lead with\n  the end. LINK ID\n",
        // The link is gone, or is another one.
        "- [x] Tell the story again #pace due:2026-12-01 ID\n",
        "- [x] Tell the story again #pace due:2026-12-01 ID\n  Lead with the end. [[a#L2|a:2]]\n",
        "- [x] Tell the story again ID\n  [b:1](b.md#L1)\n",
        // As mdformat and pandoc write it.
        "-   \\[x\\] Tell the story again \\#pace due:2026-12-01 \\ID Lead with the\n    end. LINK\n",
        "*   ☒ Tell the story again \\#pace due:2026-12-01 ID\\\n    Lead with the end. LINK\n",
        // An Enter within the text, with or without a new bullet and a new box.
        "- [x] Tell the\nstory again #pace due:2026-12-01 ID\n  Lead with the end. LINK\n",
        "- [x] Tell the\n- story again #pace due:2026-12-01 ID\n  Lead with the end. LINK\n",
        "- [x] Tell the\n- [ ] story again #pace due:2026-12-01 ID\n  Lead with the end. LINK\n",
        "- [x] Tell the story again #pace due:2026-12-01\n- [ ] ID\n  Lead with the end. LINK\n",
        // Something new below it, or after it.
        "- [x] Tell the story again #pace due:2026-12-01 ID\n  - [ ] buy a stamp\n  Lead with the end. LINK\n",
        "- [x] Tell the story again #pace due:2026-12-01\n  - [ ] buy a stamp ID\n  Lead with the end. LINK\n",
        "- [x] Tell the story again #pace due:2026-12-01 ID\n- [ ] Call Sam\n  Lead with the end. LINK\n",
        // Other words, another place, another list around it.
        "- [x] Mine: tell it twice ID\n",
        "1. mine\n   - [x] Tell the story again ID\n",
        "> - [x] Tell the story again ID\n",
        // The id in front of everything.
        "- [x] ID Tell the story again #pace due:2026-12-01\n  Lead with the end. LINK\n",
        "+ [X] Tell the story again ID ✅ 2026-11-23\n",
    ])
    func `a tick is carried`(item: String) throws {
        let (list, id, link) = try Self.ticked()
        #expect(list.contains(Self.line))
        let changed = list.replacing(Self.line, with: item).replacing("ID", with: id)
            .replacing("LINK", with: link)
        let outcomes = try SyncPlanTests.outcomes(changed, Self.index)
        #expect(outcomes.filter { $0 != "settled" } == ["a.md:2 [x] 2026-11-23"], "\(changed)")
    }

    @Test(arguments: [
        // Without a box, or in what is not an item any more.
        ("- Tell the story again ID\n", "no box"), ("\n[x] Tell the story again ID\n", "no box"),
        ("\n        - [x] Tell the story again ID\n", "no box"),
        ("\n## [x] Tell the story again ID\n", "no box"),
        // In a comment.
        ("\n%%\n- [x] Tell the story again ID\n  Lead with the end. LINK\n%%\n\n", "no box"),
        ("\n<!--\n- [x] Tell the story again ID\n  Lead with the end. LINK\n-->\n\n", "no box"),
        // Without the id.
        (
            "- [x] Tell the story again #pace due:2026-12-01\n  Lead with the end. LINK\n",
            "no id a.md:2, b.md:1"
        ),
        // Another one's words are no id.
        ("- [x] Tell the story again ^a0aaaaaa\n", "elsewhere a.md:2, b.md:1"),
        ("- [x] Tell no story ^a0aaaaaa\n", "not found"),
    ])
    func `a tick of which it is not certain what was meant is refused`(item: String, outcome: String) throws {
        let (list, id, link) = try Self.ticked()
        let changed = list.replacing(Self.line, with: item).replacing("ID", with: id)
            .replacing("LINK", with: link)
        let outcomes = try SyncPlanTests.outcomes(changed, Self.index)
        #expect(outcomes.filter { $0 != "settled" } == [outcome], "\(changed)")
    }

    @Test func `two items that have become one are refused`() throws {
        let list = SyncPlanTests.checklist(Self.index)
        let joined = list.replacing("\n- [ ] Tell the story again ^", with: " Tell the story again ^")
            .replacing("- [ ] Ask", with: "- [x] Ask")
        #expect(joined != list)
        let outcomes = try SyncPlanTests.outcomes(joined, Self.index)
        #expect(outcomes.contains { $0.hasPrefix("ambiguous") })
        #expect(!outcomes.contains { $0.hasPrefix("a.md:3") || $0.hasPrefix("b.md") })
    }

    /// What somebody has written above an item, or after its words, ticks only itself.
    @Test(arguments: [
        ("- [ ] Ask - [x] call Sam ID\n", "settled"), ("- [x] #errand #home\n- [ ] Ask ID\n", "settled"),
        ("- [x] due:2026-11-01\n- [ ] Ask ID\n", "settled"), ("- [x] **!**\n- [ ] Ask ID\n", "settled"),
        ("- [x]\n- [ ] Ask ID\n", "a.md:2 [x] 2026-11-23"), ("- [\u{A0}] Ask ID\n", "settled"),
        // In code there is no box, and whoever writes the list anew must know that one was ticked.
        ("-     [x] Ask ID\n", "no box, touched"), ("\t- [x] Ask ID\n", "a.md:2 [x] 2026-11-23"),
        ("\t- [ ] Ask ID\n", "settled"), ("- Ask ID\n", "no box"),
        // The words of an action that is still open, ticked, without the id and the link.
        ("- [x] Ask\n", "no id a.md:2"), ("- [ ] Ask\n", ""), ("- [x] Ask Sam\n", ""),
    ])
    func `an item is ticked by its own box`(item: String, outcome: String) throws {
        let index = SyncPlanTests.index(["a.md": "- chew: x\n  - [ ] Ask\n"])
        let list = SyncPlanTests.checklist(index)
        let line = try #require(list.firstMatch(of: /- \[ \] Ask (\^[a-z0-9]+)\n.*\n/))
        let changed = list.replacing(line.output.0, with: "\(item)\n".replacing("ID", with: line.output.1))
        let words = try SyncPlanTests.outcomes(changed, index)
        let plan = try #require(SyncPlan(checklist: Array(changed.utf8), index: index))
        let isTouched = plan.items.contains {
            if case .refused(.noBox) = $0.outcome { $0.isTouched } else { false }
        }
        #expect(words.joined(separator: ", ") + (isTouched ? ", touched" : "") == outcome, "\(changed)")
    }

    @Test func `a tick on one of several equal actions with boxes of their own is settled once carried`()
        throws
    {
        let open = SyncPlanTests.index(["a.md": "- [é] Ask\n- [é] Ask\n- [é] Ask\n"])
        let ticked = SyncPlanTests.checklist(open).replacing(
            "- [é] Ask", with: "- [x] Ask", maxReplacements: 1)
        #expect(
            try SyncPlanTests.outcomes(ticked, open) == ["a.md:1 [x] 2026-11-23", "settled", "settled"])
        let done = SyncPlanTests.index(["a.md": "- [x] Ask done:2026-11-23\n- [é] Ask\n- [é] Ask\n"])
        #expect(try SyncPlanTests.outcomes(ticked, done) == ["settled", "settled", "settled"])
        // Of one that the list does not name it may be the tick.
        let other = SyncPlanTests.index([
            "a.md": "- [x] Ask done:2026-11-23\n- [é] Ask\n- [é] Ask\n- [é] Ask\n"
        ])
        #expect(try SyncPlanTests.outcomes(ticked, other).first != "settled")
    }

    /// Somebody copied a line of a list into a note, its id within the words.
    @Test(arguments: ["^o1e400ne", "COPIED"])
    func `an id within an action's words is no second one`(copied: String) throws {
        let first = try #require(
            SyncPlanTests.checklist(SyncPlanTests.index(["a.md": "- [ ] Call Sam\n"]))
                .firstMatch(of: /\^[a-z0-9]+/))
        let words = "Ask \(copied.replacing("COPIED", with: first.output)) as well"
        let index = SyncPlanTests.index(["a.md": "- [ ] Call Sam\n", "b.md": "- [ ] \(words)\n"])
        let list = SyncPlanTests.checklist(index)
        #expect(try SyncPlanTests.outcomes(list, index) == ["settled", "settled"])
        let ticked = list.replacing("- [ ] Ask", with: "- [x] Ask")
        #expect(try SyncPlanTests.outcomes(ticked, index).sorted() == ["b.md:1 [x] 2026-11-23", "settled"])
        // With another item's id after its own it is two that have become one.
        let joined = ticked.replacing(/(as well \^[a-z0-9]+)/) { "\($0.output.1) Call ^a0aaaaaa" }
        #expect(joined != ticked)
        #expect(try SyncPlanTests.outcomes(joined, index).contains { $0.hasPrefix("ambiguous") })
    }

    /// What looks like a box there has no blank behind it.
    @Test(arguments: ["[ ]foo", "[x]bar", "[ ]\0", "[/] foo", "☐foo"])
    func `an action whose words begin with brackets is untouched`(words: String) throws {
        for box in ["[x]", "[-]", "[ ]", "[/]"] {
            let index = SyncPlanTests.index(["a.md": "- \(box) \(words) #x\n- [ ] Call Sam\n"])
            let list = SyncPlanTests.checklist(index, all: true)
            #expect(try SyncPlanTests.outcomes(list, index) == ["settled", "settled"], "\(box) \(words)")
        }
    }

    /// An Enter in front of the id, and own words typed before it.
    @Test(arguments: [("Call Sam ", true), ("", false)])
    func `a tick beside own words in front of an id is refused`(words: String, isRefused: Bool) throws {
        let index = SyncPlanTests.index(["a.md": "- swallow: X\n  - [ ] Rehearse two stories\n"])
        let list = SyncPlanTests.checklist(index).replacing("stories ^", with: "stories\n- [x] \(words)^")
        let outcomes = try SyncPlanTests.outcomes(list, index)
        #expect(outcomes.contains { $0.hasPrefix("unclear box") } == isRefused)
        #expect(outcomes.contains { $0.hasPrefix("a.md:2 [x]") } != isRefused)
    }

    @Test func `a day of an end that somebody changes in the list is told`() throws {
        let index = SyncPlanTests.index(["a.md": "- [x] Call Sam done:2026-11-20\n- [ ] Call Bo\n"])
        let list = SyncPlanTests.checklist(index, all: true)
        func changes(_ list: String) throws -> [String] {
            let plan = try #require(SyncPlan(checklist: Array(list.utf8), index: index) { true })
            return plan.items.compactMap { $0.change?.description }
        }
        #expect(try changes(list).isEmpty)
        let moved = list.replacing("done:2026-11-20", with: "done:2026-11-19")
        #expect(
            try changes(moved).contains { $0.contains("`done:2026-11-19` here and `done:2026-11-20` in") })
        #expect(
            try changes(list.replacing(" done:2026-11-20", with: "")).contains {
                $0.contains("`no day` here")
            })
        let typed = list.replacing("Call Bo", with: "Call Bo ✅ 2026-11-22")
        #expect(try changes(typed).count == 1)
    }

    @Test func `an own tick beside equal actions is refused while one of them is not in the list`() throws {
        let index = SyncPlanTests.index([
            "a.md": "- swallow: P\n  - [ ] Write\n- swallow: Q\n  - [ ] Write\n"
        ])
        let list = SyncPlanTests.checklist(index)
        let lines = list.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = try #require(lines.firstIndex { $0.hasPrefix("- [ ] Write") })
        let cut = Array(lines[..<first]) + ["- [x] Write"] + Array(lines[(first + 2)...])
        #expect(
            try SyncPlanTests.outcomes(cut.joined(separator: "\n"), index).contains {
                $0.hasPrefix("no id")
            })
        let added = Array(lines[..<first]) + ["- [x] Write"] + Array(lines[first...])
        #expect(try SyncPlanTests.outcomes(added.joined(separator: "\n"), index) == ["settled", "settled"])
    }

    /// Somebody copied an id into the feedback that equal actions came from.
    @Test(arguments: ["^o1e400ne", "COPIED"])
    func `an id within the words of a lesson is no second one`(copied: String) throws {
        let first = try #require(
            SyncPlanTests.checklist(SyncPlanTests.index(["a.md": "- [ ] Call Sam\n"]))
                .firstMatch(of: /\^[a-z0-9]+/))
        let words = "No example \(copied.replacing("COPIED", with: first.output)) #chew"
        let index = SyncPlanTests.index([
            "a.md": "- [ ] Call Sam\n", "b.md": "- \(words)\n  - [ ] Write one\n- [ ] Write one\n",
        ])
        let list = SyncPlanTests.checklist(index)
        #expect(try SyncPlanTests.outcomes(list, index) == ["settled", "settled", "settled"])
        let ticked = list.replacing("- [ ] Write", with: "- [x] Write", maxReplacements: 1)
        let carried = try SyncPlanTests.outcomes(ticked, index).sorted()
        #expect(carried == ["b.md:2 [x] 2026-11-23", "settled", "settled"])
    }

    @Test func `lists that were merged carry a tick once, or refuse it`() throws {
        let open = SyncPlanTests.checklist(Self.index)
        let ticked = open.replacing("- [ ] Ask", with: "- [x] Ask")
        let body = open.split(separator: "# Actions")[1]
        #expect(
            try SyncPlanTests.outcomes(ticked + body, Self.index).filter { $0 != "settled" } == [
                "doubled", "doubled",
            ])
        let both = ticked + body.replacing("- [ ] Ask", with: "- [x] Ask")
        #expect(
            try SyncPlanTests.outcomes(both, Self.index).filter { $0 != "settled" }
                == ["a.md:3 [x] 2026-11-23", "a.md:3 [x] 2026-11-23"])
        // One of the two is older, and nobody has touched it.
        let done = SyncPlanTests.index([
            "a.md":
                "- chew: Lead with the end.\n  - [ ] Tell the story again #pace due:2026-12-01\n  - [x] Ask\n",
            "b.md": "- [ ] Tell the story again\n",
        ])
        let newer = SyncPlanTests.checklist(done, all: true).split(separator: "# Actions")[1]
        let undone = try SyncPlanTests.outcomes(open + newer.replacing("- [x]", with: "- [ ]"), done)
        #expect(Set(undone.filter { $0 != "settled" }) == ["note a.md:3 [x]", "a.md:3 [ ] 2026-11-23"])
    }

    @Test(arguments: [("- DOING Say it\n", "/"), ("- [/] Say it\n", "/"), ("- [?] Say it\n", "?")])
    func `a tick undone gives back what was there`(note: String, box: Character) throws {
        let list = SyncPlanTests.checklist(SyncPlanTests.index(["n.md": note]))
        let after = note.replacing("DOING", with: "DONE").replacing("[/]", with: "[x]")
            .replacing("[?]", with: "[x]")
        let undone = list.replacing("- [\(box)]", with: "- [ ]")
        #expect(
            try SyncPlanTests.outcomes(undone, SyncPlanTests.index(["n.md": after]))
                == ["n.md:1 [\(box)] 2026-11-23"])
    }
}
