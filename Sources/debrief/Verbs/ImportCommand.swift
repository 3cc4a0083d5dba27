public import ArgumentParser
public import Notebook

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make notes of a tracker's table, one a row.",
        usage: "debrief import [<options>] <file> [<notebook>]",
        discussion: """
            The table is CSV, as a spreadsheet, a tracker or a database of Notion writes it, with the names of its \
            columns in the first line. What each column is, is guessed by its name, and said; so is which columns are \
            not used. What they said goes below Feedback as a quote, which `debrief adopt` goes through.

            Whether 3/12/2026 is of March or of December is decided by the other rows, where one of them has a day after \
            the 12th, or by `--dates`.

            A row of which there is a note already (of the same company, role, round and day) makes no second note, so that \
            the same table can be imported again. No file is ever written over.

            Examples:
              debrief import tracker.csv --dry-run
              debrief import tracker.csv notes
              debrief import tracker.csv --map company=Employer --map date="On site"
              debrief import tracker.csv --dates month-first
            """)

    @Argument(help: "The table, as CSV.", completion: .file(extensions: ["csv"]))
    var file: String

    @Argument(help: "The folder of notes.", completion: .directory)
    var notebook = "."

    @Option(
        help: ArgumentHelp(
            "What a column is. May be repeated. The fields: company, role, round, date, time, place, link, "
                + "interviewers, outcome, topics, notes, feedback.", valueName: "field=column"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "Which number of a day comes first: day-first or month-first.", valueName: "order"))
    var dates: TrackerImport.DateOrder?

    @Flag(name: .customLong("dry-run"), help: "Write nothing; print what would be written.")
    var isDryRun = false

    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    func run() throws {
        let table = try read()
        tellColumns(table.columns)
        if dates == nil, let order = table.dateOrder {
            Terminal.say("debrief: guessed: dates are \(order.rawValue)")
        }
        let template = try TemplateFile.orExit(.note, in: notebook)
        let prefix = NotebookOptions.prefix(of: notebook)
        var (new, known, isWhole) = (0, 0, true)
        for row in table.rows {
            for remark in row.remarks { Terminal.say("\(file):\(row.line): \(remark)") }
            isWhole = isWhole && row.remarks.isEmpty
            switch row.outcome {
            case .empty:
                Terminal.say(
                    "\(file):\(row.line): left out: it says neither a company, nor a role, nor a day")
                isWhole = false
            case .known(let note):
                known += 1
                if isDryRun { Terminal.say("\(file):\(row.line): is there: \(note)") }
            case .doubled(let note):
                Terminal.say(
                    "\(file):\(row.line): left out: an earlier row is of the same interview: \(note)")
                isWhole = false
            case .new(let note):
                if try write(note, template, row.line, prefix) { new += 1 } else { isWhole = false }
            }
        }
        let verb = isDryRun ? "would be written" : "written"
        Terminal.say("debrief: \(new) \(new == 1 ? "note" : "notes") \(verb), \(known) there already")
        if !isWhole { throw ExitStatus.partial }
    }

    private func read() throws -> TrackerImport {
        let bytes: [UInt8]
        do {
            bytes = try NoteFile.bytes(of: NotePath(file))
        } catch {
            Terminal.say("debrief: \(file): \(error)")
            throw ExitStatus.noInput
        }
        let index = try NotebookOptions.readIndex(notebook, today: day.today)
        do throws(TrackerImport.Failure) {
            return try TrackerImport(bytes, columns: map, dates: dates, into: index)
        } catch {
            Terminal.say("debrief: \(file): \(error)")
            throw ExitStatus.usage
        }
    }

    private func tellColumns(_ columns: TrackerColumns) {
        if !columns.guessed.isEmpty {
            let guesses = columns.guessed.map { "\($0.field.rawValue) is “\($0.name)”" }
            Terminal.say("debrief: guessed: \(guesses.joined(separator: ", "))")
        }
        if !columns.unused.isEmpty {
            let names = columns.unused.map { "“\($0)”" }
            Terminal.say("debrief: not used: \(names.joined(separator: ", "))")
        }
    }

    /// Writes the note of a row.
    ///
    /// - Returns: Whether it was written, or would be.
    private func write(_ note: NewNote, _ template: Template, _ line: Int, _ prefix: [UInt8]) throws -> Bool {
        if let problem = note.problem(with: template) {
            Terminal.say("\(file):\(line): \(problem)")
            return false
        }
        if !isDryRun {
            do throws(WriteFailure) {
                try NoteFile.create(note, from: template, in: notebook)
            } catch {
                Terminal.say("\(file):\(line): \(note.fileName): \(error)")
                return false
            }
        }
        try Terminal.write(prefix + Array(note.fileName.utf8) + [0x0A], as: .data)
        return true
    }
}

extension TrackerImport.DateOrder: ExpressibleByArgument {}
