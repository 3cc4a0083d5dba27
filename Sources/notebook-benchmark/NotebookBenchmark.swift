import ArgumentParser
import Notebook

@main
struct NotebookBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notebook-benchmark",
        abstract: "Measure debrief against the least that reading the same notes can take.",
        subcommands: [Compare.self, Generate.self, RunFloor.self, ReadIndex.self],
        defaultSubcommand: Compare.self)
}

/// Makes a corpus.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a folder of made-up notes, the same for the same seed.")

    @Argument(help: "The folder, which must not exist yet unless it was made by this command.")
    var folder: String

    @Option(help: "How many notes.")
    var notes = 1000

    @Option(help: "What the numbers begin with.")
    var seed: UInt64 = 1

    @Option(help: "notes, one-big, tiny, deep, org or hostile.")
    var shape = Corpus.Shape.notes

    func run() throws {
        guard notes > 0 else { throw ValidationError("--notes must be above 0") }
        try Corpus(shape: shape, count: notes, seed: seed).make(at: folder)
    }
}

extension Corpus.Shape: ExpressibleByArgument {}

/// The floor, as a process of its own.
struct RunFloor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor", abstract: "Walk, read and parse, keeping nothing.", shouldDisplay: false)

    @Argument var folder: String

    func run() async throws {
        let counts = await Floor.run(folder)
        print("\(counts.files) files, \(counts.bytes) bytes, \(counts.events) events")
    }
}

/// Reads a notebook into an index and does nothing more, as a process of its own.
struct ReadIndex: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read a notebook into an index.", shouldDisplay: false)

    @Argument var folder: String

    func run() throws {
        let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
        let index = try NotebookFolder(path: folder).read(today: today)
        print("\(index.notes.count) notes, \(index.diagnostics.count) diagnostics")
    }
}
