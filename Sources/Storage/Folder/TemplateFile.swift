internal import Markup
public import Notes
public import Reports

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A person's own templates, which are in the notebook.
public enum TemplateFile {
    /// Why a template cannot be used: `path:line:column: error: reason`, with the position if it is known.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The template's path.
        public let path: String
        /// What is wrong, in words for a person.
        public let reason: String
        /// The position in the template, `:line:column`; empty if it is not known.
        public let position: String

        /// The failure as one line: `path:line:column: error: reason`, or `path: error: reason`.
        public var description: String { "\(path)\(position): error: \(reason)" }
    }

    /// Returns the person's own template of a kind, or the standard one if there is none.
    ///
    /// - Parameters:
    ///   - kind: What the template is for.
    ///   - notebook: The notebook's folder.
    /// - Returns: The template, parsed.
    /// - Throws: `Failure` if the person's own template cannot be read, or does not parse.
    public static func read(_ kind: TemplateKind, in notebook: String) throws(Failure) -> Template {
        let path = notebook == "." ? kind.path : "\(notebook)/\(kind.path)"
        let bytes: [UInt8]
        if RelativePath.leads(Array(path.utf8), outOf: Array(notebook.utf8)) {
            let reason =
                "is a symbolic link that leads out of the notebook, and is not read; put the template itself there"
            throw Failure(path: path, reason: reason, position: "")
        }
        do {
            bytes = try FileReader.contents(of: Array(path.utf8)).bytes
        } catch {
            let reason = error.diagnostic(of: NotePath(path))?.message ?? "is a folder and not a file"
            guard error.isMissing else { throw Failure(path: path, reason: reason, position: "") }
            bytes = Array(kind.standardText.utf8)
        }
        do {
            return try Template(bytes, names: kind.names)
        } catch {
            let position = ":\(error.position.line):\(error.position.column)"
            throw Failure(path: path, reason: error.reason, position: position)
        }
    }

    /// Returns the folder in which a note's templates are looked for: the nearest one around the note that
    /// has `.debrief`, or else its own.
    public static func notebook(ofNote path: NotePath) -> String {
        let own = folder(of: path.bytes)
        return nearest(from: own) ?? nearest(from: resolvedPath(own) ?? own)
            ?? String(decoding: own, as: UTF8.self)
    }

    /// Returns the nearest folder with `.debrief`, as far as a path leads up.
    private static func nearest(from path: [UInt8]) -> String? {
        var path = path
        while true {
            if FileReader.isFolder(path + Array("/.debrief".utf8)) {
                return String(decoding: path, as: UTF8.self)
            }
            let next = folder(of: path)
            if next == path || path.ends(with: "..") { return nil }
            path = next
        }
    }

    /// Returns the folder of a path's last name.
    ///
    /// For a single name that is the working directory.
    private static func folder(of path: [UInt8]) -> [UInt8] {
        guard let slash = path.lastIndex(of: .ascii("/")) else { return [.ascii(".")] }
        return slash == 0 ? [.ascii("/")] : Array(path[..<slash])
    }
}

extension [UInt8] {
    fileprivate func ends(with name: String) -> Bool { suffix(name.utf8.count).elementsEqual(name.utf8) }
}
