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

/// Folders as they are found: what is read of them, in which order, and what is said about the rest.
struct NotebookFolderTests {
    private static let note = TemporaryFolder.Entry.Content.file(Array("- chew: Slow down.\n".utf8))

    /// The paths of the notes that are read, and `path code` of what is wrong.
    private func read(_ folder: TemporaryFolder) throws -> (notes: [NotePath], diagnostics: [String]) {
        let index = try NotebookFolder(path: folder.path).read(today: .formatDay)
        let diagnostics = index.diagnostics.filter { $0.severity > .note }
        return (index.notes.map(\.path), diagnostics.map { "\($0.path) \($0.code.rawValue)" })
    }

    private func expect(
        _ entries: [TemporaryFolder.Entry], notes: [String], diagnostics: [String] = [],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let found = try read(TemporaryFolder(entries))
        #expect(found.notes.map(\.bytes) == notes.map { Array($0.utf8) }, sourceLocation: location)
        #expect(found.diagnostics == diagnostics, sourceLocation: location)
    }

    // MARK: Links

    @Test func `a file with several links to it is read once, under its own path`() throws {
        try expect(
            [
                .init("a.md", .link(to: "z/own.md")), .init("b/c.md", .link(to: "../a.md")),
                .init("z/own.md", Self.note), .init("zz.md", .link(to: "z/own.md")),
            ], notes: ["z/own.md"])
    }

    @Test func `a file that has no path of its own in the notebook is read under the first of its links`()
        throws
    {
        let outside = try TemporaryFolder([.init("real.txt", Self.note)])
        try expect(
            [
                .init("c.md", .link(to: "\(outside.path)/real.txt")),
                .init("b.md", .link(to: "\(outside.path)/real.txt")), .init("d.md", .link(to: "b.md")),
            ], notes: ["b.md"],
            diagnostics: ["b.md outside-link", "c.md outside-link", "d.md outside-link"])
    }

