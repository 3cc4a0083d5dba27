#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard input and the signals, which are waited for together.
struct StandardInput {
    enum Event: Equatable {
        case bytes([UInt8])
        case end
        case signal(Int32)
        /// Nothing came in time.
        case nothing
    }

    /// Whether standard input is a file or the output of a program.
    static var isGiven: Bool {
        var status = stat()
        guard unsafe fstat(STDIN_FILENO, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        return kind == S_IFREG || kind == S_IFIFO
    }

    /// Waits for what comes next.
    ///
    /// - Parameter milliseconds: How long to wait; nil for as long as it takes.
    /// - Returns: A signal if one has come, or else what standard input has; `nothing` if the time is over.
    /// - Throws: `ExitStatus.ioError` if the system cannot wait for them.
    static func next(within milliseconds: Int32? = nil) throws -> Event {
        let readable = Int16(POLLIN)
        while true {
            var waiting = [
                pollfd(fd: STDIN_FILENO, events: readable, revents: 0),
                pollfd(fd: Signals.descriptor(), events: readable, revents: 0),
            ]
            let count = unsafe waiting.withUnsafeMutableBufferPointer { buffer in
                unsafe poll(buffer.baseAddress, nfds_t(buffer.count), milliseconds ?? -1)
            }
            if let number = Signals.next() { return .signal(number) }
            if count == 0 { return .nothing }
            if count < 0 {
                if errno == EINTR { continue }
                throw ExitStatus.ioError
            }
            // A closed terminal cannot be read, which counts as the end too.
            if waiting[0].revents != 0 {
                let bytes = (try? Terminal.readSome()) ?? []
                return bytes.isEmpty ? .end : .bytes(bytes)
            }
        }
    }
}
