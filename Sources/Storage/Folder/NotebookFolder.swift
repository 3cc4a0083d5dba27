public import Insights
internal import Markup
public import Notes
public import Reports

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A folder of notes on the disk.
public struct NotebookFolder: Sendable {
    /// Why a folder cannot be read as a notebook at all.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case missing(String)
        case notAFolder(String)
        case unreadable(String, reason: String)
        /// There were notes in the folder, and now there are none.
        case empty(String)

        /// The reason in words for a person, with the folder's path.
        public var description: String {
            switch self {
            case .missing(let path): "there is no folder \"\(path)\""
            case .notAFolder(let path):
                "\"\(path)\" is not a folder; a notebook is a folder of markdown notes"
            case .unreadable(let path, let reason): "the folder \"\(path)\" could not be read: \(reason)"
            case .empty(let path): "there are no notes in \"\(path)\" any more"
            }
        }
    }

    /// The folder's path as it was given.
    public let path: String

    /// Names a folder, which need not be there.
    public init(path: String) {
        self.path = path
    }

    /// Whether there is a folder.
    public var isThere: Bool { FileReader.isFolder(Array(path.utf8)) }

    /// Reads all notes, in parallel, into an index.
    ///
    /// - Parameters:
    ///   - today: The day that decides what is overdue, stale or upcoming.
    ///   - progress: Is told how far the reading has come.
    /// - Returns: The index of all notes as of today.
    /// - Throws: `Failure`, only if the folder itself cannot be read. Whatever is wrong with single notes
    ///   becomes a diagnostic of the index.
    public func read(
        today: CalendarDate, progress: ReadingProgress? = nil
    ) throws(Failure) -> NotebookIndex {
        do {
            return try FolderIndex(of: Array(path.utf8), today: today, progress: progress).index
        } catch {
            throw failure(error)
        }
    }

    /// Reads all notes that have changed since an earlier snapshot.
    ///
    /// - Parameters:
    ///   - earlier: The snapshot before; nil if there is none.
    ///   - changes: Where something may have changed.
    ///   - progress: Is told how far the reading has come.
    /// - Returns: The snapshot of the folder as it is now.
    /// - Throws: `Failure` if the folder itself cannot be read.
    package func snapshot(
        after earlier: consuming FolderSnapshot? = nil, changes: FolderChanges = .anywhere,
        progress: ReadingProgress? = nil
    ) throws(Failure) -> FolderSnapshot {
        do {
            return try FolderSnapshot(
                of: Array(path.utf8), after: earlier, changes: changes, progress: progress)
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: SystemError) -> Failure {
        switch error.number {
        case ENOENT: .missing(path)
        case ENOTDIR: .notAFolder(path)
        default: .unreadable(path, reason: error.description)
        }
    }

    /// Returns the bytes of one of the notes; nil if it cannot be read.
    package func contents(of note: NotePath) -> [UInt8]? {
        try? FileReader.contents(of: Array(path.utf8) + [.ascii("/")] + note.bytes).bytes
    }

    /// Returns the configuration that a single note is read by.
    ///
    /// It is that of the nearest folder above it that has one.
    public static func configuration(above note: NotePath) -> Configuration {
        guard var folder = realPath(note.bytes) else { return .standard }
        while let slash = folder.lastIndex(of: .ascii("/")) {
            folder.removeSubrange(slash...)
            let file = folder + [.ascii("/")] + Configuration.path.bytes
            if let found = try? FileReader.contents(of: file) {
                if RelativePath.leads(file, outOf: folder) { return .standard }
                return ConfigurationReader(found.bytes).configuration
            }
        }
        return .standard
    }

    /// Returns the path of a file below the folder; nil if the file is elsewhere.
    ///
    /// `file` is the file's absolute path. It may reach the folder by another way than the folder's own path.
    package func path(ofFile file: [UInt8]) -> NotePath? {
        let (file, folder) = (Self.plain(file), absolutePath)
        guard let relative = Self.path(of: file, below: folder) ?? Self.resolved(file, below: folder) else {
            return nil
        }
        return NotePath(bytes: Array(relative))
    }

    /// Whether another folder is this one, or is in it, wherever links and detours lead.
    ///
    /// False if either is gone.
    package func encloses(_ other: NotebookFolder) -> Bool {
        guard let own = Self.realPath(Array(path.utf8)), let others = Self.realPath(Array(other.path.utf8))
        else { return false }
        return own == others || Self.path(of: others, below: own) != nil
    }

    /// Returns the folder that a note's links must not lead out of, if only the note is known.
    ///
    /// It is the nearest folder above it that is set up as a notebook, or else its own.
    static func around(_ note: [UInt8]) -> NotebookFolder {
        let own = RelativePath.folder(of: note)
        var folder = realPath(own) ?? own
        while true {
            let isSetUp = [Array("/.debrief.yml".utf8), Array("/.debrief".utf8)].contains {
                if case .missing = FileReader.entry(folder + $0) { false } else { true }
            }
            if isSetUp { return NotebookFolder(path: String(decoding: folder, as: UTF8.self)) }
            guard let slash = folder.lastIndex(of: .ascii("/")), slash > 0 else { break }
            folder.removeSubrange(slash...)
        }
        return NotebookFolder(path: String(decoding: own, as: UTF8.self))
    }

    /// The folder's absolute path.
    ///
    /// If the given path was absolute, this is the same one without redundant parts.
    package var absolutePath: [UInt8] {
        let given = Array(path.utf8)
        return Self.plain(given.first == .ascii("/") ? given : Self.realPath(given) ?? given)
    }

    /// Returns an absolute path without a slash at its end, empty names and `.`.
    private static func plain(_ path: [UInt8]) -> [UInt8] {
        guard path.first == .ascii("/") else { return path }
        let names = path.split(separator: .ascii("/")).filter { !$0.elementsEqual(".".utf8) }
        return names.isEmpty ? [.ascii("/")] : names.flatMap { [.ascii("/")] + $0 }
    }

    private static func path(of file: [UInt8], below folder: [UInt8]) -> ArraySlice<UInt8>? {
        guard file.starts(with: folder), file.dropFirst(folder.count).first == .ascii("/") else { return nil }
        return file.dropFirst(folder.count + 1)
    }

    private static func resolved(_ file: [UInt8], below folder: [UInt8]) -> ArraySlice<UInt8>? {
        guard let slash = file.lastIndex(of: .ascii("/")), let parent = realPath(Array(file[..<slash])),
            let folder = realPath(folder)
        else { return nil }
        return path(of: parent + file[slash...], below: folder)
    }
}

extension LinkBase {
    /// Returns the same links in another style.
    ///
    /// - Parameters:
    ///   - style: The style of the links.
    ///   - folder: The notebook, whose absolute path some styles need.
    /// - Returns: The links to the same files in that style.
    public func styled(_ style: LinkStyle, of folder: NotebookFolder) -> LinkBase {
        styled(style, of: folder.absolutePath)
    }
}

extension NotebookFolder {
    /// Returns what links in a file are relative to, and what they lead to.
    ///
    /// - Throws: If the file's folder is not there.
    public func linkBase(ofFile file: String, _ style: LinkStyle = .relative) throws(WriteFailure) -> LinkBase
    {
        let folder = RelativePath.folder(of: Array(file.utf8))
        guard let prefix = RelativePath.between(folder: folder, and: Array(path.utf8)) else {
            throw .system("its folder could not be found", .last)
        }
        return LinkBase(prefix: prefix).styled(style, of: self)
    }
}
