import Testing

@testable import Notebook

/// What somebody writes into a checklist is seen, wherever it stands, so that no new list is written over it.
struct HandWrittenLinesTests {
    private static let note = """
        ## Feedback

        - swallow: Lead with the conclusion. #structure
          - [ ] Rewrite three stories due:2026-11-25
        - swallow: Bring numbers. #numbers
          - [ ] Look up the numbers

        """

    private static let list = String(
        decoding: Checklist(Index(reading: Array(note.utf8))).file(), as: UTF8.self)

    @Test func `Debrief's own list has none`() {
        #expect(ChecklistReader.addedLines(of: Array(Self.list.utf8)).isEmpty)
        let windows = Self.list.replacing("\n", with: "\r\n")
        #expect(ChecklistReader.addedLines(of: Array(windows.utf8)).isEmpty)
    }

    @Test(arguments: [
        ("Actions, 2026-11-23\n", "Actions, 2026-11-23\n\nWORDS below the title\n"),
        ("## No date\n", "## No date\nWORDS below a heading\n"),
        ("## No date\n", "### WORDS as a heading\n\n## No date\n"),
        ("## No date\n", "## WORDS as a section\n\n## No date\n"),
        ("## No date\n", "> WORDS as a quote\n\n## No date\n"),
        ("  Lead with", "    - WORDS as an item within\n  Lead with"),
        ("  Lead with", "WORDS as a lazy line\n  Lead with"),
        ("#L4)\n", "#L4) WORDS behind the link\n"),
        ("#L4)\n", "#L4)\n  - WORDS below the link\n"),
    ])
    func `words of somebody's own are seen`(_ old: String, _ new: String) throws {
        let changed = Self.list.replacing(old, with: new, maxReplacements: 1)
        try #require(changed != Self.list, "\(Self.list)")
        let lines = changed.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = try #require(lines.firstIndex { $0.contains("WORDS") }) + 1
        #expect(ChecklistReader.addedLines(of: Array(changed.utf8)) == [expected])
    }
}
