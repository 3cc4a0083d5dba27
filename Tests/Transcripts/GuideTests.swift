import Foundation
import Testing

/// Runs what the README and the guide's articles tell a reader to type.
///
/// With UPDATE_TRANSCRIPTS=1 in the environment they are written anew, to be read before they are kept.
struct GuideTests {
    static let guide = "Sources/Notebook/Notebook.docc"
    static let articles =
        ["README.md"]
        + ((try? FileManager.default.contentsOfDirectory(atPath: Program.package.appending(path: guide).path))
        ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { "\(guide)/\($0)" }

    private static func article(_ path: String) throws -> GuideArticle {
        GuideArticle(
            parsing: try String(contentsOf: Program.package.appending(path: path), encoding: .utf8))
    }

    @Test(arguments: articles)
    func `an article's commands print what it says`(path: String) throws {
        let expected = try Self.article(path)
        if !expected.hasConsole { return }
        let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let actual = try expected.run(in: scratch)
        if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] == "1" {
            try actual.text.write(
                to: Program.package.appending(path: path), atomically: true, encoding: .utf8)
            return
        }
        for (expected, actual) in zip(expected.parts, actual.parts) { #expect(actual == expected) }
    }

    @Test(arguments: ["README.md", "\(guide)/Tutorial.md", "\(guide)/Workflow.md", "\(guide)/Editors.md"])
    func `the articles for newcomers have commands to run`(path: String) throws {
        #expect(try Self.article(path).hasConsole)
    }

    @Test(arguments: articles)
    func `an article is read and written as it is`(path: String) throws {
        let text = try String(contentsOf: Program.package.appending(path: path), encoding: .utf8)
        #expect(GuideArticle(parsing: text).text == text)
    }

    @Test(arguments: articles)
    func `every make that a page names is there`(path: String) throws {
        let text = try String(contentsOf: Program.package.appending(path: path), encoding: .utf8)
        let makefile = try String(contentsOf: Program.package.appending(path: "Makefile"), encoding: .utf8)
        for found in text.matches(of: /(?:`|^    |^\$ )make ([a-z-]+)/.anchorsMatchLineEndings()) {
            #expect(makefile.contains("\n\(found.1):"), "make \(found.1)")
        }
    }
}
