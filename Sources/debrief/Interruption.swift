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
        let descriptor = Signals.descriptor()
        guard descriptor >= 0 else {
            Terminal.say("debrief: signals could not be waited for")
            throw ExitStatus.ioError
        }
        Signals.handle([SIGINT, SIGTERM, SIGHUP], onlyOnce: true)
        return descriptor
    }

    /// Whether somebody has wished so.
    static func isWished(_ descriptor: Int32) -> Bool { Terminal.canRead(descriptor) }
}
