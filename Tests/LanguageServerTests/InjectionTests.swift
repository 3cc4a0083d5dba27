import Foundation
import Notebook
import Testing

@testable import LanguageServer

/// What an editor is told about hostile text says it as it is, to another reader of JSON than ours.
struct InjectionTests {
    static let texts = [
        "\"", "\\", "\\u0041", "\u{1B}[31m", "\u{9B}31m", "\0", "\u{7F}", "\u{2028}", "\u{202E}abc", "{0}",
        "\r\n", "é😀",
        "Content-Length: 2\r\n\r\n{}", "<!-- x -->", "[a](b)", "# H", "```", "**", "\u{FFFE}", "e\u{301}",
    ]

    @Test(arguments: texts)
    func `messages are JSON, and quote a note as it is`(text: String) throws {
        var editor = try EditorSession()
        let note =
            "---\noutcome: \(JSONText.of(text))\n---\n- chew: \(text) due:\(text) #a due:soon\n- swallow: \(text) #a\n"
        let uri = editor.uri("a.md")
        let open = JSON.notification(
            "textDocument/didOpen",
            [
                "textDocument": [
                    "uri": .string(uri), "languageId": "markdown", "version": 1, "text": .string(note),
                ]
            ])
        var messages = editor.receive(open.bytes)
        for (number, method) in ["hover", "codeAction", "completion", "documentSymbol"].enumerated() {
            let position: JSON = ["line": 3, "character": 8]
            let request = JSON.request(
                "textDocument/\(method)", id: "\(number)",
                [
                    "textDocument": ["uri": .string(uri)], "position": position,
                    "range": ["start": position, "end": position], "context": ["diagnostics": []],
                ])
            messages += editor.receive(request.bytes)
        }
        #expect(messages.count >= 5)
        for message in messages {
            let bytes = message.bytes
            let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? NSObject)
            #expect(read == JSONText.value(message), "\(String(decoding: bytes, as: UTF8.self))")
            // A message is one line, so that nothing in it could be taken for the head of the next one.
            #expect(!bytes.contains(0x0A) && !bytes.contains(0x0D))
        }
        let said = messages.compactMap { $0["params"]?["diagnostics"]?.array }.joined()
        #expect(said.allSatisfy { $0["message"]?.string?.contains("\n") == false })
        #expect(!said.isEmpty)
    }
}

/// Values as Foundation has them.
private enum JSONText {
    static func of(_ text: String) -> String { String(decoding: JSON.string(text).bytes, as: UTF8.self) }

    static func value(_ json: JSON) -> NSObject {
        switch json {
        case .null: NSNull()
        case .bool(let bool): NSNumber(value: bool)
        case .int(let number): NSNumber(value: number)
        case .double(let number): NSNumber(value: number)
        case .string(let string): string as NSString
        case .array(let elements): elements.map(value) as NSArray
        case .object(let members):
            Dictionary(members.map { ($0.key, value($0.value)) }, uniquingKeysWith: { a, _ in a })
                as NSDictionary
        }
    }
}
