#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A request that a running program end, by Ctrl-C or from whoever started it.
enum Interruption {
    /// Returns a descriptor that can be read as soon as somebody makes the request.
    ///
    /// If whoever started the program has it ignore a signal, that signal stays ignored. The second signal
    /// ends the program at once.
    static func descriptor() throws -> Int32 {
        let descriptor = Signals.descriptor()
        guard descriptor >= 0 else {
            Terminal.say("debrief: signals could not be waited for")
            throw ExitStatus.ioError
        }
        Signals.handle([SIGINT, SIGTERM, SIGHUP], onlyOnce: true)
        return descriptor
    }

    /// Whether somebody has made the request.
    static func isWished(_ descriptor: Int32) -> Bool { Terminal.canRead(descriptor) }
}
