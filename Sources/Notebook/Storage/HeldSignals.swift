#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Signals that end or stop a program, held back from this thread for as long as the value lives.
///
/// Between two renames the newest save of a note may have no name but a hidden one. Who presses Ctrl-C in that
/// moment ends the program right after it. The threads of Dispatch hold signals back always.
struct HeldSignals: ~Copyable {
    private let before: sigset_t

    init() {
        var held = sigset_t()
        var before = sigset_t()
        _ = unsafe sigemptyset(&held)
        for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU] {
            _ = unsafe sigaddset(&held, number)
        }
        _ = unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
        self.before = before
    }

    deinit {
        var before = before
        _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
