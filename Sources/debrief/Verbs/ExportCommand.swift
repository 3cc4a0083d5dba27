public import ArgumentParser
public import Notebook

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the whole index as JSON, or one table of it as rows.",
        usage: "debrief export [<options>] [<notebook>]",
        discussion: """
            With --table it prints rows, as JSON lines or as CSV, for DuckDB, pandas or a spreadsheet. Every row has \
            every column of its table, whether there is something in it or not.

            With --no-names, stand-ins take the place of people and companies, also in topics, roles and rounds, and \
            texts and places are left out. A stand-in is made of the name: whoever guesses a name can tell whether the \
            guess is right. Names that no note gives as those of a person or company are not known, so look through \
            what you give away.

            Examples:
              debrief export > index.json
              debrief export | jq '.notes[].feedback[] | select(.stage == "chew").text'
              debrief export --table feedback > feedback.jsonl
              debrief export --table lessons --format csv > lessons.csv
              debrief export notes --table notes --name client-17 --no-names
            """)

    /// The form in which the index is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, jsonl, csv
    }

    @OptionGroup var options: NotebookOptions

    @Flag(help: "Propose topics for feedback that has none of its own.")
    var suggest = false

    @Option(
        help: "The form: the whole index as json, or the rows of a --table (default: jsonl) as jsonl or csv.")
    var format: Format?

    @Option(help: "Print the rows of this table.")
    var table: RowTable?

    @Option(help: ArgumentHelp("What the notebook is called in each row.", valueName: "name"))
    var name: String?

    @Flag(
        name: .customLong("no-names"), help: "Hide the names of people and companies in rows, and all texts.")
    var hidesNames = false

    @Flag(help: "With --no-names, print texts too, with stand-ins for the names in them.")
    var texts = false

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if table == nil {
            if let format, format != .json {
                throw ValidationError("--format \(format.rawValue) is for the rows of a --table.")
            }
            if name != nil || hidesNames || texts {
                throw ValidationError("--name, --no-names and --texts are for the rows of a --table.")
            }
            return
        }
        if format == .json { throw ValidationError("The rows of a --table are jsonl or csv.") }
        if suggest { throw ValidationError("--suggest is for the whole index, and not for a --table.") }
        if texts, !hidesNames {
            throw ValidationError("--texts only goes with --no-names; without it texts are printed anyway.")
        }
    }

    func run() throws {
        let index = try options.readIndex()
        if let table {
            var choice = Rows.Options()
            (choice.name, choice.hidesNames, choice.keepsTexts) = (name, hidesNames, texts)
            try Rows(table, of: index, choice).write(as: format == .csv ? .csv : .jsonl) {
                try Terminal.write($0, as: .data)
            }
        } else {
            try Export(index, suggesting: suggest).write { try Terminal.write($0, as: .data) }
        }
        if index.hasErrors { throw ExitStatus.partial }
    }
}

extension RowTable: ExpressibleByArgument {}
