#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The folder of a file that is to be written, held open, and the file's name in it.
///
/// All later calls use these two, so that they work in one folder, whatever becomes of the path.
@safe struct WriteTarget: ~Copyable {
    let folder: Int32
    let name: [UInt8]

    /// Finds the folder and the name of a file that is there.
    ///
    /// It follows a symbolic link to the file that it leads to. `notebook` is the folder that a link must not
    /// lead out of; if it is nil, a link may lead anywhere.
    init(existing path: [UInt8], within notebook: [UInt8]? = nil) throws(WriteFailure) {
        if case .plainFile = FileReader.entry(path) {
            try self.init(path: path)
            return
        }
        guard let real = resolvedPath(path) else {
            throw errno == ENOENT ? .changed : .system("its path could not be followed", .last)
        }
        if let notebook, RelativePath.leads(real, outOf: notebook) {
            throw .outside(notebook: String(decoding: notebook, as: UTF8.self))
        }
        try self.init(path: real)
    }

    /// Finds the folder and the name for a file that is not there yet.
    init(path: [UInt8]) throws(WriteFailure) {
        let slash = path.lastIndex(of: 0x2F)
        name = Array(path[(slash.map { $0 + 1 } ?? 0)...])
        let folderPath = slash.map { $0 == 0 ? [0x2F] : Array(path[..<$0]) } ?? [0x2E]
        folder = unsafe withCString(folderPath) { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard folder >= 0 else { throw .system("its folder could not be opened", .last) }
    }

    deinit {
        if folder >= 0 { close(folder) }
    }

    /// Opens the file for reading.
    ///
    /// It must be a regular file with one name that whoever runs this may write.
    borrowing func openFile() throws(WriteFailure) -> OpenFile {
        let file = try OpenFile(name, in: folder)
        guard file.kind == .regular else { throw .notAFile(kind: file.kind.description) }
        guard file.status.st_nlink <= 1 else { throw .severalNames(Int(file.status.st_nlink)) }
        var folderStatus = stat()
        guard unsafe fstat(folder, &folderStatus) == 0 else {
            throw .system("its folder could not be looked at", .last)
        }
        // The superuser may write anything, but a file that nobody may write is meant to stay.
        let access = unsafe withCString(name) { unsafe faccessat(folder, $0, W_OK, AT_EACCESS) }
        if access != 0, errno == ENOENT { throw .changed }
        guard access == 0, file.status.st_mode & 0o222 != 0, folderStatus.st_mode & 0o222 != 0 else {
            throw .readOnly
        }
        return file
    }

    /// Makes the changes in the folder survive a loss of power.
    borrowing func sync() throws(WriteFailure) {
        // Some file systems cannot do that for folders.
        if fsync(folder) != 0, errno != EINVAL, errno != ENOTSUP {
            throw .system("it was written, but the disk did not confirm it", .last)
        }
    }
}
