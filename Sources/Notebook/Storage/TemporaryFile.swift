internal import Markup

#if canImport(Glibc)
    internal import Csystem
    internal import Glibc
#else
    internal import Darwin
#endif

/// A new file in the folder of the one whose place it is to take.
///
/// It belongs to this value: where anything goes wrong, the file goes away with it.
struct TemporaryFile: ~Copyable {
    let target: WriteTarget
    private var name: [UInt8] = []
    private var descriptor: Int32 = -1
    /// Whether there is a file of that name that nobody would miss.
    private var isOurs = true

    /// Makes an empty file.
    ///
    /// - Parameter mode: its permissions, of which the process's mask takes some away.
    init(for target: consuming WriteTarget, mode: mode_t) throws(WriteFailure) {
        let folder = target.folder
        self.target = target
        for number in 0..<1000 {
            name = Array(".debrief-\(getpid())-\(number)".utf8)
            descriptor = unsafe withCString(name) {
                unsafe openat(folder, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
            }
            if descriptor >= 0 || errno != EEXIST { break }
        }
        if descriptor < 0 {
            isOurs = false
            switch errno {
            case EACCES, EPERM, EROFS: throw .readOnly
            default: throw .system("no file could be made in its folder", .last)
            }
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if isOurs { _ = Self.unlink(name, in: folder) }
    }

    /// Writes all bytes, and waits until they are on the disk.
    ///
    /// - Parameter original: the file whose owner, mode and attributes it is to have.
    mutating func fill(_ bytes: [UInt8], like original: borrowing OpenFile) throws(WriteFailure) {
        try FileAttributes.carry(from: original, to: descriptor)
        try fill(bytes)
    }

    mutating func fill(_ bytes: [UInt8]) throws(WriteFailure) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes[start...].withUnsafeBytes { buffer in
                unsafe write(descriptor, buffer.baseAddress, buffer.count)
            }
            if written >= 0 {
                start += written
            } else if errno != EINTR {
                throw .system("it could not be written", .last)
            }
        }
        guard Self.flush(descriptor) == 0 else { throw .system("it could not be written", .last) }
        let result = close(descriptor)
        descriptor = -1
        guard result == 0 else { throw .system("it could not be written", .last) }
    }

    private static func flush(_ descriptor: Int32) -> Int32 {
        #if canImport(Darwin)
            // There fsync leaves the bytes in the disk's own memory.
            if fcntl(descriptor, F_FULLFSYNC) == 0 { return 0 }
        #endif
        return fsync(descriptor)
    }

    // MARK: Taking a place

    /// Takes the place of a file, if that still has the bytes that were read.
    mutating func replace(old: [UInt8], with new: [UInt8]) throws(WriteFailure) {
        do {
            try exchange(old: old, new: new)
        } catch {
            switch error {
            case .failed(let failure): throw failure
            case .noExchange:
                guard try OpenFile(target.name, in: folder).bytes().isSame(as: old) else { throw .changed }
                guard rename() == 0 else { throw .system("it could not be put in place", .last) }
                isOurs = false
            }
        }
    }

    private enum ExchangeFailure: Error {
        /// The file system has no exchange of names.
        case noExchange
        case failed(WriteFailure)
    }

    /// Exchanges the names of this file and another, and looks at what came in exchange. If that is not what
    /// was read, or somebody is about to save it, it is put back.
    private mutating func exchange(old: [UInt8], new: [UInt8]) throws(ExchangeFailure) {
        let ours: Displaced
        do {
            ours = Displaced(try status(), bytes: new)
        } catch {
            throw .failed(error)
        }
        guard exchangeNames() == 0 else {
            let error = SystemError.last
            switch error.number {
            case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP: throw .noExchange
            case ENOENT: throw .failed(.changed)
            default: throw .failed(.system("it could not be put in place", error))
            }
        }
        let displaced = try displaced()
        if displaced.bytes?.isSame(as: old) == true, !displaced.isBeingSaved { return try discard() }
        try putBack(displaced, inPlaceOf: ours)
        throw .failed(.changed)
    }

    /// Puts back what somebody saved.
    ///
    /// That may again find a later save in its place, and so on: each round puts the newest back, and the last
    /// one finds what the one before had put there. This alone is thrown away, and only when nobody has it
    /// open to write. That somebody has is no save yet: they may never write, as a program that is just being
    /// started from this one and has all of its files open. So the round waits for them, with the newest save
    /// in place.
    private mutating func putBack(
        _ saved: Displaced, inPlaceOf placed: Displaced
    ) throws(ExchangeFailure) {
        var (saved, placed) = (saved, placed)
        for _ in 0..<1000 {
            guard exchangeNames() == 0 else {
                let error = SystemError.last
                // Somebody took away or moved what is there, perhaps to write it anew: then it is back before them,
                // or it goes where they have it already.
                if error.number == ENOENT {
                    if renameIfFree() == 0 {
                        isOurs = false
                        return
                    }
                    if errno == EEXIST { continue }
                }
                throw .failed(keep(reason: error.description))
            }
            var found = try displaced()
            for _ in 0..<1000 where found.isBeingSaved && found.isUnchanged(since: placed) {
                usleep(1000)
                found = try displaced()
            }
            if found.isUnchanged(since: placed) {
                if found.isBeingSaved { throw .failed(keep(reason: "another program has it open to write")) }
                return try discard()
            }
            if found.identity == placed.identity, placed.isBeingSaved, !found.isBeingSaved,
                found.modified < saved.modified
            {
                // It was written to by somebody who had opened it before, and the later save is in place.
                throw .failed(keep(reason: "the file was saved twice at the same time"))
            }
            (saved, placed) = (found, saved)
        }
        throw .failed(keep(reason: "the file is being saved again and again"))
    }

