import Foundation
import Markup
import Notebook
import Testing

@testable import Storage

/// A calendar's folder: what is written into it, and what comes back.
struct CalendarFolderTests {
    private static let note = """
        ---
        company: Acme
        date: 2026-10-14
        interviewers: [Dana Ruiz]
        thanked: 2026-10-20
        ---
        - swallow: Lead with the result. #structure
          - [ ] Rewrite three stories due:2026-12-01
          - [ ] Ask a friend due:2026-12-02

        """

    /// A notebook and its calendar's folder.
    private struct Pair {
        let temporary: TemporaryFolder
        let notebook: NotebookFolder
        let path: String

        init() throws {
            temporary = try TemporaryFolder()
            notebook = NotebookFolder(path: temporary.path("notes"))
            path = temporary.path("calendar")
            try FileManager.default.createDirectory(
                atPath: temporary.path("notes"), withIntermediateDirectories: false)
            try FileManager.default.createDirectory(
                atPath: temporary.path("others"), withIntermediateDirectories: false)
            try temporary.write("notes/a.md", CalendarFolderTests.note)
            try CalendarFolder.make(path)
            try CalendarFolder(path: path).claim(for: notebook)
            _ = try write()
        }

        var index: NotebookIndex { get throws { try notebook.read(today: .formatDay) } }

        func write() throws -> CalendarFolder.Outcome {
            try CalendarFolder(path: path).write(NotebookCalendar(index), keeping: [])
        }

        func sync() throws -> SyncRun {
            let index = try index
            var run = SyncRun(
                try CalendarFolder(path: path).plan(index), in: notebook,
                vocabulary: index.configuration.vocabulary)
            _ = run.write()
            return run
        }

        /// Changes the file of an item, as a program does.
        func change(_ summary: String, _ change: (String) -> String) throws {
            let folder = try CalendarFolder(path: path)
            let entry = try #require(folder.entries.first { $0.component["SUMMARY"]?.text == summary })
            let text = String(decoding: entry.bytes, as: UTF8.self)
            try temporary.write("calendar/\(entry.name)", change(text))
        }

        var noteText: String { get throws { try temporary.text("notes/a.md") } }
    }

    private static func completed(_ text: String) -> String {
        text.replacing("STATUS:NEEDS-ACTION", with: "STATUS:COMPLETED\r\nCOMPLETED:20261123T101500Z")
    }

    @Test func `a tick goes to its box alone, and comes back as done`() throws {
        let pair = try Pair()
        try pair.change("Rewrite three stories", Self.completed)
        #expect(try pair.sync().refused.isEmpty)
        let meant = Self.note.replacing(
            "[ ] Rewrite three stories due:2026-12-01",
            with: "[x] Rewrite three stories due:2026-12-01 done:2026-11-23")
        #expect(try pair.noteText == meant)
        let outcome = try pair.write()
        #expect(outcome.removed == 1 && outcome.written == 0 && outcome.held.isEmpty)
        #expect(try pair.sync().edits.allSatisfy(\.isEmpty))
    }

    @Test func `what is cancelled is dropped`() throws {
        let pair = try Pair()
        try pair.change("Ask a friend") { $0.replacing("NEEDS-ACTION", with: "CANCELLED") }
        #expect(try pair.sync().refused.isEmpty)
        #expect(try pair.noteText.contains("- [-] Ask a friend"))
    }

    @Test func `a note that was edited meanwhile is refused by name, and stays`() throws {
        let pair = try Pair()
        try pair.change("Rewrite three stories", Self.completed)
        let edited = Self.note.replacing("[ ] Rewrite", with: "[-] Rewrite")
        try pair.temporary.write("notes/a.md", edited)
        let run = try pair.sync()
        #expect(run.refused.map(\.text) == ["Rewrite three stories"])
        #expect(run.refused.first?.reason.contains("a.md:8") ?? false)
        #expect(try pair.noteText == edited)
    }

