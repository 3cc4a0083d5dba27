public import Insights
internal import Markup
public import Notes

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension NotebookFolder {
    /// Why a name on the command line is not a note of the notebook.
    public enum NameFailure: Error, Sendable, CustomStringConvertible {
        case unknown(String, similar: [NotePath])
        case ambiguous(String, [NotePath])

        /// The reason in words for a person, with up to three notes that may be meant.
        public var description: String {
            switch self {
            case .unknown(let name, let similar):
                similar.isEmpty
                    ? "there is no note \"\(name)\" in the notebook"
                    : "there is no note \"\(name)\" in the notebook; did you mean \(Self.list(similar))?"
            case .ambiguous(let name, let paths): "\"\(name)\" could be \(Self.list(paths)); name one of them"
            }
        }

        private static func list(_ paths: [NotePath]) -> String {
            let names = paths.prefix(3).map { "\"\($0)\"" }
            return names.dropLast().joined(separator: ", ")
                + (names.count > 1 ? " or \(names[names.count - 1])" : names.first ?? "")
        }
    }

    /// Returns the note that a name stands for.
    ///
    /// The name is a file's path from the working directory, the note's path in the notebook, or the last
    /// part of that path if no other note has it, with or without its ending.
    ///
    /// - Throws: If no note has the name, or if several notes have it.
    public func note(named name: String, in index: NotebookIndex) throws(NameFailure) -> NotePath {
        let paths = index.notes.map(\.path)
        if let path = pathInNotebook(ofFile: Array(name.utf8)), paths.contains(path) { return path }
        let given = NotePath(name)
        if paths.contains(given) { return given }
        let named = paths.filter {
            $0.name.elementsEqual(given.bytes) || $0.stem.elementsEqual(given.bytes)
        }
        if named.count == 1 { return named[0] }
        if named.count > 1 { throw .ambiguous(name, named) }
        let part = String(decoding: given.stem, as: UTF8.self).lowercased()
        let similar =
            part.isEmpty ? [] : paths.filter { $0.description.lowercased().contains(part) }
        throw .unknown(name, similar: similar)
    }

    /// Returns a file's path below the notebook's folder; nil if the file is not in it.
    private func pathInNotebook(ofFile file: [UInt8]) -> NotePath? {
        let slash = file.lastIndex(of: .ascii("/"))
        let folder = slash.map { $0 == 0 ? [.ascii("/")] : Array(file[..<$0]) } ?? [.ascii(".")]
        let name = file[(slash.map { $0 + 1 } ?? 0)...]
        guard !name.isEmpty, let root = Self.realPath(Array(path.utf8)), let parent = Self.realPath(folder)
        else { return nil }
        if parent == root { return NotePath(bytes: Array(name)) }
        let prefix = root.last == .ascii("/") ? root : root + [.ascii("/")]
        guard parent.starts(with: prefix) else { return nil }
        return NotePath(bytes: parent.dropFirst(prefix.count) + [.ascii("/")] + name)
    }

    static func realPath(_ path: [UInt8]) -> [UInt8]? {
        path.contains(0) ? nil : resolvedPath(path)
    }
}
