import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Says on standard error where the time goes.
struct TimingsOption: ParsableArguments {
    @Flag(help: "Say on standard error how long each phase took.")
    var timings = false

    /// Starts the clock before any verb runs, and prints the phases however the verb ends.
    func validate() {
        guard timings else { return }
        Timings.shared.start()
        atexit {
            Timings.shared.end("rest")
            Terminal.say(Array(Timings.shared.text.utf8))
        }
    }
}
