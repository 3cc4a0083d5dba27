#if canImport(Glibc)
    internal import Csystem
    internal import Glibc
#else
    internal import Darwin
#endif

/// A new file in the folder of the file whose place it is to take.
///
/// It belongs to this value: if anything goes wrong, it disappears with the value.
struct TemporaryFile: ~Copyable {
    let target: WriteTarget
    private(set) var name: [UInt8] = []
    private var descriptor: Int32 = -1
    /// Whether there is a file of that name that nobody would miss.
    private var isOurs = true
    /// How many names of its kind were taken already.
    private var number = 0

    /// Makes an empty file.
    ///
    /// `mode` is its permissions. The process's mask removes some of them.
    init(for target: consuming WriteTarget, mode: mode_t) throws(WriteFailure) {
        let (folder, targetName) = (target.folder, target.name)
        self.target = target
        while number < 1000 {
            name = Leftover.name(number, for: targetName)
            descriptor = unsafe withCString(name) {
                unsafe openat(folder, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
            }
            if descriptor >= 0 || errno != EEXIST { break }
            number += 1
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
        if isOurs { _ = names.unlink(name) }
    }

    /// Writes all bytes, and waits until they are on the disk.
    ///
    /// `original` is the file whose owner, mode and attributes it gets.
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
            // On macOS fsync leaves the bytes in the disk's own memory.
            if fcntl(descriptor, F_FULLFSYNC) == 0 { return 0 }
        #endif
        return fsync(descriptor)
    }

    // MARK: Its name

    /// Records that the file of this name must not be removed: it is gone, or may be somebody's only copy.
    mutating func letGo() { isOurs = false }

    /// Removes the name.
    ///
    /// - Returns: The reason if that fails; nil if the name is gone.
    mutating func unlink() -> SystemError? {
        isOurs = false
        for _ in 0..<2 where names.unlink(name) == 0 { return nil }
        return .last
    }

    /// Leaves the file where it is, because it may be the only copy of what somebody saved.
    mutating func keep(reason: String) -> WriteFailure {
        isOurs = false
        return .leftBehind(name: String(decoding: name, as: UTF8.self), reason: reason)
    }

    /// Returns a name of the same kind that nothing has, for one more file.
    mutating func nextName() throws(WriteFailure) -> [UInt8] {
        while number < 1000 {
            number += 1
            let next = Leftover.name(number, for: target.name)
            if names.status(of: next) == nil, errno == ENOENT { return next }
        }
        throw .system("no file could be made in its folder", SystemError(number: EEXIST))
    }

    // MARK: A name that is free

    /// Takes the name, if nothing has it.
    mutating func takeFreeName() throws(WriteFailure) {
        let lock = try FolderLock(on: folder)
        let signals = HeldSignals()
        defer {
            extendLifetime(signals)
            extendLifetime(lock)
        }
        switch names.moveIfFree(name, to: target.name) {
        case .done: isOurs = false
        case .taken: throw .exists
        case .failed(let error): throw .system("it could not be put in place", error)
        }
    }

    var folder: Int32 { target.folder }

    var names: FolderNames { FolderNames(folder) }
}
