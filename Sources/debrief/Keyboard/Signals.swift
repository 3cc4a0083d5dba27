private import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signals as something to read, so that they are heard only where one waits for the person.
///
/// What is being written when a signal comes is written to its end. Whichever thread the system gives the signal
/// to, its number goes into a pipe, whose other end is waited for together with standard input.
enum Signals {
    private static let writeEnd = Atomic<Int32>(-1)

    /// A descriptor from which the numbers of caught signals are read, a byte each; -1 where there is none.
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

    /// Lets signals come through the pipe. One that whoever started the program has it ignore stays ignored.
    ///
    /// - Parameter onlyOnce: whether the second of a kind does what it does where nobody handles it.
    static func handle(_ numbers: [Int32], onlyOnce: Bool = false) {
        _ = descriptor()
        // Whoever started the program may have kept them off, and so would the program then.
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

    /// Puts the number of a signal into the pipe, in its handler.
    private static func pass(_ number: Int32) {
        let error = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(writeEnd.load(ordering: .relaxed), &byte, 1)
        errno = error
    }

    static func leaveToTheSystem(_ numbers: [Int32]) {
        for number in numbers { signal(number, SIG_DFL) }
    }

    /// Sends the program a signal and lets it do what it does where nobody handles it, before it returns.
    static func obey(_ number: Int32) {
        leaveToTheSystem([number])
        letThrough([number])
        raise(number)
    }

    /// Lets this thread have signals: one to a thread that keeps them off would wait.
    private static func letThrough(_ numbers: [Int32]) {
        var set = sigset_t()
        _ = unsafe sigemptyset(&set)
        for number in numbers { _ = unsafe sigaddset(&set, number) }
        _ = unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// The number of a signal that came; nil where none has.
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

/// A signal that asks the program to end. Once all is in order it ends by that signal, so that a shell knows.
struct StopSignal: Error {
    let signal: Int32

    static let numbers: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// Forgets what was meant for another program that had the terminal, such as Ctrl-C.
    ///
    /// - Throws: a signal that was meant for this one.
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
