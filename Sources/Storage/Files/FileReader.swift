internal import Markup

#if canImport(Glibc)
    internal import Csystem
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads whole files, and refuses everything that is not a regular file.
enum FileReader {
    /// The most bytes that a file may have to be read.
    static let largest = 16 << 20

    /// What identifies a file, whatever its name.
    struct Identity: Hashable, Sendable {
        let device: UInt64
        let inode: UInt64
    }

    /// What tells a file's contents from its contents at another time, without reading them.
    struct Stamp: Equatable, Sendable {
        let identity: Identity
        let size: Int
        /// When the file last changed in any way, in seconds and nanoseconds.
        ///
        /// No program can set it back.
        let seconds: Int
        let nanoseconds: Int

        init(_ status: stat) {
            identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
            size = Int(status.st_size)
            #if canImport(Glibc)
                (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
            #else
                (seconds, nanoseconds) = (status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec)
            #endif
        }

        /// Whether the file changed so long ago that its next change will have another time.
        ///
        /// File systems count in units of up to two seconds.
        var isSettled: Bool { time(nil) - seconds > 2 }
    }

    struct File: Sendable {
        let bytes: [UInt8]
        let stamp: Stamp
        /// How many names the file has.
        let links: Int
    }

    enum Failure: Error, Sendable {
        case unreadable(SystemError)
        case notRegular(kind: String)
        case isFolder
        case tooLarge(bytes: Int)
    }

    /// Reads a file.
    ///
    /// A FIFO or a device is not opened, because whoever is at its other end would notice.
    ///
    /// - Parameters:
    ///   - path: The path that the system is given, without a NUL.
    ///   - folder: The folder that the path starts from; by default the working directory.
    ///   - isKnownAsFile: Whether the folder has just said that it is a file. Then only something that took
    ///     its place since can be anything else.
    /// - Returns: The file's bytes and its stamp.
    /// - Throws: `Failure` if it cannot be read, is not a regular file, or is too large.
    static func contents(
        of path: [UInt8], below folder: [UInt8]? = nil, isKnownAsFile: Bool = false
    ) throws(Failure) -> File {
        if !isKnownAsFile, let kind = kind(of: path, below: folder) { try requireFile(kind) }
        let descriptor = unsafe withCString(path, below: folder) {
            unsafe open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        }
        guard descriptor >= 0 else { throw .unreadable(.last) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(.last) }
        try requireFile(FileKind(mode: status.st_mode))
        let size = Int(status.st_size)
        guard size <= largest else { throw .tooLarge(bytes: size) }
        return File(
            bytes: try bytes(of: descriptor, expecting: size),
            stamp: Stamp(status), links: Int(status.st_nlink))
    }

    /// Returns the stamp of a regular file and how many names it has; nil if there is no such file.
    static func stamp(of path: [UInt8], below folder: [UInt8]) -> (Stamp, links: Int)? {
        var status = stat()
        guard unsafe withCString(path, below: folder, { unsafe stat($0, &status) }) == 0,
            FileKind(mode: status.st_mode) == .regular
        else { return nil }
        return (Stamp(status), Int(status.st_nlink))
    }

    /// What a name in a folder stands for, as far as it matters whether the file has other names.
    enum Entry {
        case missing
        /// A file that has only this name.
        case plainFile
        case other
    }

    static func entry(_ path: [UInt8]) -> Entry {
        var status = stat()
        guard unsafe withCString(path, { unsafe lstat($0, &status) }) == 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .other
        }
        return FileKind(mode: status.st_mode) == .regular && status.st_nlink == 1 ? .plainFile : .other
    }

    /// Returns all bytes up to the end, even if the file has grown since its size was asked for.
    static func bytes(of descriptor: Int32, expecting size: Int) throws(Failure) -> [UInt8] {
        var failure: Failure?
        var isWhole = false
        var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < buffer.count, let start = buffer.baseAddress {
                let got = unsafe read(descriptor, start + count, buffer.count - count)
                if got > 0 {
                    count += got
                    // The buffer had room for one byte more, so the end is here.
                    isWhole = count == size
                    if isWhole { return }
                } else if got == 0 {
                    isWhole = true
                    return
                } else if errno != EINTR {
                    failure = .unreadable(.last)
                    return
                }
            }
        }
        if let failure { throw failure }
        // The file grew while it was read, so it is read once more with enough room.
        if !isWhole {
            guard size < largest, lseek(descriptor, 0, SEEK_SET) == 0 else {
                throw .tooLarge(bytes: bytes.count)
            }
            bytes = try self.bytes(of: descriptor, expecting: min(size * 2 + 4096, largest))
        }
        return bytes
    }

    static func isFolder(_ path: [UInt8]) -> Bool { kind(of: path) == .folder }

    /// Whether there is a folder that is not a symbolic link.
    static func isPlainFolder(_ path: [UInt8]) -> Bool {
        var status = stat()
        return unsafe withCString(path, { unsafe lstat($0, &status) }) == 0
            && FileKind(mode: status.st_mode) == .folder
    }

    private static func requireFile(_ kind: FileKind) throws(Failure) {
        switch kind {
        case .regular: return
        case .folder: throw .isFolder
        default: throw .notRegular(kind: kind.description)
        }
    }

    private static func kind(of path: [UInt8], below folder: [UInt8]? = nil) -> FileKind? {
        var status = stat()
        guard unsafe withCString(path, below: folder, { unsafe stat($0, &status) }) == 0 else { return nil }
        return FileKind(mode: status.st_mode)
    }
}

/// The kind of thing that a name in a folder stands for.
enum FileKind: Sendable, CustomStringConvertible {
    case regular, folder, symbolicLink, fifo, socket, device

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .regular
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .symbolicLink
        case S_IFIFO: self = .fifo
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }

    var description: String {
        switch self {
        case .regular: "a file"
        case .folder: "a folder"
        case .symbolicLink: "a symbolic link"
        case .fifo: "a FIFO"
        case .socket: "a socket"
        case .device: "a device"
        }
    }
}

/// Calls a function with a path in C's form, that is with a NUL at its end.
///
/// `folder` is the folder that the path starts from; by default it is the working directory.
func withCString<Result>(
    _ path: [UInt8], below folder: [UInt8]? = nil, _ body: (UnsafePointer<CChar>) -> Result
) -> Result {
    var whole: [UInt8] = []
    whole.reserveCapacity((folder?.count ?? 0) + path.count + 2)
    if let folder {
        whole += folder
        whole.append(.ascii("/"))
    }
    whole += path
    whole.append(0)
    func call(_ bytes: UnsafePointer<UInt8>) -> Result {
        unsafe body(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))
    }
    return unsafe call(whole)
}

/// Returns a path from the root without symbolic links; nil, with `errno`, if it leads nowhere.
func resolvedPath(_ path: [UInt8]) -> [UInt8]? {
    guard let found = unsafe withCString(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(found) }
    return unsafe UnsafeBufferPointer(start: found, count: strlen(found)).map { UInt8(bitPattern: $0) }
}
