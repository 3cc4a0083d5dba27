import ArgumentParser
import Notebook

struct TriageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage",
        abstract: "Go through feedback that is not decided yet, one piece at a time, a key each.",
        usage: "debrief triage [<options>] [<notebook>]",
        discussion: """
            First what is unsorted, then what is in chew, the oldest first, each with who said it and what was said \
            on its topic before. Swallow asks what you will do: an action, or a plan as in “if asked about a \
            conflict → open with what came of it”. Spit asks why. Keep is for praise. Topic names what it is about. Back takes the last \
            answer out of the note again, and edit opens the note in your editor (VISUAL, or EDITOR).

            Every answer is written into its note at once, so that you can stop at any moment. Space skips too, Escape \
            leaves what you type for an answer, and the arrow keys move a page that is too long. Without a terminal, or \
            on a dumb one, answers are lines: a letter and Return.

            Examples:
              debrief triage
              debrief triage --stage chew --topic structure
              debrief triage ~/notes/interviews --company Acme
            """)

    enum OpenStage: String, CaseIterable, ExpressibleByArgument {
        case unsorted, chew

        var stage: Stage { self == .unsorted ? .unsorted : .chew }
    }

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var color: ColorOption

    @Option(help: "Only what is in this stage: unsorted or chew.")
    var stage: OpenStage?

    func run() throws {
        let index = try options.readIndex()
        let stages = stage.map { [$0.stage] } ?? OpenStage.allCases.map(\.stage)
        let triage = Triage(index, stages: stages, filter: filters.filter)
        var tally = triage.tally
        if triage.count > 0 {
            let day = options.day.given
            let session = TriageSession(
                triage, in: NotebookFolder(path: options.notebook), today: { day ?? .today })
            if let console = KeyConsole() {
                tally = try talk(session, on: console)
            } else {
                tally = try talk(session, on: LineConsole())
            }
        }
        try Terminal.write("\(tally)\n")
        if index.hasErrors || tally.lost > 0 { throw ExitStatus.partial }
    }

    private func talk(_ session: TriageSession, on console: some QuestionConsole) throws -> TriageTally {
        var conversation = TriageConversation(session, on: console, pathPrefix: options.pathPrefix)
        do {
            let tally = try conversation.run()
            for news in conversation.news { try Terminal.write("\(news.text)\n") }
            return tally
        } catch let stop as StopSignal {
            try? Terminal.write("\(conversation.tally)\n")
            stop.endProgram()
            return conversation.tally
        }
    }
}
