import ArgumentParser
import Notebook

struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Put interviews, what is due, and days to ask and to thank into a calendar.",
        usage: "debrief calendar [<options>] [<notebook>]",
        discussion: """
            Interviews to come are events, with an alarm the evening before that says the three lessons to carry in. \
            Actions with a day, the day after an interview to ask on, and the day after an answer to thank on are \
            things to do. A time without an offset is local time; without a time an interview takes all day. No \
            note says how long one takes, so it is an hour.

            With -o it is a file to import or to subscribe to. To import it again moves what has moved, and creates \
            no duplicates. With --to it is a folder with a file for each item, as todoman, khal and vdirsyncer have it: what \
            is ticked there is carried into the notes first, as by sync. What others put into the folder stays.

            Examples:
              debrief calendar > interviews.ics
              debrief calendar -o interviews.ics --events
              debrief calendar --to ~/.calendars/interviews
            """)

    @OptionGroup var options: NotebookOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Write the calendar to this file, whose name ends in .ics. - is standard output.",
            valueName: "file"),
        completion: .file(extensions: ["ics"]))
    var output: String?

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            "Keep the calendar in this folder, with a file for each item.", valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Flag(help: "Interviews that are over too.")
    var all = false

    @Flag(
        name: .customLong("events"),
        help: "What is due as events of a day, for calendars without things to do.")
    var asEvents = false

    @OptionGroup var color: ColorOption

    func validate() throws {
        if output != nil, folder != nil { throw ValidationError("Give -o or --to, not both.") }
        if let output, output != "-", !output.hasSuffix(".ics") {
            throw ValidationError("-o needs the name of a file that ends in .ics; - is standard output.")
        }
    }

    func run() throws {
        if let folder { return try write(toFolder: folder) }
        let index = try options.readIndex()
        let calendar = NotebookCalendar(index, all: all, asEvents: asEvents)
        if let output, output != "-" {
            do throws(WriteFailure) {
                Terminal.say(try CalendarFile(path: output).write(calendar), of: output)
            } catch {
                Terminal.say("debrief: \(output): \(error)")
                throw ExitStatus.cannotCreate
            }
        } else {
            try Terminal.write(calendar.bytes(), as: .data)
        }
        if index.hasErrors { throw ExitStatus.partial }
    }

    private func write(toFolder path: String) throws {
        try CalendarSync.make(path, of: NotebookFolder(path: options.notebook))
        var sync = try CalendarSync(path, notebook: options.notebook, today: options.day.today)
        for edit in sync.run.write() { Terminal.say(edit.summary(), as: .positions) }
        sync.tellRefused()
        let index = try options.readIndex()
        let outcome = sync.folder.write(
            NotebookCalendar(index, all: all, asEvents: asEvents),
            keeping: sync.folder.files(refusedBy: sync.run))
        for (file, reason) in outcome.held { Terminal.say("\(file): held: \(reason)") }
        let isNews = outcome.written + outcome.removed > 0
        Terminal.say(
            isNews
                ? "debrief: \(path): \(outcome.written) written, \(outcome.removed) removed"
                : "debrief: \(path) is up to date")
        if !sync.isWhole || !outcome.held.isEmpty || index.hasErrors { throw ExitStatus.partial }
    }
}

/// Carries a calendar folder's ticks into the notes, for the verbs that do so.
struct CalendarSync {
    let folder: CalendarFolder
    let notebook: NotebookFolder
    var run: SyncRun

    static func open(_ path: String) throws(ExitCode) -> CalendarFolder {
        do throws(CalendarFolder.Failure) {
            return try CalendarFolder(path: path)
        } catch {
            Terminal.say("debrief: \(path): \(error)")
            throw ExitStatus.noInput
        }
    }

    /// Makes the folder if it is not there, and writes into it which notebook it belongs to.
    static func make(_ path: String, of notebook: NotebookFolder) throws {
        do {
            try CalendarFolder.make(path)
            try open(path).claim(for: notebook)
        } catch let failure as WriteFailure {
            Terminal.say("debrief: \(path): \(failure)")
            throw ExitStatus.cannotCreate
        }
    }

    /// Reads the folder and its notebook, and makes the edits.
    ///
    /// It does not write anything yet.
    init(_ path: String, notebook given: String?, today: CalendarDate) throws {
        folder = try Self.open(path)
        guard let way = given ?? folder.notebook else {
            Terminal.say("debrief: \(path): does not say which notebook it is of; say it with --notebook")
            throw ExitStatus.noInput
        }
        notebook = NotebookFolder(path: way)
        let index = try NotebookOptions.readIndex(way, today: today)
        run = SyncRun(folder.plan(index), in: notebook, vocabulary: index.configuration.vocabulary)
    }

    /// Whether nothing was refused, skipped, or left to record.
    var isWhole: Bool { run.refused.isEmpty && folder.problems.isEmpty && folder.recordable.isEmpty }

    func tellRefused() {
        for (file, reason) in folder.problems { Terminal.say("\(folder.path)/\(file): skipped: \(reason)") }
        for item in run.refused {
            Terminal.say("\(folder.file(ofItem: item.line)): refused: “\(item.text)”: \(item.reason)")
        }
        for item in folder.recordable {
            Terminal.say(
                "\(item.file): refused: “\(item.summary)”: a calendar does not say what came of it. \(item.advice)"
            )
        }
    }
}
