import ArgumentParser
import Notebook

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Say whom to ask for feedback, print the words, and write down what came of it.",
        discussion: """
            With a notebook it is the list: whom to ask, whom to thank, who has not answered. With a note it prints a \
            request to send, or records in the note's front matter that it was sent, answered, refused or thanked for.

            With --answered, a mail on standard input goes into the note as a quote below feedback: its text, or the \
            file of a mail (.eml), of which the text part, the day and the sender count. What is quoted at its end is \
            left out. `debrief adopt` then makes bullets of it, a key each.

            The words are yours to change: .debrief/templates/request.mustache and thanks.mustache in the notebook \
            take the place of the built-in ones.

            Examples:
              debrief ask
              debrief ask 2026-10-14-acme-onsite.md
              debrief ask 2026-10-14-acme-onsite.md --sent
              debrief ask 2026-10-14-acme-onsite.md --answered 2026-10-24
              debrief ask 2026-10-14-acme-onsite.md --answered < mail.eml
              debrief ask 2026-10-14-acme-onsite.md --thank
            """)

    @Argument(
        help: ArgumentHelp("The folder of notes, or one note.", valueName: "notebook or note"),
        completion: .file(extensions: ["md", "markdown"]))
    var path = "."

    @Flag(help: "List what is long ago too.")
    var all = false

    @Flag(help: "Print thanks in place of a request.")
    var thank = false

    @OptionGroup var request: RequestOptions

    @Flag(name: .customLong("dry-run"), help: "Write nothing; print a diff for patch -p1.")
    var isDryRun = false

    @OptionGroup var report: ReportOptions
    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    func validate() throws {
        if thank, !request.isEmpty {
            throw ValidationError("--thank prints; --thanked records that you gave thanks.")
        }
        if isDryRun, request.isEmpty {
            throw ValidationError("--dry-run is for --sent, --answered, --refused and --thanked.")
        }
    }

    func run() throws {
        if NotebookFolder(path: path).isThere {
            if thank || !request.isEmpty {
                Terminal.say("debrief: \"\(path)\" is a notebook; name one note of it")
                throw ExitStatus.usage
            }
            try list()
        } else if all || report.file != nil || report.format != nil {
            Terminal.say(
                "debrief: --all, -o and --format are for the list of a notebook, and \"\(path)\" is none")
            throw ExitStatus.usage
        } else if !request.isEmpty {
            try record()
        } else {
            try printLetter()
        }
    }

    private func list() throws {
        let index = try NotebookOptions.readIndex(reporting: path, today: day.today)
        let prefix = NotebookOptions.prefix(of: path)
        try report.write(
            AskList(index, all: all).bytes(as: report.form, pathPrefix: prefix), as: .ask)
        if index.hasErrors { throw ExitStatus.partial }
    }

    private func printLetter() throws {
        let path = NotePath(path)
        let index = NoteFile.index(of: try bytes(of: path), path: path, today: day.today)
        guard let note = index.notes.first else {
            Terminal.say("debrief: \(path): is a report that Debrief wrote, and not a note")
            throw ExitStatus.noInput
        }
        try refuse(unlessInterview: note)
        if note.isUpcoming(on: day.today), !note.hasPassed(on: day.today) {
            Terminal.say(
                "debrief: \(path): that interview is still to come; \(thank ? "give thanks" : "ask") after it"
            )
            throw ExitStatus.partial
        }
        let kind = thank ? TemplateKind.thanks : .request
        let template = try TemplateFile.orExit(kind, in: TemplateFile.notebook(ofNote: path))
        try Terminal.write(template.filled(with: Letter(about: note, kind).values))
        let state = index.request(of: note)
        if note.mayBeAnswered(state) {
            Terminal.say(
                "debrief: what may be their answer stands in the note and is not read: debrief adopt")
        } else if !thank {
            remind(note, state: state)
        }
    }

    /// Ends the program if a note is of no interview.
    ///
    /// Then there is nobody to write to.
    private func refuse(unlessInterview note: Note) throws {
        if note.isInterview { return }
        Terminal.say(
            "debrief: \(path): is of no interview: it names no company, no round and no interviewer")
        throw ExitStatus.partial
    }

    /// Ends the program if what is to be recorded cannot be so.
    private func refuseWhatCannotBe(_ bytes: [UInt8], _ path: NotePath, _ dates: RequestDates) throws {
        guard let note = NoteFile.index(of: bytes, path: path, today: day.today).notes.first else { return }
        try refuse(unlessInterview: note)
        let days = [dates.asked, dates.answered, dates.refused, dates.thanked].compactMap(\.self)
        if let future = days.max(), future > day.today {
            Terminal.say("debrief: \(path): \(future) is still to come; nothing was written")
            throw ExitStatus.partial
        }
        if dates.refused != nil, let answered = dates.answered ?? note.requestDates.answered {
            Terminal.say(
                "debrief: \(path): they answered on \(answered), so they did not refuse; nothing was written"
            )
            throw ExitStatus.partial
        }
    }

    /// Says on standard error what speaks against asking just now.
    private func remind(_ note: Note, state: RequestState) {
        switch state {
        case .upcoming: Terminal.say("debrief: the note still says that the interview is to come")
        case .answered: Terminal.say("debrief: they have answered already; --thank prints thanks")
        case .refused: Terminal.say("debrief: they have said that they may not or would not answer")
        case .asked, .silent:
            let date = note.requestDates.asked.map { " on \($0)" } ?? ""
            Terminal.say("debrief: you have asked already\(date)")
        case .notAsked: break
        }
    }

    private func record() throws {
        let path = NotePath(path)
        let bytes = try bytes(of: path)
        let mail = try request.answered == nil ? nil : readMail()
        let edit: NoteEdit
        let dates = request.dates(today: day.today, ofMail: mail?.day)
        do throws(Refusal) {
            let vocabulary = NotebookFolder.configuration(above: path).vocabulary
            if let mail {
                edit = try MailedAnswer.edit(
                    mail, into: bytes, path: path, recording: dates, vocabulary: vocabulary)
            } else {
                var editor = try NoteEditor(bytes, path: path, vocabulary: vocabulary)
                try editor.record(dates)
                edit = try editor.edit()
            }
        } catch {
            Terminal.say("debrief: \(error)")
            throw ExitStatus.partial
        }
        try refuseWhatCannotBe(bytes, path, dates)
        if edit.isEmpty { return Terminal.say("debrief: \(path): says so already; nothing was written") }
        if isDryRun { return try Terminal.write(edit.diff(), as: .diff) }
        do throws(WriteFailure) {
            try NoteFile.write(edit)
        } catch {
            Terminal.say("debrief: \(path): \(error)")
            throw error.isRefusal ? ExitStatus.partial : ExitStatus.cannotCreate
        }
        try Terminal.write(edit.summary(), as: .positions)
        if mail?.hadQuotedEnd ?? false {
            Terminal.say("debrief: what the mail quotes at its end is left out")
        }
        if mail != nil { Terminal.say("debrief: `debrief adopt` makes bullets of it, a key each") }
    }

    /// Returns the mail on standard input; nil if there is none.
    private func readMail() throws -> MailMessage? {
        guard StandardInput.isGiven else { return nil }
        let bytes = try Terminal.readAll()
        if bytes.isEmpty { return nil }
        do throws(MailMessage.Failure) {
            return try MailMessage(bytes)
        } catch {
            Terminal.say("debrief: \(error); nothing was written")
            throw ExitStatus.noInput
        }
    }

    private func bytes(of path: NotePath) throws -> [UInt8] {
        do {
            return try NoteFile.bytes(of: path)
        } catch {
            Terminal.say("debrief: \(path): \(error)")
            throw ExitStatus.noInput
        }
    }
}

extension TemplateFile {
    /// Returns a template.
    ///
    /// If it cannot be used, the program ends and names the position and the reason.
    static func orExit(_ kind: TemplateKind, in notebook: String) throws -> Template {
        do {
            return try read(kind, in: notebook)
        } catch {
            Terminal.say("\(error)")
            throw ExitStatus.configuration
        }
    }
}
