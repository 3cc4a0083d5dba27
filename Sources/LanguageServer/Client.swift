/// What the client can do, as far as it matters here.
struct Client: Sendable {
    let encoding: PositionEncoding
    /// Whether it takes edits that name the version they are for.
    let hasVersionedEdits: Bool
    let hasSymbolTrees: Bool
    /// Whether it wants hovers as markdown, and not as text.
    let readsMarkdown: Bool
    /// Whether it tells of files that change, if it is asked to.
    let watchesFiles: Bool
    let watchesOutside: Bool

    /// - Parameter options: what a person has set in the editor. A client that counts in units of its own
    ///   without a word about it, as ALE does in bytes, is set right by `positionEncoding`.
    init(_ capabilities: JSON, options: JSON?) {
        let document = capabilities["textDocument"]
        let workspace = capabilities["workspace"]
        encoding =
            options?["positionEncoding"]?.string.flatMap(PositionEncoding.init(rawValue:))
            ?? PositionEncoding(offered: capabilities["general"]?["positionEncodings"])
        hasVersionedEdits = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
        hasSymbolTrees =
            document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
        // The client names what it takes in the order in which it would rather have it.
        let formats = document?["hover"]?["contentFormat"]?.array ?? []
        readsMarkdown = formats.first { $0 == "markdown" || $0 == "plaintext" } == "markdown"
        let watching = workspace?["didChangeWatchedFiles"]
        watchesFiles = watching?["dynamicRegistration"]?.bool ?? false
        watchesOutside = watching?["relativePatternSupport"]?.bool ?? false
    }
}
