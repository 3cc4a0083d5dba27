import Notebook
private import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The line on standard error that says how far the reading has come.
///
/// It appears if reading takes over half a second and standard error is a terminal.
///
/// A thread of its own draws it, because all others are busy reading. It is erased before anything else is
/// printed.
enum ProgressLine {
    private struct State {
        var progress: ReadingProgress?
        /// Counts the pieces of work, so that the thread of one that is over never draws for the next.
        var work = 0
        var isShown = false
    }

    private static let state = Mutex(State())

    private static let patience: UInt32 = 500_000
    private static let pause: UInt32 = 100_000

    /// Says from now on how the reading goes.
    ///
    /// It does nothing if standard error is not a terminal.
    static func begin(_ progress: ReadingProgress) {
        guard Environment.isCapableTerminal(STDERR_FILENO) else { return }
        state.withLock {
            $0.progress = progress
            $0.work += 1
        }
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        let failure = unsafe pthread_create(
            &thread, nil,
            { _ in
                ProgressLine.drawUntilEnd()
                return nil
            }, nil)
        #if canImport(Glibc)
            if failure == 0 { pthread_detach(thread) }
        #else
            if failure == 0, let thread = unsafe thread { unsafe pthread_detach(thread) }
        #endif
    }

    /// Erases the line, and stops drawing it.
    static func end() {
        state.withLock {
            $0.progress = nil
            if $0.isShown { draw("\r\u{1B}[K") }
            $0.isShown = false
        }
    }

    private static func drawUntilEnd() {
        let work = state.withLock(\.work)
        usleep(patience)
        while draw(work) { usleep(pause) }
    }

    /// Draws the line for a piece of work.
    ///
    /// - Returns: False once that is over.
    private static func draw(_ work: Int) -> Bool {
        state.withLock {
            guard let progress = $0.progress, $0.work == work else { return false }
            // The line does not wrap, so that it can be erased as one line however narrow the window is.
            draw("\r\u{1B}[K\u{1B}[?7l\(progress)\u{1B}[?7h")
            $0.isShown = true
            return true
        }
    }

    private static func draw(_ text: String) {
        _ = unsafe Array(text.utf8).withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
