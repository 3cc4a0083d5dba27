internal import Markup
internal import Notebook

/// One notebook as the editor has it: what is on the disk, with the open documents on top.
///
/// A change of one document costs as much as reading that one note, however many notes there are.
struct Workspace: Sendable {
    private(set) var folder: NotebookFolder?
    private(set) var index: NotebookIndex
    private(set) var documents: [String: Document] = [:]
    /// The URI of the document in which a note is open, by the note's path.
    private var openNotes: [NotePath: String] = [:]
    /// The URIs of documents about which there may be something new to say.
    private var changedDocuments: Set<String> = []
    let client: Client

    /// What was last seen of the folder; nil before that, and after the folder has vanished.
    private var snapshot: FolderSnapshot?

    /// Diagnostics about bytes on the disk that are not UTF-8, by the document's path.
    ///
    /// A client cannot send such bytes.
    private var invalidBytes: [NotePath: [Diagnostic]] = [:]

    init(folder: NotebookFolder?, client: Client, today: CalendarDate) {
        self.folder = folder
        self.client = client
        index = NotebookIndex(today: today, notes: [], faults: [])
    }

    // MARK: Documents

    /// Takes the text of a document that is opened or changed.
    mutating func update(_ uri: String, version: Int?, text: String) {
        let source = Source(Array(text.utf8))
        let known = documents[uri]
        let (path, isInNotebook) = known.map { ($0.path, $0.isInNotebook) } ?? notePath(of: uri)
        let part: NotebookIndex
        if !isInNotebook, case let found = index.diagnostics(at: path), !found.isEmpty {
            // The file is in the folder and yet not a note, for example a conflict copy.
            part = NotebookIndex(
                today: index.today, configuration: index.configuration, notes: [],
                faults: Array(found))
        } else {
            part = NoteFile.index(
                of: source.bytes, path: path, today: index.today, configuration: index.configuration)
        }
        documents[uri] = Document(
            uri: uri, version: version, path: path, isInNotebook: isInNotebook,
            positions: TextPositions(source, client.encoding, isClientText: true), part: part)
        changedDocuments.insert(uri)
        guard isInNotebook else { return }
        openNotes[path] = uri
        index.replace(path, with: part)
    }

    mutating func close(_ uri: String) {
        changedDocuments.insert(uri)
        guard let document = documents.removeValue(forKey: uri) else { return }
        if openNotes[document.path] == uri {
            openNotes[document.path] =
                documents.values.first { $0.isInNotebook && $0.path == document.path }?.uri
        }
    }

    /// Returns the documents about which there may be something new to say since the last call, closed ones
    /// too.
    mutating func takeChangedDocuments() -> Set<String> {
        defer { changedDocuments = [] }
        return changedDocuments
    }

    /// Returns the diagnostics of a document.
    func diagnostics(of document: Document) -> [Diagnostic] {
        (invalidBytes[document.path] ?? []) + document.part.diagnostics
    }

    /// Returns the path of a document's file, and whether it is a note of the notebook.
    private func notePath(of uri: String) -> (NotePath, isInNotebook: Bool) {
        guard let file = FileURI.path(of: uri) else { return (NotePath(uri), false) }
        guard let path = folder?.path(ofFile: file) else { return (NotePath(bytes: file), false) }
        return (snapshot?.ownPath(of: path) ?? path, path.isNote)
    }

    // MARK: The folder

    /// Chooses the folder of a document, if no folder has been chosen yet.
    mutating func choose(folderOf uri: String) {
        guard folder == nil, let file = FileURI.path(of: uri),
            let slash = file.lastIndex(of: .ascii("/")), slash > 0, slash + 1 < file.count,
            file[..<slash].contains(where: { $0 != .ascii("/") })
        else { return }
        folder = NotebookFolder(path: String(decoding: file[..<slash], as: UTF8.self))
    }

    /// Looks at the folder again, and reads what has changed.
    ///
    /// - Parameters:
    ///   - changes: Where something may have changed.
    ///   - today: The day that the index is as of.
    ///   - rebuild: Whether to make the index anew in any case.
    /// - Throws: If the folder cannot be read. Its notes are gone then, except for those that are open.
    mutating func refresh(
        _ changes: FolderChanges = .anywhere, today: CalendarDate, rebuild: Bool = false
    ) throws(NotebookFolder.Failure) {
        let isFirst = snapshot == nil
        do {
            snapshot = try folder?.snapshot(after: snapshot.take(), changes: changes)
        } catch {
            snapshot = nil
            rebuildIndex(today: today)
            throw error
        }
        let open = Set(documents.values.map(\.path))
        let isSame = !isFirst && today == index.today && snapshot?.changed.isSubset(of: open) ?? true
        if !isSame || rebuild { rebuildIndex(today: today) }
        let known = invalidBytes
        invalidBytes = [:]
        for path in open {
            let found = snapshot?.diagnostics(at: path).filter { $0.code == .invalidUTF8 } ?? []
            if !found.isEmpty { invalidBytes[path] = found }
        }
        for document in documents.values where invalidBytes[document.path] != known[document.path] {
            changedDocuments.insert(document.uri)
        }
    }

    private mutating func rebuildIndex(today: CalendarDate) {
        index = snapshot?.index(today: today) ?? NotebookIndex(today: today, notes: [], faults: [])
        for document in documents.values {
            let text = String(decoding: document.source.bytes, as: UTF8.self)
            documents[document.uri] = nil
            update(document.uri, version: document.version, text: text)
        }
    }

    // MARK: Notes

    /// Returns the document in which a note is open; nil if it is not open.
    func document(at path: NotePath) -> Document? {
        openNotes[path].flatMap { documents[$0] }
    }

    /// Returns the client's URI of a note.
    func uri(of path: NotePath) -> String {
        document(at: path)?.uri
            ?? FileURI.uri(of: (folder?.absolutePath ?? []) + [.ascii("/")] + path.bytes)
    }

    /// Returns a note's text as the client has it, or would open it; nil if it cannot be read.
    func positions(of path: NotePath) -> TextPositions? {
        if let document = document(at: path) { return document.positions }
        return folder?.contents(of: path).map {
            TextPositions(Source($0), client.encoding, isClientText: false)
        }
    }

    /// Returns a `Location` in a note: a position and the rest of its line.
    func location(_ path: NotePath, _ position: Position) -> JSON? {
        positions(of: path).map { location(path, $0, position) }
    }

    /// Returns the same in a note whose text is known.
    func location(_ path: NotePath, _ text: TextPositions, _ position: Position) -> JSON {
        ["uri": .string(uri(of: path)), "range": text.range(text.restOfLine(position))]
    }
}
