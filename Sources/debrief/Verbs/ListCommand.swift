public import ArgumentParser
public import Notebook

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List feedback, actions or questions as path:line:column: text.",
        discussion: """
            Examples:
              debrief list --stage unsorted --stage chew
              debrief list --topic structure --source "Dana Ruiz"
              debrief list --overdue --format json
              debrief list --not-read
              debrief list --questions --company Acme
              vim -q <(debrief list --open)
              debrief list --pager
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Option(help: ArgumentHelp("Feedback in this stage. May be repeated.", valueName: "stage"))
    var stage: [Stage] = []

    @Option(
        help: ArgumentHelp("What this person said. May be repeated.", valueName: "name"),
        completion: NotebookCompletion.people)
    var source: [String] = []

    @Flag(help: "Actions instead of feedback.")
    var actions = false

    @Flag(help: "Actions that are still to do.")
    var open = false

    @Flag(help: "Actions that are past their date.")
    var overdue = false

    @Flag(help: "What looks meant and is not read, and notes without a company or a date.")
    var notRead = false

    @Flag(help: "The questions that they asked.")
    var questions = false

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var display: DisplayOptions

    func run() throws {
        var query = Listing.Query()
        query.filter = filters.filter
        query.stages = stage
        query.sources = source
        query.actions = actions
        query.open = open
        query.overdue = overdue
        query.notRead = notRead
        query.questions = questions
        let index = try options.readIndex()
        let listing = Listing(index, query)
        switch format {
        case .text: try Terminal.write(listing.text(pathPrefix: options.pathPrefix), as: .positions)
        case .json: try Terminal.write(listing.json(), as: .data)
        }
        if listing.isEmpty {
            for reason in listing.reasonsForEmptiness { Terminal.say("debrief: \(reason)") }
        }
        if index.hasErrors { throw ExitStatus.partial }
    }
}

extension Stage: ExpressibleByArgument {}
