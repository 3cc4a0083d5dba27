#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that is open for reading.
struct OpenFile: ~Copyable {
    let descriptor: Int32
    private(set) var status = stat()

    var kind: FileKind { FileKind(mode: status.st_mode) }

    var identity: FileReader.Identity { FileReader.Stamp(status).identity }

    /// Opens a name in a folder, whatever it stands for, and follows no link.
    init(_ name: [UInt8], in folder: Int32) throws(WriteFailure) {
        descriptor = unsafe withCString(name) {
            unsafe openat(folder, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        }
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw .changed
            case ELOOP: throw .notAFile(kind: FileKind.symbolicLink.description)
            default: throw .system("it could not be opened", .last)
            }
        }
        if unsafe fstat(descriptor, &status) != 0 { throw .system("it could not be looked at", .last) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    borrowing func bytes() throws(WriteFailure) -> [UInt8] {
        do {
            return try FileReader.bytes(of: descriptor, expecting: Int(status.st_size))
        } catch {
            switch error {
            case .unreadable(let error): throw .system("it could not be read", error)
            default: throw .changed
            }
        }
    }

    // MARK: Who writes to it

    /// What the system tells of those who would write to a file.
    enum Writers {
        /// There are none, and none comes until the file is closed or let go: whoever opens it to write waits.
        case heldBack
        /// Somebody has it open to write.
        case atWork
        /// The system does not tell. So it is on macOS, and with files that belong to somebody else.
        case unknown
    }

    /// Holds back those who would open the file to write. Linux does by a lease.
    borrowing func holdBackWriters() -> Writers {
        #if canImport(Glibc)
            // F_SETSIG: should somebody open it just now, the signal is to be one that does nothing.
            _ = fcntl(descriptor, 10, SIGURG)
            // F_SETLEASE
            if fcntl(descriptor, 1024, F_RDLCK) == 0 { return .heldBack }
            return errno == EAGAIN ? .atWork : .unknown
        #else
            return .unknown
        #endif
    }

    /// Whether a writer that is held back waits for the file.
    var isWanted: Bool {
        #if canImport(Glibc)
            // F_GETLEASE: what it is to become is that there is none any more.
            fcntl(descriptor, 1025) != F_RDLCK
        #else
            false
        #endif
    }

    /// Lets in those who were held back.
    borrowing func letWritersIn() {
        #if canImport(Glibc)
            _ = fcntl(descriptor, 1024, F_UNLCK)
        #endif
    }

    /// Whether somebody has it open to write, as far as the system tells.
    var isOpenForWriting: Bool {
        switch holdBackWriters() {
        case .heldBack:
            letWritersIn()
            return false
        case .atWork: return true
        case .unknown: return false
        }
    }
}
