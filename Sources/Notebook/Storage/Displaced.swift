internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that came in exchange for another, when it was looked at.
struct Displaced {
    let identity: FileReader.Identity
    /// When it was last written to, in seconds and nanoseconds.
    let modified: (Int, Int)
    /// Nil where it is no file.
    let bytes: [UInt8]?
    /// Whether somebody has it open to write.
    let isBeingSaved: Bool

    init(
        _ identity: FileReader.Identity, modified: stat? = nil, bytes: [UInt8]?, isBeingSaved: Bool = false
    ) {
        self.identity = identity
        self.modified = modified.map(Self.modified) ?? (0, 0)
        self.bytes = bytes
        self.isBeingSaved = isBeingSaved
    }

    /// Looks at what has a name now.
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
        // In this order: who opens the file by its name from now on opens the other one.
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

    /// Whether it is the same file with the same bytes. Another file may well have these, too: that of somebody who
    /// saved what they saw.
    func isUnchanged(since earlier: Displaced) -> Bool {
        identity == earlier.identity && bytes == earlier.bytes
    }
}

/// The file that was read and has given up its place, until it is certain that nobody saves it any more.
struct DisplacedOriginal: ~Copyable {
    /// The name that it has got.
    let name: [UInt8]
    let file: OpenFile
    let writers: OpenFile.Writers
    let bytes: [UInt8]
    /// Whether it has its name from the new file, and has not been moved aside.
    let isExchanged: Bool

    /// How long to wait for whoever has found it by its name to open it, in microseconds. Where a program is the file
    /// system that takes long, and where they cannot be held back, they are given the time to write.
    var rest: UInt32 { isExchanged && writers == .heldBack ? 5_000 : 20_000 }

    /// Whether that is what has the name, and nobody has saved it or is about to.
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
