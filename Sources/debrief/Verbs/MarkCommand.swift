import ArgumentParser
import Notebook

struct MarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract:
            "Move one piece of feedback to another stage, name its topic, or tick an action, in its note.",
        usage: "debrief mark [<options>] <note:line> [<stage>]",
        discussion: """
            The bullet keeps the spelling that it has, and nothing else in the note changes. What is printed \
            has the old text of each line and the new.

            Examples:
              debrief mark 2026-10-14-acme-onsite.md:14 swallow
              debrief mark 2026-10-14-acme-onsite.md:15 spit --because "One view."
              debrief mark 2026-10-14-acme-onsite.md:15 --topic brevity
              debrief mark 2026-10-14-acme-onsite.md:16 --done
              debrief mark 2026-10-14-acme-onsite.md:14 swallow --dry-run | patch -p1
            """)

    enum State: String, EnumerableFlag {
        case done, open, dropped, inProgress

        static func help(for value: State) -> ArgumentHelp? {
            switch value {
            case .done: "The action is done."
            case .open: "The action is open again."
            case .dropped: "The action will not be done."
            case .inProgress: "The action has been begun."
            }
        }

        var box: TaskBox {
            switch self {
            case .done: .done
            case .open: .open
            case .dropped: .dropped
            case .inProgress: .inProgress
            }
        }
    }

    @Argument(
        help: ArgumentHelp("The bullet: the note's file, and a line of its text.", valueName: "note:line"),
        completion: NotebookCompletion.bullets)
    var bullet: BulletPosition

    @Argument(help: "chew, swallow, spit, keep or unsorted.")
    var stage: Stage?

    @Flag(exclusivity: .exclusive)
    var state: State?

    @Option(
        help: ArgumentHelp("Name a topic of the feedback.", valueName: "name"),
        completion: NotebookCompletion.topics)
    var topic: String?

    @Option(help: ArgumentHelp("Why: a bullet below the feedback says so.", valueName: "text"))
    var because: String?

    @Flag(name: .customLong("dry-run"), help: "Write nothing; print a diff for patch -p1.")
    var isDryRun = false

    @OptionGroup var color: ColorOption
    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    func validate() throws {
        if [stage != nil, state != nil, topic != nil].count(where: \.self) != 1 {
            throw ValidationError(
                "Give one of these: a stage (chew, swallow, spit, keep, unsorted), --done, --open, --dropped, "
                    + "--in-progress, or --topic.")
        }
        if because != nil, stage == nil {
            throw ValidationError("--because gives the reason for a stage, so give a stage too.")
        }
    }

    func run() throws {
        let edit: NoteEdit
        do {
            edit = try makeEdit(of: try NoteFile.bytes(of: bullet.path))
        } catch let failure as NoteFile.ReadFailure {
            Terminal.say("debrief: \(bullet.path): \(failure)")
            throw ExitStatus.noInput
        } catch let refusal as Refusal {
            Terminal.say("debrief: \(refusal)")
            throw ExitStatus.partial
        }
        if edit.isEmpty {
            return Terminal.say("debrief: \(bullet.path):\(bullet.line) is so already; nothing was written")
        }
        if isDryRun { return try Terminal.write(edit.diff(), as: .diff) }
        do throws(WriteFailure) {
            try NoteFile.write(edit)
        } catch {
            Terminal.say("debrief: \(bullet.path): \(error)")
            throw error.isRefusal ? ExitStatus.partial : ExitStatus.cannotCreate
        }
        try Terminal.write(edit.summary(), as: .positions)
    }

    private func makeEdit(of bytes: [UInt8]) throws(Refusal) -> NoteEdit {
        let vocabulary = NotebookFolder.configuration(above: bullet.path).vocabulary
        var editor = try NoteEditor(bytes, path: bullet.path, vocabulary: vocabulary)
        if let stage {
            try editor.mark(line: bullet.line, as: stage, because: because, today: day.today)
        } else if let topic {
            try editor.name(topic: topic, line: bullet.line)
        } else if let state {
            try editor.tick(line: bullet.line, state.box, today: day.today)
        }
        return try editor.edit()
    }
}
