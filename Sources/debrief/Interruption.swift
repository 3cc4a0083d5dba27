import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The wish that a program that runs until then may end, by Ctrl-C or from whoever started it.
enum Interruption {
    /// A descriptor that can be read from the moment on that somebody wishes so.
    ///
    /// A signal that whoever started the program has it ignore stays ignored. The second one ends it at once.
    static func descriptor() throws -> Int32 {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0, fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0,
            fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0
        else {
            Terminal.say("debrief: signals could not be waited for")
            throw ExitStatus.ioError
        }
        writingEnd.store(ends[1], ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            _ = unsafe sigaction(number, nil, &action)
            if action.isIgnoring { continue }
            signal(number) { number in
                let error = errno
                signal(number, SIG_DFL)
                var byte: UInt8 = 0
                _ = unsafe write(writingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
                errno = error
            }
        }
        return ends[0]
    }

    /// Whether somebody has wished so.
    static func isWished(_ descriptor: Int32) -> Bool { Terminal.canRead(descriptor) }
}

/// The end of the pipe that a signal writes to.
private let writingEnd = Atomic<Int32>(-1)

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
