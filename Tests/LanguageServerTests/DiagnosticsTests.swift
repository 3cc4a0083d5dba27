import Foundation
import Properties
import Testing

@testable import LanguageServer

struct DiagnosticsTests {
    /// `code line:start–end`, lines and columns as the client counts them.
    private static func short(_ items: [JSON]?) -> [String] {
        (items ?? []).map { item in
            let (start, end) = (item["range"]?["start"], item["range"]?["end"])
            let columns = "\(start?["character"]?.int ?? -1)–\(end?["character"]?.int ?? -1)"
            return "\(item["code"]?.string ?? "?") \(start?["line"]?.int ?? -1):\(columns)"
        }
    }

    @Test func `a slip is shown at its place, behind characters of two units and CRLF`() async throws {
        var session = try await EditorSession()
        await session.open("a.md", "# é😀\r\n\r\n- é😀 due:2026-13-01 x\r\n- **swalow:** é😀\r\n")
        #expect(
            Self.short(session.diagnostics[session.uri("a.md")]) == ["bad-date 2:6–20", "unknown-tag 3:2–13"])
        let item = try #require(session.diagnostics[session.uri("a.md")]?.first)
        #expect(item["severity"]?.int == 2)
        #expect(item["source"]?.string == "debrief")
    }

    @Test func `every change is answered with what is so now`() async throws {
        var session = try await EditorSession()
        await session.open("a.md", "## Feedback\n\n- x\n")
        let uri = session.uri("a.md")
        #expect(Self.short(session.diagnostics[uri]) == ["unsorted 2:0–3"])
        await session.change("a.md", "## Feedback\n\n- swallow: x\n")
        #expect(Self.short(session.diagnostics[uri]) == ["no-action 2:0–12"])
        await session.change("a.md", "## Feedback\n\n- swallow: x\n  - [ ] y\n")
        #expect(session.diagnostics[uri]?.isEmpty == true)
        await session.change("a.md", "---\n")
        #expect(Self.short(session.diagnostics[uri]) == ["unclosed-front-matter 0:0–3"])
    }

    @Test func `each code that a text can have is published`() async throws {
        var session = try await EditorSession()
        let texts = [
            "bad-front-matter": "---\ntitle: a: b\n---\n", "unclosed-front-matter": "---\n",
            "bad-date": "- due:x\n",
            "bad-value": "---\ncompany: {a: b}\n---\n", "duplicate-key": "---\nrole: a\nposition: b\n---\n",
            "unknown-outcome": "---\noutcome: x\n---\n", "unknown-tag": "- chw: x\n",
            "conflicting-stages": "- chew: x #spit\n", "duplicate-id": "- a ^x\n- b ^x\n",
            "request-order": "---\nasked: 2026-02-02\nanswered: 2026-02-01\n---\n",
            "unsorted": "# Feedback\n- x\n",
            "stale-chew": "- chew: x since:2026-01-01\n", "no-action": "- swallow: x\n",
            "self-talk": "- chew: I am bad at this\n",
        ]
        for (code, text) in texts {
            await session.open("\(code).md", text)
            let codes = session.diagnostics[session.uri("\(code).md")]?.compactMap { $0["code"]?.string }
            #expect(codes == [code])
        }
    }

    @Test func `a change of an edit is refused, and the text stays`() async throws {
        var session = try await EditorSession()
        await session.open("a.md", "- chw: x")
        await session.notify(
            "textDocument/didChange",
            [
                "textDocument": ["uri": .string(session.uri("a.md")), "version": 2],
                "contentChanges": [
                    [
                        "range": [
                            "start": ["line": 0, "character": 0], "end": ["line": 0, "character": 1],
                        ], "text": "*",
                    ]
                ],
            ])
        #expect(session.diagnostics[session.uri("a.md")]?.count == 1)
    }

    @Test func `a document that is closed has nothing to say`() async throws {
        var session = try await EditorSession()
        await session.open("a.md", "- chw: x")
        await session.notify("textDocument/didClose", ["textDocument": ["uri": .string(session.uri("a.md"))]])
        #expect(session.diagnostics[session.uri("a.md")] == [])
        await session.notify("textDocument/didClose", ["textDocument": ["uri": "file:///none"]])
    }

    @Test func `a report of ours has nothing to say`() async throws {
        var session = try await EditorSession()
        await session.open("list.md", "---\ngenerated-by: debrief\n---\n- [ ] chw: x due:x\n")
        #expect(session.diagnostics[session.uri("list.md")] == [])
    }

    @Test func `bytes on the disk that a client cannot send are told of all the same`() async throws {
        var session = try await EditorSession()
        try Data([0x2D, 0x20, 0xFF, 0x0A]).write(to: session.folder.appending(path: "a.md"))
        await session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        await session.open("a.md", "- \u{FFFD}\n")
        #expect(Self.short(session.diagnostics[session.uri("a.md")]) == ["invalid-utf8 0:2–3"])
    }

    @Test func `a conflict copy is told of, and not read`() async throws {
        var session = try await EditorSession(["a (conflicted copy 2026).md": "- chw: x"])
        await session.open("a (conflicted copy 2026).md", "- chw: x")
        let uri = session.uri("a (conflicted copy 2026).md")
        #expect(session.diagnostics[uri]?.compactMap { $0["code"]?.string } == ["conflict-copy"])
    }

    @Test func `a text from elsewhere is read for itself`() async throws {
        var session = try await EditorSession(["a.md": "- chew: x #one"])
        await session.notify(
            "textDocument/didOpen",
            ["textDocument": ["uri": "untitled:Untitled-1", "version": 1, "text": "- chw: x"]])
        #expect(Self.short(session.diagnostics["untitled:Untitled-1"]) == ["unknown-tag 0:2–6"])
        let symbols = try await session.request("workspace/symbol", ["query": ""])
        #expect(symbols.array?.contains { $0["name"]?.string?.contains("Untitled") == true } == false)
    }
}

