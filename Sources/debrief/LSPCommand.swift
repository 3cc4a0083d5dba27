import ArgumentParser
import LanguageServer
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct LSPCommand: AsyncParsableCommand {
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

    func run() async throws {
        // A client that dies closes the pipe: that is an error of a write, and no reason to be killed.
        signal(SIGPIPE, SIG_IGN)
        let day = day
        var server = Server(
            notebook: notebook, version: Debrief.version, today: { day.today },
            log: { Terminal.say("debrief lsp: \($0)") })
        var messages = MessageReader()
        while !server.hasEnded {
            do {
                guard let message = try messages.next() else {
                    let bytes = try Terminal.readSome()
                    if bytes.isEmpty { break }
                    messages.append(bytes)
                    continue
                }
                for reply in await server.receive(message) {
                    try Terminal.write(MessageReader.framed(reply))
                }
            } catch let failure as MessageReader.Failure {
                Terminal.say("debrief lsp: \(failure)")
                break
            }
        }
        if !server.isShutDown { throw ExitStatus.partial }
    }
}
