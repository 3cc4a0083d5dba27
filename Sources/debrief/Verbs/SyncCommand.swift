import ArgumentParser
import Notebook

struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Carry the ticks of a checklist, or of a calendar, back into the notes.",
        usage: "debrief sync [<options>] <checklists> ...",
        discussion: """
            What changed in the list alone is carried into the note; what changed in the note alone stays. Where \
            both changed, or it is not certain which action is meant, the item is refused by name, and the rest \
            goes on. What is printed has the old text of each line and the new.

            In place of a checklist it takes the folder of a calendar that `debrief calendar --to` wrote.

            Examples:
              debrief sync actions.md
              debrief sync actions.md --dry-run
              debrief sync actions.md --check && git commit
              debrief sync ~/.calendars/interviews
            """)

    @Argument(
        help: "Checklists or folders of a calendar that Debrief wrote.", completion: .file(extensions: ["md"])
    )
    var checklists: [String]

    @Option(
        help: ArgumentHelp(
            "The folder of notes (default: where the checklist says it is, else its own folder).",
            valueName: "folder"),
        completion: .directory)
    var notebook: String?

    @Flag(
        name: .customLong("dry-run"),
        help: "Write nothing; print a diff for patch -p1 in the notebook.")
    var isDryRun = false

    @Flag(
        name: .customLong("check"),
        help: "Write nothing; say what there is to carry. The exit status is 1 if there is anything.")
    var isCheck = false

    @OptionGroup var color: ColorOption
    @OptionGroup var day: DayOption
    @OptionGroup var timings: TimingsOption

    func validate() throws {
        if isDryRun && isCheck { throw ValidationError("Give --dry-run or --check, not both.") }
    }

    func run() throws {
        var isPartial = false
        for path in checklists {
            if NotebookFolder(path: path).isThere {
                isPartial = try !syncCalendar(path) || isPartial
                continue
            }
            let list = try ChecklistSync.open(path)
            if notebook == nil, list.namesOutsideNotebook {
                Terminal.say(
                    "debrief: \(path): refused: it says that its notes are in \"\(list.notebook)\", which is not in its "
                        + "own folder; if they are yours, name that folder with --notebook")
                isPartial = true
                continue
            }
            let run = try ChecklistSync.run(
                list, notebook: notebook, today: day.today
            ) { run in
                try report(&run, of: path)
            }
            let isWaiting = isCheck && run.edits.contains { !$0.isEmpty }
            if !run.refused.isEmpty || isWaiting { isPartial = true }
        }
        if isPartial { throw ExitStatus.partial }
    }

    /// Carries a calendar's ticks.
    ///
    /// - Returns: Whether all that was changed there is in the notes.
    private func syncCalendar(_ path: String) throws -> Bool {
        var sync = try CalendarSync(path, notebook: notebook, today: day.today)
        let folder = sync.folder
        try report(&sync.run, of: path) { folder.file(ofItem: $0) }
        sync.tellRefused()
        return sync.isWhole && !(isCheck && sync.run.edits.contains { !$0.isEmpty })
    }

    /// Reports what a run does, and writes its edits unless told not to.
    ///
    /// `position` returns where an item is, by its line; if it is nil, the item is on that line of the file.
    private func report(
        _ run: inout SyncRun, of path: String, at position: ((Int) -> String)? = nil
    ) throws {
        let changes = run.edits.filter { !$0.isEmpty }
        for item in run.left {
            try Terminal.write(
                "\(position?(item.line) ?? "\(path):\(item.line)"): “\(item.text)” stays as the note has it: [\(item.box.character)] "
                    + "(\(item.note):\(item.noteLine))\n", as: .positions)
        }
        for item in run.movedOn {
            try Terminal.write(
                "\(position?(item.line) ?? "\(path):\(item.line)"): “\(item.text)” counts as done on \(item.from): by its rule the note has "
                    + "\(item.to) now (\(item.note):\(item.noteLine)); if it is to be done again, tick it there\n",
                as: .positions)
        }
        if isDryRun {
            try Terminal.write(changes.flatMap { $0.diff() }, as: .diff)
        } else if isCheck {
            try Terminal.write(changes.flatMap { $0.summary() }, as: .positions)
        } else {
            try Terminal.write(run.write().flatMap { $0.summary() }, as: .positions)
        }
        if changes.isEmpty, run.left.isEmpty, run.movedOn.isEmpty, run.refused.isEmpty {
            Terminal.say("debrief: \(path): nothing to carry")
        }
    }
}

/// Carries the ticks of one checklist, for the verbs that do so.
enum ChecklistSync {
    static func open(_ path: String) throws -> ChecklistFile {
        do throws(ChecklistFile.Failure) {
            return try ChecklistFile(path: path)
        } catch {
            Terminal.say("debrief: \(path): \(error)")
            throw ExitStatus.noInput
        }
    }

    /// Reads the checklist's notebook, calls a function with what there is to do, and then says what was
    /// refused.
    @discardableResult
    static func run(
        _ file: ChecklistFile, notebook: String?, today: CalendarDate,
        refusing isSaid: (SyncRun.Refused) -> Bool = { _ in true },
        _ act: (inout SyncRun) throws -> Void
    ) throws -> SyncRun {
        do {
            let folder = NotebookFolder(path: notebook ?? file.notebook)
            let index = try NotebookOptions.readIndex(folder.path, today: today)
            if index.notes.isEmpty {
                Terminal.say(
                    "debrief: there are no notes in \"\(folder.path)\"; say where they are with --notebook")
                throw ExitStatus.noInput
            }
            let plan = try file.plan(index)
            var run = SyncRun(plan, in: folder, vocabulary: index.configuration.vocabulary)
            try act(&run)
            for item in run.refused where isSaid(item) {
                Terminal.say("\(file.path):\(item.line): refused: “\(item.text)”: \(item.reason)")
            }
            return run
        } catch let failure as ChecklistFile.Failure {
            Terminal.say("debrief: \(file.path): \(failure)")
            throw ExitStatus.noInput
        }
    }
}
