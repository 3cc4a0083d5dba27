internal import Markup

/// The diagnostics of a notebook, in the forms that people, scripts and code hosts read.
public struct Diagnosis: Sendable {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// The worst that was found; nil where nothing was.
    public var worst: Diagnostic.Severity? { diagnostics.map(\.severity).max() }

    /// `path:line:column: severity: message [code]`, a line each; paths as the bytes that they are, but for line ends.
    ///
    /// - Parameter prefix: what leads to the notebook from where the reader stands.
    public func text(pathPrefix prefix: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for diagnostic in diagnostics {
            bytes += prefix
            bytes += diagnostic.path.onOneLine
            // Piece by piece, because there may be a hundred thousand lines.
            for number in [diagnostic.place.line, diagnostic.place.column] {
                bytes.append(.ascii(":"))
                bytes += String(number).utf8
            }
            bytes += ": ".utf8
            bytes += diagnostic.severity.rawValue.utf8
            bytes += ": ".utf8
            bytes += diagnostic.message.utf8
            bytes += " [".utf8
            bytes += diagnostic.code.rawValue.utf8
            bytes += "]\n".utf8
        }
        return bytes
    }

    /// A JSON array of the diagnostics as `export` has them.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.array(diagnostics) { $0.diagnostic($1) }
        writer.endLine()
        return writer.bytes
    }
}
