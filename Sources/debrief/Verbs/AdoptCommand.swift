import ArgumentParser
import Notebook

struct AdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Go through what looks meant and is not read, and write it so that it is.",
        usage: "debrief adopt [<options>] [<notebook>]",
        discussion: """
            Notes without a day come first, then the oldest: headings that are nearly read, labels, paragraphs and \
            quoted mails below feedback, lists without marks, sentences that tell what was asked or said or whether \
            something worked, actions that say in words when they are due, and notes without a company, a date, \
            interviewers or an outcome that their words tell. In place of a notebook, a note is asked about alone. Each \
            comes with a proposal and with the change that it would make. Write takes it, other proposes something \
            else, sentences decides for each sentence whether it is a bullet of its own, more of the one above, or \
            none, and from says whose words they are. Back takes the last change out of its note again, and edit opens \
            the note in your editor (VISUAL, or EDITOR).

            Every change is written into its note at once, so that you can stop at any moment, and each is proven \
            first: the note is read again, and must say what was meant and all that it said before, and nothing else. \
            Return, or default, does what stands first, which is to skip where it is not likely; space skips. Without \
            a terminal, or on a dumb one, answers are lines: a letter and Return, or Return alone.

            Examples:
              debrief adopt
              debrief adopt 2026-10-14-acme.md
              debrief adopt --dry-run > adopt.diff
              yes '' | debrief adopt
              debrief adopt notes --dry-run | patch -p1 -d notes
            """)

    @OptionGroup var options: NotebookOptions
    @OptionGroup var color: ColorOption

    @Flag(help: "Print all that can be written without a question as a diff, and write nothing.")
    var dryRun = false

    mutating func run() throws {
        let note = takeNote()
        let index = try options.readIndex()
        if dryRun { return try printDiff(index, note) }
        let session = AdoptionSession(index, in: NotebookFolder(path: options.notebook), note: note)
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

    /// Returns the note, if one is given in place of a notebook.
    ///
    /// The notebook is then the folder that it is in.
    private mutating func takeNote() -> NotePath? {
        let path = options.notebook
        let name = path.lowercased()
        guard name.hasSuffix(".md") || name.hasSuffix(".markdown"), !NotebookFolder(path: path).isThere else {
            return nil
        }
        let slash = path.lastIndex(of: "/")
        options.notebook = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return NotePath(slash.map { String(path[path.index(after: $0)...]) } ?? path)
    }

    private func printDiff(_ index: NotebookIndex, _ note: NotePath?) throws {
        var isWhole = !index.hasErrors
        var questions = 0
        for path in AdoptionQueue(index, note: note).paths {
            do {
                var bytes = try NoteFile.bytes(of: path, in: options.notebook)
                if let edit = AdoptionDiff.edit(of: bytes, path: path, in: index) {
                    try Terminal.write(edit.diff(), as: .diff)
                    bytes = edit.newBytes
                }
                questions += AdoptionQueue.questionCount(in: bytes, path: path, of: index)
            } catch let failure as NoteFile.ReadFailure {
                Terminal.say("\(path): \(failure)")
                isWhole = false
            }
        }
        if questions > 0 {
            Terminal.say(
                "\(questions) more \(questions == 1 ? "needs" : "need") an answer: `debrief adopt` asks")
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
