#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// How a new file takes a place if the file system cannot exchange names, as FAT, NFS and most of FUSE cannot.
// The old file is moved aside and looked at, and the new one takes its name only while nothing else has it.
// For a moment there is no file of that name.
extension TemporaryFile {
    /// Moves the old file aside and puts the new one in its place.
    ///
    /// - Parameters:
    ///   - original: The file that was read, with the name that it is to get.
    ///   - isAlone: Whether no other Debrief can be at work in the folder.
    /// - Returns: The old file, which now has its other name.
    /// - Throws: `WriteFailure.changed` if somebody saved the file meanwhile, and other cases if a name
    ///   cannot be changed or a file is left beside it.
    mutating func moveAside(
        _ original: consuming DisplacedOriginal, isAlone: Bool
    ) throws(WriteFailure) -> DisplacedOriginal {
        let aside = original.name
        guard names.rename(target.name, to: aside) == 0 else {
            if errno == ENOENT { throw .changed }
            throw .system("it could not be put in place", .last)
        }
        guard original.isUntouched(in: folder) else {
            try bringBack(original, isAlone: isAlone)
            throw .changed
        }
        switch names.moveIfFree(name, to: target.name) {
        case .done:
            letGo()
            return original
        case .taken:
            // Somebody saved while there was no file, and made a new one.
            _ = consume original
            guard names.unlink(aside) == 0 else { throw Self.left(aside, SystemError.last.description) }
            throw .changed
        case .failed(let error):
            guard case .done = names.moveIfFree(aside, to: target.name) else {
                throw Self.left(aside, error.description)
            }
            throw .system("it could not be put in place", error)
        }
    }

    /// Brings back a file that was moved aside although it is not the one that was read.
    private mutating func bringBack(
        _ original: consuming DisplacedOriginal, isAlone: Bool
    ) throws(WriteFailure) {
        let aside = original.name
        switch names.moveIfFree(aside, to: target.name) {
        case .done: return
        case .failed(let error): throw Self.left(aside, error.description)
        case .taken: break
        }
        // A later save is there by now. Somebody who was about to write to the earlier one is let in and
        // waited for.
        let saved = try Displaced(aside, in: folder)
        _ = consume original
        var found = try Displaced(aside, in: folder)
        for _ in 0..<1000 where found.isBeingSaved {
            usleep(1000)
            found = try Displaced(aside, in: folder)
        }
        guard isAlone, !found.isBeingSaved, found.isUnchanged(since: saved) else {
            throw Self.left(aside, "the file was saved twice at the same time")
        }
        guard names.unlink(aside) == 0 else { throw Self.left(aside, SystemError.last.description) }
    }
}
