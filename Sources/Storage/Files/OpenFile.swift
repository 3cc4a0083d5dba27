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

    /// Opens whatever has a name in a folder, without following a link.
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

    /// What the system says about programs that write to a file.
    enum Writers {
        /// Nobody writes, and nobody can begin until the file is closed or let go: whoever opens it for
        /// writing waits.
        case heldBack
        /// Somebody has it open for writing.
        case atWork
        /// The system does not say. That is so on macOS, and for files that belong to somebody else.
        case unknown
    }

    /// Holds back programs that open the file for writing.
    ///
    /// Linux does it with a lease.
    borrowing func holdBackWriters() -> Writers {
        #if canImport(Glibc)
            // F_SETSIG: if somebody opens the file just now, the signal should be one that does nothing.
            _ = fcntl(descriptor, 10, SIGURG)
            // F_SETLEASE
            if fcntl(descriptor, 1024, F_RDLCK) == 0 { return .heldBack }
            return errno == EAGAIN ? .atWork : .unknown
        #else
            return .unknown
        #endif
    }

    /// Whether a program that is held back waits to write to the file.
    var isWanted: Bool {
        #if canImport(Glibc)
            // F_GETLEASE: it returns something else while the system wants the lease back.
            fcntl(descriptor, 1025) != F_RDLCK
        #else
            false
        #endif
    }

    /// Lets in the programs that were held back.
    borrowing func letWritersIn() {
        #if canImport(Glibc)
            _ = fcntl(descriptor, 1024, F_UNLCK)
        #endif
    }

    /// Whether somebody has it open for writing, as far as the system says.
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
