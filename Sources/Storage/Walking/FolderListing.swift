internal import Markup
internal import Notes

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What one folder of a notebook holds.
struct FolderListing: Sendable {
    /// The files that are to be read, in the order of their paths.
    private(set) var files: [FolderWalk.FoundFile] = []
    /// The subfolders, by their paths below the root.
    private(set) var subfolders: [[UInt8]] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The names of files that other Debriefs are writing, or have left.
    private var leftovers: [[UInt8]] = []
    /// The reason why the folder may hold more than was found.
    private(set) var failure: SystemError?

    /// Lists a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder's path below the root.
    ///   - root: The path of the notebook, as the system is given it.
    ///   - ignored: The patterns of what is skipped.
    init(of folder: [UInt8], below root: [UInt8], ignoring ignored: IgnorePatterns = IgnorePatterns()) {
        do {
            try list(folder, below: root, ignoring: ignored)
        } catch {
            failure = error
        }
        files.sort { $0.path < $1.path }
        if leftovers.isEmpty { return }
        let prefix = folder.isEmpty ? [] : folder + [.ascii("/")]
        diagnostics += LeftoverNews(prefix: prefix, root: root).diagnostics(
            of: leftovers, among: files.map(\.path))
    }

    private mutating func list(
        _ folder: [UInt8], below root: [UInt8], ignoring ignored: IgnorePatterns
    ) throws(SystemError) {
        let absolute = folder.isEmpty ? root : root + [.ascii("/")] + folder
        let prefix = folder.isEmpty ? [] : folder + [.ascii("/")]
        try unsafe Self.forEachEntry(of: absolute) { entry in
            let path = unsafe Self.path(of: entry, after: prefix)
            let name = path[prefix.count...]
            if name.first == .ascii(".") {
                if Leftover(name) != nil { leftovers.append(Array(name)) }
                if FolderWalk.isCloudStub(name) { diagnostics.append(.notDownloaded(NotePath(bytes: path))) }
                return
            }
            let kind = unsafe Self.kind(of: entry, at: path, below: root)
            if ignored.ignores(path, isFolder: kind == .folder) { return }
            if kind == .folder {
                subfolders.append(path)
            } else if FolderWalk.isMarkdown(name) {
                add(NotePath(bytes: path), kind, below: root)
            }
        }
    }

    /// Calls a function with each entry of a folder, in the system's order, `.` and `..` included.
    ///
    /// - Throws: The reason why the folder could not be read, or not to its end.
    static func forEachEntry(
        of folder: [UInt8], _ visit: (UnsafeMutablePointer<dirent>) -> Void
    ) throws(SystemError) {
        guard let directory = unsafe withCString(folder, { unsafe opendir($0) }) else { throw .last }
        defer { unsafe closedir(directory) }
        while true {
            errno = 0
            guard let entry = unsafe readdir(directory) else {
                if errno != 0 { throw .last }
                return
            }
            unsafe visit(entry)
        }
    }

    private mutating func add(_ path: NotePath, _ kind: FileKind, below root: [UInt8]) {
        switch kind {
        case .regular, .symbolicLink:
            if let tool = ConflictCopy.tool(of: path.stem) {
                diagnostics.append(.conflictCopy(path, of: tool))
            } else {
                if kind == .symbolicLink, FileReader.stamp(of: path.bytes, below: root) != nil,
                    RelativePath.leads(root + [.ascii("/")] + path.bytes, outOf: root)
                {
                    diagnostics.append(.outsideLink(path))
                }
                files.append(.init(path: path, isSymbolicLink: kind == .symbolicLink))
            }
        default: diagnostics.append(.notARegularFile(path, kind: kind.description))
        }
    }

    /// Returns the path of an entry of a folder.
    ///
    /// `prefix` is the folder's own path with a `/` at its end.
    static func path(of entry: UnsafeMutablePointer<dirent>, after prefix: [UInt8]) -> [UInt8] {
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
            let length = unsafe name.firstIndex(of: 0) ?? name.count
            var path: [UInt8] = []
            path.reserveCapacity(prefix.count + length)
            path += prefix
            unsafe path.append(contentsOf: name[..<length])
            return path
        }
    }

    private static func kind(
        of entry: UnsafeMutablePointer<dirent>, at path: [UInt8], below root: [UInt8]
    ) -> FileKind {
        switch unsafe Int32(entry.pointee.d_type) {
        case Int32(DT_REG): return .regular
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return .symbolicLink
        case Int32(DT_FIFO): return .fifo
        case Int32(DT_SOCK): return .socket
        case Int32(DT_UNKNOWN):
            var status = stat()
            let result = unsafe withCString(path, below: root) { unsafe lstat($0, &status) }
            return result == 0 ? FileKind(mode: status.st_mode) : .regular
        default: return .device
        }
    }
}
