import LanguageServer
import Markup
import Notebook

/// Whatever an editor sends, it gets answers that are JSON, one to each request.
enum SessionProperty {
    /// How many bytes at an input's front say what an editor asks for; the rest is the text that it has open,
    /// or the messages that it sends where it begins with a brace.
    static let choices = 16

    static func check(_ bytes: [UInt8]) throws(Violation) {
        try checkFraming(bytes)
        if bytes.first == UInt8(ascii: "{") {
            try checkMessages(bytes)
        } else {
            try checkRequests(bytes)
        }
    }

    /// A stream says the same in whatever pieces it arrives.
    private static func checkFraming(_ bytes: [UInt8]) throws(Violation) {
        func messages(_ pieces: [ArraySlice<UInt8>]) -> (messages: [[UInt8]], hasFailed: Bool) {
            var reader = MessageReader()
            var messages: [[UInt8]] = []
            for piece in pieces {
                reader.append(piece)
                do {
                    while let message = try reader.next() { messages.append(message) }
                } catch {
                    return (messages, true)
                }
            }
            return (messages, false)
        }
        let whole = messages([bytes[...]])
        let single = messages(bytes.indices.map { bytes[$0...$0] })
        let size = max(bytes.count / 3, 1)
        let thirds = messages(
            stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] })
        try require(whole == single && whole == thirds, "a stream in pieces has other messages")
        let framed = messages([MessageReader.framed(bytes)[...]])
        try require(framed.messages == [bytes] && !framed.hasFailed, "a framed message is not found")
    }

    // MARK: Messages

    private static func checkMessages(_ bytes: [UInt8]) throws(Violation) {
        var server = server()
        for message in bytes.split(separator: separator, omittingEmptySubsequences: false).prefix(4) {
            let replies = try replies(server.receive(Array(message)))
            let isRefused = replies.first?["error"]?["code"]?.int == -32700
            try require(
                isRefused == (JSONValue(Array(message)) == nil), "a message is JSON, or it is not")
        }
    }

    private static func server() -> Server {
        // A folder without notes, so that no input leads to files of the machine.
        var server = Server(notebook: "/nonexistent", version: "1", today: { .day }, log: { _ in })
        let encodings = #"{"general":{"positionEncodings":["utf-8","utf-16"]}}"#
        _ = server.receive(message("initialize", id: 0, #"{"capabilities":\#(encodings)}"#))
        return server
    }

    private static func message(_ method: String, id: Int?, _ parameters: String) -> [UInt8] {
        let id = id.map { #""id":\#($0),"# } ?? ""
        return Array(#"{"jsonrpc":"2.0",\#(id)"method":"\#(method)","params":\#(parameters)}"#.utf8)
    }

    private static func replies(_ messages: [[UInt8]]) throws(Violation) -> [JSONValue] {
        var replies: [JSONValue] = []
        for message in messages {
            guard let reply = JSONValue(message), reply["jsonrpc"]?.string == "2.0" else {
                throw Violation(
                    description: "sent what is no JSON: \(String(decoding: message, as: UTF8.self))")
            }
            replies.append(reply)
        }
        return replies
    }

    // MARK: Requests

    private static func checkRequests(_ bytes: [UInt8]) throws(Violation) {
        var input = Input(bytes, choices: choices)
        var server = server()
        let text = String(decoding: input.rest, as: UTF8.self)
        let uri = "file:///nonexistent/note.md"
        let document = #""textDocument":{"uri":"\#(uri)","version":1,"text":\#(JSONValue.quoted(text))}"#
        let opened = try replies(
            server.receive(message("textDocument/didOpen", id: nil, "{\(document)}")))
        for publication in opened {
            for diagnostic in publication["params"]?["diagnostics"]?.array ?? [] {
                try check(diagnostic["range"], in: text)
            }
        }
        for id in 1...3 {
            guard let method = input.choose(of: methods) else { return }
            let position = position(in: text, &input)
            let name = input.choose(of: ["a", "x y", "#é", "chew", ""]) ?? ""
            let parameters =
                #"{"textDocument":{"uri":"\#(uri)"},"position":\#(position),"newName":"\#(name)","query":"a","#
                + #""range":{"start":\#(position),"end":\#(Self.position(in: text, &input))},"context":{}}"#
            let replies = try replies(server.receive(message(method, id: id, parameters)))
            guard let reply = replies.first, reply["id"]?.int == id else {
                throw Violation(description: "no reply to \(method)")
            }
            try require(
                (reply["result"] == nil) != (reply["error"] == nil), "\(method) has no result and no error")
            for range in ranges(in: reply) { try check(range, in: text) }
        }
    }

    private static let methods =
        [
            "completion", "hover", "documentSymbol", "codeAction", "codeLens", "definition", "references",
            "prepareRename", "rename",
        ].map { "textDocument/\($0)" } + ["workspace/symbol"]

    /// A position, most often one in the text.
    private static func position(in text: String, _ input: inout Input) -> String {
        let source = Source(Array(text.utf8))
        let extremes = [Int.min, -1, 0, 1 << 31, Int.max]
        let choice = input.choose(below: 16)
        let line =
            extremes.indices.contains(choice) ? extremes[choice] : input.choose(below: source.lineCount)
        let other = input.choose(below: 16)
        let character = extremes.indices.contains(other) ? extremes[other] : input.choose(below: 80)
        return #"{"line":\#(line),"character":\#(character)}"#
    }

    /// Every range in a reply, wherever it stands.
    private static func ranges(in value: JSONValue) -> [JSONValue] {
        switch value {
        case .array(let values): return values.flatMap(ranges)
        case .object(let members):
            let isRange = members["start"]?["line"] != nil && members["end"]?["line"] != nil
            return isRange ? [value] : members.values.flatMap(ranges)
        default: return []
        }
    }

    /// Whether a range is one of the text, and its start not after its end.
    private static func check(_ range: JSONValue?, in text: String) throws(Violation) {
        let lines = Source(Array(text.utf8)).lineCount
        let numbers = [range?["start"], range?["end"]].map { ($0?["line"]?.int, $0?["character"]?.int) }
        guard let startLine = numbers[0].0, let start = numbers[0].1, let endLine = numbers[1].0,
            let end = numbers[1].1
        else { throw Violation(description: "no range: \(String(describing: range))") }
        try require(
            0 <= startLine && 0 <= start && (startLine, start) <= (endLine, end) && endLine <= lines,
            "the range \(numbers) of \(lines) lines")
    }
}
