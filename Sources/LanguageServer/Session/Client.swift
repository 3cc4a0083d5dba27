internal import Notebook

/// What the client can do, as far as it matters here.
struct Client: Sendable {
    let encoding: PositionEncoding
    /// Whether it accepts edits that name the version they are for.
    let hasVersionedEdits: Bool
    let hasSymbolTrees: Bool
    /// Whether it prefers hovers as markdown to hovers as text.
    let readsMarkdown: Bool
    /// Whether it reports files that change, if it is asked to.
    let watchesFiles: Bool
    let watchesOutside: Bool

    /// Reads what the client says of itself.
    ///
    /// `options` is what a person has set in the editor. Some clients count columns in units of their own
    /// without saying so, as ALE does in bytes. `positionEncoding` sets these right.
    init(_ capabilities: JSON, options: JSON?) {
        let document = capabilities["textDocument"]
        let workspace = capabilities["workspace"]
        encoding =
            options?["positionEncoding"]?.string.flatMap(PositionEncoding.init(rawValue:))
            ?? PositionEncoding(offered: capabilities["general"]?["positionEncodings"])
        hasVersionedEdits = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
        hasSymbolTrees =
            document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
        // The client names the formats in the order in which it prefers them.
        let formats = document?["hover"]?["contentFormat"]?.array ?? []
        readsMarkdown = formats.first { $0 == "markdown" || $0 == "plaintext" } == "markdown"
        let watching = workspace?["didChangeWatchedFiles"]
        watchesFiles = watching?["dynamicRegistration"]?.bool ?? false
        watchesOutside = watching?["relativePatternSupport"]?.bool ?? false
    }
}
