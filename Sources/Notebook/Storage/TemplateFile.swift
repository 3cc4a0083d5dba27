internal import Markup

/// A person's own templates, which lie in the notebook.
public enum TemplateFile {
    /// Why a template cannot be used: `path:line:column: error: reason`, where the place is known.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public let path: String
        public let reason: String
        public let place: String

        public var description: String { "\(path)\(place): error: \(reason)" }
    }

    /// The person's own template of a kind; the standard one where there is none.
    ///
    /// - Parameter notebook: the notebook's folder.
    public static func read(_ kind: TemplateKind, in notebook: String) throws(Failure) -> Template {
        let path = notebook == "." ? kind.path : "\(notebook)/\(kind.path)"
        let bytes: [UInt8]
        do {
            bytes = try FileReader.contents(of: Array(path.utf8)).bytes
        } catch {
            let reason = error.diagnostic(of: NotePath(path))?.message ?? "is a folder and not a file"
            guard error.isMissing else { throw Failure(path: path, reason: reason, place: "") }
            bytes = Array(kind.standardText.utf8)
        }
        do {
            return try Template(bytes, names: kind.names)
        } catch {
            let place = ":\(error.place.line):\(error.place.column)"
            throw Failure(path: path, reason: error.reason, place: place)
        }
    }
}
