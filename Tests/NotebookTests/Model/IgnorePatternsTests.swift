import Notebook
import Testing

@testable import Storage

@Suite struct `Patterns of files that are not read` {
    private func ignored(_ patterns: [String]) -> IgnorePatterns {
        var ignored = IgnorePatterns()
        for pattern in patterns { ignored.add(pattern) }
        return ignored
    }

    @Test(arguments: [
        (["Templates/"], ["Templates/a.md", "2026/Templates/a.md"], ["Templates.md", "templates/a.md"]),
        (["*.excalidraw.md"], ["a.excalidraw.md", "x/.excalidraw.md"], ["a.md"]),
        (["/drafts"], ["drafts/a.md"], ["2026/drafts/a.md"]),
        (["2026/*.md"], ["2026/a.md"], ["2026/x/a.md", "a/2026/a.md"]),
        (["a/**/b.md"], ["a/b.md", "a/x/b.md", "a/x/y/b.md"], ["b.md", "x/a/b.md"]),
        (["**/b.md"], ["b.md", "x/y/b.md"], ["xb.md"]),
        (["archive/**"], ["archive/a.md", "archive/x/a.md"], ["archive.md"]),
        (["archive/*", "!archive/keep.md"], ["archive/a.md"], ["archive/keep.md"]),
        (["archive/", "!archive/keep.md"], ["archive/keep.md"], ["keep.md"]),
        (["archive/**", "!archive/keep.md"], ["archive/a.md"], ["archive/keep.md"]),
        (["[b-b].md", "[z-a].md"], ["b.md"], ["a.md", "m.md"]),
        (["*.md", "!keep.md"], ["a.md"], ["keep.md", "x/keep.md"]),
        (
            ["a?c.md", "[x-z].md", "[!a].markdown"], ["aéc.md", "y.md", "b.markdown"],
            ["ac.md", "w.md", "a.markdown"]
        ),
        (["# a.md", "", "  "], [], ["a.md", "# a.md"]), (["\\#a.md"], ["#a.md"], []),
        (["a.md   "], ["a.md"], []), (["[a.md"], ["[a.md"], ["a.md"]),
    ])
    func `are those of gitignore`(patterns: [String], hidden: [String], read: [String]) {
        let ignored = ignored(patterns)
        for path in hidden { #expect(ignored.hides(NotePath(path)), "\(patterns) reads \(path)") }
        for path in read { #expect(!ignored.hides(NotePath(path)), "\(patterns) hides \(path)") }
    }

    @Test(arguments: ["*", "**", "/*", "/**", "**/*", "***"])
    func `that match everything are told`(pattern: String) {
        #expect(IgnorePatterns.isTooWide(pattern))
    }

    @Test(arguments: ["*.md", "*/", "a*", "!*", "#*", "/", ""])
    func `that match something are not`(pattern: String) {
        #expect(!IgnorePatterns.isTooWide(pattern))
    }

    @Test func `take no longer than the product of both lengths`() {
        let ignored = ignored([
            String(repeating: "*a", count: 2000) + "b", String(repeating: "**/a/", count: 500) + "b",
        ])
        #expect(!ignored.hides(NotePath(String(repeating: "a", count: 250))))
        #expect(!ignored.hides(NotePath(String(repeating: "a/", count: 250) + "c.md")))
    }
}
