import Foundation
import Notebook
import Properties
import Testing

@testable import LanguageServer

struct DiagnosticsTests {
    /// What is said of single lines: `code line:start–end`, lines and columns as the client counts them.
    private static func short(_ items: [JSON]?) -> [String] {
        (items ?? []).filter { !["no-date", "no-company"].contains($0["code"]?.string) }.map { item in
            let (start, end) = (item["range"]?["start"], item["range"]?["end"])
            let columns = "\(start?["character"]?.int ?? -1)–\(end?["character"]?.int ?? -1)"
            return "\(item["code"]?.string ?? "?") \(start?["line"]?.int ?? -1):\(columns)"
        }
    }

    @Test func `a slip is shown at its position, after characters of two units and CRLF`() throws {
        var session = try EditorSession()
        session.open(
            "a.md",
            "---\ncompany: A\ndate: 2026-11-20\n---\n## Feedback\n- [ ] é😀 due:2026-13-01 x\r\n- **swalow:** é😀\r\n"
        )
        #expect(
            Self.short(session.diagnostics[session.uri("a.md")]) == [
                "bad-date 5:10–24", "unsorted 6:0–17", "unknown-tag 6:2–13",
            ])
        let item = try #require(session.diagnostics[session.uri("a.md")]?.first)
        #expect(item["severity"]?.int == 2)
        #expect(item["source"]?.string == "debrief")
    }

    @Test func `every change is answered with what is so now`() throws {
        var session = try EditorSession()
        session.open("a.md", "## Feedback\n\n- x\n")
        let uri = session.uri("a.md")
        #expect(Self.short(session.diagnostics[uri]) == ["unsorted 2:0–3"])
        session.change("a.md", "## Feedback\n\n- swallow: x\n")
        #expect(Self.short(session.diagnostics[uri]) == ["no-action 2:0–12"])
        session.change("a.md", "## Feedback\n\n- swallow: x\n  - [ ] y\n")
        #expect(Self.short(session.diagnostics[uri]) == [])
        session.change("a.md", "---\n")
        #expect(Self.short(session.diagnostics[uri]) == ["unclosed-front-matter 0:0–3"])
    }

    @Test func `each code that a text can have is published`() throws {
        var session = try EditorSession()
        let texts = [
            "bad-front-matter": "---\ntitle: a: b\n---\n", "unclosed-front-matter": "---\n",
            "bad-date": "- due:2026-11\n",
            "bad-value": "---\ncompany: {a: b}\n---\n", "duplicate-key": "---\nrole: a\nposition: b\n---\n",
            "unknown-outcome": "---\ncompany: a\noutcome: x\n---\n",
            "unknown-tag": "---\ncompany: a\n---\n- chw: x\n",
            "conflicting-stages": "- chew: x #spit\n", "duplicate-id": "- a ^x\n- b ^x\n",
            "request-order": "---\nasked: 2026-02-02\nanswered: 2026-02-01\n---\n",
            "unsorted": "# Feedback\n- x\n",
            "stale-chew": "- chew: x since:2026-01-01\n", "no-action": "- swallow: x\n",
            "self-talk": "- chew: I am bad at this\n",
        ]
        for (code, text) in texts {
            session.open("\(code).md", text)
            let codes = session.diagnostics[session.uri("\(code).md")]?.compactMap { $0["code"]?.string }
            #expect(codes?.filter { $0 != "no-date" && $0 != "no-company" } == [code])
        }
    }

    @Test func `a change of an edit is refused, and the text stays`() throws {
        var session = try EditorSession()
        session.open("a.md", "- x due:2026-11")
        session.notify(
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

    @Test func `a document that is closed has nothing to say`() throws {
        var session = try EditorSession()
        session.open("a.md", "- due:2026-11")
        session.notify("textDocument/didClose", ["textDocument": ["uri": .string(session.uri("a.md"))]])
        #expect(session.diagnostics[session.uri("a.md")] == [])
        session.notify("textDocument/didClose", ["textDocument": ["uri": "file:///none"]])
    }

    @Test func `a report of ours has nothing to say`() throws {
        var session = try EditorSession()
        session.open("list.md", "---\ngenerated-by: debrief\n---\n- [ ] chw: x due:2026-11\n")
        #expect(session.diagnostics[session.uri("list.md")] == [])
    }

    @Test func `bytes on the disk that a client cannot send are told of all the same`() throws {
        var session = try EditorSession()
        try Data([0x2D, 0x20, 0xFF, 0x0A]).write(to: session.folder.appending(path: "a.md"))
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        session.open("a.md", "- \u{FFFD}\n")
        #expect(Self.short(session.diagnostics[session.uri("a.md")]) == ["invalid-utf8 0:2–3"])
    }

    @Test func `a conflict copy is told of, and not read`() throws {
        var session = try EditorSession(["a (conflicted copy 2026).md": "- due:2026-11"])
        session.open("a (conflicted copy 2026).md", "- due:2026-11")
        let uri = session.uri("a (conflicted copy 2026).md")
        #expect(session.diagnostics[uri]?.compactMap { $0["code"]?.string } == ["conflict-copy"])
    }

    @Test func `a text from elsewhere is read for itself`() throws {
        var session = try EditorSession(["a.md": "- chew: x #one"])
        session.notify(
            "textDocument/didOpen",
            ["textDocument": ["uri": "untitled:Untitled-1", "version": 1, "text": "- due:2026-11"]])
        #expect(Self.short(session.diagnostics["untitled:Untitled-1"]) == ["bad-date 0:2–13"])
        let symbols = try session.request("workspace/symbol", ["query": ""])
        #expect(symbols.array?.contains { $0["name"]?.string?.contains("Untitled") == true } == false)
    }
}

struct FolderTests {
    /// The topics that are offered after a `#`.
    private static func topics(_ session: inout EditorSession) throws -> Set<String> {
        let result = try session.request("textDocument/completion", "scratch.md", marked: "- x #‸")
        return Set((result["items"]?.array ?? []).compactMap { $0["label"]?.string })
    }

    @Test func `files that come, change and go are seen, and open ones stay as they are typed`() throws {
        var session = try EditorSession(["a.md": "- chew: x #one", "b.md": "- chew: x #two"])
        #expect(try Self.topics(&session) == ["one", "two"])
        try session.write("a.md", "- chew: x #three")
        try session.write("c.md", "- chew: x #four")
        try FileManager.default.removeItem(at: session.folder.appending(path: "b.md"))
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try Self.topics(&session) == ["three", "four"])
        session.open("a.md", "- chew: x #typed")
        try session.write("a.md", "- chew: x #saved")
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try Self.topics(&session) == ["typed", "four"])
        session.notify("textDocument/didClose", ["textDocument": ["uri": .string(session.uri("a.md"))]])
        #expect(try Self.topics(&session) == ["saved", "four"])
    }

    @Test func `a client that does not watch is spared it: the folder is looked at when a note is saved`()
        throws
    {
        var session = try EditorSession(["a.md": "- chew: x #one"])
        #expect(session.requests.isEmpty)
        _ = try Self.topics(&session)
        try session.write("b.md", "- chew: x #two")
        session.notify(
            "textDocument/didSave", ["textDocument": ["uri": .string(session.uri("scratch.md"))]])
        #expect(try Self.topics(&session) == ["one", "two"])
    }

    @Test func `a client that might watch another folder is not relied on`() throws {
        let capabilities: JSON = [
            "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]
        ]
        var session = try EditorSession(
            ["a.md": "- chew: x #pace\n"], capabilities: capabilities, hasFolder: false)
        #expect(session.requests.isEmpty)
        let parameters = try session.parameters("a.md", marked: "- chew: x #pa‸ce\n")
        #expect(session.watchedFolder?.path == session.folder.path)
        try session.write("b.md", "- chew: y #pace\n")
        session.notify("textDocument/didSave", ["textDocument": ["uri": .string(session.uri("a.md"))]])
        #expect(try session.request("textDocument/references", parameters).array?.count == 2)
    }

    @Test func `a client that watches is asked to`() throws {
        let session = try EditorSession(
            capabilities: ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]])
        let registration = session.requests.first?["params"]?["registrations"]?.array?.first
        #expect(registration?["method"]?.string == "workspace/didChangeWatchedFiles")
        let watcher = registration?["registerOptions"]?["watchers"]?.array?.first
        #expect(watcher?["globPattern"]?.string == "**/{*.md,*.markdown,.debrief.yml}")
    }

    @Test func `a folder that vanishes takes its notes with it, and brings them back`() throws {
        var session = try EditorSession(["a.md": "- chew: x #one"])
        #expect(try Self.topics(&session) == ["one"])
        let away = session.folder.appendingPathExtension("away")
        try FileManager.default.moveItem(at: session.folder, to: away)
        defer { try? FileManager.default.removeItem(at: away) }
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try Self.topics(&session) == [])
        session.open("new.md", "- chew: x #typed")
        #expect(try Self.topics(&session) == ["typed"])
        try FileManager.default.moveItem(at: away, to: session.folder)
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        #expect(try Self.topics(&session) == ["one", "typed"])
        try FileManager.default.createDirectory(at: away, withIntermediateDirectories: true)
    }

    @Test func `without a folder, that of the first document is taken`() throws {
        var session = try EditorSession(["a.md": "- chew: x #one"], initializes: false)
        _ = try session.request("initialize", ["rootUri": .null, "capabilities": [:]])
        #expect(try Self.topics(&session) == ["one"])
    }

    @Test func `a second name of a note is that note`() throws {
        var session = try EditorSession(["a.md": "- chew: x #one"])
        try FileManager.default.createSymbolicLink(
            at: session.folder.appending(path: "link.md"),
            withDestinationURL: session.folder.appending(path: "a.md"))
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        session.open("link.md", "- chew: x #two")
        #expect(try Self.topics(&session) == ["two"])
    }

    /// What is replaced note by note must be what is read at once.
    @Test func `after many changes the notebook is what reading it anew gives`() throws {
        var generator = SeededGenerator(seed: 7)
        var session = try EditorSession()
        for _ in 0..<120 {
            let name = "\(Int.random(in: 0..<6, using: &generator)).md"
            let topic = ["one", "two", "three"].randomElement(using: &generator) ?? ""
            let text =
                Bool.random(using: &generator) ? "- chew: x #\(topic)\n" : "- [ ] y #\(topic)\n- chw: z\n"
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: try? FileManager.default.removeItem(at: session.folder.appending(path: name))
            case 1: session.open(name, text)
            case 2: session.change(name, text)
            case 3:
                session.notify(
                    "textDocument/didClose", ["textDocument": ["uri": .string(session.uri(name))]])
            default: try session.write(name, text)
            }
            session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        }
        for name in 0..<6 {
            let document: JSON = ["textDocument": ["uri": .string(session.uri("\(name).md"))]]
            session.notify("textDocument/didClose", document)
        }
        let symbols = try session.request("workspace/symbol", ["query": ""])
        var fresh = try EditorSession(initializes: false)
        _ = try fresh.request(
            "initialize",
            ["rootUri": .string("file://\(session.folder.path)"), "capabilities": EditorSession.capabilities])
        #expect(try fresh.request("workspace/symbol", ["query": ""]) == symbols)
        #expect(symbols.array?.isEmpty == false)
    }
}
