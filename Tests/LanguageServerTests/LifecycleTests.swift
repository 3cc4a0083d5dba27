import Foundation
import Notebook
import Properties
import Testing

@testable import LanguageServer

struct LifecycleTests {
    @Test func `before initialize, requests are refused and notifications passed over`() throws {
        var session = try EditorSession(initializes: false)
        let reply = try session.reply("textDocument/hover", [:])
        #expect(reply["error"]?["code"]?.int == -32002)
        session.open("a.md", "- due:2026-11")
        #expect(session.diagnostics.isEmpty)
        #expect(try session.reply("shutdown", .null)["error"]?["code"]?.int == -32002)
        _ = try session.request("initialize", [:])
    }

    @Test func `after shutdown, requests are refused, and exit ends it`() throws {
        var session = try EditorSession()
        #expect(try session.request("shutdown", .null) == .null)
        #expect(try session.reply("textDocument/hover", [:])["error"]?["code"]?.int == -32600)
        #expect(try session.reply("shutdown", [:])["error"]?["code"]?.int == -32600)
        session.open("a.md", "- due:2026-11")
        #expect(session.diagnostics.isEmpty)
        #expect(!session.hasEnded)
        session.notify("exit", .null)
        #expect(session.hasEnded && session.isShutDown)
    }

    @Test func `exit without shutdown ends it, and is told apart`() throws {
        var session = try EditorSession()
        session.notify("exit", .null)
        #expect(session.hasEnded && !session.isShutDown)
    }

    @Test func `initialize comes once`() throws {
        var session = try EditorSession()
        #expect(try session.reply("initialize", [:])["error"]?["code"]?.int == -32600)
    }

    @Test func `the day is today's at every message, though nobody types`() throws {
        var session = try EditorSession()
        let parameters = try session.parameters("a.md", marked: "# T‸\n- chew: x since:2026-11-22\n")
        session.sleep()
        let actions = try session.request("textDocument/codeAction", parameters).array ?? []
        let thanks = actions.first { $0["title"]?.string == "Record that you gave thanks today" }
        let text = try session.applying(thanks?["edit"], to: "a.md")
        #expect(text.hasPrefix("---\nthanked: 2026-11-24\n---\n"))
    }

    @Test func `a folder that is named with a slash at its end is the same folder`() throws {
        var session = try EditorSession(
            ["a.md": "- chew: x #pace\n", "b.md": "- chew: y #pace\n"], slash: "/./")
        let parameters = try session.parameters("b.md", marked: "- chew: y #pa‸ce\n")
        let references = try session.request("textDocument/references", parameters).array ?? []
        #expect(references.compactMap { $0["uri"]?.string } == [session.uri("a.md"), session.uri("b.md")])
        let lenses = try session.request("textDocument/codeLens", parameters).array ?? []
        #expect(!lenses.isEmpty)
    }

    @Test func `a document whose URI says the same in more words is the same note`() throws {
        var session = try EditorSession(["a.md": "- chew: x #pace\n", "b.md": "- chew: y #pace\n"])
        let parameters = try session.parameters("/./b.md", marked: "- chew: y #pa‸ce\n")
        let edit = try session.request(
            "textDocument/rename",
            [
                "textDocument": parameters["textDocument"] ?? .null,
                "position": parameters["position"] ?? .null,
                "newName": "tempo",
            ])
        let changes = edit["documentChanges"]?.array ?? []
        let uris = changes.compactMap { $0["textDocument"]?["uri"]?.string }
        #expect(uris == [session.uri("a.md"), session.uri("/./b.md")])
    }

    @Test func `an unknown method is named, an unknown notification passed over`() throws {
        var session = try EditorSession()
        let reply = try session.reply("textDocument/formatting", [:])
        #expect(reply["error"]?["code"]?.int == -32601)
        #expect(reply["error"]?["message"]?.string?.contains("formatting") == true)
        #expect(session.receive(JSON.notification("$/cancelRequest", ["id": 1]).bytes).isEmpty)
    }

