public import ArgumentParser
public import Notebook

struct SummarizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize",
        abstract: "Say where you stand, and what to do next.",
        discussion: """
            Examples:
              debrief summarize
              debrief summarize notes --since 2026-06-01
              debrief summarize --company Acme --company Globex
              debrief summarize --table company
              debrief summarize -o summary.md
              debrief summarize -o summary.html
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    @OptionGroup var report: ReportOptions

    @Option(
        help: ArgumentHelp(
            "Only the table of where interviews end: by round, role or company.",
            valueName: "round, role or company"))
    var table: EndsTable.Key?

    @Flag(help: "Show the words for which a topic is proposed.")
    var explain = false

    func run() throws {
        if table == nil { NotebookIndex.prepareTopics() }
        let index = try options.readIndex()
        let base = try report.linkBase(options.notebook, index)
        if let table {
            let ends = EndsTable(index, by: table, filter: filters.filter)
            try report.write(
                ends.bytes(as: report.form, of: index, filters.filter, linkingFrom: base), as: .summary)
            if index.hasErrors { throw ExitStatus.partial }
            return
        }
        let summary = Summary(index, filter: filters.filter)
        try report.write(
            summary.bytes(
                as: report.form, linkingFrom: base, explaining: explain, pathPrefix: options.pathPrefix),
            as: .summary)
        if index.hasErrors { throw ExitStatus.partial }
    }
}

extension EndsTable.Key: ExpressibleByArgument {}
