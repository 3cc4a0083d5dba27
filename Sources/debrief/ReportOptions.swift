import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a report goes.
struct ReportOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Write the report to this file, in place of the one that was written there before. What somebody "
                + "wrote into it is kept, or the file stays as it is. - is standard output.",
            valueName: "file"),
        completion: .file(extensions: ["md"]))
    var output: String?

    @OptionGroup var display: DisplayOptions

    /// The file; nil for standard output.
    var file: String? { output == "-" ? nil : output }

    func validate() throws {
        if output == "" { throw ValidationError("-o needs the name of a file; - is standard output.") }
        if file != nil, display.pager {
            throw ValidationError("--pager shows what is printed, and -o writes into a file.")
        }
    }

    /// How many columns there are to be seen; as many as it takes where nobody looks at it on a terminal.
    var columns: Int {
        file == nil && isatty(STDOUT_FILENO) == 1 ? WindowSize.current.columns : .max
    }

    /// What links in the report are relative to.
    func linkBase(_ notebook: String) throws -> LinkBase {
        guard let file else { return .notebook }
        do throws(WriteFailure) {
            return try NotebookFolder(path: notebook).linkBase(ofFile: file)
        } catch {
            throw fail(file, error)
        }
    }

    /// Writes the report to the file, or to standard output.
    func write(_ report: String, as kind: GeneratedFile.Kind) throws {
        if file == nil { return try Terminal.write(report, as: .markdown) }
        try write(Array(report.utf8), as: kind)
    }

    /// Writes the report to the file.
    ///
    /// - Parameters:
    ///   - old: the checklist that a new one takes the place of.
    ///   - others: lines that may be written over, though the report has them not.
    func write(
        _ report: [UInt8], as kind: GeneratedFile.Kind, over old: ChecklistFile? = nil,
        besides others: @autoclosure () -> [UInt8] = [], notebook: String? = nil
    ) throws {
        guard let file else { return }
        do throws(WriteFailure) {
            let outcome = try GeneratedFile(path: file, kind: kind).write(
                report, over: old, besides: others(), notebook: notebook)
            switch outcome {
            case .created: Terminal.say("debrief: wrote \(file)")
            case .updated: Terminal.say("debrief: updated \(file)")
            case .unchanged: Terminal.say("debrief: \(file) is up to date")
            }
        } catch {
            let status = fail(file, error)
            // The ticks of an old list are in the notes by now, so that something was done.
            throw error.isRefusal && old != nil ? ExitStatus.partial : status
        }
    }

    private func fail(_ file: String, _ error: WriteFailure) -> ExitCode {
        if case .handWritten(let line) = error {
            Terminal.say("\(file):\(line): \(error)")
        } else {
            Terminal.say("debrief: \(file): \(error)")
        }
        return ExitStatus.cannotCreate
    }
}
