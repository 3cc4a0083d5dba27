internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// What a notebook sets for itself, and where that is found from one of its notes.
extension NotebookFolder {
    /// The notebook around a note: the nearest folder that holds it and has `.debrief` or `.debrief.yml`, else
    /// the note's own folder.
    public static func around(_ note: NotePath) -> NotebookFolder {
        let slash = note.bytes.lastIndex(of: .ascii("/"))
        let own = slash.map { $0 == 0 ? [.ascii("/")] : Array(note.bytes[..<$0]) } ?? [.ascii(".")]
        let near = NotebookFolder(path: String(decoding: own, as: UTF8.self))
        guard let real = unsafe withCString(own, { unsafe realpath($0, nil) }) else { return near }
        defer { unsafe free(real) }
        var folder = unsafe Array(String(cString: real).utf8)
        while true {
            if FileReader.isFolder(folder + Array("/.debrief".utf8))
                || FileReader.isThere(folder + [.ascii("/")] + Configuration.path.bytes)
            {
                return NotebookFolder(path: String(decoding: folder, as: UTF8.self))
            }
            guard let slash = folder.lastIndex(of: .ascii("/")), slash > 0 else { return near }
            folder.removeSubrange(slash...)
        }
    }

    /// What the notebook sets for itself, and what of that could not be read as meant. Where there is no
    /// configuration, or it cannot be read at all, the standard one.
    public func configuration() -> (configuration: Configuration, diagnostics: [Diagnostic]) {
        do {
            let path = Array(path.utf8) + [.ascii("/")] + Configuration.path.bytes
            let reader = ConfigurationReader(try FileReader.contents(of: path).bytes)
            return (reader.configuration, reader.diagnostics)
        } catch {
            if error.isMissing { return (.standard, []) }
            let diagnostic = error.diagnostic(of: Configuration.path)
            return (.standard, [diagnostic ?? .configuration("is a folder and not a file", at: .start)])
        }
    }

    /// The words that carry meaning in its notes.
    public var vocabulary: Vocabulary { configuration().configuration.vocabulary }
}
