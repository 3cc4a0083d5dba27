import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `debrief watch` as it runs, on real files and with real signals.
///
/// What a change comes to is waited for with much patience: how fast it comes is measured elsewhere.
struct WatchTests {
    /// A copy of the example notebook, watched, with its reports beside it.
    private final class Desk {
        let folder: URL
        let program: RunningProgram

        init(_ options: [String] = [], environment: [String: String] = [:], today: String? = "2026-11-23")
            throws
        {
            folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: Program.package.appending(path: "Examples/notebook"),
                to: folder.appending(path: "notebook"))
            program = try RunningProgram(
                ["watch", "notebook", "--summary", "notebook/summary.md", "--checklist", "actions.md"]
                    + (today.map { ["--today", $0] } ?? []) + options,
                in: folder, environment: environment)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func url(_ path: String) -> URL { folder.appending(path: path) }

        func bytes(_ path: String) throws -> Data { try Data(contentsOf: url(path)) }

        func text(_ path: String) -> String { (try? String(contentsOf: url(path), encoding: .utf8)) ?? "" }

        func waitForStart() throws {
            try program.wait(for: "the reports") { program.reported.contains("wrote actions.md") }
        }

        func wait(for text: String, in path: String) throws {
            try program.wait(for: "“\(text)” in \(path)") { self.text(path).contains(text) }
        }

        /// Ends the program, and looks whether its reports are those that the verbs write.
        func expectSameAsVerbs(location: SourceLocation = #_sourceLocation) throws {
            program.send(SIGTERM)
            #expect(try program.end() == (0, false), sourceLocation: location)
            for verb in ["summarize notebook -o notebook/summary.md", "checklist notebook -o actions.md"] {
                let outcome = try Program.run("debrief \(verb) --today 2026-11-23", in: folder)
                let said = String(decoding: outcome.error, as: UTF8.self)
                #expect(said.contains("is up to date"), "\(said)", sourceLocation: location)
            }
        }
    }

    /// The ways in which editors save.
    private enum Save: CaseIterable {
        case inPlace, renaming, backingUp, deleting, appending

