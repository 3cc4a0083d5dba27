import ArgumentParser
import Notebook

struct ChecklistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: "Write every action as a checklist to tick in any editor.",
        discussion: """
            With -o, over a checklist that was written before: its ticks are carried into the notes first, as by \
            sync, and what somebody added to it by hand is kept.

            Examples:
              debrief checklist
              debrief checklist -o actions.md
              debrief checklist --company Acme --all
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var report: ReportOptions

    @Flag(help: "List what is done or dropped too.")
    var all = false

    func run() async throws {
        let isPartial = try await syncOldList()
        let index = try await options.readIndex()
        let checklist = Checklist(index, filter: filters.filter, all: all)
        let base = try report.linkBase(options.notebook)
        if let file = report.file {
            let own = (try? ChecklistFile(path: file))?.ownItems ?? []
            let body = checklist.markdown(linkingFrom: base, ownItems: own)
            try report.write(body, as: .checklist, notebook: base.folder)
        } else {
            try Terminal.write(checklist.file(), as: .markdown)
        }
        if index.hasErrors || isPartial { throw ExitStatus.partial }
    }

    /// Carries the ticks of the list that is about to be replaced.
    ///
    /// - Returns: whether something was refused. What would be lost with the old list is an error.
    private func syncOldList() async throws -> Bool {
        guard let file = report.file, (try? ChecklistFile(path: file)) != nil else { return false }
        var handWritten: [Int] = []
        let run = try await ChecklistSync.run(
            file, notebook: options.notebook, today: options.day.today, refusing: \.isTouched
        ) { run, lines in
            for edit in run.write() { Terminal.say(edit.summary(), as: .places) }
            handWritten = lines
        }
        if run.refused.contains(where: \.isTouched) {
            Terminal.say("debrief: \(file): not written anew, for the ticks that were refused would be lost")
            throw ExitStatus.partial
        }
        if let line = handWritten.first {
            Terminal.say(
                "\(file):\(line): not written anew, for what somebody wrote here would be lost; put it into the note, "
                    + "or behind the generated part")
            throw ExitStatus.partial
        }
        return false
    }
}
