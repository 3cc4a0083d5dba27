#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many columns and rows there are to write on.
struct WindowSize: Equatable {
    var columns = 80
    var rows = 24

    /// The terminal's size.
    ///
    /// If standard output is not a terminal, or does not say, `COLUMNS` gives the width.
    static var current: WindowSize {
        var result = WindowSize()
        if let text = Environment.nonEmpty("COLUMNS"), let columns = Int(text), columns > 0 {
            result.columns = columns
        }
        var size = winsize()
        #if canImport(Glibc)
            let request = UInt(TIOCGWINSZ)
        #else
            let request: UInt = 0x4008_7468
        #endif
        guard unsafe ioctl(STDOUT_FILENO, request, &size) == 0, size.ws_col > 0 else { return result }
        result.columns = Int(size.ws_col)
        if size.ws_row > 0 { result.rows = Int(size.ws_row) }
        return result
    }
}
