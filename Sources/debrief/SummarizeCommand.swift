import ArgumentParser
import Notebook

struct SummarizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize",
        abstract: "Say where you stand, and what to do next.",
        discussion: """
            Examples:
              debrief summarize
              debrief summarize notes --since 2026-06-01
              debrief summarize --company Acme --company Globex
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    func run() async throws {
        let index = try await options.readIndex()
        try Terminal.write(Summary(index, filter: filters.filter).markdown())
        if index.hasErrors { throw ExitStatus.partial }
    }
}
