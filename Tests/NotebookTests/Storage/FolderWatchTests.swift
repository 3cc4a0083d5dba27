import Foundation
import Notebook
import Properties
import Testing

@testable import Storage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system tells of a folder's changes, and reading again only there, against reading all anew.
struct FolderWatchTests {
    /// Whether the system tells of changes at once, so that a test knows when all is told.
    #if os(Linux)
        private static let isTold = true
    #else
        private static let isTold = false
    #endif

    /// A notebook that is kept current by what the system tells.
    private final class Kept {
        let folder: TemporaryFolder
        let notebook: NotebookFolder
        let watch: FolderWatch
        /// Nothing ever comes from here.
        let silence: [Int32]
        private(set) var snapshot: FolderSnapshot?
        private(set) var index = NotebookIndex(today: .formatDay, notes: [], faults: [])

        init(_ entries: [TemporaryFolder.Entry]) throws {
            folder = try TemporaryFolder(entries)
            notebook = NotebookFolder(path: folder.path)
            watch = FolderWatch(notebook)
            var ends: [Int32] = [-1, -1]
            try TemporaryFolder.check(unsafe pipe(&ends))
            silence = ends
        }

        deinit {
            for end in silence { close(end) }
        }

        /// All that is told of by now.
        func changes() -> FolderChanges {
            var changes = FolderChanges.none
            while case let more = watch.wait(until: .now, orFor: silence[0]), !more.isEmpty {
                changes.formUnion(more)
            }
            return changes
        }

        /// Reads what is told of.
        @discardableResult
        func catchUp() throws -> FolderChanges {
            let changes = snapshot == nil ? FolderChanges.anywhere : changes()
            let next = try notebook.snapshot(after: snapshot, changes: changes)
            if snapshot == nil {
                index = next.index(today: .formatDay)
            } else {
                next.update(&index, today: .formatDay)
            }
            snapshot = next
            watch.follow(reports: [folder.path + "/report.txt"], links: next.links)
            return changes
        }

