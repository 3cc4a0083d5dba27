#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The variables of the environment.
enum Environment {
    /// Returns the value of a variable; nil if it is not set.
    static func value(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Returns the value of a variable; nil if it is not set, or empty.
    static func nonEmpty(_ name: String) -> String? {
        value(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether a stream is a terminal that can do more than print one line below the other.
    static func isCapableTerminal(_ descriptor: Int32) -> Bool {
        guard isatty(descriptor) == 1, let kind = nonEmpty("TERM") else { return false }
        return kind != "dumb"
    }
}