        func save(_ text: String, to url: URL) throws {
            let files = FileManager.default
            let data = Data(text.utf8)
            switch self {
            case .inPlace:
                let file = try FileHandle(forWritingTo: url)
                try file.truncate(atOffset: 0)
                try file.write(contentsOf: data)
                try file.close()
            case .renaming:
                let new = url.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).tmp")
                try data.write(to: new)
                _ = unsafe rename(new.path, url.path)
            case .backingUp:
                let old = URL(filePath: url.path + "~")
                try? files.removeItem(at: old)
                try? files.moveItem(at: url, to: old)
                try data.write(to: url)
                try? files.removeItem(at: old)
            case .deleting:
                try? files.removeItem(at: url)
                try data.write(to: url)
            case .appending:
                let file = try FileHandle(forWritingTo: url)
                try file.seekToEnd()
                try file.write(contentsOf: data)
                try file.close()
            }
        }
    }

    private static func note(_ words: String) -> String {
        "---\ncompany: \(words)\nround: onsite\ndate: 2026-11-22\n---\n## Feedback\n\n- chew: é😀 \(words) #new\n"
    }

    @Test func `a note reaches the reports, however it is saved`() throws {
        let desk = try Desk()
        try desk.waitForStart()
        try Data().write(to: desk.url("notebook/new.md"))
        for save in Save.allCases {
            let words = "Saved by \(save)"
            try save.save(
                save == .appending ? "\n- [ ] \(words) due:2026-11-01\n" : Self.note(words),
                to: desk.url("notebook/new.md"))
            try desk.wait(for: words, in: "notebook/summary.md")
        }
        try FileManager.default.removeItem(at: desk.url("notebook/new.md"))
        try desk.program.wait(for: "the note to be gone") {
            !desk.text("notebook/summary.md").contains("Saved by")
        }
        try desk.expectSameAsVerbs()
    }

    @Test func `folders that are new, moved and gone are followed`() throws {
        let desk = try Desk()
        let files = FileManager.default
        try desk.waitForStart()
        try files.createDirectory(at: desk.url("notebook/a/b"), withIntermediateDirectories: true)
        try Data(Self.note("In a new folder").utf8).write(to: desk.url("notebook/a/b/n.md"))
        try desk.wait(for: "(a/b/n.md", in: "notebook/summary.md")
        try files.moveItem(at: desk.url("notebook/a"), to: desk.url("notebook/c"))
        try desk.wait(for: "(c/b/n.md", in: "notebook/summary.md")
        try Save.renaming.save(Self.note("In a moved folder"), to: desk.url("notebook/c/b/n.md"))
        try desk.wait(for: "In a moved folder", in: "notebook/summary.md")
        try files.moveItem(at: desk.url("notebook/c"), to: desk.url("elsewhere"))
        try desk.program.wait(for: "the folder to be gone") {
            !desk.text("notebook/summary.md").contains("In a moved folder")
        }
        try desk.expectSameAsVerbs()
    }

    @Test(arguments: [false, true])
    func `a tick goes into the note byte for byte, and nothing is written twice`(isPolling: Bool) throws {
        let desk = try Desk(["--sync"] + (isPolling ? ["--poll"] : []))
        try desk.waitForStart()
        let path = "notebook/2026-10-07-pennant-panel.md"
        let old = String(decoding: try desk.bytes(path), as: UTF8.self)
        let line = try #require(
            desk.text("actions.md").split(separator: "\n").first { $0.contains("what the migration saved") })
        try Save.renaming.save(
            desk.text("actions.md").replacing(line, with: line.replacing("[ ]", with: "[x]")),
            to: desk.url("actions.md"))
        try desk.program.wait(for: "the list") { desk.program.reported.contains("updated actions.md") }
        let expected = old.replacing(
            "- [ ] Work out what the migration saved in a year @due(2026-11-20)",
            with: "- [x] Work out what the migration saved in a year @due(2026-11-20) @done(2026-11-23)")
        #expect(expected != old)
        #expect(try desk.bytes(path) == Data(expected.utf8))
        #expect(!desk.text("actions.md").contains("what the migration saved"))
        // Its own writing, of a note and of two reports, is told to it like any other.
        for number in 1...3 {
            let words = "Change \(number)"
            try Save.renaming.save(Self.note(words), to: desk.url("notebook/new.md"))
            try desk.wait(for: words, in: "notebook/summary.md")
        }
        Thread.sleep(forTimeInterval: 1.5)
        let reported = desk.program.reported
        #expect(reported.count { $0 == "wrote notebook/summary.md" } == 1)
        #expect(reported.count { $0 == "updated notebook/summary.md" } == 4, "\(reported)")
        #expect(reported.count { $0 == "updated actions.md" } == 1, "\(reported)")
        try desk.expectSameAsVerbs()
    }

    @Test func `what somebody adds to the list is kept, and a list with ticks stays without --sync`() throws {
        let desk = try Desk()
        try desk.waitForStart()
        let before = try desk.bytes("notebook/2026-10-07-pennant-panel.md")
        let ticked = desk.text("actions.md").replacing("- [ ] Work out", with: "- [x] Work out") + "Mine.\n"
        try Save.inPlace.save(ticked, to: desk.url("actions.md"))
        try desk.program.wait(for: "a word about it") { desk.program.error.contains("not rewritten") }
        try Save.renaming.save(Self.note("Later"), to: desk.url("notebook/new.md"))
        try desk.wait(for: "Later", in: "notebook/summary.md")
        #expect(desk.text("actions.md") == ticked)
        #expect(try desk.bytes("notebook/2026-10-07-pennant-panel.md") == before)
        let outcome = try Program.run("debrief sync actions.md --today 2026-11-23", in: desk.folder)
        #expect(outcome.status == 0)
        try desk.program.wait(for: "the list") { !desk.text("actions.md").contains("[x]") }
        #expect(desk.text("actions.md").hasSuffix("Mine.\n"))
        try desk.expectSameAsVerbs()
    }

    @Test func `a thousand files at once are few causes to write`() throws {
        let desk = try Desk()
        try desk.waitForStart()
        for number in 0..<1000 {
            try Data(Self.note("Company \(number)").utf8).write(to: desk.url("notebook/new-\(number).md"))
        }
        try desk.wait(for: "1013 interviews", in: "notebook/summary.md")
        #expect(desk.program.reported.count { $0 == "updated notebook/summary.md" } < 200)
        try desk.expectSameAsVerbs()
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func `a signal ends it in good order`(signal: Int32) throws {
        let desk = try Desk(["--quiet"])
        try desk.program.wait(for: "the reports") { !desk.text("actions.md").isEmpty }
        // Where the tests are run with a signal ignored, so is what they run.
        if Self.isIgnored(signal) { return }
        desk.program.send(signal)
        #expect(try desk.program.end() == (0, false))
        #expect(desk.program.output == "")
        #expect(desk.program.error == "")
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).count == 2)
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        // There is no handler to give back but the one that there was.
        let handler = setHandler(signal, SIG_DFL)
        _ = setHandler(signal, handler)
        return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    @Test func `when the folder vanishes the reports stay until it is back`() throws {
        let desk = try Desk(["--prep", "next.md"])
        try desk.waitForStart()
        let actions = desk.text("actions.md")
        try FileManager.default.moveItem(at: desk.url("notebook"), to: desk.url("away"))
        try desk.program.wait(for: "a word about it") { desk.program.error.contains("there is no folder") }
        #expect(desk.program.isRunning)
        #expect(desk.text("actions.md") == actions)
        try FileManager.default.moveItem(at: desk.url("away"), to: desk.url("notebook"))
        try desk.program.wait(for: "a word about it") { desk.program.error.contains("there again") }
        try Save.deleting.save(Self.note("Back again"), to: desk.url("notebook/new.md"))
        try desk.wait(for: "Back again", in: "notebook/summary.md")
        try desk.expectSameAsVerbs()
    }

    @Test func `the reports are of the day that it is`() throws {
        // Midnight comes in four seconds in a time zone of our own.
        let now = Int(Date().timeIntervalSince1970)
        let offset = 86_400 - 4 - now % 86_400
        // POSIX has what is to be added to get to UTC.
        let clock = [offset / 3600, offset / 60 % 60, offset % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let zone = "DBT-\(clock.joined(separator: ":"))"
        let desk = try Desk(environment: ["TZ": zone], today: nil)
        try desk.waitForStart()
        func day() -> Substring { desk.text("actions.md").firstMatch(of: /# Actions, (\S+)/)?.1 ?? "" }
        let tomorrow = Date(timeIntervalSince1970: TimeInterval(now + 86_400)).ISO8601Format().prefix(10)
        // Already there where the start took longer than that.
        try desk.program.wait(for: "midnight") { day() == tomorrow }
    }
}

private func setHandler(_ number: Int32, _ handler: sig_t?) -> sig_t? { signal(number, handler) }