    /// What came in exchange, when it was looked at.
    private struct Displaced {
        let identity: FileReader.Identity
        /// When it was last written to, in seconds and nanoseconds.
        let modified: (Int, Int)
        /// Nil where it is no file.
        let bytes: [UInt8]?
        /// Whether somebody has it open to write.
        let isBeingSaved: Bool

        init(_ status: stat, bytes: [UInt8]?, isBeingSaved: Bool = false) {
            identity = FileReader.Stamp(status).identity
            #if canImport(Glibc)
                modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
            #else
                modified = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
            #endif
            self.bytes = bytes
            self.isBeingSaved = isBeingSaved
        }

        /// Whether it is the same file with the same bytes. Another file may well have these, too: that of
        /// somebody who saved what they saw.
        func isUnchanged(since earlier: Displaced) -> Bool {
            identity == earlier.identity && bytes == earlier.bytes
        }
    }

    private mutating func displaced() throws(ExchangeFailure) -> Displaced {
        do {
            return try look()
        } catch {
            // Nobody can tell what came, so it goes back; nor what comes for it, so that is kept.
            _ = exchangeNames()
            throw .failed(keep(reason: error.description))
        }
    }

    /// What has this file's name now.
    private func look() throws(WriteFailure) -> Displaced {
        var failure: WriteFailure?
        for _ in 0..<3 {
            do {
                let status = try status()
                guard FileKind(mode: status.st_mode) == .regular else {
                    return Displaced(status, bytes: nil)
                }
                let file = try OpenFile(name, in: folder)
                // In this order: who opens the file by its name from now on opens the other one.
                let isBeingSaved = file.isOpenForWriting
                let bytes = try file.bytes()
                return Displaced(try self.status(), bytes: bytes, isBeingSaved: isBeingSaved)
            } catch {
                failure = error
            }
        }
        throw failure ?? .changed
    }

    /// Takes away what was displaced, which is what was read or what somebody saved over.
    private mutating func discard() throws(ExchangeFailure) {
        isOurs = false
        guard let error = Self.unlink(name, in: folder) else { return }
        throw .failed(keep(reason: error.description))
    }

    /// Lets the file be, since it may be the only copy of what somebody saved.
    private mutating func keep(reason: String) -> WriteFailure {
        isOurs = false
        return .leftBehind(name: String(decoding: name, as: UTF8.self), reason: reason)
    }

    /// Takes the place, if nothing is there.
    mutating func takeFreePlace() throws(WriteFailure) {
        if renameIfFree() == 0 {
            isOurs = false
            return
        }
        switch errno {
        case EEXIST: throw .exists
        case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP: break
        default: throw .system("it could not be put in place", .last)
        }
        // A second name is given only where it is free; the first goes away with this value.
        let result = unsafe withNames { old, new in unsafe linkat(folder, old, folder, new, 0) }
        guard result == 0 else {
            throw errno == EEXIST ? .exists : .system("it could not be put in place", .last)
        }
    }

    // MARK: The system's calls

    private var folder: Int32 { target.folder }

    /// The status of what has this file's name.
    private func status() throws(WriteFailure) -> stat {
        var status = stat()
        guard unsafe withCString(name, { unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0
        else { throw .system("it could not be looked at", .last) }
        return status
    }

    private func rename() -> Int32 {
        unsafe withNames { old, new in unsafe renameat(folder, old, folder, new) }
    }

    private func exchangeNames() -> Int32 {
        #if canImport(Darwin)
            rename(flags: UInt32(RENAME_SWAP))
        #else
            // RENAME_EXCHANGE
            rename(flags: 2)
        #endif
    }

    private func renameIfFree() -> Int32 {
        #if canImport(Darwin)
            rename(flags: UInt32(RENAME_EXCL))
        #else
            // RENAME_NOREPLACE
            rename(flags: 1)
        #endif
    }

    private func rename(flags: UInt32) -> Int32 {
        unsafe withNames { old, new in
            #if canImport(Darwin)
                unsafe renameatx_np(folder, old, folder, new, flags)
            #else
                unsafe renameat2(folder, old, folder, new, flags)
            #endif
        }
    }

    /// Calls with this file's name and with that of the place.
    private func withNames(_ call: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32) -> Int32 {
        unsafe withCString(name) { old in
            unsafe withCString(target.name) { new in unsafe call(old, new) }
        }
    }

    /// Removes a name; tells why it could not.
    private static func unlink(_ name: [UInt8], in folder: Int32) -> SystemError? {
        for _ in 0..<2 {
            if unsafe withCString(name, { unsafe unlinkat(folder, $0, 0) }) == 0 { return nil }
        }
        return .last
    }
}
