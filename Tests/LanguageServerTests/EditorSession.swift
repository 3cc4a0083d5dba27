import Foundation
import Notebook
import Synchronization
import Testing

@testable import LanguageServer

/// An editor as far as the protocol sees one: it opens notes of a temporary folder, applies edits, and keeps
/// what it is told.
struct EditorSession {
    private let owned: OwnedFolder
    private let clock: Clock
    private var server: Server
    private var nextID = 1
    private(set) var texts: [String: String] = [:]
    private(set) var versions: [String: Int] = [:]
    /// What was published last, by URI.
    private(set) var diagnostics: [String: [JSON]] = [:]
    /// What the server asked for.
    private(set) var requests: [JSON] = []

    static let capabilities: JSON = [
        "textDocument": [
            "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
            "hover": ["contentFormat": ["markdown", "plaintext"]],
        ],
        "workspace": ["workspaceEdit": ["documentChanges": true]],
    ]

    /// Starts a server in a folder of its own.
    ///
    /// `notes` is the texts of the folder's files, by name.
    init(
        _ notes: [String: String] = [:], capabilities: JSON = Self.capabilities, initializes: Bool = true,
        today: String = "2026-11-23", hasFolder: Bool = true, slash: String = ""
    ) throws {
        owned = try OwnedFolder()
        for (name, text) in notes { try Data(text.utf8).write(to: owned.url.appending(path: name)) }
        let clock = Clock(try #require(CalendarDate(today)))
        self.clock = clock
        server = Server(notebook: nil, version: "test", today: { clock.today }, log: { _ in })
        guard initializes else { return }
        let root: JSON = hasFolder ? .string("file://\(folder.path)\(slash)") : .null
        _ = try request("initialize", ["rootUri": root, "capabilities": capabilities])
        notify("initialized", [:])
    }

    /// Lets the next day begin.
    func sleep() { clock.today = clock.today.adding(days: 1) }

    /// The folder of which the server asks to be told what changes.
    var watchedFolder: NotebookFolder? { server.watchedFolder }

    var folder: URL { owned.url }
    var hasEnded: Bool { server.hasEnded }
    var isShutDown: Bool { server.isShutDown }

    func uri(_ name: String) -> String { FileURI.uri(of: Array("\(folder.path)/\(name)".utf8)) }

    // MARK: Messages

    /// Sends bytes, and takes in all that comes back.
    @discardableResult
    mutating func receive(_ bytes: [UInt8]) -> [JSON] {
        let replies = server.receive(bytes).compactMap(JSONReader.read)
        for reply in replies where reply["method"] != nil {
            if reply["method"]?.string == "textDocument/publishDiagnostics" {
                diagnostics[reply["params"]?["uri"]?.string ?? ""] = reply["params"]?["diagnostics"]?.array
            } else {
                requests.append(reply)
            }
        }
        return replies
    }

    mutating func notify(_ method: String, _ parameters: JSON) {
        receive(JSON.notification(method, parameters).bytes)
    }

    /// The whole reply to a request, with its result or its error.
    mutating func reply(_ method: String, _ parameters: JSON) throws -> JSON {
        let id = "\(nextID)"
        nextID += 1
        let replies = receive(JSON.request(method, id: id, parameters).bytes)
        return try #require(replies.first { $0["id"]?.string == id && $0["method"] == nil })
    }

    mutating func request(_ method: String, _ parameters: JSON) throws -> JSON {
        let reply = try reply(method, parameters)
        return try #require(reply["result"], "\(reply)")
    }

    // MARK: Documents

    mutating func open(_ name: String, _ text: String) {
        let uri = uri(name)
        texts[uri] = text
        versions[uri] = 1
        notify(
            "textDocument/didOpen",
            [
                "textDocument": [
                    "uri": .string(uri), "languageId": "markdown", "version": 1, "text": .string(text),
                ]
            ])
    }

    mutating func change(_ name: String, _ text: String) {
        let uri = uri(name)
        texts[uri] = text
        versions[uri, default: 0] += 1
        notify(
            "textDocument/didChange",
            [
                "textDocument": ["uri": .string(uri), "version": .int(versions[uri] ?? 0)],
                "contentChanges": [["text": .string(text)]],
            ])
    }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Asks for something at the position of a `‸` in a text, which is opened or changed to it, without the
    /// mark.
    mutating func request(_ method: String, _ name: String, marked: String, _ more: JSON = [:]) throws
        -> JSON
    {
        let parameters = try parameters(name, marked: marked)
        guard case .object(let members) = parameters, case .object(let others) = more else { return .null }
        return try request(method, .object(members + others))
    }

    /// Opens a marked text.
    ///
    /// - Returns: Parameters that say where its mark is.
    mutating func parameters(_ name: String, marked: String) throws -> JSON {
        let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
        let text = parts.joined()
        if texts[uri(name)] == nil { open(name, text) } else { change(name, text) }
        let position = Self.end(of: String(parts[0]))
        return [
            "textDocument": ["uri": .string(uri(name))], "position": position,
            "range": ["start": position, "end": position], "context": ["diagnostics": []],
        ]
    }

    /// Where a text ends, in lines and UTF-16 units.
    private static func end(of text: String) -> JSON {
        let lines = ClientText(text).lines
        return ["line": .int(lines.count - 1), "character": .int(lines.last?.utf16.count ?? 0)]
    }

    /// A document's text after a workspace edit.
    func applying(_ edit: JSON?, to name: String) throws -> String {
        let uri = uri(name)
        let changes = edit?["documentChanges"]?.array ?? []
        let change = try #require(changes.first { $0["textDocument"]?["uri"]?.string == uri })
        #expect(change["textDocument"]?["version"]?.int == versions[uri])
        return try ClientText(texts[uri] ?? "").applying(change["edits"]?.array ?? [])
    }
}

/// A text in the client's hands: an independent reading of what lines and UTF-16 columns are.
struct ClientText {
    let text: String

    init(_ text: String) { self.text = text }

    /// Without their ends.
    var lines: [Substring] {
        var lines: [Substring] = []
        var start = text.unicodeScalars.startIndex
        var at = start
        let scalars = text.unicodeScalars
        while at < scalars.endIndex {
            let next = scalars.index(after: at)
            if scalars[at] == "\n" || scalars[at] == "\r" {
                lines.append(text[start..<at])
                let isPair = scalars[at] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
                at = isPair ? scalars.index(after: next) : next
                start = at
            } else {
                at = next
            }
        }
        return lines + [text[start...]]
    }

    func applying(_ edits: [JSON]) throws -> String {
        var units = Array(text.utf16)
        let ranges = try edits.map { edit in
            let range = try #require(edit["range"])
            return (try offset(range["start"]), try offset(range["end"]), edit["newText"]?.string ?? "")
        }
        for (start, end, new) in ranges.sorted(by: { $0.0 > $1.0 }) {
            units.replaceSubrange(start..<end, with: Array(new.utf16))
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// How many UTF-16 units stand before a position.
    private func offset(_ position: JSON?) throws -> Int {
        let line = lines[try #require(position?["line"]?.int)]
        let character = try #require(position?["character"]?.int)
        try #require(character <= line.utf16.count)
        return text.utf16.distance(from: text.startIndex, to: line.startIndex) + character
    }
}

/// The day, as the server sees it.
private final class Clock: Sendable {
    private let day: Mutex<CalendarDate>

    init(_ today: CalendarDate) { day = Mutex(today) }

    var today: CalendarDate {
        get { day.withLock { $0 } }
        set { day.withLock { $0 = newValue } }
    }
}

/// A folder that is gone when nobody needs it any more.
private final class OwnedFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "debrief-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
