import ArgumentParser
import Notebook

/// An interview, as far as it is known before it takes place.
struct OccasionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The company.", valueName: "name"), completion: NotebookCompletion.companies)
    var company: String?

    @Option(help: ArgumentHelp("The role.", valueName: "name"), completion: NotebookCompletion.roles)
    var role: String?

    @Option(
        help: ArgumentHelp("The round: phone screen, onsite, final, …", valueName: "name"),
        completion: NotebookCompletion.rounds)
    var round: String?

    @Option(help: ArgumentHelp("The day of the interview.", valueName: "YYYY-MM-DD"))
    var date: CalendarDate?

    var occasion: Occasion { Occasion(company: company, role: role, round: round, date: date) }
}
