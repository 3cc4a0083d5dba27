internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The name of a file that is needed while another one is written: `.debrief-PID-N-NAME`.
///
/// It exists only that long. If its process is dead, it was left behind, and may hold what somebody saved.
struct Leftover {
    let process: Int32
    /// The name of the file that was being written; nil if it was too long to be a part of this one.
    let target: [UInt8]?

    private static let prefix = Array(".debrief-".utf8)
    /// The longest name that file systems accept, in bytes.
    private static let longest = 255

    /// Returns a name for this process.
    static func name(_ number: Int, for target: [UInt8]) -> [UInt8] {
        let name = prefix + Array("\(getpid())-\(number)".utf8)
        let whole = name + [.ascii("-")] + target
        return whole.count <= longest ? whole : name
    }

    /// Reads a name; nil if it is not of this kind.
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

    /// Whether the process may still be writing.
    ///
    /// If the file is old, its number belongs to another process by now, or to one that was stopped.
    func isAtWork(_ stamp: FileReader.Stamp) -> Bool {
        (kill(process, 0) == 0 || errno != ESRCH) && !isOnlyRemembered
            && time(nil) - stamp.seconds < Self.longestWork
    }

    /// Whether the process has ended and its parent has not collected its status yet.
    private var isOnlyRemembered: Bool {
        // The files in `/proc` have no size, so this one is read as if it were growing.
        guard let status = try? FileReader.contents(of: Array("/proc/\(process)/stat".utf8)).bytes,
            let end = status.lastIndex(of: .ascii(")")), status.count > end + 2
        else { return false }
        return status[end + 2] == .ascii("Z") || status[end + 2] == .ascii("X")
    }

    /// The longest time that writing takes, in seconds.
    private static let longestWork = 60
}
