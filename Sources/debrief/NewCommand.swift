import ArgumentParser
import Notebook

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a new note from a template, and print its path.",
        discussion: """
            The note is called YYYY-MM-DD-company-round.md. A file that is there already is never written over. A \
            template of your own takes the place of the built-in one: .debrief/templates/note.mustache in the notebook.

            Examples:
              debrief new --company Acme --round onsite --date 2026-12-01
              debrief new notes --company Acme --interviewer "Dana Ruiz" --interviewer "Lee Park"
              $EDITOR "$(debrief new --company Acme --role 'Staff Engineer' --round onsite)"
            """)

    @Argument(help: "The folder of notes.", completion: .directory)
    var notebook = "."

    @Option(help: ArgumentHelp("The company.", valueName: "name"))
    var company: String?

    @Option(help: ArgumentHelp("The role.", valueName: "name"))
    var role: String?

    @Option(help: ArgumentHelp("The round: phone screen, onsite, final, …", valueName: "name"))
    var round: String?

    @Option(help: ArgumentHelp("The day of the interview (default: today).", valueName: "YYYY-MM-DD"))
    var date: CalendarDate?

    @Option(help: ArgumentHelp("Who leads it. May be repeated.", valueName: "name"))
    var interviewer: [String] = []

    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    func run() throws {
        guard NotebookFolder(path: notebook).isThere else {
            Terminal.say("debrief: there is no folder \"\(notebook)\"")
            throw ExitStatus.noInput
        }
        let note = NewNote(
            company: company, role: role, round: round, date: date ?? day.today, interviewers: interviewer,
            today: day.today)
        let template = try TemplateFile.orExit(.note, in: notebook)
        let path = NotebookOptions.prefix(of: notebook) + Array(note.fileName.utf8)
        if let problem = note.problem(with: template) {
            Terminal.say("\(notebook)/\(TemplateKind.note.path): error: \(problem)")
            throw ExitStatus.configuration
        }
        do throws(WriteFailure) {
            try NoteFile.create(note, from: template, in: notebook)
        } catch {
            Terminal.say("debrief: \(String(decoding: path, as: UTF8.self)): \(error)")
            throw ExitStatus.cannotCreate
        }
        try Terminal.write(path + [0x0A])
    }
}
