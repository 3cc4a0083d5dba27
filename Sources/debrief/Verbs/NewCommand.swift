import ArgumentParser
import Notebook

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a new note from a template, and print its path.",
        usage: "debrief new [<options>] [<notebook>]",
        discussion: """
            The note is called YYYY-MM-DD-company-round.md, by today's date where none is given. A file that is there already is never written over. A \
            template of your own takes the place of the built-in one: .debrief/templates/note.mustache in the notebook.

            Examples:
              debrief new --company Acme --round onsite --date 2026-12-01
              debrief new --company Acme --round onsite --ics invitation.ics
              debrief new notes --company Acme --interviewer Dana --interviewer Lee
              $EDITOR "$(debrief new --company Acme --role Engineer --round onsite)"
            """)

    @Argument(help: "The folder of notes.", completion: .directory)
    var notebook = "."

    @OptionGroup var interview: OccasionOptions

    @Option(
        help: ArgumentHelp("Who leads it. May be repeated.", valueName: "name"),
        completion: NotebookCompletion.people)
    var interviewer: [String] = []

    @Option(
        help: ArgumentHelp(
            "Take day, time, place and interviewers from this invitation, where they are not given.",
            valueName: "file"),
        completion: .file(extensions: ["ics"]))
    var ics: String?

    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    func run() throws {
        guard NotebookFolder(path: notebook).isThere else {
            Terminal.say("debrief: there is no folder \"\(notebook)\"")
            throw ExitStatus.noInput
        }
        let invitation = try ics.map(readInvitation)
        var note = NewNote(
            company: interview.company, role: interview.role, round: interview.round,
            date: interview.date ?? invitation?.date ?? day.today,
            interviewers: interviewer.isEmpty ? invitation?.people ?? [] : interviewer, today: day.today)
        if let invitation {
            // An invitation's time does not hold for another day.
            if note.date == invitation.date {
                (note.time, note.isInUTC) = (invitation.time, invitation.isInUTC)
            }
            (note.place, note.summary) = (invitation.place ?? "", invitation.summary)
        }
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
        try Terminal.write(path + [0x0A], as: .data)
    }

    private func readInvitation(_ path: String) throws -> Invitation {
        do {
            return try Invitation(NoteFile.bytes(of: NotePath(path)))
        } catch {
            Terminal.say("debrief: \(path): \(error)")
            throw ExitStatus.noInput
        }
    }
}
