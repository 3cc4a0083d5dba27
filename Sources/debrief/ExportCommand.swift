import ArgumentParser
import Notebook

struct ExportCommand: AsyncParsableCommand {
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

    func run() async throws {
        let index = try await options.readIndex()
        try await Export(index, suggesting: suggest).write { try Terminal.write($0, as: .data) }
        if index.hasErrors { throw ExitStatus.partial }
    }
}
