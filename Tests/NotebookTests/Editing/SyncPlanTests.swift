import Testing

@testable import Notebook

/// The three-way comparison: what the list says, what the note says, and what both said when it was written.
struct SyncPlanTests {
    static let today = CalendarDate(year: 2026, month: 11, day: 23)!

    static func index(_ notes: KeyValuePairs<String, String>) -> Index {
        let read = notes.flatMap { path, text in
            NoteFile.index(of: Array(text.utf8), path: NotePath(path), today: today).notes
        }
        return Index(today: today, notes: read.sorted { $0.path < $1.path }, diagnostics: [])
    }

    static func checklist(_ index: Index, all: Bool = false) -> String {
        "---\ngenerated-by: debrief\n---\n" + Checklist(index, all: all).markdown()
    }

    /// What becomes of the items, in words.
    static func outcomes(_ list: String, _ index: Index) throws -> [String] {
        let plan = try #require(SyncPlan(checklist: Array(list.utf8), index: index))
        return plan.items.map { item in
            switch item.outcome {
            case .settled: "settled"
            case .carry(let carry): "\(carry.note):\(carry.line) [\(carry.box.character)] \(carry.day)"
            case .noteChanged(let path, let line, let box): "note \(path):\(line) [\(box.character)]"
            case .refused(.notFound): "not found"
            case .refused(.ambiguous(let count)): "ambiguous \(count)"
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
        #expect(try Self.outcomes(list, Self.index(["a.md": "- [x] Tell the story again\n"])) == ["settled"])
        #expect(
            try Self.outcomes(list, Self.index(["a.md": "- [-] Tell the story again\n"])) == ["both changed"])
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

    @Test func `a note that was renamed, reordered or re-indented is found by the text`() throws {
        let list = Self.checklist(Self.index(Self.one)).replacing("- [ ]", with: "- [x]")
        let now = Self.index(["b/c.md": "# New\n\n> - other\n>   1. [ ] Tell the story again\n"])
        #expect(try Self.outcomes(list, now) == ["b/c.md:4 [x] 2026-11-23"])
    }

    @Test func `an action whose text has changed is not found`() throws {
        let list = Self.checklist(Self.index(Self.one)).replacing("- [ ]", with: "- [x]")
        #expect(
            try Self.outcomes(list, Self.index(["a.md": "- [ ] Tell the story twice\n"])) == ["not found"])
    }

    static let twins: KeyValuePairs = ["a.md": "- [ ] Rehearse\n", "b.md": "- [ ] Rehearse\n"]

    @Test func `of equal texts the link decides`() throws {
        let index = Self.index(Self.twins)
        var lines = Self.checklist(index).split(separator: "\n", omittingEmptySubsequences: false)
        let second = try #require(lines.lastIndex { $0.hasPrefix("- [ ]") })
        lines[second] = "- [x]" + lines[second].dropFirst(5)
        let list = lines.joined(separator: "\n")
        #expect(try Self.outcomes(list, index) == ["settled", "b.md:1 [x] 2026-11-23"])
        // The first of the two has gone: its item must not take the other one's place.
        let left = Self.index(["b.md": "- [ ] Rehearse\n"])
        let outcomes = try Self.outcomes(list, left)
        #expect(outcomes == ["not found", "b.md:1 [x] 2026-11-23"])
        // Both notes have other names: nothing tells them apart.
        let renamed = Self.index(["c.md": "- [ ] Rehearse\n", "d.md": "- [ ] Rehearse\n"])
        #expect(try Self.outcomes(list, renamed) == ["ambiguous 2", "ambiguous 2"])
    }

    @Test func `an id that was altered is not found, one that is there twice is refused`() throws {
        let index = Self.index(Self.one)
        let list = Self.checklist(index)
        let mark = try #require(list.firstIndex(of: "^"))
        let start = list.index(after: mark)
        var altered = list
        altered.replaceSubrange(start..<list.index(start, offsetBy: 7), with: "aaaaaaa")
        #expect(try Self.outcomes(altered, index) == ["not found"])
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
        let before = Self.index(["n.md": "- swallow: A\n  - [ ] Same\n- swallow: B\n  - [ ] Same\n"])
        var items = Self.checklist(before).split(separator: "\n", omittingEmptySubsequences: false)
        let ours = items.indices.filter { items[$0].hasPrefix("- [ ]") }
        items[ours[1]] = "- [x]" + items[ours[1]].dropFirst(5)
        let moved = Self.index([
            "n.md": "- swallow: A\n  - because: x\n  - because: y\n  - [ ] Same\n- swallow: B\n  - [ ] Same\n"
        ])
        // All of them are in the list still: their order tells.
        #expect(
            try Self.outcomes(items.joined(separator: "\n"), moved) == ["settled", "n.md:6 [x] 2026-11-23"])
        // One was taken out of the list, so that only the line is left, which is the other one's by now.
        items.removeSubrange(ours[0]...ours[0] + 1)
        #expect(try Self.outcomes(items.joined(separator: "\n"), moved) == ["ambiguous 2"])
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
        func plan(_ list: String, _ index: Index) throws -> [SyncPlan.Item] {
            try #require(SyncPlan(checklist: Array(list.utf8), index: index)).items
        }
        let list = Self.checklist(index)
        #expect(try plan(list, index).map(\.isTouched) == [false, false])
        let gone = Self.index(["n.md": "- [ ] Other\n"])
        #expect(try plan(list, gone).map(\.isTouched).contains(true) == false)
        #expect(try plan(list.replacing("[ ] Two", with: "[x] Two"), gone).map(\.isTouched) == [true, false])
    }
}
