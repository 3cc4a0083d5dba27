public import Notebook

/// The language server as a value that takes messages and returns what to send.
///
/// It has no streams and no clock.
///
/// Every message is handled: it is answered, or skipped with a line in the log.
public struct Server: Sendable {
    private enum Phase {
        case new, running, shutDown, ended
    }

    private struct Publication: Equatable {
        let version: Int?
        let diagnostics: [Diagnostic]
    }

    private var phase = Phase.new
    private var workspace: Workspace
    /// What the client was told last about each document, so that nothing is said twice.
    private var published: [String: Publication] = [:]
    /// Why the folder could not be read at the last look.
    ///
    /// Each reason is logged once.
    private var lastFailure: String?
    /// Whether the client reports all files of the folder that change.
    private var isToldOfFiles = false
    private let notebook: String?
    private let version: String
    private let today: @Sendable () -> CalendarDate
    private let log: @Sendable (String) -> Void

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - notebook: The folder of notes; nil for the one that the client has open.
    ///   - version: The program's version, for the client to show.
    ///   - today: Returns the day. It is called at every message, because an editor stays open past midnight.
    ///   - log: Takes a line for a person who looks for what went wrong.
    public init(
        notebook: String?, version: String, today: @escaping @Sendable () -> CalendarDate,
        log: @escaping @Sendable (String) -> Void
    ) {
        self.notebook = notebook
        self.version = version
        self.today = today
        self.log = log
        workspace = Workspace(folder: nil, client: Client(.null, options: nil), today: today())
    }

    /// Whether the client has said that it is done.
    public var hasEnded: Bool { phase == .ended }

    /// Whether it ended, or might end now, in the order that the protocol requires.
    public private(set) var isShutDown = false

    /// Handles one message.
    ///
    /// - Returns: The messages to send, in order.
    public mutating func receive(_ content: [UInt8]) -> [[UInt8]] {
        guard let json = JSONReader.read(content) else {
            log("a message that is not JSON")
            return [JSON.error(.notJSON, to: .null).bytes]
        }
        var replies: [JSON] = []
        switch Message(json) {
        case .request(let id, let method, let parameters):
            lookAtDay()
            do {
                replies.append(.result(try answer(method, parameters), to: id))
            } catch {
                log("\(method): \(error.message)")
                replies.append(.error(error, to: id))
            }
        case .notification(let method, let parameters):
            if method == "initialized", phase == .running { replies += registrations }
            handle(method, parameters)
        case .response: break
        case .invalid(let id):
            log("a message that is neither request nor notification")
            replies.append(.error(.invalidRequest, to: id))
        }
        return (replies + publications()).map(\.bytes)
    }

    // MARK: The folder

    /// The folder that the caller must watch, because the client does not; nil if the client does.
    package var watchedFolder: NotebookFolder? {
        phase == .running && !isToldOfFiles ? workspace.folder : nil
    }

    /// Handles changes in the folder.
    ///
    /// - Returns: The messages to send, in order.
    package mutating func folderChanged(_ changes: FolderChanges) -> [[UInt8]] {
        guard phase == .running else { return [] }
        refresh(changes)
        return publications().map(\.bytes)
    }

    // MARK: Notifications

    /// Does what a notification asks for.
    private mutating func handle(_ method: String, _ parameters: JSON) {
        if method == "exit" {
            phase = .ended
            return
        }
        guard phase == .running else { return }
        lookAtDay()
        let document = parameters["textDocument"]
        switch method {
        case "textDocument/didOpen": open(document)
        case "textDocument/didChange": change(document, parameters["contentChanges"]?.array ?? [])
        case "textDocument/didSave": if !isToldOfFiles { refresh() }
        case "textDocument/didClose":
            guard let uri = document?["uri"]?.string else { return }
            workspace.close(uri)
            refresh(rebuild: true)
        case "workspace/didChangeWatchedFiles": refresh()
        default: break
        }
    }

    private mutating func open(_ document: JSON?) {
        guard let uri = document?["uri"]?.string, let text = document?["text"]?.string else {
            log("a document was opened without a URI or a text")
            return
        }
        let isFirst = workspace.folder == nil
        if isFirst { workspace.choose(folderOf: uri) }
        workspace.update(uri, version: document?["version"]?.int, text: text)
        if isFirst || !isToldOfFiles { refresh() }
    }

    /// Takes a document's new text.
    ///
    /// The client sends all of it, as `capabilities` asks.
    private mutating func change(_ document: JSON?, _ changes: [JSON]) {
        guard let uri = document?["uri"]?.string, workspace.documents[uri] != nil else {
            log("a document was changed that is not open")
            return
        }
        guard let last = changes.last, last["range"] == nil, let text = last["text"]?.string else {
            log("a change that is not the whole text was passed over")
            return
        }
        workspace.update(uri, version: document?["version"]?.int, text: text)
    }

    /// Looks at everything as of today, if a day has begun since the last message.
    private mutating func lookAtDay() {
        if phase == .running, workspace.index.today != today() { refresh() }
    }

    private mutating func refresh(_ changes: FolderChanges = .anywhere, rebuild: Bool = false) {
        do {
            try workspace.refresh(changes, today: today(), rebuild: rebuild)
            lastFailure = nil
        } catch {
            if error.description != lastFailure { log(error.description) }
            lastFailure = error.description
        }
    }

    /// Returns the diagnostics of documents about which there is something new to say.
    private mutating func publications() -> [JSON] {
        guard phase == .running else { return [] }
        var replies: [JSON] = []
        for uri in workspace.takeChangedDocuments() {
            guard let document = workspace.documents[uri] else {
                if published.removeValue(forKey: uri) != nil { replies.append(.publish([], uri: uri, nil)) }
                continue
            }
            let publication = Publication(
                version: document.version, diagnostics: workspace.diagnostics(of: document))
            if published[uri] == publication { continue }
            published[uri] = publication
            replies.append(.publish(document.items(publication.diagnostics), uri: uri, document.version))
        }
        return replies
    }

