import Foundation
import Notebook
import Testing

/// The outputs that stand beside the example notebook are what the program prints.
struct ExampleOutputTests {
    static let today = "--today 2026-11-23"

    static let outputs: [(file: String, command: String)] = [
        ("summarize.md", "debrief summarize notebook \(today)"),
        ("summarize.html", "debrief summarize notebook --format html \(today)"),
        ("prep.html", "debrief prep notebook --format html \(today)"),
        ("checklist.md", "debrief checklist notebook --all \(today)"),
        ("prep.md", "debrief prep notebook \(today)"),
        ("prep-full.md", "debrief prep notebook --full --explain \(today)"),
        ("ask.md", "debrief ask notebook \(today)"),
        ("stories.md", "debrief stories notebook \(today)"),
        ("request.txt", "debrief ask notebook/2026-11-18-quillon-phone-screen.md \(today)"),
        ("thanks.txt", "debrief ask notebook/2026-11-05-bramble-health-phone-screen.md --thank \(today)"),
        ("list.txt", "debrief list notebook \(today)"),
        ("list-open.txt", "debrief list notebook --open \(today)"),
        ("check.txt", "debrief check notebook \(today)"),
        ("export.json", "debrief export notebook \(today)"),
    ]

    @Test(arguments: outputs)
    func `an example's output is what the program prints`(file: String, command: String) throws {
        let examples = Program.package.appending(path: "Examples")
        let outcome = try Program.run(command, in: examples)
        #expect(outcome.status == 0)
        #expect(String(decoding: outcome.error, as: UTF8.self) == "")
        let url = examples.appending(path: "output/\(file)")
        if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] == "1" {
            try outcome.output.write(to: url)
            return
        }
        let expected = try String(contentsOf: url, encoding: .utf8)
        #expect(String(decoding: outcome.output, as: UTF8.self) == expected)
    }

    @Test func `every output has its command`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Program.package.appending(path: "Examples/output").path)
        #expect(Set(files) == Set(Self.outputs.map(\.file)))
    }

    @Test func `the README shows the summary as it is`() throws {
        let summary = try String(
            contentsOf: Program.package.appending(path: "Examples/output/summarize.md"), encoding: .utf8)
        let readme = try String(contentsOf: Program.package.appending(path: "README.md"), encoding: .utf8)
        // The README shows it in parts: whole lines in their order.
        var rest = summary.split(separator: "\n")[...]
        let shown = try #require(readme.firstRange(of: "```text\n# Where you stand"))
        let picture = readme[shown.lowerBound...].split(separator: "\n").dropFirst().prefix { $0 != "```" }
        for line in picture where line != "…" {
            let found = rest.firstIndex(of: line)
            #expect(found != nil, "not a line of the summary, or out of order: \(line)")
            if let found { rest = rest[(found + 1)...] }
        }
    }
}

/// The templates that people copy to make their own are the ones that are built in.
struct ExampleTemplateTests {
    @Test(arguments: TemplateKind.allCases)
    func `an example's template is the standard one`(kind: TemplateKind) throws {
        let url = Program.package.appending(path: "Examples/templates/\(kind.rawValue).mustache")
        if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] == "1" {
            try Data(kind.standardText.utf8).write(to: url)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == kind.standardText)
    }
}
