import ArgumentParser
import Notebook

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the whole index as JSON.",
        usage: "debrief export [<options>] [<notebook>]",
        discussion: """
            Examples:
              debrief export > index.json
              debrief export | jq '.notes[].feedback[] | select(.stage == "chew").text'
            """)

    @OptionGroup var options: NotebookOptions

    @Flag(help: "Propose topics for feedback that has none of its own.")
    var suggest = false

    @OptionGroup var display: DisplayOptions

    func run() throws {
        let index = try options.readIndex()
        try Export(index, suggesting: suggest).write { try Terminal.write($0, as: .data) }
        if index.hasErrors { throw ExitStatus.partial }
    }
}
