#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The person's own editor: the one that `VISUAL` names, or else `EDITOR`, or else vi.
enum ExternalEditor {
    /// Opens a file at a line, and waits until the editor has ended.
    ///
    /// - Returns: What went wrong; nil if nothing did.
    static func open(_ file: [UInt8], line: Int) -> String? {
        let command = Environment.nonEmpty("VISUAL") ?? Environment.nonEmpty("EDITOR") ?? "vi"
        // The variables hold a command with its own arguments, so a shell must split it.
        let script = Array("\(command) \"$@\"".utf8)
        // A path that begins with a dash or a plus would be an option.
        let path = file.first == UInt8(ascii: "/") ? file : Array("./".utf8) + file
        let arguments = ["/bin/sh", "-c"].map { Array($0.utf8) } + [script, Array(command.utf8)]
        let fileAndLine =
            takesFileAndLineAsOne(command)
            ? [Array("--goto".utf8), path + Array(":\(line)".utf8)] : [Array("+\(line)".utf8), path]
        guard let process = spawn(arguments + fileAndLine) else {
            return "The editor “\(command)” could not be started."
        }
        let status = wait(for: process)
        switch status {
        case 0: return nil
        case 126, 127:
            return "The editor “\(command)” could not be started; name another in VISUAL or EDITOR."
        default: return "The editor “\(command)” ended with status \(status)."
        }
    }

    /// Whether it is VS Code or a relative of it.
    ///
    /// These accept `--goto file:line`, and other editors accept `+line file`.
    private static func takesFileAndLineAsOne(_ command: String) -> Bool {
        let program = command.split(separator: " ").first?.split(separator: "/").last.map(String.init) ?? ""
        return ["code", "code-insiders", "codium", "vscodium", "cursor"].contains(program)
    }

    private static func spawn(_ arguments: [[UInt8]]) -> pid_t? {
        var pointers = unsafe arguments.map { argument -> UnsafeMutablePointer<CChar>? in
            unsafe strdup(argument.map { CChar(bitPattern: $0) } + [0])
        }
        defer { _ = unsafe pointers.map { unsafe free($0) } }
        unsafe pointers.append(nil)
        // Swift's threads block signals, and the editor would inherit that.
        #if canImport(Glibc)
            var attributes = posix_spawnattr_t()
        #else
            var attributes: posix_spawnattr_t?
        #endif
        var none = sigset_t()
        _ = unsafe sigemptyset(&none)
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        #if canImport(Glibc)
            let variables = unsafe environ
        #else
            let variables = unsafe _NSGetEnviron().pointee
        #endif
        var process: pid_t = 0
        let result = unsafe posix_spawn(&process, "/bin/sh", nil, &attributes, &pointers, variables)
        return result == 0 ? process : nil
    }

    /// Waits for a process.
    ///
    /// - Returns: Its exit status in the form that a shell gives it.
    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            if errno != EINTR { return 127 }
        }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
