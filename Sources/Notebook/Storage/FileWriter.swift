internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes files whole: after a failure, a crash or a loss of power a file has its old bytes or its new ones.
///
/// The new bytes go into a file beside the old one, which is given its owner, mode and attributes, is brought
/// to the disk, and then takes its place. A file that somebody else saved since it was read is left as they
/// saved it. A file with several names (hard links) is refused: a new file would be known by one of them only,
/// and bytes that are written over others are lost where the writing stops half-way.
enum FileWriter {
    /// Replaces the bytes of a file. Where old and new are the same, nothing is written.
    ///
    /// - Parameters:
    ///   - path: the file's; a symbolic link stays, and the file that it leads to is written.
    ///   - old: the bytes that were read. If there are others by now, it throws `changed`.
    ///   - notebook: the folder that a symbolic link must not lead out of.
    static func replace(
        _ path: [UInt8], old: [UInt8], with new: [UInt8], within notebook: [UInt8]? = nil
    ) throws(WriteFailure) {
        let signals = HeldSignals()
        defer { extendLifetime(signals) }
        guard let placed = try place(path, old: old, with: new, within: notebook) else { return }
        usleep(placed.rest)
        try placed.settle(syncingFolder: true)
    }

    /// Puts new bytes in place. They are there at once, and the old file is to be given its rest. The caller holds
    /// signals back until then.
    ///
    /// - Returns: nil where old and new are the same.
    static func place(
        _ path: [UInt8], old: [UInt8], with new: [UInt8], within notebook: [UInt8]?
    ) throws(WriteFailure) -> PlacedFile? {
        if old.isSame(as: new) { return nil }
        let target = try WriteTarget(existing: path, within: notebook)
        let file = try target.openFile()
        guard try file.bytes().isSame(as: old) else { throw .changed }
        // With the right mode from the beginning, for some file systems know no way to change it.
        var temporary = try TemporaryFile(for: target, mode: file.status.st_mode & 0o777)
        try temporary.fill(new, like: file)
        return try PlacedFile(temporary, old: old, new: new)
    }

    /// Makes what was written into a file's folder last through a loss of power.
    static func syncFolder(ofFile path: [UInt8]) throws(WriteFailure) {
        try WriteTarget(existing: path).sync()
    }

    /// Writes a file that is not there yet.
    static func create(_ path: [UInt8], _ bytes: [UInt8]) throws(WriteFailure) {
        var temporary = try TemporaryFile(for: WriteTarget(path: path), mode: 0o666)
        try temporary.fill(bytes)
        do {
            try temporary.takeFreePlace()
        } catch {
            let isDangling = error == .exists && FileReader.entry(path) == .other && resolvedPath(path) == nil
            throw isDangling ? .dangling : error
        }
        try temporary.target.sync()
    }
}
