internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes files whole: after a failure, a crash or a loss of power a file has its old bytes or its new ones.
///
/// The new bytes go into a file beside the old one. That file gets the old one's owner, mode and attributes,
/// is flushed to the disk, and then takes the old one's place. A file that somebody else has saved since it
/// was read is left as they saved it. A file with several names (hard links) is refused. A new file would
/// take only one of its names, and overwriting the bytes in place would lose some if the writing stopped
/// half-way.
enum FileWriter {
    /// Replaces the bytes of a file.
    ///
    /// If old and new are the same, it writes nothing.
    ///
    /// - Parameters:
    ///   - path: The file's path. A symbolic link stays, and the file that it leads to is written.
    ///   - old: The bytes that were read.
    ///   - new: The bytes that it gets.
    ///   - notebook: The folder that a symbolic link must not lead out of; nil if it may lead anywhere.
    /// - Throws: `WriteFailure.changed` if the file has other bytes than `old` by now, and other cases if the
    ///   file may not or cannot be written.
    static func replace(
        _ path: [UInt8], old: [UInt8], with new: [UInt8], within notebook: [UInt8]? = nil
    ) throws(WriteFailure) {
        let signals = HeldSignals()
        defer { extendLifetime(signals) }
        guard let placed = try put(path, old: old, with: new, within: notebook) else { return }
        usleep(placed.rest)
        try placed.settle(syncingFolder: true)
    }

    /// Puts new bytes in place.
    ///
    /// They are there at once, and the caller then waits for `rest` and settles the old file. The caller
    /// holds signals back until then.
    ///
    /// - Returns: The file that has taken its place; nil if old and new are the same.
    static func put(
        _ path: [UInt8], old: [UInt8], with new: [UInt8], within notebook: [UInt8]?
    ) throws(WriteFailure) -> PlacedFile? {
        if old.isSame(as: new) { return nil }
        let target = try WriteTarget(existing: path, within: notebook)
        let file = try target.openFile()
        guard try file.bytes().isSame(as: old) else { throw .changed }
        // The file has the right mode from the beginning, because some file systems cannot change it.
        var temporary = try TemporaryFile(for: target, mode: file.status.st_mode & 0o777)
        try temporary.fill(new, like: file)
        return try PlacedFile(temporary, old: old, new: new)
    }

    /// Makes the changes in a file's folder survive a loss of power.
    static func syncFolder(ofFile path: [UInt8]) throws(WriteFailure) {
        try WriteTarget(existing: path).sync()
    }

    /// Writes a file that is not there yet.
    static func create(_ path: [UInt8], _ bytes: [UInt8]) throws(WriteFailure) {
        var temporary = try TemporaryFile(for: WriteTarget(path: path), mode: 0o666)
        try temporary.fill(bytes)
        do {
            try temporary.takeFreeName()
        } catch {
            let isDangling = error == .exists && FileReader.entry(path) == .other && resolvedPath(path) == nil
            throw isDangling ? .dangling : error
        }
        try temporary.target.sync()
    }
}
