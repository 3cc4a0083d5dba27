import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the time goes, on standard error.
struct TimingsOption: ParsableArguments {
    @Flag(help: "Say on standard error how long each phase took.")
    var timings = false

    /// Starts the clock before any verb runs, and has the phases said however the verb ends.
    func validate() {
        guard timings else { return }
        Timings.shared.start()
        atexit {
            Timings.shared.end("rest")
            Terminal.say(Array(Timings.shared.text.utf8))
        }
    }
}
