import ArgumentParser
import Notebook

struct SummarizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize", abstract: "Say where you stand, and what to do next.")

    @OptionGroup var options: NotebookOptions

    func run() async throws {
        let index = try await NotebookFolder(path: options.notebook).read(today: options.day.today)
        Terminal.write(Array(Summary(index).markdown().utf8))
        if index.hasErrors { throw ExitCode(1) }
    }
}
