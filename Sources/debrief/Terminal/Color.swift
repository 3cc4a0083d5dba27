import ArgumentParser
private import Synchronization

/// Whether the output is in colour.
enum Color {
    enum Choice: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    private static let choice = Mutex(Choice.auto)

    static func choose(_ choice: Choice) { self.choice.withLock { $0 = choice } }

    /// Whether a stream is in colour.
    ///
    /// The option counts most, then the environment, by the conventions of no-color.org and
    /// bixense.com/clicolors, and then the kind of the stream.
    static func isUsed(on descriptor: Int32) -> Bool {
        switch choice.withLock(\.self) {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if Environment.nonEmpty("NO_COLOR") != nil { return false }
        if let force = Environment.nonEmpty("CLICOLOR_FORCE"), force != "0" { return true }
        if Environment.value("CLICOLOR") == "0" { return false }
        return Environment.isCapableTerminal(descriptor)
    }
}
