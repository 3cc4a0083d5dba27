import Foundation
import Notebook
import Synchronization
import Testing

@testable import Storage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An editor saves a note again and again, while marks are put after its text.
@Suite struct `Writing while somebody saves` {
    enum Saving: CaseIterable, Sendable {
        /// As most editors do: over the old bytes.
        case inPlace
        /// As careful ones do.
        case byRename
        /// The old file is taken away, and a new one is written in its place.
        case byDeleting
    }

    /// What goes on beside.
    enum Company: CaseIterable, Sendable {
        case none
        /// A program that opens the note to write, again and again, and never does.
        case holder
        /// Programs that are started from this one: until each runs, it has every file open that this one
        /// has.
        case starts
    }

    private final class Progress: Sendable {
        let isDone = Atomic<Bool>(false)
        let written = Atomic<Int>(0)
        let refused = Atomic<Int>(0)
    }

    /// The editor waits after each save until it sees its text, with marks or without: a save that is lost is
    /// never seen again.
    ///
    /// For a moment what it sees may be older, where a mark is being taken back; on a busy machine that
    /// moment is long.
    @Test(arguments: Saving.allCases, Company.allCases)
    func `loses no save`(saving: Saving, company: Company) throws {
        let folder = try TemporaryFolder([.init("note.md", .file(Array("begin.".utf8)))])
        let path = Array("\(folder.path)/note.md".utf8)
        let progress = Progress()
        let isOver = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            defer { isOver.signal() }
            while !progress.isDone.load(ordering: .acquiring) {
                guard let seen = try? FileReader.contents(of: path).bytes, !seen.isEmpty else { continue }
                do throws(WriteFailure) {
                    try FileWriter.replace(path, old: seen, with: seen + [0x21])
                    progress.written.add(1, ordering: .relaxed)
                } catch {
                    #expect(error == .changed)
                    progress.refused.add(1, ordering: .relaxed)
                }
            }
        }
        Thread.detachNewThread {
            defer { isOver.signal() }
            while company != .none, !progress.isDone.load(ordering: .acquiring) {
                switch company {
                case .none: break
                case .holder:
                    let descriptor = unsafe open(folder.cPath("note.md"), O_WRONLY | O_CLOEXEC)
                    usleep(50)
                    if descriptor >= 0 { close(descriptor) }
                    usleep(1000)
                case .starts:
                    #expect(throws: Never.self) {
                        try Process.run(URL(filePath: "/bin/sh"), arguments: ["-c", ":"]).waitUntilExit()
                    }
                }
            }
        }
        while progress.written.load(ordering: .relaxed) == 0 { usleep(500) }
        var lost: [String] = []
        for round in 1...1500 {
            let text = "save \(round)."
            let name = saving == .byRename ? "note.md~" : "note.md"
            if saving == .byDeleting { try TemporaryFolder.check(unsafe unlink(folder.cPath(name))) }
            try folder.add(name, text)
            if saving == .byRename {
                try TemporaryFolder.check(unsafe rename(folder.cPath(name), folder.cPath("note.md")))
            }
            var isSeen = false
            for attempt in 0..<5000 where !isSeen {
                if attempt > 5 { usleep(500) }
                isSeen = try FileReader.contents(of: path).bytes.starts(with: text.utf8)
            }
            if !isSeen { lost.append(text) }
        }
        progress.isDone.store(true, ordering: .releasing)
        for _ in 0..<2 { isOver.wait() }
        #expect(lost.isEmpty)
        #expect(progress.written.load(ordering: .relaxed) > 0)
        #expect(progress.refused.load(ordering: .relaxed) > 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note.md"])
    }

    /// Who has the note open to write keeps Debrief off it, and who has the new file open does not.
    @Test func `waits for whoever has the note open to write, and for nobody else`() throws {
        let folder = try TemporaryFolder([.init("note.md", .file(Array("old".utf8)))])
        let path = Array("\(folder.path)/note.md".utf8)
        func takePlace(holding opened: String?) throws -> WriteFailure? {
            var temporary = try TemporaryFile(for: WriteTarget(existing: path), mode: 0o600)
            try temporary.fill(Array("new".utf8))
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).first {
                    $0.hasPrefix(".debrief-")
                })
            let descriptor = unsafe open(folder.cPath(opened ?? name), O_WRONLY | O_CLOEXEC)
            try TemporaryFolder.check(descriptor)
            defer { close(descriptor) }
            do throws(WriteFailure) {
                try temporary.takePlace(of: Array("old".utf8), writing: Array("new".utf8))
                return nil
            } catch {
                return error
            }
        }
        #if canImport(Glibc)
            #expect(try takePlace(holding: "note.md") == .changed)
            #expect(try FileReader.contents(of: path).bytes == Array("old".utf8))
        #endif
        #expect(try takePlace(holding: nil) == nil)
        #expect(try FileReader.contents(of: path).bytes == Array("new".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note.md"])
    }
}
