#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How the terminal hands on what is typed: line by line, as it was found, or key by key.
struct TerminalMode {
    private let found: termios

    /// Nil where standard input is no terminal.
    init?() {
        var found = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &found) == 0 else { return nil }
        self.found = found
    }

    /// Each key at once, and not shown. Ctrl-C and Ctrl-Z still send their signals.
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
