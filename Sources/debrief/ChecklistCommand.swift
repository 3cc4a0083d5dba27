import ArgumentParser
import Notebook

struct ChecklistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "Write every action as a checklist to tick in any editor.",
        discussion: """
            Examples:
              debrief checklist
              debrief checklist -o actions.md
              debrief checklist --company Acme --all
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Flag(help: "List what is done or dropped too.")
    var all = false

    func run() async throws {
        let index = try await options.readIndex()
        try Terminal.write(Checklist(index, filter: filters.filter, all: all).markdown())
        if index.hasErrors { throw ExitStatus.partial }
    }
}
