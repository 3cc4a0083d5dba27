import Foundation
import Testing

/// The page of promises names the tests behind them, and these are there.
struct PromiseTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Program.package.appending(path: path), encoding: .utf8)
    }

    /// The paragraphs of the page: promises, and what stands behind each.
    private static func paragraphs() throws -> [String] {
        let text = try text("Sources/Notebook/Notebook.docc/Promises.md")
        return text.components(separatedBy: "\n\n").map { $0.replacing("\n", with: " ") }
    }

    @Test func `every promise has a test behind it`() throws {
        let paragraphs = try Self.paragraphs()
        let promises = paragraphs.indices.filter { paragraphs[$0].hasPrefix("**") }
        #expect(promises.count >= 15)
        for promise in promises {
            let next = paragraphs.dropFirst(promise + 1).first ?? ""
            #expect(next.hasPrefix("Behind it: `"), "\(paragraphs[promise])")
        }
        #expect(paragraphs.count { $0.hasPrefix("Behind it: ") } == promises.count)
    }

    @Test func `every test that a promise names is there`() throws {
        let tests = Program.package.appending(path: "Tests")
        let files = try #require(FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil))
        let sources = try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
            try String(contentsOf: $0, encoding: .utf8)
        }
        let makefile = try Self.text("Makefile").split(separator: "\n")
        let named = try Self.paragraphs().filter { $0.hasPrefix("Behind it: ") }.flatMap { paragraph in
            paragraph.matches(of: /`([^`]+)`/).map { String($0.1) }
        }
        #expect(named.count > 40)
        for name in named {
            if name.hasPrefix("make ") {
                #expect(makefile.contains { $0.hasPrefix("\(name.dropFirst(5)):") }, "\(name)")
                continue
            }
            let parts = name.split(separator: "/", maxSplits: 1)
            try #require(parts.count == 2, "\(name)")
            let isThere = sources.contains { source in
                ["struct \(parts[0]) ", "struct `\(parts[0])` "].contains { source.contains($0) }
                    && source.contains("func `\(parts[1])`(")
            }
            #expect(isThere, "\(name)")
        }
    }
}
