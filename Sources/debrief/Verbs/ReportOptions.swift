import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a report goes, and in which form.
struct ReportOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Write the report to this file, in place of the one that was written there before. What somebody "
                + "wrote into it is kept, or the file stays as it is. One that ends in .html is a page to look at, "
                + "print and send. - is standard output.",
            valueName: "file"),
        completion: .file(extensions: ["md", "html"]))
    var output: String?

    @Option(help: "markdown or html, if the file's ending does not say.")
    var format: Format?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case markdown, html
    }

    @OptionGroup var display: DisplayOptions

    /// The file; nil for standard output.
    var file: String? { output == "-" ? nil : output }

    func validate() throws {
        if output == "" { throw ValidationError("-o needs the name of a file; - is standard output.") }
        if file != nil, display.pager {
            throw ValidationError("--pager shows what is printed, and -o writes into a file.")
        }
        guard let file else { return }
        let meant = try Self.format(ofFile: file)
        if meant == nil, format == .html {
            throw ValidationError("A page is written to a file that ends in .html.")
        }
        if let format, let meant, format != meant {
            throw ValidationError(
                "--format \(format.rawValue) does not go with a file that ends in .\(Self.ending(of: file) ?? "")."
            )
        }
    }

    /// Returns the format that a file's ending says; nil if its name has no ending.
    ///
    /// - Throws: `ValidationError` if no report is written to a file with that ending.
    @discardableResult
    static func format(ofFile file: String) throws -> Format? {
        guard let ending = ending(of: file) else { return nil }
        guard let format = format(ofEnding: ending) else {
            throw ValidationError(
                "A report is written to a file that ends in .md or .html, and not in .\(ending).")
        }
        return format
    }

    /// Returns what stands after the last point of a file's name; nil if it has none.
    private static func ending(of file: String) -> String? {
        let name = file.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
        return String(name[name.index(after: point)...])
    }

    private static func format(ofEnding ending: String) -> Format? {
        switch ending.lowercased() {
        case "md", "markdown": .markdown
        case "html", "htm": .html
        default: nil
        }
    }

    /// The form in which the report is written.
    ///
    /// If nothing else is asked for and a person looks at a terminal, it is the terminal's.
    var form: ReportForm {
        switch format ?? file.flatMap(Self.ending).flatMap(Self.format(ofEnding:)) {
        case .html: return .page
        case .markdown: return .markdown
        case nil:
            guard file == nil, isatty(STDOUT_FILENO) == 1 else { return .markdown }
            let isStyled = Color.isUsed(on: STDOUT_FILENO)
            return .terminal(
                TerminalLook(
                    columns: WindowSize.current.columns, isStyled: isStyled,
                    hasLinks: isStyled && Pager.command == nil && Hyperlinks.areKnown))
        }
    }

    /// Returns what links in the report are relative to, and what they lead to.
    func linkBase(_ notebook: String, _ index: NotebookIndex) throws -> LinkBase {
        let (folder, style) = (NotebookFolder(path: notebook), index.configuration.links)
        guard let file else {
            // A terminal is not in a folder, and the program that opens a file for it may not understand
            // lines.
            if case .terminal = form {
                return LinkBase(absolutePath: folder.absolutePath, namesLines: false).styled(
                    style, of: folder)
            }
            return LinkBase.notebook.styled(style, of: folder)
        }
        do throws(WriteFailure) {
            return try folder.linkBase(ofFile: file, style)
        } catch {
            throw fail(file, error)
        }
    }

    /// Writes the report to the file, or to standard output.
    ///
    /// - Parameters:
    ///   - report: The report in the form that is asked for.
    ///   - kind: The kind of report, which a file names.
    ///   - old: The checklist that a new one replaces.
    ///   - others: Extra lines that may be overwritten although the report lacks them.
    ///   - notebook: The path from the file's folder to its notebook, for a new file's front matter.
    /// - Throws: `ExitStatus.cannotCreate` if the file is not written, or `partial` if it is left as it is
    ///   although ticks were carried.
    func write(
        _ report: [UInt8], as kind: ReportKind, over old: ChecklistFile? = nil,
        besides others: @autoclosure () -> [UInt8] = [], notebook: String? = nil
    ) throws {
        guard let file else {
            switch form {
            case .markdown: return try Terminal.write(report, as: .markdown)
            case .page: return try Terminal.write(report, as: .data)
            case .terminal: return try Terminal.write(report, as: .prepared)
            }
        }
        do throws(WriteFailure) {
            let outcome = try GeneratedFile(path: file, kind: kind).write(
                report, over: old, besides: others(), notebook: notebook)
            Terminal.say(outcome, of: file)
        } catch {
            let status = fail(file, error)
            // The ticks of the old list are in the notes by now, so something was done.
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