    @Test func `neither settings nor templates are read through a link out of the notebook`() throws {
        let outside = try TemporaryFolder([
            .init("settings", .file(Array("stale-after: 3\n".utf8))),
            .init("note.mustache", .file(Array("secret\n".utf8))),
        ])
        let folder = try TemporaryFolder([
            .init("a.md", Self.note), .init(".debrief.yml", .link(to: "\(outside.path)/settings")),
            .init(".debrief/templates", .link(to: outside.path)),
        ])
        let index = try NotebookFolder(path: folder.path).read(today: .formatDay)
        #expect(index.configuration.staleAfterDays == Configuration.standard.staleAfterDays)
        #expect(index.faults.map(\.code).filter { $0.severity > .note } == [.outsideLink])
        let path = NotePath("\(folder.path)/a.md")
        #expect(
            NotebookFolder.configuration(above: path).staleAfterDays == Configuration.standard.staleAfterDays)
        #expect(throws: TemplateFile.Failure.self) { try TemplateFile.read(.note, in: folder.path) }
    }

    // MARK: What a dead process left

    @Test func `a file that a dead Debrief left is told, with what it holds and of which note`() throws {
        // No process has that number, for it is above all that Linux gives.
        let dead = 2_000_000_000
        let folder = try TemporaryFolder([
            .init("a.md", Self.note), .init("sub/b.md", .file(Array("- chew: One.\n- chew: Two.\n".utf8))),
            .init(".debrief-\(dead)-0-a.md", .file(Array("- chew: Slow down.\n- chew: Saved.\n".utf8))),
            .init("sub/.debrief-\(dead)-1", .file(Array("- chew: Two.\n".utf8))),
            .init(".debrief-\(dead)-2-c.md", Self.note), .init(".debrief-\(dead)-3-a.md", .file([])),
            .init(".debrief-\(getpid())-0-a.md", Self.note), .init(".debrief-x-0", Self.note),
        ])
        let index = try NotebookFolder(path: folder.path).read(today: .formatDay)
        let start = "left by a Debrief that was ended while it wrote "
        #expect(
            index.faults.filter { $0.code == .conflictCopy }.map { "\($0.path): \($0.message)" } == [
                ".debrief-\(dead)-0-a.md: \(start)a.md; it holds 1 line that a.md does not, the first is "
                    + "“- chew: Saved.”: bring over what is missing there, then delete it",
                ".debrief-\(dead)-2-c.md: \(start)c.md; c.md is gone, and this file holds what it was: rename it "
                    + "to c.md",
                ".debrief-\(dead)-3-a.md: \(start)a.md; it is empty: delete it",
                "sub/.debrief-\(dead)-1: \(start)b.md; b.md has all of its lines: delete it",
            ])
    }

    @Test func `a file with several names is read under the first`() throws {
        let folder = try TemporaryFolder([.init("b.md", Self.note), .init("link.md", .link(to: "c.md"))])
        for name in ["c.md", "a.md"] {
            try TemporaryFolder.check(unsafe link(folder.cPath("b.md"), folder.cPath(name)))
        }
        #expect(try read(folder).notes == [NotePath("a.md")])
    }

    @Test func `two files that are alike are two notes`() throws {
        try expect(
            [.init("a.md", Self.note), .init("b.md", Self.note), .init("c.md", .link(to: "a.md"))],
            notes: ["a.md", "b.md"])
    }

    @Test func `links that lead nowhere or in a circle are unreadable`() throws {
        try expect(
            [
                .init("a.md", .link(to: "b.md")), .init("b.md", .link(to: "a.md")),
                .init("self.md", .link(to: "self.md")), .init("gone.md", .link(to: "nowhere/gone.md")),
                .init("x.md", Self.note),
            ], notes: ["x.md"],
            diagnostics: ["a.md unreadable", "b.md unreadable", "gone.md unreadable", "self.md unreadable"])
    }

    @Test func `links to folders are not followed, whatever they are called`() throws {
        try expect(
            [
                .init("a/b.md", Self.note), .init("a/up", .link(to: "..")), .init("a/up.md", .link(to: "..")),
                .init("here", .link(to: ".")), .init("root.md", .link(to: "/")),
            ], notes: ["a/b.md"])
    }

    // MARK: What is no file

    @Test(.timeLimit(.minutes(10)))
    func `what is no file is not opened, nor through a link`() throws {
        let folder = try TemporaryFolder([
            .init("fifo.md", .fifo), .init("to-fifo.md", .link(to: "fifo.md")),
            .init("to-zero.md", .link(to: "/dev/zero")), .init("x.md", Self.note),
        ])
        let socket = try Self.makeSocket(at: folder.path + "/socket.md")
        defer { close(socket) }
        let found = try read(folder)
        #expect(found.notes == [NotePath("x.md")])
        #expect(
            found.diagnostics == [
                "fifo.md not-a-regular-file", "socket.md not-a-regular-file",
                "to-fifo.md not-a-regular-file", "to-zero.md not-a-regular-file",
            ])
    }

    @Test(.timeLimit(.minutes(10)))
    func `nobody who waits at a FIFO is woken`() async throws {
        final class Writer: Sendable {
            private let flag = Atomic(false)

            var isThrough: Bool { flag.load(ordering: .sequentiallyConsistent) }

            func goThrough() { flag.store(true, ordering: .sequentiallyConsistent) }
        }
        let folder = try TemporaryFolder([.init("fifo", .fifo), .init("link.md", .link(to: "fifo"))])
        let (writer, path) = (Writer(), folder.cPath("fifo"))
        Thread.detachNewThread {
            close(unsafe open(path, O_WRONLY))
            writer.goThrough()
        }
        try await Task.sleep(for: .milliseconds(50))
        _ = try read(folder)
        let index = NoteFile.read(path: folder.path + "/fifo", today: .formatDay)
        #expect(index.diagnostics.map(\.code) == [.notARegularFile])
        try await Task.sleep(for: .milliseconds(50))
        #expect(!writer.isThrough)
        // Whoever opens it lets the writer go.
        let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        while !writer.isThrough {
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// A socket with a name, and its descriptor.
    private static func makeSocket(at path: String) throws -> Int32 {
        #if canImport(Glibc)
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
        try TemporaryFolder.check(descriptor)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: path.utf8.prefix($0.count - 1))
        }
        try TemporaryFolder.check(
            unsafe withUnsafePointer(to: &address) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            })
        return descriptor
    }

    // MARK: Names

    @Test func `notes are ordered by the bytes of their paths`() throws {
        let names = [
            "é.md", "e.md", "B.md", "a/z.md", "a.md", "a-b.md", "a b.md", "10.md", "9.md", "a/b/c.md", "Ж.md",
            "😀.md",
        ]
        try expect(
            names.map { .init($0, Self.note) },
            notes: names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    }

    /// Whether any bytes are a name, as on Linux; file systems of macOS have names of text.
    #if os(Linux)
        private static let namesAreBytes = true
    #else
        private static let namesAreBytes = false
    #endif

    @Test(.enabled(if: namesAreBytes))
    func `names that are equal as text are two files`() throws {
        let (composed, decomposed) = ("caf\u{E9}.md", "cafe\u{301}.md")
        try expect(
            [
                .init(composed, Self.note), .init(decomposed, Self.note), .init("Cafe\u{301}.md", Self.note),
                .init("Note.md", Self.note), .init("note.md", Self.note), .init("NOTE.MD", Self.note),
            ], notes: ["Cafe\u{301}.md", "NOTE.MD", "Note.md", decomposed, composed, "note.md"])
    }

    @Test(.enabled(if: namesAreBytes))
    func `a name may hold any byte`() throws {
        let names: [[UInt8]] = [
            Array("a\nb.md".utf8), Array("a\u{1B}[31mb.md".utf8), Array("\"a\\b\".md".utf8),
            Array(" .md".utf8),
            [0x61, 0xFF, 0x2E, 0x6D, 0x64], [0xC3, 0x2E, 0x6D, 0x64], Array("a\rb\t\u{7F}\u{85}.md".utf8),
            Array("- [ ] a.md".utf8), Array("--help.md".utf8), Array("a\u{202E}dm.md".utf8),
        ]
        let folder = try TemporaryFolder(names.map { .init($0, Self.note) })
        let index = try NotebookFolder(path: folder.path).read(today: .formatDay)
        #expect(index.notes.map(\.path.bytes) == names.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(!index.hasErrors)
        let json = try JSONSerialization.jsonObject(with: Data(Export(index).json())) as? [String: Any]
        let paths = (json?["notes"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
        #expect(paths == index.notes.map { String(decoding: $0.path.bytes, as: UTF8.self) })
    }

    @Test func `endings count in any case, and only as endings`() throws {
        try expect(
            ["a.MD", "b.Markdown", "c.md.txt", "d.mdown", "emd", "f.md~", "g..md", "h.md.md"].map {
                .init($0, Self.note)
            },
            notes: ["a.MD", "b.Markdown", "g..md", "h.md.md"])
    }

    @Test func `conflict copies are named, not read`() throws {
        let copies = [
            "a (conflicted copy 2026-11-01).md", "b (Dana's conflicted copy 2026-11-01).md",
            "c (Case Conflict).md", "d (case conflict 1).md", "e.sync-conflict-20261101-101500-ABCDEFG.md",
            "f (CONFLICTED COPY).markdown",
        ]
        let notes = ["conflict (copy).md", "sync-conflict-1.md", "the (conflicted copy) of.md"]
        try expect(
            (copies + notes).map { .init($0, Self.note) } + [
                .init(".g.md.icloud", Self.note), .init(".h.icloud", Self.note),
                .init(".i.txt.icloud", Self.note),
            ], notes: notes, diagnostics: ([".g.md.icloud"] + copies).map { "\($0) conflict-copy" })
    }

    @Test func `hidden files and folders are skipped`() throws {
        try expect(
            [
                .init(".a.md", Self.note), .init(".b/c.md", Self.note), .init("d/.e/f.md", Self.note),
                .init("..g.md", Self.note), .init(".md", Self.note), .init("d/h.md", Self.note),
            ], notes: ["d/h.md"])
    }

    // MARK: The folder itself

    @Test func `a notebook that is none is refused, with the reason`() throws {
        let folder = try TemporaryFolder([.init("a.md", Self.note), .init("dangling", .link(to: "nowhere"))])
        for (path, reason) in [
            ("/nowhere", "there is no folder \"\(folder.path)/nowhere\""),
            ("/dangling", "there is no folder \"\(folder.path)/dangling\""),
            ("/a.md", "\"\(folder.path)/a.md\" is not a folder; a notebook is a folder of markdown notes"),
            (
                "/a.md/b",
                "\"\(folder.path)/a.md/b\" is not a folder; a notebook is a folder of markdown notes"
            ),
        ] {
            #expect {
                try NotebookFolder(path: folder.path + path).read(today: .formatDay)
            } throws: { error in
                "\(error)" == reason
            }
        }
    }

    @Test func `a notebook may be empty, a link, or end in a slash`() throws {
        let folder = try TemporaryFolder([
            .init("empty", .folder), .init("real/a.md", Self.note), .init("link", .link(to: "real")),
        ])
        for (path, notes) in [
            ("/empty", []), ("/link", ["a.md"]), ("/real/", ["a.md"]), ("/real/../link/.", ["a.md"]),
        ] {
            let index = try NotebookFolder(path: folder.path + path).read(today: .formatDay)
            #expect(index.notes.map(\.path) == notes.map { NotePath($0) })
            #expect(!index.hasErrors)
        }
    }

    @Test func `a folder too deep for the system is named, and the rest is read`() throws {
        let folder = try TemporaryFolder([.init("a.md", Self.note)])
        let name = String(repeating: "d", count: 250)
        var depths: [Int32] = []
        defer { for descriptor in depths { close(descriptor) } }
        var parent = unsafe open(folder.path, O_RDONLY | O_DIRECTORY)
        try TemporaryFolder.check(parent)
        depths.append(parent)
        for _ in 0..<20 {
            try TemporaryFolder.check(unsafe mkdirat(parent, name, 0o755))
            parent = unsafe openat(parent, name, O_RDONLY | O_DIRECTORY)
            try TemporaryFolder.check(parent)
            depths.append(parent)
        }
        let found = try read(folder)
        #expect(found.notes == [NotePath("a.md")])
        #expect(found.diagnostics.count == 1)
        #expect(found.diagnostics.first?.hasSuffix(" unreadable") == true)
        for descriptor in depths.dropLast().reversed() { unsafe unlinkat(descriptor, name, AT_REMOVEDIR) }
    }

    // MARK: What may not be read

    @Test func `what may not be read is named, and the rest is read`() async throws {
        // The one who may read everything becomes somebody else, and that in a process of its own.
        await #expect(processExitsWith: .success) {
            let note = TemporaryFolder.Entry.Content.file(Array("- chew: a\n".utf8))
            let folder = try TemporaryFolder([
                .init("a.md", note), .init("b.md", note), .init("closed/c.md", note),
                .init("link.md", .link(to: "closed/c.md")),
                .init("unlisted/d.md", note), .init("z/e.md", note),
            ])
            for (path, mode) in [("b.md", 0), ("closed", 0), ("unlisted", 0o311)] as [(String, mode_t)] {
                try TemporaryFolder.check(unsafe chmod(folder.cPath(path), mode))
            }
            let isRoot = geteuid() == 0
            if isRoot { try TemporaryFolder.check(seteuid(65534)) }
            let index = try NotebookFolder(path: folder.path).read(today: .formatDay)
            if isRoot { try TemporaryFolder.check(seteuid(0)) }
            for path in ["b.md", "closed", "unlisted"] {
                try TemporaryFolder.check(unsafe chmod(folder.cPath(path), 0o755))
            }
            let errors = index.diagnostics.filter { $0.severity == .error }.map {
                "\($0.path) \($0.code.rawValue)"
            }
            #expect(index.notes.map(\.path) == [NotePath("a.md"), NotePath("z/e.md")])
            #expect(
                errors == [
                    "b.md unreadable", "closed unreadable", "link.md unreadable", "unlisted unreadable",
                ])
            #expect(
                index.diagnostics.first { $0.severity == .error }?.message
                    == "could not be read: Permission denied")
        }
    }

    @Test func `a notebook that may not be read is refused, with the reason`() async throws {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder([.init("closed/a.md", .file([]))])
            try TemporaryFolder.check(unsafe chmod(folder.cPath("closed"), 0))
            let isRoot = geteuid() == 0
            if isRoot { try TemporaryFolder.check(seteuid(65534)) }
            #expect(throws: NotebookFolder.Failure.self) {
                try NotebookFolder(path: folder.path + "/closed").read(today: .formatDay)
            }
            if isRoot { try TemporaryFolder.check(seteuid(0)) }
            try TemporaryFolder.check(unsafe chmod(folder.cPath("closed"), 0o755))
        }
    }

    // MARK: Many files

    @Test func `a thousand notes come in order, whoever reads them`() throws {
        let names = (0..<1000).map { "\($0 % 7)/\($0).md" }
        let folder = try TemporaryFolder(names.map { .init($0, Self.note) })
        let sorted = names.map { NotePath($0) }.sorted()
        for _ in 0..<3 {
            #expect(try read(folder).notes == sorted)
        }
    }
}
