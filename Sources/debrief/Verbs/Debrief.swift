import ArgumentParser
import Notebook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@main
struct Debrief: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debrief",
        abstract: "Learn from interviews: read a folder of notes, and know what to do with feedback.",
        discussion: """
            The notebook is a folder of markdown notes, one an interview; the working directory where none is named. \
            The notes are the only store.

            Examples:
              debrief new --company Acme --round onsite --date 2026-12-01
              debrief summarize
              debrief prep
              debrief help summarize

            Exit status:
              0   all is done
              1   it is done, but a note could not be read as meant, check found a
                  warning or an error, or something was refused
              64  the command line was not understood; as with all above 1, nothing
                  was done
              66  there is no such notebook or note
              71  the system does not tell the command line
              73  a file could not be written
              74  the output could not be written
              78  a template does not parse

            Files:
              .debrief.yml        what the notebook sets for itself
              .debrief/templates  templates of its own, in place of the built-in ones

            Environment:
              NO_COLOR              no colour, if it is not empty
              CLICOLOR_FORCE        colour, even if standard output is not a terminal
              DEBRIEF_PAGER, PAGER  the program for --pager (default: less)
            """,
        version: versionAndRevision,
        subcommands: [
            SummarizeCommand.self, ChecklistCommand.self, SyncCommand.self, PrepCommand.self,
            AskCommand.self, NewCommand.self, MarkCommand.self, AdoptCommand.self, TriageCommand.self,
            StoriesCommand.self, ListCommand.self, CheckCommand.self, ExportCommand.self,
            CalendarCommand.self,
            ImportCommand.self, WatchCommand.self, LSPCommand.self,
            ManualCommand.self,
        ])

    static func main() {
        // Swift reads it from /proc, which some sandboxes lack. Then even the program's own name is missing.
        if CommandLine.arguments.isEmpty {
            Terminal.say(
                "debrief: the command line cannot be read (on Linux it takes /proc); nothing was done")
            exit(withError: ExitStatus.systemError)
        }
        let arguments = CommandLine.arguments.dropFirst()
        if let script = CompletionScript.asked(by: arguments) {
            return print(script, terminator: "")
        }
        do {
            if let problem = problemWithVerb(in: arguments) { throw ValidationError(problem) }
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Ends the program as the argument parser would.
    ///
    /// Only the message is made safe, because it may repeat an argument, and that may hold control
    /// characters, as a file's name may.
    private static func end(with error: any Error) -> Never {
        let status = exitCode(for: error)
        if status == .success { exit(withError: error) }
        let message = withAdvice(fullMessage(for: error))
        if !message.isEmpty { Terminal.say(message) }
        exit(withError: status)
    }

    /// Returns a message about an option's value with how a day is written, if the value should be one.
    private static func withAdvice(_ message: String) -> String {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { number, line in
            let isOfDay = number == 0 && line.contains("is invalid for '") && line.contains("YYYY-MM-DD")
            return line + (isOfDay ? "; a day is written as in 2026-11-09" : "")
        }.joined(separator: "\n")
    }

    /// Returns what is wrong with a command line's verb, or with the verb that help is asked for; nil if
    /// nothing is.
    private static func problemWithVerb(in arguments: ArraySlice<String>) -> String? {
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments
        guard let word = words.first, !word.hasPrefix("-") else { return nil }
        let commands = configuration.subcommands.map { $0.configuration }
        if commands.contains(where: { $0.commandName == word }) { return nil }
        let verbs = commands.filter(\.shouldDisplay).compactMap(\.commandName)
        if let meant = NearestName.of(word, among: verbs) {
            return "There is no verb '\(word)'. Did you mean '\(meant)'?"
        }
        let isNotebook = NotebookFolder(path: word).isThere
        return "There is no verb '\(word)'."
            + (isNotebook ? " Did you mean 'debrief summarize \(word)'?" : "")
    }
}
