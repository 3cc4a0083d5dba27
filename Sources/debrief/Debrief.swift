import ArgumentParser

@main
struct Debrief: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "debrief",
        abstract: "Learn from interviews: read a folder of notes, and know what to do with feedback.",
        version: version,
        subcommands: [
            SummarizeCommand.self, ChecklistCommand.self, SyncCommand.self, PrepCommand.self,
            AskCommand.self, NewCommand.self, MarkCommand.self, ListCommand.self, CheckCommand.self,
            ExportCommand.self, WatchCommand.self, LSPCommand.self,
        ])
}
