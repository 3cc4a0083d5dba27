import ArgumentParser
import Notebook

/// Prints the manual pages, for `make install`.
///
/// People do not need this verb, because they have `help` and `man`.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print a manual page, or the names of all.",
        shouldDisplay: false)

    @Argument(help: "The page, such as debrief-prep.1.")
    var page: String?

    func run() throws {
        let pages = ManualPage.all(from: Debrief._dumpHelp(), of: Debrief.versionDay)
        guard let page else { return try Terminal.write(pages.map { $0.name + "\n" }.joined()) }
        guard let found = pages.first(where: { $0.name == page }) else {
            Terminal.say("debrief: there is no manual page \"\(page)\"")
            throw ExitStatus.noInput
        }
        try Terminal.write(found.text, as: .data)
    }
}
