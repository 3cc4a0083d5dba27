import ArgumentParser
import Notebook

struct StoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "Say where you told each story, which question it answers, and what is missing.",
        usage: "debrief stories [<options>] [<notebook>]",
        discussion: """
            A story is a bullet `- story: The label outage #ownership ^outage`, or any
            below a heading Stories, with S, T, A and R below it. Below the question that
            it answered stands `- told: ^outage`.

            Examples:
              debrief stories
              debrief stories notes --explain
              debrief stories -o stories.md
            """)

    @OptionGroup var options: NotebookOptions

    @Flag(help: "Show which words make of several wordings one question.")
    var explain = false

    @OptionGroup var report: ReportOptions

    func run() throws {
        let index = try options.readIndex()
        let base = try report.linkBase(options.notebook, index)
        try report.write(
            StoriesReport(index).bytes(as: report.form, linkingFrom: base, isExplained: explain), as: .stories
        )
        if index.hasErrors { throw ExitStatus.partial }
    }
}
