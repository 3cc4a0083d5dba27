import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

/// What follows from a change, without any system that tells of it.
struct WatchedNotebookTests {
    @Test func `reports are written once, and again when a note says something else`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        try desk.expect(["created n/summary.md", "created list.md", "created next.md"])
        try desk.expect([])
        try desk.expect([], at: "a.md")
        // Its own writing, told of like any other.
        try desk.expect([], at: "summary.md")
        try desk.expect([], FolderChanges(isBeside: true))
        try desk.replace("Slow.", with: "Too slow.", in: "n/a.md")
        try desk.expect(["updated n/summary.md", "updated list.md", "updated next.md"], at: "a.md")
        #expect(try desk.text("n/summary.md").contains("Too slow."))
        try desk.expect([], at: "a.md")
        // A note that no report says anything of.
        try desk.folder.add("n/b.md", "# A diary\n")
        try desk.expect([], at: "b.md")
    }

    @Test func `reports are those that the verbs write`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        let folder = NotebookFolder(path: desk.folder.path + "/n")
        let index = try folder.read(today: .formatDay)
        let base = try folder.linkBase(ofFile: desk.folder.path + "/list.md")
        let path = desk.folder.path + "/other.md"
        let list = GeneratedFile(path: path, kind: .checklist)
        try list.write(
            Array(Checklist(index).markdown(linkingFrom: base).utf8), notebook: base.folder)
        #expect(try desk.text("list.md") == desk.text("other.md"))
    }

    @Test func `a day that begins is a reason to look`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        desk.today = desk.today.adding(days: 1)
        try desk.expect(["updated n/summary.md", "updated list.md", "updated next.md"], .none)
        #expect(try desk.text("n/summary.md").contains("\(desk.today)"))
    }

    @Test func `what another Debrief wrote is no reason to write`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        let folder = NotebookFolder(path: desk.folder.path + "/n")
        let path = desk.folder.path + "/n/summary.md"
        let index = try folder.read(today: desk.today.adding(days: 1))
        try GeneratedFile(path: path, kind: .summary).write(Array(Summary(index).markdown().utf8))
        try desk.expect([], FolderChanges(isBeside: true))
        // What a note says by then is.
        try desk.replace("Slow.", with: "Too slow.", in: "n/a.md")
        try desk.expect(["updated n/summary.md", "updated list.md", "updated next.md"], at: "a.md")
    }

    @Test func `the report of another notebook is left to that`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        try desk.folder.add("other/a.md", "- chew: Other.\n")
        var other = WatchedNotebook(
            folder: NotebookFolder(path: desk.folder.path + "/other"),
            reports: [.init(.summary, path: desk.folder.path + "/n/summary.md")], isCarryingTicks: false)
        let before = try desk.text("n/summary.md")
        let reported = other.refresh(.anywhere, today: desk.today, at: desk.now).map(WatchedDesk.line)
        #expect(reported.count == 1 && reported.first?.contains("it is a report of another notebook") == true)
        #expect(try desk.text("n/summary.md") == before)
        // Where that is gone, nobody else keeps it.
        try FileManager.default.moveItem(
            atPath: desk.folder.path + "/n/summary.md", toPath: desk.folder.path + "/s.md")
        try desk.folder.add(
            "other/s.md", try desk.text("s.md").replacing("notebook: \".\"", with: "notebook: \"gone\""))
        var third = WatchedNotebook(
            folder: NotebookFolder(path: desk.folder.path + "/other"),
            reports: [.init(.summary, path: desk.folder.path + "/other/s.md")], isCarryingTicks: false)
        let written = third.refresh(.anywhere, today: desk.today, at: desk.now).map(WatchedDesk.line)
        #expect(written == ["updated \(desk.folder.path)/other/s.md"])
    }

    @Test func `a file that a dead Debrief left is told once`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        let name = ".debrief-2000000000-0-a.md"
        try desk.folder.add("n/\(name)", "saved")
        // It may be another one at work.
        try desk.expect([], FolderChanges(leftovers: [NotePath(name)]))
        desk.now += WatchedLeftovers.patience
        try desk.expect(["left [\"\(name)\"]", "1 warnings"], .none)
        try desk.expect([])
    }

    @Test func `what a dead Debrief left beside a report is told at the start`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        let name = ".debrief-2000000000-0-list.md"
        try desk.folder.add(name, "- [x] Saved\n")
        try desk.folder.add(".debrief-2000000000-0-other.md", "not ours")
        #expect(desk.look().first == "left beside [\"\(name)\"]")
        try desk.expect([])
    }

    // MARK: Ticks

    @Test func `a tick is carried into the note, byte for byte, and the list follows`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        try desk.replace("- [ ] Tell", with: "- [x] Tell", in: "list.md")
        let reported = desk.look(FolderChanges(isBeside: true))
        #expect(reported == ["carried a.md", "updated n/summary.md", "updated list.md", "updated next.md"])
        let expected = WatchedDesk.acme.replacing(
            "- [ ] Tell it in a minute", with: "- [x] Tell it in a minute done:\(desk.today)")
        #expect(Array(try desk.text("n/a.md").utf8) == Array(expected.utf8))
        #expect(try !desk.text("list.md").contains("Tell it"))
        try desk.expect([])
    }

    @Test func `without leave no note is written, and no tick lost`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme], isCarryingTicks: false)
        _ = desk.look()
        try desk.replace("- [ ] Tell", with: "- [x] Tell", in: "list.md")
        let ticked = try desk.text("list.md")
        try desk.expect(
            [
                "held list.md:12 not rewritten, because a tick that is not in the notes would be lost"
            ], FolderChanges(isBeside: true))
        try desk.folder.add("n/b.md", "- [ ] Something new due:2026-11-20\n")
        try desk.expect(["updated n/summary.md", "updated next.md"], at: "b.md")
        #expect(try desk.text("n/a.md") == WatchedDesk.acme)
        #expect(try desk.text("list.md") == ticked)
        // Somebody carries it by hand.
        try desk.replace("[ ] Tell", with: "[x] Tell", in: "n/a.md")
        #expect(desk.look(at: "a.md").contains("updated list.md"))
        #expect(try desk.text("list.md").contains("Something new"))
    }

    @Test func `words in the list are never lost`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        // Behind the generated part, and as an item of one's own: these stay through any writing.
        try desk.folder.add("list.md", try desk.text("list.md") + "\nMine.\n")
        try desk.replace("<!-- debrief:end -->", with: "- [ ] Buy milk\n<!-- debrief:end -->", in: "list.md")
        _ = desk.look(FolderChanges(isBeside: true))
        try desk.folder.add("n/b.md", "- [ ] Something new due:2026-11-20\n")
        #expect(desk.look(at: "b.md").contains("updated list.md"))
        var list = try desk.text("list.md")
        #expect(
            list.contains("Something new") && list.contains("- [ ] Buy milk\n") && list.hasSuffix("\nMine.\n")
        )
        // In an item of Debrief's: the list stays as it is until they are elsewhere.
        try desk.replace("Tell it in a minute", with: "Tell it in a minute, please", in: "list.md")
        list = try desk.text("list.md")
        let reported = desk.look(FolderChanges(isBeside: true))
        #expect(
            reported.count == 2 && reported[0].hasPrefix("refused list.md:")
                && reported[1].hasPrefix("held list.md:"),
            "\(reported)")
        try desk.folder.add("n/b.md", "- [ ] Something newer due:2026-11-20\n")
        try desk.expect(["updated n/summary.md", "updated next.md"], at: "b.md")
        #expect(try desk.text("list.md") == list)
        try desk.replace(", please", with: "", in: "list.md")
        try desk.expect(["updated list.md"], FolderChanges(isBeside: true))
        #expect(try desk.text("list.md").contains("Something newer"))
    }

    @Test func `a tick that is refused is told of once, and stays in the list`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        try TemporaryFolder.check(unsafe link(desk.folder.cPath("n/a.md"), desk.folder.cPath("second")))
        try desk.replace("- [ ] Tell", with: "- [x] Tell", in: "list.md")
        let ticked = try desk.text("list.md")
        try desk.expect(
            [
                "refused list.md:12 Tell it in a minute",
                "held list.md:12 not rewritten, because a tick that was refused would be lost",
            ], FolderChanges(isBeside: true))
        try desk.expect([])
        #expect(try desk.text("list.md") == ticked)
        desk.remove("second")
        #expect(desk.look(at: "a.md").first == "carried a.md")
    }

    @Test func `what is saved while the list is written is not overwritten`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        var file = WatchedFile(.init(.checklist, path: desk.folder.path + "/list.md"))
        var events: [WatchEvent] = []
        let bytes = try #require(file.look(at: desk.now, events: &events))
        let index = try NotebookFolder(path: desk.folder.path + "/n").read(
            today: desk.today.adding(days: 1))
        let folder = NotebookFolder(path: desk.folder.path + "/n")
        _ = file.takeTicks(from: bytes, index, of: folder, isCarrying: true, events: &events)
        try desk.replace("- [ ] Tell", with: "- [x] Tell", in: "list.md")
        let ticked = try desk.text("list.md")
        let reported = file.write(index, of: folder, at: desk.now).map(WatchedDesk.line)
        #expect(
            reported.count == 1 && reported.first?.contains("another program saved it") == true, "\(reported)"
        )
        #expect(try desk.text("list.md") == ticked)
    }

    @Test(arguments: ["n/summary.md", "list.md", "next.md"], ["\n# ", "\n## ", "Too slow"])
    func `words between the two comments are never lost`(path: String, anchor: String) throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme.replacing("Slow", with: "Too slow")])
        _ = desk.look()
        let before = try desk.text(path)
        guard let at = before.firstRange(of: anchor)?.upperBound else { return }
        let changed = before[..<at] + " é😀 Mine " + before[at...]
        try desk.folder.add(path, String(changed))
        let line = changed[...at].count(where: \.isNewline) + 1
        let reported = desk.look()
        #expect(
            reported.count == 1 && reported.first?.hasPrefix("held \(path):\(line) ") == true, "\(reported)")
        try desk.expect([])
        try desk.folder.add("n/b.md", WatchedDesk.acme.replacing("Slow", with: "Newer"))
        #expect(desk.look(at: "b.md").count == 2)
        desk.today = desk.today.adding(days: 1)
        #expect(desk.look(.none).count == 2)
        #expect(try desk.text(path) == changed)
        // Once they stand elsewhere, it is written anew.
        try desk.folder.add(path, before + "é😀 Mine")
        try desk.expect(["updated \(path)"])
        #expect(try desk.text(path).hasSuffix("é😀 Mine"))
    }

    // MARK: Reports that are in the way

    @Test func `a report that is gone for a moment is left alone, and then written anew`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        desk.remove("list.md")
        try desk.expect([], FolderChanges(isBeside: true))
        #expect(desk.notebook.due == desk.now + TransientFailure.patience)
        desk.now += TransientFailure.patience
        try desk.expect(["created list.md"], .none)
        #expect(desk.notebook.due == nil)
    }

    @Test func `a report that is none any more is left alone`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        try desk.folder.add("next.md", "My own words.\n")
        try desk.folder.add("n/b.md", "- [ ] Something new due:2026-11-20\n")
        try desk.expect(["updated n/summary.md", "updated list.md"], at: "b.md")
        desk.now += TransientFailure.patience
        let reported = desk.look(.none)
        #expect(
            reported.count == 1 && reported.first?.hasPrefix("failed next.md Debrief did not write") == true)
        try desk.expect([], .none)
        #expect(try desk.text("next.md") == "My own words.\n")
    }

    @Test func `what was in the way is looked at again, for nobody tells that it is over`() throws {
        let desk = try WatchedDesk(["a.md": "- chew: x #one\n"])
        _ = desk.look()
        let list = desk.folder.path + "/list.md"
        try FileManager.default.moveItem(atPath: list, toPath: list + ".away")
        try FileManager.default.createDirectory(atPath: list, withIntermediateDirectories: true)
        desk.now += TransientFailure.patience
        _ = desk.look()
        desk.now += TransientFailure.patience
        let reported = desk.look()
        #expect(reported.count == 1 && reported[0].contains("list.md"))
        let due = try #require(desk.notebook.due)
        #expect(due == desk.now + TransientFailure.rest)
        try FileManager.default.removeItem(atPath: list)
        desk.now = due
        // It is not there, for a moment or for good.
        #expect(desk.look(.none).isEmpty)
        desk.now += TransientFailure.patience
        #expect(desk.look(.none).map { $0.contains("list.md") } == [true])
        #expect(desk.notebook.due == nil)
    }

    @Test func `two names of one file are not two files`() throws {
        let folder = try TemporaryFolder([.init("a.md", .file([]))])
        let path = folder.path
        #expect(WatchedReport.areApart([path + "/a.md", path + "/b.md"]))
        #expect(!WatchedReport.areApart([path + "/a.md", path + "/./a.md"]))
        #expect(!WatchedReport.areApart([path + "/new.md", path + "//new.md"]))
        #expect(WatchedReport.areApart(["no such/a.md", "no such/b.md"]))
    }

    @Test func `what is over is no reason to look again`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme], isCarryingTicks: false)
        _ = desk.look()
        // A look that fails, for a moment.
        let list = try desk.text("list.md")
        desk.remove("list.md")
        try desk.folder.add(.init("list.md", .folder))
        try desk.expect([])
        #expect(desk.notebook.due != nil)
        unsafe rmdir(desk.folder.cPath("list.md"))
        try desk.folder.add("list.md", list)
        try desk.expect([])
        #expect(desk.notebook.due == nil)
        // A writing that fails, until there is a tick that is in its way.
        try desk.folder.add("list.md", "My own words.\n")
        try desk.expect([])
        #expect(desk.notebook.due != nil)
        try desk.folder.add("list.md", list.replacing("[ ]", with: "[x]"))
        #expect(desk.look().count == 1)
        #expect(desk.notebook.due == nil)
        // A file that is missing while the notes are, too.
        desk.remove("next.md")
        _ = desk.look()
        desk.now += TransientFailure.patience / 2
        desk.remove("n/a.md")
        _ = desk.look()
        for _ in 1...3 {
            desk.now += TransientFailure.patience
            _ = desk.look(.none)
        }
        #expect(desk.notebook.due.map { $0 > desk.now + TransientFailure.patience } == true)
    }

    @Test func `a file that somebody else wrote is named at the start`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        try desk.folder.add("list.md", "My own words.\n")
        let reported = desk.look()
        #expect(reported.contains { $0.hasPrefix("failed list.md Debrief did not write") }, "\(reported)")
        #expect(try desk.text("list.md") == "My own words.\n")
    }

    // MARK: Notes that are in the way

    @Test func `what is wrong with notes is told of when it changes`() throws {
        let desk = try WatchedDesk(["a.md": "---\noutcome: perhaps\n---\n- chew: a\n"])
        #expect(desk.look().first == "1 warnings")
        try desk.folder.add("n/a.md", "---\nx: [\n---\n- chw: a\n")
        #expect(desk.look(at: "a.md").first == "errors [\"a.md:2\"]")
        try desk.expect([])
        try desk.folder.add("n/b.md", "- chew: b\n")
        try desk.expect(["updated n/summary.md"], at: "b.md")
        try desk.folder.add("n/a.md", "- chew: a\n")
        // That there are no warnings any more was told with the error.
        #expect(desk.look(at: "a.md").prefix(2) == ["no errors", "updated n/summary.md"])
    }

    @Test func `when the notes are gone the reports stay`() throws {
        let desk = try WatchedDesk(["a.md": WatchedDesk.acme])
        _ = desk.look()
        let summary = try desk.text("n/summary.md")
        desk.remove("n/a.md")
        // For a moment that is nothing to speak of.
        try desk.expect([], at: "a.md")
        #expect(desk.notebook.isGone)
        desk.now += TransientFailure.patience
        try desk.expect(["gone"], .none)
        try desk.expect([])
        #expect(try desk.text("n/summary.md") == summary)
        try desk.folder.add("n/a.md", WatchedDesk.acme.replacing("Slow.", with: "Too slow."))
        try desk.expect(["back", "updated n/summary.md", "updated list.md", "updated next.md"])
    }

    @Test func `a folder that is not there is told of at the start`() throws {
        let desk = try WatchedDesk([:])
        unsafe rmdir(desk.folder.cPath("n"))
        try desk.expect(["gone"])
    }

    @Test func `a notebook may begin empty`() throws {
        let desk = try WatchedDesk([:])
        try desk.expect(["created n/summary.md", "created list.md", "created next.md"])
        try desk.folder.add("n/a.md", WatchedDesk.acme)
        try desk.expect(["updated n/summary.md", "updated list.md", "updated next.md"], at: "a.md")
    }
}
