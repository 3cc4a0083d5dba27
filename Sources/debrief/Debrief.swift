import ArgumentParser

@main
struct Debrief: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debrief",
        abstract: "Learn from interviews: read a folder of notes, and know what to do with feedback.",
        version: "0.1.0",
        subcommands: [SummarizeCommand.self, ExportCommand.self])
}
