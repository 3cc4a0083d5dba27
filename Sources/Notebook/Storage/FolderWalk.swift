internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Finds the files of a notebook that are to be read, in the order of their paths.
struct FolderWalk {
    struct FoundFile: Sendable {
        let path: NotePath
        let isSymbolicLink: Bool
    }

    private(set) var files: [FoundFile] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let root: [UInt8]

    /// Walks a folder, without following symbolic links to folders, and without recursion.
    ///
    /// - Parameters:
    ///   - root: the path of the notebook, as the system takes it.
    ///   - progress: is told how many files there are.
    init(root: [UInt8], progress: ReadingProgress? = nil) throws(SystemError) {
        self.root = root
        var folders: [[UInt8]] = [[]]
        while let folder = folders.popLast() {
            do {
                try list(folder, subfolders: &folders)
            } catch {
                if folder.isEmpty { throw error }
                diagnostics.append(.unreadable(NotePath(bytes: folder), reason: error.description))
            }
            progress?.find(files.count)
        }
        files.sort { $0.path < $1.path }
        progress?.find(files.count, isAll: true)
    }

    /// Lists one folder, given by its path below the root.
    private mutating func list(_ folder: [UInt8], subfolders: inout [[UInt8]]) throws(SystemError) {
        let absolute = folder.isEmpty ? root : root + [.ascii("/")] + folder
        let prefix = folder.isEmpty ? [] : folder + [.ascii("/")]
        guard let directory = unsafe withCString(absolute, { unsafe opendir($0) }) else { throw .last }
        defer { unsafe closedir(directory) }
        while true {
            errno = 0
            guard let entry = unsafe readdir(directory) else {
                if errno != 0 { throw .last }
                return
            }
            let path = unsafe Self.path(of: entry, behind: prefix)
            let name = path[prefix.count...]
            if name.first == .ascii(".") {
                if Self.isCloudStub(name) { diagnostics.append(.notDownloaded(NotePath(bytes: path))) }
                continue
            }
            let kind = unsafe kind(of: entry, at: path)
            if kind == .folder {
                subfolders.append(path)
            } else if Self.isMarkdown(name) {
                add(NotePath(bytes: path), kind)
            }
        }
    }

    private mutating func add(_ path: NotePath, _ kind: FileKind) {
        switch kind {
        case .regular, .symbolicLink:
            if let tool = Self.conflictTool(path.stem) {
                diagnostics.append(.conflictCopy(path, of: tool))
            } else {
                files.append(FoundFile(path: path, isSymbolicLink: kind == .symbolicLink))
            }
        default: diagnostics.append(.notARegularFile(path, kind: kind.description))
        }
    }

    /// The folders in a folder, all given by their paths below the root; none where it cannot be read.
    static func subfolders(of folder: [UInt8], below root: [UInt8]) -> [[UInt8]] {
        var walk = FolderWalk(emptyAt: root)
        var subfolders: [[UInt8]] = []
        try? walk.list(folder, subfolders: &subfolders)
        return subfolders
    }

    private init(emptyAt root: [UInt8]) { self.root = root }

    // MARK: Names

    /// Where a walk might come to something else when there is something else at a path; nil where it would
    /// pass it by.
    static func change(at path: NotePath) -> FolderChanges? {
        if path == Configuration.path { return .anywhere }
        let name = path.name
        if name.first == .ascii(".") { return isCloudStub(name) ? .anywhere : nil }
        if path.isNote { return FolderChanges(paths: [path]) }
        return isMarkdown(name) ? .anywhere : nil
    }

    static func isMarkdown(_ name: ArraySlice<UInt8>) -> Bool {
        ends(name, with: ".md") || ends(name, with: ".markdown")
    }

    private static func ends(_ name: ArraySlice<UInt8>, with ending: StaticString) -> Bool {
        guard name.count > ending.utf8CodeUnitCount else { return false }
        return ending.withUTF8Buffer { letters in
            let start = name.endIndex - letters.count
            for offset in 0..<letters.count
            where unsafe name[start + offset].lowercased != letters[offset] { return false }
            return true
        }
    }

    /// `.note.md.icloud` stands for a note that has not been downloaded.
    private static func isCloudStub(_ name: ArraySlice<UInt8>) -> Bool {
        ends(name, with: ".icloud") && isMarkdown(name.dropLast(7))
    }

    /// What a conflict copy's name says about where it comes from; nil for any other name.
    static func conflictTool(_ stem: ArraySlice<UInt8>) -> String? {
        guard stem.contains(.ascii("(")) || stem.contains(.ascii(".")) else { return nil }
        let stem = String(decoding: stem, as: UTF8.self).lowercased()
        if stem.contains(".sync-conflict-") { return "a conflict copy that Syncthing left" }
        guard stem.hasSuffix(")"), let open = stem.lastIndex(of: "(") else { return nil }
        let words = stem[open...]
        if words.contains("conflicted copy") || words.contains("case conflict") {
            return "a conflict copy that a sync tool left"
        }
        return nil
    }

    // MARK: Entries

    /// The path of an entry of a folder, whose own path is the prefix with a `/` behind.
    private static func path(of entry: UnsafeMutablePointer<dirent>, behind prefix: [UInt8]) -> [UInt8] {
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
            let length = unsafe name.firstIndex(of: 0) ?? name.count
            var path: [UInt8] = []
            path.reserveCapacity(prefix.count + length)
            path += prefix
            unsafe path.append(contentsOf: name[..<length])
            return path
        }
    }

    private func kind(of entry: UnsafeMutablePointer<dirent>, at path: [UInt8]) -> FileKind {
        switch unsafe Int32(entry.pointee.d_type) {
        case Int32(DT_REG): return .regular
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return .symbolicLink
        case Int32(DT_FIFO): return .fifo
        case Int32(DT_SOCK): return .socket
        case Int32(DT_UNKNOWN):
            var status = stat()
            let result = unsafe withCString(root + [.ascii("/")] + path) { unsafe lstat($0, &status) }
            return result == 0 ? FileKind(mode: status.st_mode) : .regular
        default: return .device
        }
    }
}

extension NotePath {
    /// Whether the names in the path are those of a note, which is what a walk would read.
    package var isNote: Bool {
        let names = bytes.split(separator: .ascii("/"), omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty && $0.first != .ascii(".") }) else { return false }
        return FolderWalk.isMarkdown(name) && FolderWalk.conflictTool(stem) == nil
    }
}
