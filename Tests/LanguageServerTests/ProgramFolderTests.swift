#if os(Linux)
    import Foundation
    import Testing

    import Notebook
    @testable import LanguageServer

    /// The program and what becomes of its folder, where the client does not tell of it.
    struct ProgramFolderTests {
        /// The program with a note open that has `- chw: é😀`, for a client that says nothing more until the
        /// end.
        private final class Session {
            /// The notes are in `notes` below it.
            let parent: URL
            private let process = Process()
            private let input = Pipe()
            private let written: URL
            private let said: URL

            private static let note = "---\ncompany: A\ndate: 2026-11-20\n---\n- chw: é😀\n"

            init() throws {
                parent = FileManager.default.temporaryDirectory.appending(path: "lsp-\(UUID().uuidString)")
                (written, said) = (parent.appending(path: "out"), parent.appending(path: "err"))
                try FileManager.default.createDirectory(
                    at: parent.appending(path: "notes"), withIntermediateDirectories: true)
                for file in [written, said] {
                    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
                }
                process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
                    .appending(path: "debrief")
                process.arguments = ["lsp", notes.path]
                process.standardInput = input
                process.standardOutput = try FileHandle(forWritingTo: written)
                process.standardError = try FileHandle(forWritingTo: said)
                try process.run()
                let uri = FileURI.uri(of: Array("\(notes.path)/a.md".utf8))
                let document: JSON = ["uri": .string(uri), "version": 1, "text": .string(Self.note)]
                try send(
                    .request("initialize", id: "1", ["capabilities": [:]]), .notification("initialized", [:]),
                    .notification("textDocument/didOpen", ["textDocument": document]))
                try wait(for: ["unknown-tag"])
            }

            deinit {
                if process.isRunning { process.terminate() }
                try? FileManager.default.removeItem(at: parent)
            }

            var notes: URL { parent.appending(path: "notes") }
            var pid: pid_t { process.processIdentifier }

            /// What it has said on standard error, a line each.
            var log: [String] {
                get throws {
                    try String(contentsOf: said, encoding: .utf8).split(separator: "\n").map(String.init)
                }
            }

            private func send(_ messages: JSON...) throws {
                let bytes = messages.flatMap { MessageReader.framed($0.bytes) }
                try input.fileHandleForWriting.write(contentsOf: Data(bytes))
            }

            /// Makes `chw` a tag of the notebook, so that nothing is wrong with the note.
            func configure() throws {
                try Data("tags:\n  chew: chw\n".utf8).write(to: notes.appending(path: ".debrief.yml"))
            }

            func forgetConfiguration() throws {
                try FileManager.default.removeItem(at: notes.appending(path: ".debrief.yml"))
            }

            /// Waits until these are the diagnostics that were published last.
            ///
            /// It comes within a moment, or in a minute on a machine that has much else to do.
            func wait(for codes: [String]) throws {
                for _ in 0..<6000 where try published() != codes { Thread.sleep(forTimeInterval: 0.01) }
                #expect(try published() == codes)
            }

            /// The codes of the diagnostics that were published last; nil before that.
            private func published() throws -> [String]? {
                var reader = MessageReader()
                reader.append(Array(try Data(contentsOf: written)))
                var codes: [String]?
                while let content = try reader.next() {
                    let found = JSONReader.read(content)?["params"]?["diagnostics"]?.array
                    if let found { codes = found.compactMap { $0["code"]?.string } }
                }
                return codes
            }

            /// Ends it as a client does that is done.
            func end() throws {
                try send(.request("shutdown", id: "2", .null), .notification("exit", .null))
                process.waitUntilExit()
                #expect(process.terminationReason == .exit && process.terminationStatus == 0)
            }
        }

        @Test func `what changes on the disk is seen`() throws {
            let session = try Session()
            try session.configure()
            try session.wait(for: [])
            try session.forgetConfiguration()
            try session.wait(for: ["unknown-tag"])
            try session.end()
        }

        @Test func `a folder that goes and comes back is followed again, and said to be gone once`() throws {
            let session = try Session()
            try session.configure()
            try session.wait(for: [])
            let elsewhere = session.parent.appending(path: "elsewhere")
            for _ in 1...2 {
                try FileManager.default.moveItem(at: session.notes, to: elsewhere)
                try session.wait(for: ["unknown-tag"])
                // It looks for it every second.
                Thread.sleep(forTimeInterval: 2.5)
                try FileManager.default.moveItem(at: elsewhere, to: session.notes)
                try session.wait(for: [])
            }
            try session.forgetConfiguration()
            try session.wait(for: ["unknown-tag"])
            #expect(try session.log.count { $0.contains("there is no folder") } == 2)
            try session.end()
        }

        @Test func `more changes than the system keeps are a reason to look everywhere, and to go on`() throws
        {
            let session = try Session()
            let queueLength = Int(
                try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
                    .trimmingCharacters(in: .whitespacesAndNewlines))
            // A system that keeps more than that is not filled up by a test.
            guard let queueLength, queueLength <= 100_000 else { return }
            kill(session.pid, SIGSTOP)
            let others = ["b.md", "c.md"].map { session.notes.appending(path: $0).path }
            for other in others { _ = FileManager.default.createFile(atPath: other, contents: nil) }
            // Each is another event than the one before, for equal ones in a row are told of once.
            for number in 0...2 * queueLength { unsafe utimes(others[number % 2], nil) }
            try session.configure()
            kill(session.pid, SIGCONT)
            try session.wait(for: [])
            try session.forgetConfiguration()
            try session.wait(for: ["unknown-tag"])
            try session.end()
        }
    }
#endif
