internal import Markup
public import Notes

/// The diagnostics of a notebook, in the forms that people, scripts and code hosts read.
public struct Diagnosis: Sendable {
    /// The diagnostics, in their order.
    public let diagnostics: [Diagnostic]

    /// Makes a diagnosis of some diagnostics.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// The severity of the worst diagnostic; nil if there is none.
    public var worst: Diagnostic.Severity? { diagnostics.map(\.severity).max() }

    /// About as many bytes as stand in a line besides its path and its message.
    private static let frame = 48

    /// Returns a line for each diagnostic, `path:line:column: severity: message [code]`.
    ///
    /// Paths are written byte for byte, except for line ends.
    ///
    /// - Parameter prefix: What leads to the notebook from where the reader is.
    /// - Returns: The lines, each with its line end.
    public func text(pathPrefix prefix: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            diagnostics.reduce(0) {
                $0 + prefix.count + $1.path.bytes.count + $1.message.utf8.count + Self.frame
            })
        for diagnostic in diagnostics {
            bytes += prefix
            bytes += diagnostic.path.onOneLine
            // The parts are added one by one, because there may be a hundred thousand lines.
            for number in [diagnostic.position.line, diagnostic.position.column] {
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

    /// Returns the diagnostics as a JSON array, each as `export` writes it.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.array(diagnostics) { $0.diagnostic($1) }
        writer.endLine()
        return writer.bytes
    }
}
