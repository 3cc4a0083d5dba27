#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How the terminal passes on what is typed: line by line, as it was found, or key by key.
struct TerminalMode {
    private let found: termios

    /// Reads the terminal's mode; nil if standard input is not a terminal.
    init?() {
        var found = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &found) == 0 else { return nil }
        self.found = found
    }

    /// Passes on each key at once, and does not show it.
    ///
    /// Ctrl-C and Ctrl-Z still send their signals.
    func handOnKeys() {
        var mode = found
        mode.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        mode.c_iflag &= ~tcflag_t(IXON)
        unsafe withUnsafeMutableBytes(of: &mode.c_cc) { characters in
            unsafe characters[Int(VMIN)] = 1
            unsafe characters[Int(VTIME)] = 0
        }
        set(mode)
    }

    func restore() { set(found) }

    private func set(_ mode: termios) {
        var mode = mode
        while unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &mode) != 0, errno == EINTR {}
    }
}
