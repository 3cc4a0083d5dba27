internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The name of a file that has to do with one that is being written: `.debrief-PID-N-NAME`.
///
/// It is there for as long as that takes. One whose process is dead was left behind, and may hold what somebody
/// saved.
struct Leftover {
    let process: Int32
    /// The name of the file that was being written; nil where it was too long to be a part of this.
    let target: [UInt8]?

    private static let prefix = Array(".debrief-".utf8)
    /// The longest name that file systems take. In bytes.
    private static let longest = 255

    /// A name for this process.
    static func name(_ number: Int, for target: [UInt8]) -> [UInt8] {
        let name = prefix + Array("\(getpid())-\(number)".utf8)
        let whole = name + [.ascii("-")] + target
        return whole.count <= longest ? whole : name
    }

    /// Nil where the name is not of the kind.
    init?(_ name: ArraySlice<UInt8>) {
        guard name.starts(with: Self.prefix) else { return nil }
        let words = name.dropFirst(Self.prefix.count).split(
            separator: .ascii("-"), maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, words[1].allSatisfy(\.isDigit), !words[1].isEmpty,
            let process = Int32(String(decoding: words[0], as: UTF8.self)), process > 0
        else { return nil }
        self.process = process
        target = words.count > 2 && !words[2].isEmpty ? Array(words[2]) : nil
    }

    /// Whether the process may be writing still. Of an old file the number belongs to another one by now, or to one
    /// that was stopped.
    func isAtWork(_ stamp: FileReader.Stamp) -> Bool {
        (kill(process, 0) == 0 || errno != ESRCH) && !isOnlyRemembered
            && time(nil) - stamp.seconds < Self.longestWork
    }

    /// Whether the process has ended, and nobody has asked how.
    private var isOnlyRemembered: Bool {
        // Of a process the file has no size, so it is read as if it were growing.
        guard let status = try? FileReader.contents(of: Array("/proc/\(process)/stat".utf8)).bytes,
            let end = status.lastIndex(of: .ascii(")")), status.count > end + 2
        else { return false }
        return status[end + 2] == .ascii("Z") || status[end + 2] == .ascii("X")
    }

    /// In seconds.
    private static let longestWork = 60
}