    @Test func `to write again changes nothing, and a change of a day counts one up`() throws {
        let pair = try Pair()
        let before = try CalendarFolder(path: pair.path).entries.map(\.bytes)
        let outcome = try pair.write()
        #expect(outcome.written == 0 && outcome.removed == 0)
        #expect(try CalendarFolder(path: pair.path).entries.map(\.bytes) == before)
        try pair.temporary.write("notes/a.md", Self.note.replacing("2026-12-02", with: "2026-12-09"))
        #expect(try pair.write().written == 1)
        let friend = try #require(
            try CalendarFolder(path: pair.path).entries.first {
                $0.component["SUMMARY"]?.text == "Ask a friend"
            })
        #expect(friend.component["SEQUENCE"]?.value == "1" && friend.component["DUE"]?.value == "20261209")
    }

    @Test func `what somebody changed in the calendar stays, and what programs added to ours too`() throws {
        let pair = try Pair()
        try pair.change("Ask a friend") { $0.replacing("20261202", with: "20261203") }
        try pair.change("Rewrite three stories") {
            $0.replacing("SEQUENCE:0", with: "SEQUENCE:4\r\nX-APPLE-SORT:7")
        }
        try pair.temporary.write("notes/a.md", Self.note.replacing("2026-12-01", with: "2026-12-08"))
        let outcome = try pair.write()
        #expect(outcome.written == 1 && outcome.held.count == 1)
        let entries = try CalendarFolder(path: pair.path).entries
        #expect(entries.contains { $0.component["DUE"]?.value == "20261203" })
        let story = try #require(entries.first { $0.component["DUE"]?.value == "20261208" })
        #expect(story.component["SEQUENCE"]?.value == "5" && story.component["X-APPLE-SORT"]?.value == "7")
    }

    @Test
    func
        `foreign items, broken files and two of one item are told or passed by, and no byte of them changes`()
        throws
    {
        let pair = try Pair()
        let foreign =
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:dentist\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        let files = [
            "dentist.ics": foreign, "broken.ics": "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\n", "color": "#fff",
            "empty.ics": "",
        ]
        for (name, text) in files { try pair.temporary.write("calendar/\(name)", text) }
        let folder = try CalendarFolder(path: pair.path)
        #expect(folder.problems.map(\.file) == ["broken.ics", "empty.ics"])
        let twice = try #require(folder.entries.first)
        try pair.temporary.write("calendar/copy.ics", String(decoding: twice.bytes, as: UTF8.self))
        let doubled = try CalendarFolder(path: pair.path)
        #expect(doubled.problems.count == 4 && doubled.entries.count == folder.entries.count - 1)
        _ = try pair.sync()
        try pair.temporary.write("notes/a.md", Self.note.replacing("2026-12", with: "2027-01"))
        _ = try pair.write()
        for (name, text) in files { #expect(try pair.temporary.text("calendar/\(name)") == text) }
        #expect(try pair.temporary.text("calendar/copy.ics") == String(decoding: twice.bytes, as: UTF8.self))
    }

    @Test func `a folder says which notebook it is of, and takes no other`() throws {
        let pair = try Pair()
        let folder = try CalendarFolder(path: pair.path)
        #expect(
            try NotebookFolder(path: try #require(folder.notebook)).read(today: .formatDay).notes.count == 1)
        try pair.temporary.write("others/b.md", "x")
        #expect(throws: WriteFailure.self) {
            try folder.claim(for: NotebookFolder(path: pair.temporary.path("others")))
        }
    }

    @Test func `a watch carries ticks, and keeps the folder current`() throws {
        let pair = try Pair()
        var watched = WatchedNotebook(
            folder: pair.notebook, reports: [], isCarryingTicks: false,
            calendars: [WatchedCalendar(path: pair.path)])
        #expect(watched.refresh(.anywhere, today: .formatDay).isEmpty)
        try pair.change("Rewrite three stories", Self.completed)
        #expect(watched.refresh(.none, today: .formatDay).isEmpty)
        let events = watched.refresh(.none, today: .formatDay, at: .now + .seconds(3))
        #expect(events.count == 2)
        #expect(try pair.noteText.contains("[x] Rewrite three stories"))
        #expect(try CalendarFolder(path: pair.path).entries.count == 1)
    }

    @Test func `one file keeps what is the same, and counts up what is not`() throws {
        let pair = try Pair()
        let file = CalendarFile(path: pair.temporary.path("all.ics"))
        let index = try pair.index
        #expect(try file.write(NotebookCalendar(index)) == .created)
        #expect(try file.write(NotebookCalendar(index)) == .unchanged)
        try pair.temporary.write("notes/a.md", Self.note.replacing("2026-12-02", with: "2026-12-09"))
        #expect(try file.write(NotebookCalendar(pair.index)) == .updated)
        let text = try pair.temporary.text("all.ics")
        #expect(text.contains("SEQUENCE:1") && text.contains("SEQUENCE:0"))
        try pair.temporary.write("mine.ics", "BEGIN:VCALENDAR\r\nPRODID:me\r\nEND:VCALENDAR\r\n")
        #expect(throws: WriteFailure.notGenerated(lacks: "`PRODID:-//Debrief//Debrief//EN`")) {
            try CalendarFile(path: pair.temporary.path("mine.ics")).write(NotebookCalendar(index))
        }
    }
}

extension TemporaryFolder {
    fileprivate func path(_ name: String) -> String { path + (path.hasSuffix("/") ? "" : "/") + name }

    fileprivate func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    fileprivate func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }
}
