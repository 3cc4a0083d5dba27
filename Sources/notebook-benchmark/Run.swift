#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What one run of a program took.
struct Run {
    /// The time from start to end, in seconds.
    let wall: Double
    /// The time on all cores, in the program and in the system for it, in seconds.
    let processor: Double
    /// The most memory that it held at once, in bytes.
    let peak: Int
    /// The exit status; 127 if there is no such program.
    let status: Int32
}

extension Run {
    /// Runs a program to its end, and discards its output.
    init(_ command: [String]) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
        defer {
            for index in unsafe arguments.indices { unsafe free(arguments[index]) }
            unsafe posix_spawn_file_actions_destroy(&actions)
        }
        var child = pid_t()
        let clock = ContinuousClock()
        let start = clock.now
        guard unsafe posix_spawnp(&child, command[0], &actions, nil, &arguments, environ) == 0 else {
            self.init(wall: 0, processor: 0, peak: 0, status: 127)
            return
        }
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let wall = clock.now - start
        let exitStatus = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        #if os(Linux)
            let peak = usage.ru_maxrss * 1024
        #else
            let peak = usage.ru_maxrss
        #endif
        self.init(
            wall: wall / .seconds(1), processor: usage.ru_utime.seconds + usage.ru_stime.seconds, peak: peak,
            status: exitStatus)
    }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
