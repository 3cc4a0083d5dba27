import Foundation
import Notebook
import Testing

@testable import Storage

@Suite struct `Triage of a folder` {
    let folder: TemporaryFolder
    private static let first = "\u{FEFF}# Feedback\r\n- é😀 one #a ^id\r\n- two\tzwei\r\n- chew: three"
    private static let second = "# Feedback\r- four\r  more\r\n"

    init() throws {
        folder = try TemporaryFolder([
            .init("1.md", .file(Array(Self.first.utf8))), .init("2.md", .file(Array(Self.second.utf8))),
        ])
    }

    private func session(on day: CalendarDate = .editingDay) throws -> TriageSession {
        let notebook = NotebookFolder(path: folder.path)
        return TriageSession(Triage(try notebook.read(today: .editingDay)), in: notebook) { day }
    }

    private func text(_ name: String) throws -> String {
        String(
            decoding: try NoteFile.bytes(of: NotePath(name), in: folder.path), as: UTF8.self)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func asked(_ session: TriageSession) -> String? { session.triage.question?.feedback.text }

    @Test func `writes each answer at once, and byte for byte`() throws {
        var session = try session()
        #expect(session.refresh() == [])
        #expect(
            session.answer(.swallow(.plan("é → 😀"))) == [
                .answered(.swallow(.plan("é → 😀")), text: "é😀 one")
            ])
        let swallowed =
            "\u{FEFF}# Feedback\r\n- swallow: é😀 one #a since:2026-11-23 ^id\r\n  - if: é → 😀\r\n"
        #expect(try text("1.md") == swallowed + "- two\tzwei\r\n- chew: three")
        #expect(session.answer(.spit(reason: "So.")).count == 1)
        let spat = "- spit: two\tzwei since:2026-11-23\r\n  - because: So.\r\n"
        #expect(try text("1.md") == swallowed + spat + "- chew: three")
        #expect(asked(session) == "four more")
        #expect(session.answer(.chew).count == 1)
        #expect(try text("2.md") == "# Feedback\r- chew: four\r  more since:2026-11-23\r\n")
        #expect(session.answer(.chew) == [.stays(.chew, text: "three")])
        #expect(session.triage.question == nil)
        #expect(session.triage.tally.description == "2 in chew, 1 swallowed and 1 spat out.")
        #expect(try names() == ["1.md", "2.md"])
    }

    @Test func `writes the day of the answer, which may be another than that of the question`() throws {
        var session = try session(on: .editingDay.adding(days: 1))
        #expect(session.answer(.chew).count == 1)
        #expect(try text("1.md").hasPrefix("\u{FEFF}# Feedback\r\n- chew: é😀 one #a since:2026-11-24 ^id"))
    }

    @Test func `tells of the pieces that went with a note`() throws {
        var session = try session()
        try FileManager.default.removeItem(atPath: folder.path + "/2.md")
        try FileManager.default.removeItem(atPath: folder.path + "/1.md")
        let notices = session.answer(.chew)
        #expect(notices.map(\.description) == ["1.md: there is no such file", "2.md: there is no such file"])
        #expect(session.triage.question == nil && session.triage.tally.lost == 4)
        #expect(session.triage.tally.description == "Nothing decided; 4 out of reach.")
    }

    @Test func `goes back over every answer, byte for byte`() throws {
        var session = try session()
        _ = session.answer(.swallow(.action("Do it")))
        _ = session.skip()
        _ = session.answer(.spit(reason: "So."))
        _ = session.answer(.spit(reason: nil))
        #expect(session.back() == [.undone(text: "three")])
        #expect(session.back() == [.undone(text: "four more")])
        #expect(try text("2.md") == Self.second)
        #expect(session.back() == [.wentBack])
        #expect(session.back() == [.undone(text: "é😀 one")])
        #expect(try text("1.md") == Self.first)
        #expect(session.back() == [.nothingToUndo])
        #expect(session.triage.question?.progress == "1 of 4")
        #expect(try names() == ["1.md", "2.md"])
    }

