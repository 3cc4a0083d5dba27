import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The standard streams, made safe for a person who looks at them.
enum Terminal {
    /// Writes to standard output.
    ///
    /// On a terminal, and in colour, control characters are made visible, because a note or a file's name may
    /// hold some that would change what the terminal does.
    static func write(_ bytes: [UInt8], as kind: TextKind = .plain) throws {
        Timings.shared.end("report")
        defer { Timings.shared.end("write") }
        let bytes = shown(bytes, as: kind, on: STDOUT_FILENO)
        if let pager = Pager.command, !bytes.isEmpty {
            ProgressLine.end()
            if Pager.show(bytes, with: pager) { return }
            say("debrief: the pager \"\(pager)\" could not be run")
        }
        try write(bytes, to: STDOUT_FILENO)
    }

    static func write(_ text: String, as kind: TextKind = .plain) throws {
        try write(Array(text.utf8), as: kind)
    }

    /// Writes text with sequences to the terminal.
    ///
    /// Any other text in it must have been made visible already.
    static func command(_ text: String) throws {
        try write(Array(text.utf8), to: STDOUT_FILENO)
    }

    /// Says something on standard error.
    static func say(_ text: String) {
        say(Array("\(text)\n".utf8))
    }

    /// Says what became of a file.
    static func say(_ outcome: GeneratedFile.Outcome, of file: String) {
        switch outcome {
        case .created: say("debrief: wrote \(file)")
        case .updated: say("debrief: updated \(file)")
        case .unchanged: say("debrief: \(file) is up to date")
        }
    }

    static func say(_ bytes: [UInt8], as kind: TextKind = .plain) {
        try? write(shown(bytes, as: kind, on: STDERR_FILENO), to: STDERR_FILENO)
    }

    /// Returns all of standard input.
    static func readAll() throws -> [UInt8] {
        var all: [UInt8] = []
        while case let part = try readSome(), !part.isEmpty { all += part }
        return all
    }

    /// Returns the bytes that standard input has now.
    ///
    /// It waits for at least one, and is empty only at the end.
    static func readSome() throws -> [UInt8] {
        while true {
            var failure: Int32 = 0
            let part = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                let got = unsafe read(STDIN_FILENO, buffer.baseAddress, buffer.count)
                if got < 0 { failure = errno }
                count = max(got, 0)
            }
            if failure == 0 { return part }
            if failure != EINTR {
                say("debrief: standard input could not be read")
                throw ExitStatus.ioError
            }
        }
    }

    /// Whether something can be read without waiting, or nothing more is to come.
    static func canRead(_ descriptor: Int32) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&watched, 1, 0) > 0
    }

    /// Returns text as a stream should get it: in colour if the stream has colour, and safe to show.
    ///
    /// It is made safe for a terminal, and whenever it is in colour, because then a terminal shows it in the
    /// end.
    private static func shown(_ bytes: [UInt8], as kind: TextKind, on descriptor: Int32) -> [UInt8] {
        if kind == .prepared { return bytes }
        let isColored = kind != .data && Color.isUsed(on: descriptor)
        let bytes = isColored || isatty(descriptor) == 1 ? VisibleText.bytes(bytes) : bytes
        return isColored ? ColoredText.bytes(bytes, as: kind) : bytes
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        ProgressLine.end()
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes[start...].withUnsafeBytes { buffer in
                unsafe writeBytes(descriptor, buffer)
            }
            if written >= 0 {
                start += written
            } else if errno != EINTR {
                if descriptor == STDOUT_FILENO { say("debrief: the output could not be written") }
                throw ExitStatus.ioError
            }
        }
    }
}

private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    unsafe write(descriptor, buffer.baseAddress, buffer.count)
}

/// Exit statuses, with the numbers of sysexits.h.
enum ExitStatus {
    /// It is done, but something was not read as meant, was found, or was refused.
    static let partial = ExitCode(1)
    static let usage = ExitCode(64)
    static let noInput = ExitCode(66)
    static let systemError = ExitCode(71)
    static let cannotCreate = ExitCode(73)
    static let ioError = ExitCode(74)
    static let configuration = ExitCode(78)
}
