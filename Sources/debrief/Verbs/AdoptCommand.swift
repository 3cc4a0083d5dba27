import ArgumentParser
import Notebook

struct AdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Go through what looks meant and is not read, and write it so that it is.",
        usage: "debrief adopt [<options>] [<notebook>]",
        discussion: """
            The oldest note first, and each from its top: headings that are nearly read, labels, paragraphs and quoted \
            mails below feedback, lists without marks, and notes without a company or a date. Each comes with a \
            proposal and with the change that it would make. Write takes it, other proposes something else, sentences decides \
            for each sentence whether it is a bullet of its own, more of the one above, or none, and from says whose \
            words they are. Back takes the last change out of its note again, and edit opens the note in your editor \
            (VISUAL, or EDITOR).

            Every change is written into its note at once, so that you can stop at any moment, and each is proven \
            first: the note is read again, and must say what was meant and all that it said before. Return writes too, \
            and space skips. Without a terminal, or on a dumb one, answers are lines: a letter and Return.

            Examples:
              debrief adopt
              debrief adopt --dry-run > adopt.diff
              debrief adopt notes --dry-run | patch -p1 -d notes
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup var color: ColorOption

    @Flag(help: "Print all that can be written without a question as a diff, and write nothing.")
    var dryRun = false

    func run() throws {
        let index = try options.readIndex()
        if dryRun { return try printDiff(index) }
        let session = AdoptionSession(index, in: NotebookFolder(path: options.notebook))
        var tally = session.tally
        if !session.queue.isEmpty {
            if let console = KeyConsole() {
                tally = try talk(session, on: console)
            } else {
                tally = try talk(session, on: LineConsole())
            }
        }
        try Terminal.write("\(tally)\n")
        if index.hasErrors { throw ExitStatus.partial }
    }

    private func printDiff(_ index: Index) throws {
        var isWhole = !index.hasErrors
        for path in AdoptionQueue(index).toldPaths {
            do {
                let bytes = try NoteFile.bytes(of: path, in: options.notebook)
                if let edit = AdoptionDiff.edit(of: bytes, path: path, in: index) {
                    try Terminal.write(edit.diff(), as: .diff)
                }
            } catch let failure as NoteFile.ReadFailure {
                Terminal.say("\(path): \(failure)")
                isWhole = false
            }
        }
        if !isWhole { throw ExitStatus.partial }
    }

    private func talk(_ session: AdoptionSession, on console: some QuestionConsole) throws -> String {
        var conversation = AdoptConversation(session, on: console, pathPrefix: options.pathPrefix)
        do {
            let tally = try conversation.run()
            for news in conversation.news { try Terminal.write("\(news.text)\n") }
            return tally
        } catch let stop as StopSignal {
            try? Terminal.write("\(conversation.tally)\n")
            stop.endProgram()
            return conversation.tally
        }
    }
}
