public import Notes

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads notes that are to be edited from the disk, and writes them back.
extension NoteFile {
    /// Why there is no note to edit.
    public enum ReadFailure: Error, Sendable, CustomStringConvertible {
        case missing
        case unreadable(reason: String)

        /// The reason in words for a person.
        public var description: String {
            switch self {
            case .missing: "there is no such file"
            case .unreadable(let reason): reason
            }
        }
    }

    /// Returns the bytes of a note.
    ///
    /// - Parameters:
    ///   - path: The note's path in the folder.
    ///   - folder: The notebook that the path starts from; by default the working directory.
    /// - Returns: The bytes as they are on the disk.
    /// - Throws: `ReadFailure` if there is no such file, or if it cannot be read.
    public static func bytes(of path: NotePath, in folder: String? = nil) throws(ReadFailure) -> [UInt8] {
        let whole = whole(path, in: folder)
        do {
            return try FileReader.contents(of: whole).bytes
        } catch  where error.isMissing {
            // If names cannot be exchanged, another Debrief may have moved the note aside for a moment.
            if let target = try? WriteTarget(path: whole), let lock = try? FolderLock(on: target.folder) {
                defer { extendLifetime(lock) }
                if let file = try? FileReader.contents(of: whole) { return file.bytes }
            }
            throw .missing
        } catch {
            let reason = error.diagnostic(of: path)?.message
            throw .unreadable(reason: reason ?? "is \(FileKind.folder) and not a file")
        }
    }

    /// Returns the bytes of a note that was there a moment ago.
    ///
    /// Some editors save by removing the file and putting another in its place, so it waits for that.
    static func knownBytes(of path: NotePath, in folder: String) throws(ReadFailure) -> [UInt8] {
        for _ in 0..<10 {
            do {
                return try bytes(of: path, in: folder)
            } catch {
                guard case .missing = error else { throw error }
                usleep(10_000)
            }
        }
        return try bytes(of: path, in: folder)
    }

    /// Writes a proven edit.
    ///
    /// An edit that changes nothing writes nothing.
    ///
    /// - Parameters:
    ///   - edit: The edit to write.
    ///   - folder: The notebook that the edit's path starts from; by default the working directory.
    /// - Throws: If the note has been changed since it was read, or cannot be written. It also throws if the
    ///   note was written, but the disk did not confirm it or a file that should be gone is still there.
    public static func write(_ edit: NoteEdit, in folder: String? = nil) throws(WriteFailure) {
        let path = whole(edit.path, in: folder)
        try FileWriter.replace(
            path, old: edit.oldBytes, with: edit.newBytes,
            within: Array((folder ?? NotebookFolder.around(path).path).utf8))
    }

    /// Writes one of many edits, whose folders are synced when all are written.
    ///
    /// - Returns: The file, whose predecessor must still get its rest; nil if there is nothing to write.
    static func put(_ edit: NoteEdit, in folder: String) throws(WriteFailure) -> PlacedFile? {
        try FileWriter.put(
            whole(edit.path, in: folder), old: edit.oldBytes, with: edit.newBytes, within: Array(folder.utf8))
    }

    /// Waits until what was written is on the disk, once for each folder.
    static func syncFolders(of notes: [NotePath], in folder: String) throws(WriteFailure) {
        let folders = Dictionary(grouping: notes) { RelativePath.folder(of: $0.bytes) }
        for notes in folders.values {
            if let note = notes.first { try FileWriter.syncFolder(ofFile: whole(note, in: folder)) }
        }
    }

    private static func whole(_ path: NotePath, in folder: String?) -> [UInt8] {
        folder.map { Array($0.utf8) + [0x2F] + path.bytes } ?? path.bytes
    }
}

extension FileReader.Failure {
    /// Whether there is no such file, or no folder that could hold it.
    var isMissing: Bool {
        if case .unreadable(let error) = self {
            error.number == ENOENT || error.number == ENOTDIR
        } else {
            false
        }
    }
}
