import ArgumentParser
import Notebook

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the whole index as JSON.")

    @OptionGroup var options: NotebookOptions

    func run() async throws {
        let index = try await NotebookFolder(path: options.notebook).read(today: options.day.today)
        Terminal.write(Export(index).json())
        if index.hasErrors { throw ExitCode(1) }
    }
}
