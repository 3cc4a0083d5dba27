import ArgumentParser
import Notebook

struct ChecklistCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "Write every action as a checklist to tick in any editor.",
        discussion: """
            With -o, over a checklist that was written before: its ticks are carried into the notes first, as by \
            sync, and items that somebody added to it by hand are kept. With other words of theirs in it, it stays \
            as it is.

            Examples:
              debrief checklist
              debrief checklist -o actions.md
              debrief checklist -o actions.html
              debrief checklist --company Acme --all
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var report: ReportOptions

    @Flag(help: "List what is done or dropped too.")
    var all = false

    func run() throws {
        let old = try oldList()
        if let old { try sync(old) }
        let index = try options.readIndex()
        let checklist = Checklist(index, filter: filters.filter, all: all)
        let base = try report.linkBase(options.notebook, index)
        if report.file != nil {
            try report.write(
                checklist.bytes(as: report.form, linkingFrom: base), as: .checklist, over: old,
                besides: Checklist.everything(in: index, linkingFrom: base), notebook: base.folder)
        } else if case .markdown = report.form {
            try report.write(checklist.file(linkingFrom: base), as: .checklist)
        } else {
            try report.write(checklist.bytes(as: report.form, linkingFrom: base), as: .checklist)
        }
        if index.hasErrors { throw ExitStatus.partial }
    }

    /// Returns the list that is about to be replaced; nil if there is none.
    ///
    /// A list that cannot be read is an error, because it may have ticks too.
    private func oldList() throws -> ChecklistFile? {
        guard let file = report.file else { return nil }
        do throws(ChecklistFile.Failure) {
            return try ChecklistFile(path: file)
        } catch {
            switch error {
            // Writing the report refuses a file that Debrief did not write.
            case .missing, .notAChecklist: return nil
            case .unreadable:
                Terminal.say("debrief: \(file): \(error)")
                throw ExitStatus.noInput
            }
        }
    }

    /// Carries the ticks of the list that is about to be replaced.
    ///
    /// A tick that would be lost with it is an error.
    private func sync(_ old: ChecklistFile) throws {
        let run = try ChecklistSync.run(
            old, notebook: options.notebook, today: options.day.today, refusing: \.isTouched
        ) { run in
            for edit in run.write() { Terminal.say(edit.summary(), as: .positions) }
        }
        if run.refused.contains(where: \.isTouched) {
            Terminal.say(
                "debrief: \(old.path): not rewritten, because what was refused would be lost")
            throw ExitStatus.partial
        }
    }
}
