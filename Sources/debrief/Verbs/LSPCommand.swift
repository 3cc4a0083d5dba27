import ArgumentParser
import LanguageServer
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct LSPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Be at hand in an editor: a language server on standard input and output.",
        discussion: """
            An editor starts it. It tells what is wrong with a note while you write, completes tags, topics and \
            names, and offers what the method would do next. Ready configuration for Vim, Neovim, Emacs, \
            VS Code, Helix and Kakoune is in Examples/editors.

            Examples:
              debrief lsp
              debrief lsp ~/notes/interviews
            """)

    @Argument(
        help: "The folder of notes (default: the one that the editor has open).", completion: .directory)
    var notebook: String?

    @OptionGroup var day: DayOption

    func run() throws {
        // A client that dies closes the pipe. That should be a write error, and not end the program.
        signal(SIGPIPE, SIG_IGN)
        let day = day
        var server = Server(
            notebook: notebook, version: Debrief.version, today: { day.today },
            log: { Terminal.say("debrief lsp: \($0)") })
        var messages = MessageReader()
        var changes = ServedFolder()
        while !server.hasEnded {
            do {
                guard let message = try messages.next() else {
                    if let changes = changes.next(in: server.watchedFolder) {
                        for reply in server.folderChanged(changes) {
                            try Terminal.write(MessageReader.framed(reply), as: .data)
                        }
                        continue
                    }
                    let bytes = try Terminal.readSome()
                    if bytes.isEmpty { break }
                    messages.append(bytes)
                    continue
                }
                for reply in server.receive(message) {
                    try Terminal.write(MessageReader.framed(reply), as: .data)
                }
            } catch let failure as MessageReader.Failure {
                Terminal.say("debrief lsp: \(failure)")
                break
            }
        }
        if !server.isShutDown { throw ExitStatus.partial }
    }
}

/// The changes in the folder while the client has nothing to say, if the client does not report them.
private struct ServedFolder {
    private var watch: FolderWatch?
    private var burst = Debounce()

    /// Waits for changes, or for the client to say something.
    ///
    /// - Returns: Where something may have changed; nil if the client comes first.
    mutating func next(in folder: NotebookFolder?) -> FolderChanges? {
        guard let folder else {
            watch = nil
            return nil
        }
        if watch == nil {
            watch = FolderWatch(folder)
            // This covers what changed between the reading of the folder and now.
            burst.add(.anywhere, at: .now)
        }
        // Looking every second for good would cost more than looking when a note is opened or saved, which is
        // done anyway. For a folder that has gone, it only asks whether the folder is back.
        while let watch, !watch.isPolling, !Terminal.canRead(STDIN_FILENO) {
            burst.add(watch.wait(until: burst.due, orFor: STDIN_FILENO), at: .now)
            if let changes = burst.takeDue(at: .now) { return changes }
        }
        return nil
    }
}
