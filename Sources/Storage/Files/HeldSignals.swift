#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Signals that end or stop a program, held back from this thread for as long as the value lives.
///
/// Between two renames a note's latest save may have only a hidden name. If somebody presses Ctrl-C at that
/// moment, the program ends right after it. The threads of Dispatch always hold signals back.
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
