import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The messages of `watch`: on standard output what it did, with the time, and on standard error what went
/// wrong.
struct WatchLog {
    let isQuiet: Bool
    /// What leads from the working directory to the notes.
    let pathPrefix: [UInt8]

    func begin(_ notebook: String, noteCount: Int) throws {
        try tell("watching \(notebook), \(noteCount == 1 ? "1 note" : "\(noteCount) notes")")
    }

    func say(_ event: WatchEvent) throws {
        switch event {
        case .wrote(let path, .created): try tell("wrote \(path)")
        case .wrote(let path, .updated): try tell("updated \(path)")
        case .wrote(_, .unchanged): break
        case .carried(let edit): if !isQuiet { try Terminal.write(edit.summary()) }
        case .refused(let path, let line, let text, let reason):
            Terminal.say("\(path):\(line): refused: “\(text)”: \(reason)")
        case .held(let path, let line, let reason):
            Terminal.say("\(path):\(line): \(reason)")
        case .failed(let path, let reason): warn("\(path): \(reason)")
        case .errors(let diagnostics), .leftovers(let diagnostics):
            Terminal.say(Diagnosis(diagnostics).text(pathPrefix: pathPrefix))
        case .leftoversOfReports(let diagnostics): Terminal.say(Diagnosis(diagnostics).text(pathPrefix: []))
        case .noErrors: warn("all notes are read as meant again")
        case .warnings(let count): warn(NotebookOptions.warnings(count))
        case .gone(let reason): warn("\(reason); the reports stay as they are")
        case .back: warn("the notes are there again")
        }
    }

    func warn(_ text: String) { Terminal.say("debrief: \(text)") }

    private func tell(_ text: String) throws {
        if !isQuiet { try Terminal.write("\(Self.timeOfDay) \(text)\n") }
    }

    /// The local time, `09:05:00`.
    private static var timeOfDay: String {
        var seconds = time_t()
        _ = unsafe time(&seconds)
        var parts = unsafe tm()
        _ = unsafe localtime_r(&seconds, &parts)
        return unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
    }
}
