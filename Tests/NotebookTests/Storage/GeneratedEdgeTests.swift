import Markup
import Notebook
import Testing

@testable import Storage

/// The edges of what Debrief wrote itself, and of going through what is not read.
struct GeneratedEdgeTests {
    @Test(arguments: [("", true), ("k3f9", true), ("a-b", false), ("two words", false)])
    func `only a hash stands in the comment that begins a report`(words: String, isRegion: Bool) {
        let text =
            "---\ngenerated-by: debrief\n---\n<!-- debrief:begin \(words) -->\nx\n<!-- debrief:end -->\n"
        #expect(((try? GeneratedRegion(of: Source(Array(text.utf8)))) != nil) == isRegion)
    }

    @Test func `what is skipped is counted from the first on`() throws {
        let note = "---\ncompany: Acme\ndate: 2026-10-01\n---\n## Feedback\n\nYou were too quiet for us.\n"
        let folder = try TemporaryFolder([.init("a.md", .file(Array(note.utf8)))])
        let notebook = NotebookFolder(path: folder.path)
        var session = AdoptionSession(try notebook.read(today: .formatDay), in: notebook)
        _ = session.refresh()
        _ = session.skip()
        #expect(session.tally == "Nothing written; 1 skipped.")
    }

    @Test(arguments: [("x (conflicted copy 2026-10-14) (1)", true), ("x (1)", false), ("x (2) (1)", false)])
    func `a copy of a conflict copy is one too`(stem: String, isCopy: Bool) {
        #expect((ConflictCopy.tool(of: Array(stem.utf8)[...]) != nil) == isCopy)
    }
}
