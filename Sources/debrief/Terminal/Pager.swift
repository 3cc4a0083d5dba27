private import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program that shows a long text a screen at a time, if a person asks for one.
enum Pager {
    private static let choice = Mutex(false)

    static func choose(_ isWanted: Bool) { choice.withLock { $0 = isWanted } }

    /// The command to run; nil if none is wanted, or if standard output is not a terminal.
    static var command: String? {
        guard choice.withLock(\.self), isatty(STDOUT_FILENO) == 1 else { return nil }
        let command = Environment.value("DEBRIEF_PAGER") ?? Environment.value("PAGER") ?? "less"
        return command.isEmpty || command == "cat" ? nil : command
    }

    /// Shows a text, and waits until it has been read.
    ///
    /// A person who leaves before the end has seen enough.
    ///
    /// - Returns: Whether the pager could be run.
    static func show(_ bytes: [UInt8], with command: String) -> Bool {
        // These are git's options for less: end if all fits, show colours, and leave the text on the screen.
        unsafe setenv("LESS", "FRX", 0)
        guard let pipe = unsafe popen(command, "w") else { return false }
        // This comes only now, so that the pager does not ignore the signals too. A pager that ends closes
        // the pipe, and an interrupt is for the pager to handle.
        let earlier = [SIGPIPE, SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
        defer { for (number, handler) in earlier { signal(number, handler) } }
        _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, pipe) }
        // A shell ends with 126 or 127 if the command cannot be run.
        let status = unsafe pclose(pipe) >> 8 & 0xFF
        return status != 126 && status != 127
    }
}
