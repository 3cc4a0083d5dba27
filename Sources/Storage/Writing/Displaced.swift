internal import Markup

#if canImport(Glibc)
    internal import Csystem
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that came in exchange for another, as it was when it was looked at.
struct Displaced {
    let identity: FileReader.Identity
    /// When it was last written to, in seconds and nanoseconds.
    let modified: (Int, Int)
    /// The file's bytes; nil if it is not a regular file.
    let bytes: [UInt8]?
    /// Whether somebody has it open for writing.
    let isBeingSaved: Bool

    init(
        _ identity: FileReader.Identity, modified: stat? = nil, bytes: [UInt8]?, isBeingSaved: Bool = false
    ) {
        self.identity = identity
        self.modified = modified.map(Self.modified) ?? (0, 0)
        self.bytes = bytes
        self.isBeingSaved = isBeingSaved
    }

    /// Looks at the file that has a name now.
    init(_ name: [UInt8], in folder: Int32) throws(WriteFailure) {
        var failure: WriteFailure?
        for _ in 0..<3 {
            do {
                self = try Self.look(name, in: folder)
                return
            } catch {
                failure = error
            }
        }
        throw failure ?? .changed
    }

    private static func look(_ name: [UInt8], in folder: Int32) throws(WriteFailure) -> Displaced {
        func status() throws(WriteFailure) -> stat {
            guard let status = FolderNames(folder).status(of: name) else {
                throw .system("it could not be looked at", .last)
            }
            return status
        }
        let first = try status()
        guard FileKind(mode: first.st_mode) == .regular else {
            return Displaced(FileReader.Stamp(first).identity, modified: first, bytes: nil)
        }
        let file = try OpenFile(name, in: folder)
        // The order matters: anybody who opens the file by its name from now on opens the other one.
        let isBeingSaved = file.isOpenForWriting
        let bytes = try file.bytes()
        let last = try status()
        return Displaced(
            FileReader.Stamp(last).identity, modified: last, bytes: bytes, isBeingSaved: isBeingSaved)
    }

    private static func modified(_ status: stat) -> (Int, Int) {
        #if canImport(Glibc)
            (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        #else
            (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
        #endif
    }

    /// Whether it is the same file with the same bytes.
    ///
    /// Another file may have the same bytes too, for example if somebody saved what they saw.
    func isUnchanged(since earlier: Displaced) -> Bool {
        identity == earlier.identity && bytes == earlier.bytes
    }
}

/// The file that was read and has given up its place.
///
/// It is kept until it is certain that nobody is saving it any more.
struct DisplacedOriginal: ~Copyable {
    /// The name that it has now.
    let name: [UInt8]
    let file: OpenFile
    let writers: OpenFile.Writers
    let bytes: [UInt8]
    /// Whether the new file was exchanged for it, so that it was not moved aside.
    let isExchanged: Bool

    /// How long to wait, in microseconds, for anybody who has found the file by its name to open it.
    ///
    /// The wait is longer if the file was moved aside, because the file system may then be a program, which
    /// takes long. It is also longer if writers cannot be held back, so that they have time to write.
    var rest: UInt32 { isExchanged && writers == .heldBack ? 5_000 : 20_000 }

    /// Whether the file that has its name is still this one, and nobody has saved it or is about to.
    borrowing func isUntouched(in folder: Int32) -> Bool {
        guard let status = FolderNames(folder).status(of: name),
            FileReader.Stamp(status).identity == file.identity
        else { return false }
        if writers == .heldBack { return !file.isWanted }
        guard let later = try? OpenFile(name, in: folder), let found = try? later.bytes() else {
            return false
        }
        return found.isSame(as: bytes)
    }
}
