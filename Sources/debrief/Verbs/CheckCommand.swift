import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with notes, and what the method would do next.",
        usage: "debrief check [<options>] [<paths> ...]",
        discussion: """
            Prints path:line:column: severity: message [code]. The exit status is 1 if there is a warning or an \
            error, or a path that is not there.

            Examples:
              debrief check
              debrief check notes/2026-10-14-acme-onsite.md
              debrief check - --path 2026-10-14-acme-onsite.md < buffer
              debrief check --format sarif > debrief.sarif
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, sarif
    }

    @Argument(
        help: "Notebooks and notes; - is a note on standard input (default: the working directory).",
        completion: .file(extensions: ["md", "markdown"]))
    var paths: [String] = []

    @OptionGroup var display: DisplayOptions
    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    @Option(help: "text, json or sarif.")
    var format = Format.text

    @Option(
        name: .customLong("path"),
        help: ArgumentHelp("What the note on standard input is called.", valueName: "name"))
    var bufferName: String?

    func validate() throws {
        if paths.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("Standard input can be read once only.")
        }
        if bufferName != nil, !paths.contains("-") {
            throw ValidationError("--path names the note on standard input, so give - too.")
        }
    }

    func run() throws {
        var output: [UInt8] = []
        var found: [Diagnostic] = []
        let given = paths.isEmpty ? ["."] : paths
        let missing = given.filter { $0 != "-" && !Self.isThere($0) }
        for path in missing { Terminal.say("debrief: there is no file or folder \"\(path)\"") }
        if missing.count == given.count { throw ExitStatus.noInput }
        for path in given where !missing.contains(path) {
            let (diagnostics, prefix) = try diagnostics(of: path)
            let isOneOfMany = paths.count > 1
            if format == .text { Self.add(Diagnosis(diagnostics).text(pathPrefix: prefix), to: &output) }
            let isMoved = isOneOfMany || format == .sarif
            Self.add(isMoved ? diagnostics.map { $0.moved(below: prefix) } : diagnostics, to: &found)
        }
        switch format {
        case .text: break
        case .json: output = Diagnosis(found).json()
        case .sarif: output = SARIF(found, version: Debrief.version).json()
        }
        try Terminal.write(output, as: format == .text ? .positions : .data)
        if let worst = Diagnosis(found).worst, worst > .note { throw ExitStatus.partial }
        if !missing.isEmpty { throw ExitStatus.partial }
    }

    /// Adds elements to an array.
    ///
    /// Those of the only notebook are not copied, because there may be very many.
    private static func add<Element>(_ elements: [Element], to all: inout [Element]) {
        if all.isEmpty { all = elements } else { all += elements }
    }

    private static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Returns the diagnostics of one argument, and what leads from the working directory to their paths.
    private func diagnostics(of path: String) throws -> (diagnostics: [Diagnostic], prefix: [UInt8]) {
        if path == "-" {
            let name = NotePath(bufferName ?? "standard-input.md")
            return (NoteFile.index(of: try Terminal.readAll(), path: name, today: day.today).diagnostics, [])
        }
        if NotebookFolder(path: path).isThere {
            let index = try NotebookOptions.readIndex(path, today: day.today)
            return (index.diagnostics, NotebookOptions.prefix(of: path))
        }
        if !NoteFile.isMarkdown(path) {
            Terminal.say(
                "debrief: \"\(path)\" is looked at here alone: of a notebook's files, those whose names end in .md are its notes"
            )
        }
        return (NoteFile.read(path: path, today: day.today).diagnostics, [])
    }
}

extension Diagnostic {
    /// Returns the same diagnostic with a path that leads to the note from elsewhere.
    fileprivate func moved(below prefix: [UInt8]) -> Diagnostic {
        Diagnostic(code, path: NotePath(bytes: prefix + path.bytes), at: position, message)
    }
}