    @Test func `names topics, and takes them back one by one`() throws {
        var session = try session()
        _ = session.skip()
        #expect(session.answer(.topic("#a")) == [.answered(.topic("#a"), text: "two zwei")])
        #expect(session.answer(.topic("A")) == [.stays(.topic("A"), text: "two zwei")])
        #expect(
            session.answer(.topic("b/c")) == [.answered(.topic("b/c"), text: "two zwei"), .newTopic("b/c")])
        #expect(session.answer(.topic("spit")) == [.refused(.noTopic("spit"))])
        #expect(session.triage.question?.progress == "2 of 4")
        #expect(session.triage.question?.topics.map(\.headline).first == "#a: 1 person; 1 unsorted")
        _ = session.answer(.spit(reason: nil))
        #expect(
            try text("1.md")
                == Self.first.replacing("- two\tzwei", with: "- spit: two\tzwei #a #b/c since:2026-11-23"))
        #expect(session.triage.tally.description == "1 spat out; 1 skipped; 2 left for another time.")
        #expect(session.back() == [.undone(text: "two zwei")])
        #expect(session.back() == [.undone(text: "two zwei")])
        #expect(try text("1.md") == Self.first.replacing("- two\tzwei", with: "- two\tzwei #a"))
        #expect(session.back() == [.undone(text: "two zwei")])
        #expect(try text("1.md") == Self.first)
        #expect(session.triage.question?.progress == "2 of 4")
        #expect(session.back() == [.wentBack])
        #expect(asked(session) == "é😀 one")
    }

    @Test func `answers what stands at another line by now`() throws {
        var session = try session()
        _ = session.refresh()
        try folder.add("1.md", "# New\r\n\r\n" + Self.first.dropFirst() + "\r\n- five")
        _ = session.answer(.chew)
        #expect(
            try text("1.md")
                == "# New\r\n\r\n# Feedback\r\n- chew: é😀 one #a since:2026-11-23 ^id\r\n- two\tzwei\r\n"
                + "- chew: three\r\n- five")
        // What is new in the note is asked about too.
        #expect(asked(session) == "five")
        #expect(session.triage.question?.progress == "2 of 5")
    }

    @Test func `asks again about what says something else by now`() throws {
        var session = try session()
        let changed = Self.first.replacing("one", with: "1")
        try folder.add("1.md", changed)
        #expect(session.answer(.chew) == [.changed])
        #expect(try text("1.md") == changed)
        #expect(asked(session) == "é😀 1")
        #expect(session.answer(.chew).count == 1)
        #expect(try text("1.md").contains("chew: é😀 1"))
    }

    @Test func `goes on where a piece is gone, or decided`() throws {
        var session = try session()
        try folder.add("1.md", "# Feedback\n- two\tzwei\n- chew: three\n")
        #expect(session.answer(.spit(reason: nil)) == [.gone(text: "é😀 one")])
        #expect(asked(session) == "two zwei")
        try folder.add("1.md", "# Feedback\n- swallow: two\tzwei\n- chew: three\n")
        #expect(session.answer(.spit(reason: nil)) == [.decided(.swallow, text: "two zwei")])
        #expect(asked(session) == "four more")
        #expect(session.triage.question?.progress == "1 of 2")
        try FileManager.default.removeItem(atPath: folder.path + "/2.md")
        #expect(
            session.answer(.chew) == [.unreadable(NotePath("2.md"), reason: "there is no such file")])
        #expect(asked(session) == "three")
        #expect(try text("1.md") == "# Feedback\n- swallow: two\tzwei\n- chew: three\n")
    }

    @Test func `asks next about what a person made of one piece in an editor`() throws {
        var session = try session()
        try folder.add("1.md", Self.first.replacing("- é😀 one", with: "- é😀\r\n- one"))
        #expect(session.refresh() == [.changed])
        #expect(asked(session) == "é😀")
        _ = session.skip()
        #expect(asked(session) == "one")
        #expect(session.triage.count == 5)
    }

    @Test func `takes an answer back where the note has changed elsewhere`() throws {
        var session = try session()
        _ = session.answer(.swallow(.action("Do it")))
        try folder.add(
            "1.md", "\u{FEFF}# New\n\n" + (try text("1.md").dropFirst()).replacing("two", with: "2"))
        // Between changes on both sides it is not certain.
        #expect(session.back() == [.notUndone])
        #expect(asked(session) == "é😀 one")
        #expect(session.triage.question?.feedback.stage == .swallow)

        var other = try self.session()
        #expect(asked(other) == "2 zwei")
        _ = other.answer(.spit(reason: "So."))
        let after = try text("1.md")
        try folder.add("1.md", after.replacing("# New", with: "# Very new\n\nindeed"))
        #expect(other.back() == [.undone(text: "2 zwei")])
        #expect(
            try text("1.md")
                == after.replacing("# New", with: "# Very new\n\nindeed").replacing(
                    "- spit: 2\tzwei since:2026-11-23\r\n  - because: So.", with: "- 2\tzwei"))
    }

    @Test func `takes an answer back below what is new`() throws {
        var session = try session()
        _ = session.answer(.swallow(.action("Do it")))
        let after = try text("1.md")
        try folder.add(
            "1.md", after.replacing("# Feedback\r\n", with: "# Feedback\r\n- zero\r\n- nought\r\n"))
        #expect(session.back() == [.undone(text: "é😀 one")])
        #expect(
            try text("1.md")
                == Self.first.replacing("# Feedback\r\n", with: "# Feedback\r\n- zero\r\n- nought\r\n"))
    }

    @Test func `leaves an answer that somebody has changed`() throws {
        var session = try session()
        _ = session.answer(.spit(reason: "So."))
        let changed = try text("1.md").replacing("So.", with: "So it is.")
        try folder.add("1.md", changed)
        #expect(session.back() == [.notUndone])
        #expect(try text("1.md") == changed)
        #expect(session.triage.question?.below == ["because So it is."])
        // It is still there to be answered otherwise.
        #expect(session.answer(.chew).count == 1)
        #expect(try text("1.md").contains("- chew: é😀 one"))
    }

    @Test func `says so when it goes back to what is gone`() throws {
        var session = try session()
        _ = session.skip()
        try folder.add("1.md", "# Feedback\n- chew: three")
        #expect(session.answer(.chew) == [.gone(text: "two zwei")])
        #expect(asked(session) == "four more")
        #expect(session.back() == [.gone(text: "é😀 one")])
        #expect(asked(session) == "four more")
        #expect(session.back() == [.nothingToUndo])
        #expect(try text("1.md") == "# Feedback\n- chew: three")
    }

    @Test func `refuses, says why, and stays`() throws {
        try folder.add("1.md", "- chew: a #spit\n- chew: b\n")
        var session = try session()
        _ = session.skip()
        #expect(asked(session) == "a")
        #expect(session.problem(with: .swallow(nil)) == [.refused(.conflictingStages(.chew, .spit))])
        #expect(session.answer(.swallow(nil)) == [.refused(.conflictingStages(.chew, .spit))])
        #expect(asked(session) == "a")
        _ = session.skip()
        #expect(session.problem(with: .swallow(nil)) == [])
        #expect(session.answer(.swallow(.action("chew: x"))) == [.refused(.unclearText)])
        #expect(session.answer(.spit(reason: " ")) == [.refused(.emptyText)])
        #expect(try text("1.md") == "- chew: a #spit\n- chew: b\n")
    }

    @Test func `says why a note is not written`() throws {
        var session = try session()
        #expect(unsafe link(folder.path + "/1.md", folder.path + "/1.txt") == 0)
        #expect(session.answer(.chew) == [.notWritten(.severalNames(2))])
        #expect(try text("1.md") == Self.first)
        #expect(session.triage.question?.number == 1)
    }

    /// Whatever the notes are like, and whatever a person does: each step back restores the bytes before it.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `any answers are taken back`(seed: UInt64) throws {
        var writer = NoteWriter(seed &+ 9000)
        var files: [String: [UInt8]] = [:]
        for name in ["1.md", "2.md"] {
            files[name] = writer.note()
            try folder.add(.init(name, .file(files[name] ?? [])))
        }
        var session = try session()
        _ = session.refresh()
        func bytes() throws -> [String: [UInt8]] {
            try files.mapValues { _ in [] }.reduce(into: [:]) {
                $0[$1.key] = try NoteFile.bytes(of: NotePath($1.key), in: folder.path)
            }
        }
        var history: [[String: [UInt8]]] = []
        for _ in 0..<40 where session.triage.question != nil {
            let before = try bytes()
            let number = session.triage.question?.number
            let answers: [TriageAnswer] = [
                .chew, .spit(reason: nil), .spit(reason: "é😀"), .swallow(nil), .swallow(.action("Do")),
                .swallow(.plan("x → y")), .topic("structure"), .topic("é"),
            ]
            switch Int.random(in: 0..<10, using: &writer.random) {
            case 0...5:
                let notices = session.answer(
                    answers[Int.random(in: 0..<answers.count, using: &writer.random)])
                if case .refused = notices.first {
                    #expect(try bytes() == before)
                    #expect(session.triage.question?.number == number)
                    _ = session.skip()
                }
                // A topic that it has already is no step.
                if try bytes() != before || session.triage.question?.number != number {
                    history.append(before)
                }
            case 6...7:
                _ = session.skip()
                #expect(try bytes() == before)
                history.append(before)
            default:
                guard let earlier = history.popLast() else { continue }
                _ = session.back()
                #expect(try bytes() == earlier)
            }
        }
        while let earlier = history.popLast() {
            _ = session.back()
            #expect(try bytes() == earlier)
        }
        #expect(try bytes() == files)
        #expect(session.back() == [.nothingToUndo])
    }
}
