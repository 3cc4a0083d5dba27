import Foundation
import Properties
import Testing

@testable import Markup

@Suite struct `A unified diff` {
    private func diff(_ old: String, _ replacements: (Range<Int>, String)..., path: String = "note.md") throws
        -> String
    {
        let source = Source(Array(old.utf8))
        let edit = try Edit(of: source, replacements.map { Edit.Replacement($0.0, with: $0.1.utf8) })
        return String(decoding: UnifiedDiff(of: edit, path: Array(path.utf8)).bytes, as: UTF8.self)
    }

    @Test func `shows a line that changes between three that stay`() throws {
        #expect(
            try diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", (8..<9, "five")) == """
                --- a/note.md
                +++ b/note.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func `shows a line that is put in as that and no more`() throws {
        #expect(
            try diff("a\nb\n", (1..<1, "\nnew")) == """
                --- a/note.md
                +++ b/note.md
                @@ -1,2 +1,3 @@
                 a
                +new
                 b

                """)
    }

    @Test func `tells where the last line has no end`() throws {
        #expect(
            try diff("a", (1..<1, "\nb")) == """
                --- a/note.md
                +++ b/note.md
                @@ -1 +1,2 @@
                -a
                \\ No newline at end of file
                +a
                +b
                \\ No newline at end of file

                """)
    }

    @Test func `is empty where nothing changes`() throws {
        #expect(try diff("a\n", (0..<1, "a")).isEmpty)
    }

    @Test func `names a file whose name would end early`() throws {
        #expect(try diff("a\n", (0..<1, "b"), path: "my note.md").hasPrefix("--- a/my note.md\t\n"))
        #expect(
            try diff("a\n", (0..<1, "b"), path: "a\tb\"\n.md").hasPrefix("--- \"a/a\\011b\\\"\\012.md\"\n"))
    }

    @Test(.enabled(if: Patch.isInstalled), arguments: 0..<60 as Range<UInt64>)
    func `is what patch takes, forth and back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 1000)
        let source = Source(random.bytes())
        let edit = try random.edit(of: source)
        guard !edit.isEmpty, !source.bytes.isEmpty, !edit.applied().bytes.isEmpty else { return }
        let path = ["note.md", "my note.md", "tab\tbed \"é😀\".md"][Int(seed % 3)]
        let folder = try Patch.Folder()
        defer { folder.remove() }
        try folder.write(source.bytes, to: path)
        let diff = UnifiedDiff(of: edit, path: Array(path.utf8)).bytes
        #expect(try folder.patch(diff) == 0)
        #expect(try folder.read(path) == edit.applied().bytes)
        #expect(try folder.patch(diff, "--reverse") == 0)
        #expect(try folder.read(path) == source.bytes)
    }
}

/// The `patch` of this machine.
private enum Patch {
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/patch") }

    struct Folder {
        private let url = FileManager.default.temporaryDirectory.appending(path: "patch-\(UUID().uuidString)")

        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

        func remove() { try? FileManager.default.removeItem(at: url) }

        func write(_ bytes: [UInt8], to path: String) throws {
            try Data(bytes).write(to: url.appending(path: path))
        }

        func read(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: path))) }

        func patch(_ diff: [UInt8], _ options: String...) throws -> Int32 {
            try write(diff, to: ".diff")
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/patch")
            process.arguments =
                ["-p1", "--no-backup-if-mismatch", "--fuzz=0", "--silent", "--input=.diff"] + options
            process.currentDirectoryURL = url
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus
        }
    }
}
