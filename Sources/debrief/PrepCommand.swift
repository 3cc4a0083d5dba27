import ArgumentParser
import Notebook

struct PrepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prep",
        abstract: "Print the one page to read before an interview.",
        discussion: """
            Without a choice it is for the next scheduled interview: a note whose outcome is scheduled, or whose date \
            is to come.

            Examples:
              debrief prep
              debrief prep --for 2026-12-01-acme-onsite.md
              debrief prep --company Acme --role "Staff Engineer" --round onsite --date 2026-12-01
              debrief prep --full --explain
              debrief prep -o next.md
            """)

    @OptionGroup var options: NotebookOptions

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The note of the interview.", valueName: "note"),
        completion: .file(extensions: ["md"]))
    var note: String?

    @Option(help: ArgumentHelp("With this company.", valueName: "name"))
    var company: String?

    @Option(help: ArgumentHelp("For this role.", valueName: "name"))
    var role: String?

    @Option(help: ArgumentHelp("This round.", valueName: "name"))
    var round: String?

    @Option(help: ArgumentHelp("On this day.", valueName: "YYYY-MM-DD"))
    var date: CalendarDate?

    @Flag(help: "Say all there is, on as many pages as it takes.")
    var full = false

    @Flag(help: "Add what counted for each lesson, and so why they stand in their order.")
    var explain = false

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if note != nil, company != nil || role != nil || round != nil || date != nil {
            throw ValidationError(
                "--for names the interview's note; leave --company, --role, --round and --date out.")
        }
    }

    func run() async throws {
        let index = try await options.readIndex()
        let base = try report.linkBase(options.notebook)
        if let occasion = try occasion(in: index) {
            let sheet = PrepSheet(index, for: occasion)
            try report.write(sheet.markdown(isFull: full, isExplained: explain, linkingFrom: base))
        } else {
            try report.write(NothingScheduled(index).markdown(linkingFrom: base))
        }
        if index.hasErrors { throw ExitStatus.partial }
    }

    /// The interview that is meant; nil where none is named and none is scheduled.
    private func occasion(in index: Index) throws -> Occasion? {
        guard let note else {
            let known = Occasion(company: company, role: role, round: round, date: date)
            return index.nextOccasion(fitting: known) ?? (known.isEmpty ? nil : known)
        }
        do {
            return index.occasion(of: try NotebookFolder(path: options.notebook).note(named: note, in: index))
        } catch {
            Terminal.say("debrief: \(error)")
            throw ExitStatus.noInput
        }
    }
}