        /// Whether what is kept is what a reader who knows nothing would read.
        func expectCurrent(_ what: String) throws {
            let anew = try notebook.read(today: .formatDay)
            #expect(
                String(decoding: Export(index).json(), as: UTF8.self)
                    == String(decoding: Export(anew).json(), as: UTF8.self), "\(what)")
        }
    }

    private static func note(_ text: String) -> TemporaryFolder.Entry.Content {
        .file(Array("- chew: \(text) #é😀\n".utf8))
    }

    @Test(.enabled(if: isTold), arguments: 1...12 as ClosedRange<UInt64>)
    func `whatever happens to a folder, reading what is told of is as good as reading all`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let kept = try Kept([.init("a.md", Self.note("a")), .init("d/b.md", Self.note("b"))])
        let outside = try TemporaryFolder([.init("x.md", Self.note("x"))])
        try kept.catchUp()
        var done: [String] = []
        for step in 0..<60 {
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                done.append(try Self.change(kept.folder, outside, step, &random))
            }
            try kept.catchUp()
            try kept.expectCurrent("seed \(seed), after \(done.suffix(8))")
        }
    }

    /// One change of some kind.
    ///
    /// That of something that is not there is none.
    private static func change(
        _ folder: TemporaryFolder, _ outside: TemporaryFolder, _ step: Int, _ random: inout SeededGenerator
    ) throws -> String {
        let folders = ["", "d/", "e/", "d/f/", "e/f/", ".h/"]
        let names = ["a.md", "b.md", "c.markdown", "n.txt", ".i.md", "x (case conflict).md", ".j.md.icloud"]
        func path() -> String {
            (folders.randomElement(using: &random) ?? "") + (names.randomElement(using: &random) ?? "")
        }
        func subfolder() -> String {
            String((folders.dropFirst().randomElement(using: &random) ?? "").dropLast())
        }
        let (from, to) = (path(), path())
        switch Int.random(in: 0..<16, using: &random) {
        case 0...4:
            try? folder.add(.init(from, note("\(step)")))
            return "write \(from)"
        case 5:
            // As some editors save.
            try? folder.add(.init(from + "~", note("\(step) renamed")))
            move(folder.cPath(from + "~"), folder.cPath(from))
            return "write and rename to \(from)"
        case 6:
            unsafe unlink(folder.cPath(from))
            try? folder.add(.init(from, note("\(step) anew")))
            return "delete and write \(from)"
        case 7, 8:
            unsafe unlink(folder.cPath(from))
            return "delete \(from)"
        case 9:
            move(folder.cPath(from), folder.cPath(to))
            return "rename \(from) to \(to)"
        case 10:
            let (from, to) = (subfolder(), subfolder())
            move(folder.cPath(from), folder.cPath(to))
            return "rename folder \(from) to \(to)"
        case 11:
            let path = subfolder()
            try? FileManager.default.removeItem(atPath: folder.path + "/" + path)
            return "remove folder \(path)"
        case 12:
            try? folder.add(
                .init(from, .file(Array("---\ngenerated-by: debrief\n---\n- chew: \(step)\n".utf8))))
            return "report at \(from)"
        case 13:
            unsafe link(folder.cPath(from), folder.cPath(to))
            return "link \(from) \(to)"
        case 14:
            let isOutside = Bool.random(using: &random)
            let target = isOutside ? outside.path + "/x.md" : folder.path + "/" + from
            unsafe symlink(target, folder.cPath(to))
            if isOutside { try outside.add(.init("x.md", note("outside \(step)"))) }
            return "symlink \(target) \(to)"
        default:
            try? folder.add(
                .init(".debrief.yml", .file(Array("stale-days: \(1 + step % 3)\n".utf8))))
            return "configure"
        }
    }

    // MARK: What is told of

    @Test(.enabled(if: isTold))
    func `a note is told of by its path, however it is saved`() throws {
        let kept = try Kept([.init("d/a.md", Self.note("a"))])
        try kept.catchUp()
        let path = FolderChanges(paths: [NotePath("d/a.md")])
        try kept.folder.add(.init("d/a.md", Self.note("in place")))
        #expect(kept.changes() == path)
        try kept.folder.add(.init("d/.a.md.swp", Self.note("renamed")))
        #expect(kept.changes() == .none)
        Self.move(kept.folder.cPath("d/.a.md.swp"), kept.folder.cPath("d/a.md"))
        #expect(kept.changes() == path)
        unsafe unlink(kept.folder.cPath("d/a.md"))
        try kept.folder.add(.init("d/a.md", Self.note("anew")))
        #expect(kept.changes() == path)
        try kept.catchUp()
        #expect(kept.changes() == .none)
    }

    @Test(.enabled(if: isTold))
    func `what no reader would come to is not told of`() throws {
        let kept = try Kept([.init("a.md", Self.note("a")), .init(".git/x.md", Self.note("x"))])
        try kept.catchUp()
        for path in [".git/x.md", ".a.md", "picture.png", "a.md~", ".hidden/b.md", "4913"] {
            try kept.folder.add(.init(path, Self.note("b")))
            #expect(kept.changes() == .none, "\(path)")
        }
    }

    @Test(.enabled(if: isTold))
    func `a file beside the notes is told of as such, in the folder and elsewhere`() throws {
        let kept = try Kept([.init("a.md", Self.note("a"))])
        let outside = try TemporaryFolder([.init("report.md", .file([]))])
        kept.watch.follow(reports: [kept.folder.path + "/report.txt", outside.path + "/report.md"])
        try kept.folder.add("report.txt", "a")
        #expect(kept.changes() == FolderChanges(isBeside: true))
        try outside.add("other.md", "a")
        #expect(kept.changes() == .none)
        try outside.add("report.md", "a")
        #expect(kept.changes() == FolderChanges(isBeside: true))
        kept.watch.follow(reports: [kept.folder.path + "/report.txt"])
        try outside.add("report.md", "b")
        #expect(kept.changes() == .none)
    }

    @Test(.enabled(if: isTold))
    func `a note that is a link is told of when the file behind it changes`() throws {
        let outside = try TemporaryFolder([.init("real.txt", Self.note("a"))])
        let kept = try Kept([.init("link.md", .link(to: outside.path + "/real.txt"))])
        try kept.catchUp()
        try outside.add(.init("real.txt", Self.note("b")))
        #expect(try kept.catchUp() == .anywhere)
        try kept.expectCurrent("the file behind the link")
    }

    @Test(.enabled(if: isTold))
    func `a folder that goes and comes back is followed again`() throws {
        let kept = try Kept([.init("n/a.md", Self.note("a"))])
        let notebook = NotebookFolder(path: kept.folder.path + "/n")
        let watch = FolderWatch(notebook)
        Self.move(kept.folder.cPath("n"), kept.folder.cPath("m"))
        #expect(watch.wait(until: .now, orFor: kept.silence[0]) == .anywhere)
        // It is not there: that is looked for now and then.
        #expect(watch.wait(until: .now, orFor: kept.silence[0]) == .none)
        try kept.folder.add(.init("n/b.md", Self.note("b")))
        #expect(watch.wait(until: .now, orFor: kept.silence[0]) == .anywhere)
        try kept.folder.add(.init("n/b.md", Self.note("c")))
        #expect(watch.wait(until: .now, orFor: kept.silence[0]) == FolderChanges(paths: [NotePath("b.md")]))
    }

    @Test(.enabled(if: isTold))
    func `more changes than the system keeps are a reason to look everywhere, and to go on`() throws {
        let kept = try Kept([.init("a.md", Self.note("a"))])
        try kept.catchUp()
        let queueLength = Int(
            try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines))
        // A system that keeps more than that is not filled up by a test.
        guard let queueLength, queueLength <= 100_000 else { return }
        // Each is another event than the one before, for equal ones in a row are told of once.
        for number in 0...queueLength / 2 {
            unsafe chmod(kept.folder.cPath("a.md"), number % 2 == 0 ? 0o600 : 0o644)
            unsafe utimes(kept.folder.path, nil)
        }
        try kept.folder.add(.init("new/b.md", Self.note("b")))
        #expect(try kept.catchUp().isAnywhere)
        try kept.expectCurrent("after an overflow")
        try kept.folder.add(.init("new/b.md", Self.note("c")))
        #expect(kept.changes() == FolderChanges(paths: [NotePath("new/b.md")]))
    }

    @Test func `who looks now and then sees everything too`() throws {
        let kept = try Kept([.init("a.md", Self.note("a"))])
        let watch = FolderWatch(kept.notebook, isPolling: true)
        #expect(watch.wait(until: .now, orFor: kept.silence[0]) == .none)
        #expect(watch.wait(orFor: kept.silence[0]) == .anywhere)
    }

    @Test func `the waiting ends when something can be read`() throws {
        let kept = try Kept([.init("a.md", Self.note("a"))])
        var byte: UInt8 = 1
        try TemporaryFolder.check(unsafe Int32(write(kept.silence[1], &byte, 1)))
        #expect(kept.watch.wait(orFor: kept.silence[0]) == .none)
        let polling = FolderWatch(kept.notebook, isPolling: true)
        #expect(polling.wait(orFor: kept.silence[0]) == .none)
    }

    @Test(.enabled(if: isTold))
    func `the waiting ends at a time of the clock on the wall`() throws {
        let kept = try Kept([.init("a.md", Self.note("a"))])
        #expect(kept.watch.wait(alarm: time(nil) + 1, orFor: kept.silence[0]) == .none)
    }

    private static func move(_ from: [CChar], _ to: [CChar]) {
        unsafe renameat(AT_FDCWD, from, AT_FDCWD, to)
    }
}