    @Test(arguments: [
        ("{", -32700), ("", -32700), ("[]", -32600), ("1", -32600), ("{}", -32600), (#"{"id":1}"#, -32600),
        (#"{"id":{},"method":"x"}"#, -32600), (#"{"id":null,"method":"x"}"#, -32600),
        (#"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#, -32600), (#"{"id":1,"method":7}"#, -32600),
    ])
    func `what is no message is answered with an error`(message: String, code: Int) throws {
        var session = try EditorSession()
        let replies = session.receive(Array(message.utf8))
        #expect(replies.count == 1)
        #expect(replies.first?["error"]?["code"]?.int == code)
    }

    @Test func `the answers to its own requests are taken without a word`() throws {
        var session = try EditorSession()
        #expect(session.receive(Array(#"{"id":"watch","result":null}"#.utf8)).isEmpty)
        #expect(session.receive(Array(#"{"id":"watch","error":{"code":1}}"#.utf8)).isEmpty)
    }

    @Test(arguments: [
        JSON.null, [:], ["textDocument": 1], ["textDocument": ["uri": 1]],
        ["textDocument": ["uri": "file:///none.md"]],
        ["textDocument": ["uri": "x"], "position": ["line": "a"]], [],
    ])
    func `requests with parameters that are none are refused`(parameters: JSON) throws {
        var session = try EditorSession()
        for method in [
            "completion", "hover", "documentSymbol", "codeAction", "codeLens", "definition", "references",
            "rename",
            "prepareRename",
        ] {
            let reply = try session.reply("textDocument/\(method)", parameters)
            #expect(reply["error"]?["code"]?.int == -32602)
        }
    }

    @Test func `of the encodings that are offered, the first that is known is taken`() throws {
        for (offered, taken) in [
            (["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["x", "utf-16", "utf-8"], "utf-16"),
            ([], "utf-16"),
        ] {
            var session = try EditorSession(initializes: false)
            let encodings = JSON.array(offered.map(JSON.string))
            let result = try session.request(
                "initialize", ["capabilities": ["general": ["positionEncodings": encodings]]])
            #expect(result["capabilities"]?["positionEncoding"]?.string == taken)
        }
    }

    @Test func `a client that does not say what it counts is set right by its options`() throws {
        var session = try EditorSession(initializes: false)
        let options: JSON = ["positionEncoding": "utf-8"]
        let result = try session.request("initialize", ["initializationOptions": options])
        #expect(result["capabilities"]?["positionEncoding"]?.string == "utf-8")
    }

    /// Messages that were right once, with bytes changed, cut and put in: none may trap, and all of what
    /// comes back must be whole.
    @Test func `no bytes are a reason to trap`() throws {
        var generator = SeededGenerator(seed: 20_261_123)
        let text =
            "---\ncompany: A\n---\n# T\n\n## Feedback\n\n- é😀#a chew: x #b\r\n  - [ ] y due:2026-11-02\n"
        let position: JSON = ["line": 7, "character": 4]
        for round in 0..<40 {
            var session = try EditorSession(["a.md": text, "b.md": text])
            session.open("a.md", text)
            let document: JSON = ["uri": .string(session.uri("a.md")), "version": 2]
            let valid: [JSON] =
                [
                    .notification(
                        "textDocument/didChange",
                        ["textDocument": document, "contentChanges": [["text": .string(text)]]])
                ]
                + ["completion", "hover", "codeAction", "rename", "references", "documentSymbol"].map {
                    .request(
                        "textDocument/\($0)", id: "1",
                        [
                            "textDocument": document, "position": position,
                            "range": ["start": position, "end": position],
                            "newName": "q",
                        ])
                }
            for _ in 0..<40 {
                var bytes = (valid.randomElement(using: &generator) ?? .null).bytes
                for _ in 0..<Int.random(in: 0...4 + round % 3, using: &generator) {
                    let at = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes.insert(UInt8(ascii: "9"), at: at)
                    case 2: bytes.remove(at: at)
                    default: bytes.insert(contentsOf: "\\u000d".utf8, at: at)
                    }
                }
                session.receive(bytes)
            }
            #expect(!session.hasEnded)
        }
    }
}
