public import Insights
public import Notes

/// Single notes: files that are named one by one, and buffers that are not saved yet.
public enum NoteFile {
    /// Returns whether a file's name ends as that of a notebook's notes does: in `.md` or `.markdown`.
    public static func isMarkdown(_ path: String) -> Bool { FolderWalk.isMarkdown(NotePath(path).name) }

    /// Reads one file as a note.
    ///
    /// - Parameters:
    ///   - path: The file's path, which becomes the note's.
    ///   - today: The day that counts as today.
    /// - Returns: An index of that one note. If the file is unreadable, the index has no note, and a
    ///   diagnostic says why.
    public static func read(path: String, today: CalendarDate) -> NotebookIndex {
        let notePath = NotePath(path)
        do {
            return index(of: try FileReader.contents(of: notePath.bytes).bytes, path: notePath, today: today)
        } catch {
            let diagnostic = error.diagnostic(of: notePath)
            return NotebookIndex(today: today, notes: [], faults: diagnostic.map { [$0] } ?? [])
        }
    }

    /// Reads bytes as a note of the notebook that its path is in.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the note.
    ///   - path: The note's path.
    ///   - today: The day that counts as today.
    /// - Returns: An index with this note alone; without a note if the bytes are not read as one.
    public static func index(of bytes: [UInt8], path: NotePath, today: CalendarDate) -> NotebookIndex {
        index(
            of: bytes, path: path, today: today, configuration: NotebookFolder.configuration(above: path))
    }

    /// Reads bytes as a note of a notebook whose configuration is known.
    package static func index(
        of bytes: [UInt8], path: NotePath, today: CalendarDate, configuration: Configuration
    ) -> NotebookIndex {
        func index(_ notes: [Note], _ diagnostics: [Diagnostic]) -> NotebookIndex {
            NotebookIndex(today: today, configuration: configuration, notes: notes, faults: diagnostics)
        }
        guard bytes.count <= FileReader.largest else {
            return index([], [.fileTooLarge(path, bytes: bytes.count)])
        }
        var reader = NoteReader(vocabulary: configuration.vocabulary)
        let read = reader.read(bytes, path: path)
        return index(read.note.map { [$0] } ?? [], read.diagnostics)
    }
}

extension FileReader.Failure {
    /// Returns what to say about a file that could not be read; nil for a folder.
    func diagnostic(of path: NotePath) -> Diagnostic? {
        switch self {
        case .isFolder: nil
        case .unreadable(let error): .unreadable(path, reason: error.description)
        case .notRegular(let kind): .notARegularFile(path, kind: kind)
        case .tooLarge(let bytes): .fileTooLarge(path, bytes: bytes)
        }
    }
}

extension NoteFile {
    /// Writes an edit.
    ///
    /// - Returns: The reason if the note is not written; nil if it is.
    static func failure(writing edit: NoteEdit, in folder: String) -> WriteFailure? {
        do throws(WriteFailure) {
            try write(edit, in: folder)
            return nil
        } catch {
            // A file that should be gone is still beside the note, but the note may have been written all the
            // same.
            if case .leftBehind = error, let bytes = try? bytes(of: edit.path, in: folder),
                bytes == edit.newBytes
            {
                return nil
            }
            return error
        }
    }
}
