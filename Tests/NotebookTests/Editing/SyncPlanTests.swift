import Notebook
import Testing

/// The three-way comparison: what the list says, what the note says, and what both said when it was written.
struct SyncPlanTests {
    static let today = CalendarDate(year: 2026, month: 11, day: 23)!

    static func index(_ notes: KeyValuePairs<String, String>) -> NotebookIndex {
        let read = notes.flatMap { path, text in
            NoteFile.index(of: Array(text.utf8), path: NotePath(path), today: today).notes
        }
        return NotebookIndex(today: today, notes: read.sorted { $0.path < $1.path }, faults: [])
    }

    static func checklist(_ index: NotebookIndex, all: Bool = false) -> String {
        "---\ngenerated-by: debrief\n---\n" + Checklist(index, all: all).markdown()
    }

    /// What becomes of the items, in words.
    static func outcomes(_ list: String, _ index: NotebookIndex) throws -> [String] {
        let plan = try #require(SyncPlan(checklist: Array(list.utf8), index: index))
        return plan.items.map { item in
            switch item.outcome {
            case .settled: "settled"
            case .carry(let carry): "\(carry.note):\(carry.line) [\(carry.box.character)] \(carry.day)"
            case .noteChanged(let path, let line, let box): "note \(path):\(line) [\(box.character)]"
            case .movedOn(let path, let line, let old, let new): "done \(path):\(line) \(old) to \(new)"
            case .refused(.notFound): "not found"
            case .refused(.elsewhere(let positions)): "elsewhere \(positions)"
            case .refused(.ambiguous(let positions)): "ambiguous \(positions)"
            case .refused(.noBox): "no box"
            case .refused(.unclearBox(let path, let line)): "unclear box \(path):\(line)"
            case .refused(.idAndWordsGone): "no id and no words"
            case .refused(.words), .refused(.marks): "changed"
            case .refused(.movedOn(_, _, let old, let new)): "moved on from \(old) to \(new)"
            case .refused(.dayGone(_, _, let day)): "no day, which is \(day)"
            case .refused(.idGone(let positions)): "no id \(positions)"
            case .refused(.doubled): "doubled"
            case .refused(.bothChanged): "both changed"
            }
        }
    }

    static let one: KeyValuePairs = ["a.md": "- chew: x\n  - [ ] Tell the story again ^act\n"]

    @Test func `what nobody touched is settled`() throws {
        let index = Self.index(Self.one)
        #expect(try Self.outcomes(Self.checklist(index), index) == ["settled"])
    }

    @Test(arguments: ["x", "X", "/", "-", "?", "é", "😀"])
    func `a box that changed in the list alone is carried`(box: String) throws {
        let index = Self.index(Self.one)
        let list = Self.checklist(index).replacing("- [ ]", with: "- [\(box)]")
        let expected = box == "X" ? "x" : box
        #expect(try Self.outcomes(list, index) == ["a.md:2 [\(expected)] 2026-11-23"])
    }

    @Test func `a box that changed in the note alone stays`() throws {
        let list = Self.checklist(Self.index(Self.one))
        let now = Self.index(["a.md": "- chew: x\n  - [x] Tell the story again ^act\n"])
        #expect(try Self.outcomes(list, now) == ["note a.md:2 [x]"])
    }

