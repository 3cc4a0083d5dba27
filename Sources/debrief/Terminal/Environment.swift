#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the environment says.
enum Environment {
    /// The value of a variable; nil where it is not set.
    static func value(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// The value of a variable; nil where it is not set, or empty.
    static func nonEmpty(_ name: String) -> String? {
        value(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether a stream is a terminal that can do more than print one line below the other.
    static func isCapableTerminal(_ descriptor: Int32) -> Bool {
        guard isatty(descriptor) == 1, let kind = nonEmpty("TERM") else { return false }
        return kind != "dumb"
    }
}
