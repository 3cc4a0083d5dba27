import ArgumentParser
import Notebook

struct PrepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prep",
        abstract: "Print the one page to read before an interview.",
        discussion: """
            Without a choice it is for the next interview: a note whose outcome is scheduled, or whose date is to come, \
            or is today's while nothing in it says how it went.

            Examples:
              debrief prep
              debrief prep --for 2026-12-01-acme-onsite.md
              debrief prep --company Acme --role "Staff Engineer" --round onsite
              debrief prep --full --explain
              debrief prep -o next.md
              debrief prep -o next.html
            """)

    @OptionGroup var options: NotebookOptions

    @OptionGroup var interview: InterviewOptions

    @Flag(help: "Say all there is, on as many pages as it takes.")
    var full = false

    @Flag(help: "Add what counted for each lesson, which explains their order.")
    var explain = false

    @OptionGroup var report: ReportOptions

    func run() throws {
        let index = try options.readIndex()
        let base = try report.linkBase(options.notebook, index)
        let page: [UInt8]
        do throws(NotebookFolder.NameFailure) {
            page = try interview.choice.page(
                in: index, of: NotebookFolder(path: options.notebook), as: report.form, isFull: full,
                isExplained: explain, linkingFrom: base, pathPrefix: options.pathPrefix)
        } catch {
            Terminal.say("debrief: \(error)")
            throw ExitStatus.noInput
        }
        try report.write(page, as: .prep)
        if index.hasErrors { throw ExitStatus.partial }
    }
}

/// Which interview a page is for.
struct InterviewOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The note of the interview.", valueName: "note"),
        completion: NotebookCompletion.notes)
    var note: String?

    @OptionGroup var known: OccasionOptions

    func validate() throws {
        if note != nil, !known.occasion.isEmpty {
            throw ValidationError(
                "--for names the interview's note; leave --company, --role, --round and --date out.")
        }
    }

    /// Whether anything is said about it.
    var isGiven: Bool { note != nil || !known.occasion.isEmpty }

    var choice: PrepChoice { note.map { .note($0) } ?? .fitting(known.occasion) }
}