    @Test func `both the same way is settled, and otherwise refused`() throws {
        let list = Self.checklist(Self.index(Self.one)).replacing("- [ ]", with: "- [x]")
        #expect(
            try Self.outcomes(list, Self.index(["a.md": "- chew: x\n  - [x] Tell the story again\n"])) == [
                "settled"
            ])
        #expect(
            try Self.outcomes(list, Self.index(["a.md": "- chew: x\n  - [-] Tell the story again\n"])) == [
                "both changed"
            ])
    }

    @Test func `a done action can be opened again`() throws {
        let index = Self.index(["a.md": "- [x] Tell it done:2026-11-01\n- [-] Drop it\n- [?] Ask it\n"])
        let list = Self.checklist(index, all: true)
            .replacing("- [x]", with: "- [ ]").replacing("- [-]", with: "- [/]").replacing(
                "- [?]", with: "- [ ]")
        #expect(
            Set(try Self.outcomes(list, index)) == [
                "a.md:1 [ ] 2026-11-23", "a.md:2 [/] 2026-11-23", "a.md:3 [ ] 2026-11-23",
            ])
    }

    @Test func `a note that was reordered or re-indented is found`() throws {
        let list = Self.checklist(Self.index(Self.one)).replacing("- [ ]", with: "- [x]")
        let now = Self.index(["a.md": "# New\n\n1. chew: x\n   - other\n     1. [ ] Tell the story again\n"])
        #expect(try Self.outcomes(list, now) == ["a.md:5 [x] 2026-11-23"])
    }

    @Test(arguments: [
        ("b.md", "- chew: x\n  - [ ] Tell the story again\n", "elsewhere b.md:2"),
        ("a.md", "- chew: y\n  - [ ] Tell the story again\n", "elsewhere a.md:2"),
        ("a.md", "- [ ] Tell the story again\n", "elsewhere a.md:1"),
        ("b.md", "- [ ] Tell it\n- [x] Tell the **story** again\n", "elsewhere b.md:2"),
        (
            "a.md", "- chew: x\n  - [ ] Tell the story again\n  - [ ] Tell the story again\n",
            "ambiguous a.md:2, a.md:3"
        ),
    ])
    func `an action that may be another one is refused, and named`(
        path: String, text: String, outcome: String
    ) throws {
        let list = Self.checklist(Self.index(Self.one)).replacing("- [ ]", with: "- [x]")
        #expect(try Self.outcomes(list, Self.index([path: text])) == [outcome])
    }

    @Test func `an action whose text has changed is not found`() throws {
        let list = Self.checklist(Self.index(Self.one)).replacing("- [ ]", with: "- [x]")
        #expect(
            try Self.outcomes(list, Self.index(["a.md": "- [ ] Tell the story twice\n"])) == ["not found"])
    }

    static let twins: KeyValuePairs = ["a.md": "- [ ] Rehearse\n", "b.md": "- [ ] Rehearse\n"]

    @Test func `of equal texts the note decides`() throws {
        let index = Self.index(Self.twins)
        var lines = Self.checklist(index).split(separator: "\n", omittingEmptySubsequences: false)
        let second = try #require(lines.lastIndex { $0.hasPrefix("- [ ]") })
        lines[second] = "- [x]" + lines[second].dropFirst(5)
        let list = lines.joined(separator: "\n")
        #expect(try Self.outcomes(list, index) == ["settled", "b.md:1 [x] 2026-11-23"])
        // The first of the two has gone: its item must not take the other one's place.
        let left = Self.index(["b.md": "- [ ] Rehearse\n"])
        let outcomes = try Self.outcomes(list, left)
        #expect(outcomes == ["elsewhere b.md:1", "b.md:1 [x] 2026-11-23"])
        // Both notes have other names: nothing tells them apart.
        let renamed = Self.index(["c.md": "- [ ] Rehearse\n", "d.md": "- [ ] Rehearse\n"])
        #expect(try Self.outcomes(list, renamed) == Array(repeating: "elsewhere c.md:1, d.md:1", count: 2))
    }

    @Test func `an id that was altered is not found, one that is there twice is refused`() throws {
        let index = Self.index(Self.one)
        let list = Self.checklist(index)
        let mark = try #require(list.firstIndex(of: "^"))
        let start = list.index(after: mark)
        var altered = list
        altered.replaceSubrange(start..<list.index(start, offsetBy: 8), with: "a0aaaaaa")
        #expect(try Self.outcomes(altered, index) == ["elsewhere a.md:2"])
        let lines = list.split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("- [ ]") })
        let item = lines[first...(first + 1)].joined(separator: "\n")
        let twice = list + item.replacing("- [ ]", with: "- [x]") + "\n"
        #expect(try Self.outcomes(twice, index) == ["doubled", "doubled"])
        #expect(try Self.outcomes(list + item + "\n", index) == ["settled", "settled"])
    }

    @Test func `somebody's own items are none of it`() throws {
        let index = Self.index(Self.one)
        let list = Self.checklist(index) + "- [x] Buy milk\n- [ ] Ring Sam ^my-own-id\n"
        #expect(try Self.outcomes(list, index) == ["settled"])
    }

    @Test func `an editor's own date beside the tick is the day`() throws {
        let index = Self.index(Self.one)
        let list = Self.checklist(index).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("- [ ]") ? "- [x]\($0.dropFirst(5)) ✅ 2026-11-20" : String($0) }
            .joined(separator: "\n")
        #expect(try Self.outcomes(list, index) == ["a.md:2 [x] 2026-11-20"])
    }

    @Test func `hard text is found again`() throws {
        let index = Self.index([
            "ж é/😀 (1).md":
                "- [ ] Use `due:2026-01-01` & <b> *stars* _and_ [a link](b.md#due:x) \\# 1. ok #été in the text\r\n"
        ])
        let list = Self.checklist(index)
        #expect(try Self.outcomes(list, index) == ["settled"])
        #expect(
            try Self.outcomes(list.replacing("- [ ]", with: "- [x]"), index) == [
                "ж é/😀 (1).md:1 [x] 2026-11-23"
            ])
        #expect(
            try Self.outcomes(list.replacing("\n", with: "\r\n").replacing("- [ ]", with: "* [x]"), index)
                == [
                    "ж é/😀 (1).md:1 [x] 2026-11-23"
                ])
    }

    @Test func `a file that is no checklist is none`() {
        let index = Self.index(Self.one)
        #expect(SyncPlan(checklist: Array("- [x] Tell the story again ^a000000\n".utf8), index: index) == nil)
    }

    @Test func `of equal actions in one note none is ticked that is not certain`() throws {
        let before = Self.index([
            "n.md": "- swallow: A\n  - [ ] Same\n  - [ ] Same\n  - [ ] Same due:2026-12-01\n"
        ])
        var items = Self.checklist(before).split(separator: "\n", omittingEmptySubsequences: false)
        let ours = items.indices.filter { items[$0].hasPrefix("- [ ]") }
        for number in ours { items[number] = "- [x]" + items[number].dropFirst(5) }
        let list = items.joined(separator: "\n")
        // In the list they stand by their dates.
        #expect(
            try Self.outcomes(list, before) == [4, 2, 3].map { "n.md:\($0) [x] 2026-11-23" })
        // The date tells which one it is, wherever it stands.
        let moved = Self.index([
            "n.md": "- swallow: A\n  - [ ] Same due:2026-12-01\n  - [ ] Same\n  - [ ] Same\n"
        ])
        #expect(try Self.outcomes(list, moved).first == "n.md:2 [x] 2026-11-23")
        // With one more of them it is not certain any more which is which.
        let grown = Self.index(["n.md": "- swallow: A\n" + String(repeating: "  - [ ] Same\n", count: 4)])
        #expect(
            try Self.outcomes(list, grown).allSatisfy {
                $0.hasPrefix("ambiguous n.md:2, n.md:3, n.md:4 and 1")
            })
        // One that looks done may be another one, where some are not in the list any more.
        items.removeSubrange(ours[0]...ours[1] + 1)
        let swapped = Self.index([
            "n.md": "- swallow: A\n  - [ ] Same\n  - [x] Same\n  - [ ] Same due:2026-12-01\n"
        ])
        #expect(
            try Self.outcomes(items.joined(separator: "\n"), swapped) == ["ambiguous n.md:2, n.md:3, n.md:4"])
    }

    @Test func `of equal actions the one that is as it was is meant`() throws {
        let note = "- chew: A\n- [x] Send thanks\n- [ ] Send thanks\n"
        let list = Self.checklist(Self.index(["n.md": note])).replacing("- [ ]", with: "- [x]")
        #expect(try Self.outcomes(list, Self.index(["n.md": "\n" + note])) == ["n.md:4 [x] 2026-11-23"])
    }

    @Test func `a character of one's own is known when it stands nowhere any more`() throws {
        let list = Self.checklist(Self.index(["n.md": "- [?] q\n"])).replacing("- [?]", with: "- [!]")
        #expect(try Self.outcomes(list, Self.index(["n.md": "- [?] q\n"])) == ["n.md:1 [!] 2026-11-23"])
        #expect(try Self.outcomes(list, Self.index(["n.md": "- [!] q\n"])) == ["settled"])
    }

    @Test func `it is told what somebody has touched`() throws {
        let index = Self.index(["n.md": "- [/] Use `due:2026-01-01` & *stars* #a in it #b\n- [ ] Two\n"])
        func plan(_ list: String, _ index: NotebookIndex) throws -> [SyncPlan.Item] {
            try #require(SyncPlan(checklist: Array(list.utf8), index: index)).items
        }
        let list = Self.checklist(index)
        #expect(try plan(list, index).map(\.isTouched) == [false, false])
        let gone = Self.index(["n.md": "- [ ] Other\n"])
        #expect(try plan(list, gone).map(\.isTouched).contains(true) == false)
        #expect(try plan(list.replacing("[ ] Two", with: "[x] Two"), gone).map(\.isTouched) == [true, false])
        // Where the box is gone, there is no tick that could be lost.
        #expect(
            try plan(list.replacing("- [ ] Two", with: "- Two"), gone).map(\.isTouched) == [false, false])
    }
}