struct FolderTests {
    /// The topics that are offered behind a `#`.
    private static func topics(_ session: inout EditorSession) async throws -> Set<String> {
        let result = try await session.request("textDocument/completion", "scratch.md", marked: "- x #‸")
        return Set((result["items"]?.array ?? []).compactMap { $0["label"]?.string })
    }

    @Test func `files that come, change and go are seen, and open ones stay as they are typed`() async throws
    {
        var session = try await EditorSession(["a.md": "- chew: x #one", "b.md": "- chew: x #two"])
        #expect(try await Self.topics(&session) == ["one", "two"])
        try session.write("a.md", "- chew: x #three")
        try session.write("c.md", "- chew: x #four")
        try FileManager.default.removeItem(at: session.folder.appending(path: "b.md"))
        await session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try await Self.topics(&session) == ["three", "four"])
        await session.open("a.md", "- chew: x #typed")
        try session.write("a.md", "- chew: x #saved")
        await session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try await Self.topics(&session) == ["typed", "four"])
        await session.notify("textDocument/didClose", ["textDocument": ["uri": .string(session.uri("a.md"))]])
        #expect(try await Self.topics(&session) == ["saved", "four"])
    }

    @Test func `a client that does not watch is spared it: the folder is looked at when a note is saved`()
        async throws
    {
        var session = try await EditorSession(["a.md": "- chew: x #one"])
        #expect(session.requests.isEmpty)
        _ = try await Self.topics(&session)
        try session.write("b.md", "- chew: x #two")
        await session.notify(
            "textDocument/didSave", ["textDocument": ["uri": .string(session.uri("scratch.md"))]])
        #expect(try await Self.topics(&session) == ["one", "two"])
    }

    @Test func `a client that watches is asked to`() async throws {
        let session = try await EditorSession(
            capabilities: ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]])
        let registration = session.requests.first?["params"]?["registrations"]?.array?.first
        #expect(registration?["method"]?.string == "workspace/didChangeWatchedFiles")
        let watcher = registration?["registerOptions"]?["watchers"]?.array?.first
        #expect(watcher?["globPattern"]?.string == "**/{*.md,*.markdown,.debrief.yml}")
    }

    @Test func `a folder that vanishes takes its notes with it, and brings them back`() async throws {
        var session = try await EditorSession(["a.md": "- chew: x #one"])
        #expect(try await Self.topics(&session) == ["one"])
        let away = session.folder.appendingPathExtension("away")
        try FileManager.default.moveItem(at: session.folder, to: away)
        defer { try? FileManager.default.removeItem(at: away) }
        await session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try await Self.topics(&session) == [])
        await session.open("new.md", "- chew: x #typed")
        #expect(try await Self.topics(&session) == ["typed"])
        try FileManager.default.moveItem(at: away, to: session.folder)
        await session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try await Self.topics(&session) == ["one", "typed"])
        try FileManager.default.createDirectory(at: away, withIntermediateDirectories: true)
    }

    @Test func `without a folder, that of the first document is taken`() async throws {
        var session = try await EditorSession(["a.md": "- chew: x #one"], initializes: false)
        _ = try await session.request("initialize", ["rootUri": .null, "capabilities": [:]])
        #expect(try await Self.topics(&session) == ["one"])
    }

    @Test func `a second name of a note is that note`() async throws {
        var session = try await EditorSession(["a.md": "- chew: x #one"])
        try FileManager.default.createSymbolicLink(
            at: session.folder.appending(path: "link.md"),
            withDestinationURL: session.folder.appending(path: "a.md"))
        await session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        await session.open("link.md", "- chew: x #two")
        #expect(try await Self.topics(&session) == ["two"])
    }

    /// What is replaced note by note must be what is read at once.
    @Test func `after many changes the notebook is what reading it anew gives`() async throws {
        var generator = SeededGenerator(seed: 7)
        var session = try await EditorSession()
        for _ in 0..<120 {
            let name = "\(Int.random(in: 0..<6, using: &generator)).md"
            let topic = ["one", "two", "three"].randomElement(using: &generator) ?? ""
            let text =
                Bool.random(using: &generator) ? "- chew: x #\(topic)\n" : "- [ ] y #\(topic)\n- chw: z\n"
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: try? FileManager.default.removeItem(at: session.folder.appending(path: name))
            case 1: await session.open(name, text)
            case 2: await session.change(name, text)
            case 3:
                await session.notify(
                    "textDocument/didClose", ["textDocument": ["uri": .string(session.uri(name))]])
            default: try session.write(name, text)
            }
            await session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        }
        for name in 0..<6 {
            let document: JSON = ["textDocument": ["uri": .string(session.uri("\(name).md"))]]
            await session.notify("textDocument/didClose", document)
        }
        let symbols = try await session.request("workspace/symbol", ["query": ""])
        var fresh = try await EditorSession(initializes: false)
        _ = try await fresh.request(
            "initialize",
            ["rootUri": .string("file://\(session.folder.path)"), "capabilities": EditorSession.capabilities])
        #expect(try await fresh.request("workspace/symbol", ["query": ""]) == symbols)
        #expect(symbols.array?.isEmpty == false)
    }
}
