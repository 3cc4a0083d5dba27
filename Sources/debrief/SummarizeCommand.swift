import ArgumentParser
import Notebook

struct SummarizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize",
        abstract: "Say where you stand, and what to do next.",
        discussion: """
            Examples:
              debrief summarize
              debrief summarize notes --since 2026-06-01
              debrief summarize --company Acme --company Globex
              debrief summarize -o summary.md
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    @OptionGroup var report: ReportOptions

    @Flag(help: "Show the words for which a topic is proposed.")
    var explain = false

    func run() throws {
        let index = try options.readIndex()
        let summary = Summary(index, filter: filters.filter)
        let base = try report.linkBase(options.notebook)
        let text = summary.markdown(
            linkingFrom: base, explaining: explain, pathPrefix: options.pathPrefix,
            columns: report.columns)
        try report.write(text, as: .summary)
        if index.hasErrors { throw ExitStatus.partial }
    }
}
