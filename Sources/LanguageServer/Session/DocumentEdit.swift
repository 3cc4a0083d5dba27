internal import Markup
internal import Notebook

/// A change of one document, with positions in the text that the client has.
struct DocumentEdit: Sendable {
    let uri: String
    /// The version that the change is for; nil if the document is not open.
    let version: Int?
    let text: TextPositions
    let replacements: [Edit.Replacement]

    init(uri: String, version: Int?, _ text: TextPositions, _ replacements: [Edit.Replacement]) {
        self.uri = uri
        self.version = version
        self.text = text
        self.replacements = replacements
    }

    fileprivate var textEdits: JSON {
        .array(
            replacements.map { replacement in
                [
                    "range": text.range(replacement.range),
                    "newText": .string(String(decoding: replacement.bytes, as: UTF8.self)),
                ]
            })
    }

    fileprivate var versioned: JSON {
        [
            "textDocument": ["uri": .string(uri), "version": version.map(JSON.int) ?? .null],
            "edits": textEdits,
        ]
    }
}

extension Workspace {
    /// Returns a `WorkspaceEdit`.
    ///
    /// It names versions if the client accepts that, so that the client refuses a change of an older text.
    func workspaceEdit(_ edits: [DocumentEdit]) -> JSON {
        if client.hasVersionedEdits { return ["documentChanges": .array(edits.map(\.versioned))] }
        return ["changes": .object(edits.map { .init(key: $0.uri, value: $0.textEdits) })]
    }
}
