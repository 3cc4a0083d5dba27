private import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signals as something to read, so that they are handled only while the program waits for the person.
///
/// A write that has begun when a signal comes is finished. Whichever thread the system gives the signal to,
/// its number goes into a pipe, and the program waits for the pipe's other end together with standard input.
enum Signals {
    private static let writeEnd = Atomic<Int32>(-1)

    /// Returns a descriptor from which the numbers of caught signals are read, a byte each; -1 if there is
    /// none.
    static func descriptor() -> Int32 {
        if let readEnd = readEnd.withLock({ $0 }) { return readEnd }
        var ends: [Int32] = [-1, -1]
        guard unsafe ends.withUnsafeMutableBufferPointer({ unsafe makePipe($0.baseAddress) }) == 0 else {
            return -1
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        writeEnd.store(ends[1], ordering: .sequentiallyConsistent)
        readEnd.withLock { $0 = ends[0] }
        return ends[0]
    }

    private static let readEnd = Mutex<Int32?>(nil)

    /// Sends signals through the pipe.
    ///
    /// If whoever started the program has it ignore a signal, that signal stays ignored. `onlyOnce` says
    /// whether the second signal of a kind has its usual effect, as if nobody handled it.
    static func handle(_ numbers: [Int32], onlyOnce: Bool = false) {
        _ = descriptor()
        // Whoever started the program may have blocked them, and the program would inherit that.
        letThrough(numbers)
        for number in numbers {
            var action = sigaction()
            _ = unsafe sigaction(number, nil, &action)
            if action.isIgnoring { continue }
            if onlyOnce {
                signal(number) { number in
                    signal(number, SIG_DFL)
                    Signals.pass(number)
                }
            } else {
                signal(number) { Signals.pass($0) }
            }
        }
    }

    /// Writes the number of a signal into the pipe.
    ///
    /// Its handler calls this.
    private static func pass(_ number: Int32) {
        let error = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(writeEnd.load(ordering: .relaxed), &byte, 1)
        errno = error
    }

    static func leaveToTheSystem(_ numbers: [Int32]) {
        for number in numbers { signal(number, SIG_DFL) }
    }

    /// Sends the program a signal and gives it its usual effect, as if nobody handled it, before it returns.
    static func obey(_ number: Int32) {
        leaveToTheSystem([number])
        letThrough([number])
        raise(number)
    }

    /// Unblocks signals for this thread.
    ///
    /// A signal to a thread that blocks it would wait.
    private static func letThrough(_ numbers: [Int32]) {
        var set = sigset_t()
        _ = unsafe sigemptyset(&set)
        for number in numbers { _ = unsafe sigaddset(&set, number) }
        _ = unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// Returns the number of a signal that came; nil if none did.
    static func next() -> Int32? {
        guard let end = readEnd.withLock({ $0 }) else { return nil }
        var byte: UInt8 = 0
        return unsafe read(end, &byte, 1) == 1 ? Int32(byte) : nil
    }
}

private func makePipe(_ ends: UnsafeMutablePointer<Int32>?) -> Int32 {
    guard let ends = unsafe ends else { return -1 }
    return unsafe pipe(ends)
}

/// A signal that asks the program to end.
///
/// Once everything is in order, the program ends by that signal, so that a shell knows.
struct StopSignal: Error {
    let signal: Int32

    static let numbers: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// Forgets the signals that were meant for another program that had the terminal, such as Ctrl-C.
    ///
    /// - Throws: A signal that was meant for this program.
    static func forgetKeys() throws {
        while let number = Signals.next() {
            if number == SIGTERM || number == SIGHUP { throw StopSignal(signal: number) }
        }
    }

    func endProgram() { Signals.obey(signal) }
}

extension sigaction {
    fileprivate var isIgnoring: Bool {
        #if canImport(Glibc)
            let handler = unsafe __sigaction_handler.sa_handler
        #else
            let handler = unsafe __sigaction_u.__sa_handler
        #endif
        return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
