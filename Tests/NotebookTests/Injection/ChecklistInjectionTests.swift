import Markup
import Notebook
import Testing

@testable import Storage

/// A checklist of hostile actions is one of as many actions, and its ticks find their way back to each of
/// them.
struct ChecklistInjectionTests {
    /// A note of each text, as an action and as the lesson behind one.
    ///
    /// What is read of a text as more than text is so in the note already.
    static let notes: [(name: String, text: String)] = HostileText.all.enumerated().map { number, text in
        let name = String("00\(number)".suffix(3)) + ".md"
        let note = """
            - swallow: Lesson \(text)
              - [ ] \(text)

            <!-- -->

            - [ ] \(text)
            - [ ] Do \(text) again
            - [ ] `\(text)` and `due:2026-01-01 #code`
            - [ ] Do \(text) #order due:2026-12-24 ^own

            """
        return (name, note)
    }

    /// The same, as files and as their index.
    private func notebook() throws -> (TemporaryFolder, NotebookIndex) {
        let folder = try TemporaryFolder(Self.notes.map { .init($0.name, .file(Array($0.text.utf8))) })
        return (folder, try NotebookFolder(path: folder.path).read(today: .formatDay))
    }

    private static func actions(_ index: NotebookIndex) -> [String] {
        index.notes.flatMap { note in note.allActions.map { "\(note.path) \($0.position) \($0.text)" } }
    }

    @Test func `nothing has changed while nobody has changed anything`() throws {
        let (_, index) = try notebook()
        let list = Checklist(index, all: true).file()
        #expect(list.isSameAsRegion(of: Checklist(index, all: true).markdown()))
        let plan = try #require(SyncPlan(checklist: list, index: index))
        let lines = String(decoding: list, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(plan.items.count == Self.actions(index).count)
        #expect(plan.items.count > 3 * Self.notes.count)
        for item in plan.items {
            if case .settled = item.outcome {} else { Issue.record("\(item)") }
            #expect(!item.isTouched, "\(lines[item.line - 1]): \(item)")
        }
        #expect(list.hasNothingOfAnybodys)
        // With all notes gone it still says that nobody has touched the list, so that it may be written anew.
        let none = NotebookIndex(today: .formatDay, notes: [], faults: [])
        let orphaned = try #require(SyncPlan(checklist: list, index: none))
        #expect(orphaned.items.filter(\.isTouched).map(\.text) == [])
    }

    @Test func `a checklist says where its notebook is, whatever that is called`() throws {
        let folder = try TemporaryFolder()
        for text in HostileText.all {
            let bytes = GeneratedFile.whole([], kind: .checklist, notebook: text)
            try folder.add(.init("list.md", .file(bytes)))
            let file = try ChecklistFile(path: "\(folder.path)/list.md")
            let meant = text.hasPrefix("/") ? text : "\(folder.path)/\(text)"
            #expect(Array(file.notebook.utf8) == Array(meant.utf8), "\(text.debugDescription)")
        }
    }

    @Test func `every tick finds its action, and changes nothing else`() throws {
        let (folder, before) = try notebook()
        var ticked = Checklist(before).file()
        for start in ticked.indices where ticked[start...].starts(with: "\n- [ ] ".utf8) {
            ticked[start + 4] = UInt8(ascii: "x")
        }
        #expect(ticked.hasNothingOfAnybodys)
        try folder.add(.init("actions.md", .file(ticked)))
        let file = try ChecklistFile(path: folder.path + "/actions.md")
        let notebook = NotebookFolder(path: folder.path)
        var run = SyncRun(try file.plan(before), in: notebook, vocabulary: .standard)
        #expect(run.refused.map { "\($0.line) \($0.text): \($0.reason)" } == [])
        #expect(run.left.isEmpty)
        _ = run.write()
        #expect(run.refused.map { "\($0.line) \($0.text): \($0.reason)" } == [])
        let after = try notebook.read(today: .formatDay)
        #expect(Self.actions(after) == Self.actions(before))
        let open = after.notes.flatMap { note in
            note.allActions.filter { $0.state != .done || $0.done != .formatDay }.map { "\(note.path) \($0)" }
        }
        #expect(open == [])
        let plan = try #require(SyncPlan(checklist: ticked, index: after))
        for item in plan.items { if case .settled = item.outcome {} else { Issue.record("\(item)") } }
    }
}

extension [UInt8] {
    /// Whether a report in a file has just this between its two comments, whatever it says.
    fileprivate func isSameAsRegion(of markdown: String) -> Bool {
        guard let region = try? GeneratedRegion(of: Source(self)) else { return false }
        return self[region.range].elementsEqual(markdown.utf8)
    }

    /// Whether nothing is seen in a checklist that somebody wrote, so that an empty one may take its place.
    fileprivate var hasNothingOfAnybodys: Bool {
        let edit = try? GeneratedRegion(of: Source(self)).edit(
            to: [], of: .checklist, after: nil, besides: { [] })
        return (edit?.applied()).flatMap { try? GeneratedRegion(of: $0) }?.range.isEmpty ?? false
    }
}
