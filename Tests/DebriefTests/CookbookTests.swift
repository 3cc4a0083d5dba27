import ArgumentParser
import Foundation
import Testing

@testable import debrief

/// The cookbook's recipes: every line that runs Debrief is understood.
struct CookbookTests {
    private static let text = try? String(
        contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/Notebook/Notebook.docc/Cookbook.md"), encoding: .utf8)

    @Test func `every line of a recipe that runs debrief is understood`() throws {
        var isCode = false
        var count = 0
        for line in try #require(Self.text).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isCode.toggle()
            } else if isCode, line.contains("debrief ") {
                let words = HelpTests.words(of: String(line))
                #expect(throws: Never.self, "\(line)") { try Debrief.parseAsRoot(words) }
                count += 1
            }
        }
        #expect(count > 10)
    }
}
