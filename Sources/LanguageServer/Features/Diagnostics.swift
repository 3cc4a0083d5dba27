internal import Markup
internal import Notebook

extension JSON {
    static func publish(_ items: [JSON], uri: String, _ version: Int?) -> JSON {
        .notification(
            "textDocument/publishDiagnostics",
            ["uri": .string(uri), "version": version.map(JSON.int), "diagnostics": .array(items)])
    }
}

extension Document {
    /// Returns diagnostics in the protocol's form, each with the bytes that it is about.
    func items(_ diagnostics: [Diagnostic]) -> [JSON] {
        if diagnostics.isEmpty { return [] }
        let text = diagnostics.contains { $0.code.isAboutToken } ? text : nil
        return diagnostics.map { item($0, text) }
    }

    private func item(_ diagnostic: Diagnostic, _ text: NoteText?) -> JSON {
        var range = positions.restOfLine(diagnostic.position)
        if diagnostic.code.isAboutToken, let token = text?.token(at: range.lowerBound),
            token.range.lowerBound == range.lowerBound
        {
            range = token.range
        }
        return [
            "range": positions.range(range), "severity": .int(diagnostic.severity.number),
            "code": .string(diagnostic.code.rawValue), "source": "debrief",
            "message": .string(diagnostic.message),
        ]
    }
}

extension Diagnostic.Code {
    /// Whether it is about one word or annotation of a bullet.
    fileprivate var isAboutToken: Bool {
        switch self {
        case .unknownTag, .badDate, .conflictingStages, .duplicateID: true
        default: false
        }
    }
}

extension Diagnostic.Severity {
    fileprivate var number: Int {
        switch self {
        case .error: 1
        case .warning: 2
        case .note: 3
        }
    }
}