    // MARK: Requests

    private mutating func answer(_ method: String, _ parameters: JSON) throws(ResponseError) -> JSON {
        switch (phase, method) {
        case (.new, "initialize"): return initialize(parameters)
        case (.new, _): throw .notInitialized
        case (.shutDown, _), (.ended, _): throw .shutDown
        case (.running, "initialize"): throw .initializedTwice
        case (.running, "shutdown"):
            phase = .shutDown
            isShutDown = true
            return .null
        case (.running, "workspace/symbol"):
            return workspace.symbols(matching: parameters["query"]?.string ?? "")
        case (.running, _): break
        }
        guard let request = DocumentRequest(rawValue: method) else { throw .unknownMethod(method) }
        guard let uri = parameters["textDocument"]?["uri"]?.string else {
            throw .invalidParameters("a document's URI is missing")
        }
        guard let document = workspace.documents[uri] else {
            throw .invalidParameters("\"\(uri)\" is not open")
        }
        return try answer(request, in: document, parameters)
    }

    /// The requests that are about one document.
    private enum DocumentRequest: String {
        case completion = "textDocument/completion"
        case hover = "textDocument/hover"
        case symbols = "textDocument/documentSymbol"
        case codeActions = "textDocument/codeAction"
        case codeLens = "textDocument/codeLens"
        case definition = "textDocument/definition"
        case references = "textDocument/references"
        case prepareRename = "textDocument/prepareRename"
        case rename = "textDocument/rename"
    }

    private func answer(
        _ request: DocumentRequest, in document: Document, _ parameters: JSON
    ) throws(ResponseError) -> JSON {
        switch request {
        case .symbols: return workspace.symbols(of: document)
        case .codeLens: return workspace.codeLenses(of: document)
        case .codeActions:
            guard let range = document.positions.range(parameters["range"]) else {
                throw .invalidParameters("a range is missing")
            }
            let kinds = parameters["context"]?["only"]?.array?.compactMap(\.string)
            return workspace.codeActions(in: document, range, kinds: kinds)
        default: break
        }
        guard let offset = document.positions.offset(parameters["position"]) else {
            throw .invalidParameters("a position is missing")
        }
        switch request {
        case .completion: return workspace.completion(in: document, at: offset)
        case .hover: return workspace.hover(in: document, at: offset)
        case .definition: return workspace.definition(in: document, at: offset)
        case .references: return workspace.references(in: document, at: offset)
        case .prepareRename: return workspace.renameRange(in: document, at: offset)
        default:
            let name = parameters["newName"]?.string ?? ""
            return try workspace.rename(in: document, at: offset, to: name)
        }
    }

    // MARK: The beginning

    private mutating func initialize(_ parameters: JSON) -> JSON {
        phase = .running
        let open = Self.folders(in: parameters).map(NotebookFolder.init(path:))
        let folder = notebook.map(NotebookFolder.init(path:)) ?? open.first
        let client = Client(
            parameters["capabilities"] ?? .null, options: parameters["initializationOptions"])
        // The client watches a folder outside its own only if it can be told where that is.
        isToldOfFiles =
            client.watchesFiles
            && folder.map { folder in client.watchesOutside || open.contains { $0.encloses(folder) } }
                ?? false
        workspace = Workspace(folder: folder, client: client, today: today())
        refresh()
        return [
            "capabilities": capabilities, "serverInfo": ["name": "debrief", "version": .string(version)],
        ]
    }

    /// Returns the folders that the client has open.
    private static func folders(in parameters: JSON) -> [String] {
        let folders = parameters["workspaceFolders"]?.array?.compactMap { $0["uri"] } ?? []
        let uris = folders.isEmpty ? [parameters["rootUri"]].compactMap(\.self) : folders
        let paths = uris.compactMap { $0.string.flatMap(FileURI.path) }
        if paths.isEmpty { return [parameters["rootPath"]?.string].compactMap(\.self) }
        return paths.map { String(decoding: $0, as: UTF8.self) }
    }

    private var capabilities: JSON {
        [
            "positionEncoding": .string(workspace.client.encoding.rawValue),
            // The client sends the whole text at every change. With parts of it, clients and server drift
            // apart if line ends are mixed.
            "textDocumentSync": ["openClose": true, "change": 1, "save": ["includeText": false]],
            "completionProvider": ["triggerCharacters": ["#", ":", "(", "^"]],
            "hoverProvider": true,
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "renameProvider": ["prepareProvider": true],
            "codeActionProvider": ["codeActionKinds": ["quickfix", "refactor.rewrite"]],
            "codeLensProvider": ["resolveProvider": false],
        ]
    }

    /// The requests that ask the client to report notes that change, if it can.
    private var registrations: [JSON] {
        guard isToldOfFiles else { return [] }
        var pattern: JSON = "**/{*.md,*.markdown,.debrief.yml}"
        if workspace.client.watchesOutside, let folder = workspace.folder {
            let base = JSON.string(FileURI.uri(of: folder.absolutePath))
            pattern = ["baseUri": base, "pattern": pattern]
        }
        return [
            JSON.request(
                "client/registerCapability", id: "watch",
                [
                    "registrations": [
                        [
                            "id": "watch", "method": "workspace/didChangeWatchedFiles",
                            "registerOptions": ["watchers": [["globPattern": pattern]]],
                        ]
                    ]
                ])
        ]
    }
}
