private import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program that shows a long text a screen at a time, where somebody asks for one.
enum Pager {
    private static let choice = Mutex(false)

    static func choose(_ isWanted: Bool) { choice.withLock { $0 = isWanted } }

    /// The command to run; nil where none is wanted, or where nobody looks at a screen.
    static var command: String? {
        guard choice.withLock(\.self), isatty(STDOUT_FILENO) == 1 else { return nil }
        let command = Environment.value("DEBRIEF_PAGER") ?? Environment.value("PAGER") ?? "less"
        return command.isEmpty || command == "cat" ? nil : command
    }

    /// Shows a text, and waits until it has been read. Who leaves before the end has seen enough.
    ///
    /// - Returns: whether there is such a pager.
    static func show(_ bytes: [UInt8], with command: String) -> Bool {
        // What git asks of less: to end where all fits, to show colours, and to leave the text on the screen.
        unsafe setenv("LESS", "FRX", 0)
        guard let pipe = unsafe popen(command, "w") else { return false }
        // Only now, so that the pager does not ignore them too: one that leaves closes the pipe, and an interrupt is
        // for the pager to take.
        let earlier = [SIGPIPE, SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
        defer { for (number, handler) in earlier { signal(number, handler) } }
        _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, pipe) }
        // A shell ends with 126 or 127 where the command cannot be run.
        let status = unsafe pclose(pipe) >> 8 & 0xFF
        return status != 126 && status != 127
    }
}
