internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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

    /// The folder in which a note's templates are looked for: the nearest one around the note that has
    /// `.debrief`, else its own.
    public static func notebook(ofNote path: NotePath) -> String {
        let slash = path.bytes.lastIndex(of: .ascii("/"))
        let own = slash.map { $0 == 0 ? [.ascii("/")] : Array(path.bytes[..<$0]) } ?? [.ascii(".")]
        guard let real = unsafe withCString(own, { unsafe realpath($0, nil) }) else {
            return String(decoding: own, as: UTF8.self)
        }
        defer { unsafe free(real) }
        var folder = unsafe Array(String(cString: real).utf8)
        while true {
            if FileReader.isFolder(folder + Array("/.debrief".utf8)) {
                return String(decoding: folder, as: UTF8.self)
            }
            guard let slash = folder.lastIndex(of: .ascii("/")), slash > 0 else {
                return String(decoding: own, as: UTF8.self)
            }
            folder.removeSubrange(slash...)
        }
    }
}
