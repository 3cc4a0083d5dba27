import Notebook
import Testing

@testable import LanguageServer

/// Notes are read in the notebook's own words, and in new ones as soon as they are set.
struct ConfiguredWordsTests {
    @Test func `a notebook's own words count, and change for every note when they change`() throws {
        var session = try EditorSession([".debrief.yml": "tags:\n  chew: kauen\n"])
        session.open("a.md", "- kauen: é😀 since:2026-01-01\n")
        let codes = session.diagnostics[session.uri("a.md")]?.compactMap { $0["code"]?.string }
        #expect(codes == ["no-date", "no-company", "stale-chew"])
        let actions = try session.request("textDocument/codeAction", "a.md", marked: "- kauen: é😀‸ x\n")
        let spit = try #require(actions.array?.first { $0["title"]?.string == "Spit it out" })
        #expect(try session.applying(spit["edit"], to: "a.md") == "- spit: é😀 x since:2026-11-23\n")
        try session.write(".debrief.yml", "headings:\n  feedback: Retours\n")
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        session.change("a.md", "- kauen: x\n\n# Retours\n\n- y\n")
        #expect(
            session.diagnostics[session.uri("a.md")]?.compactMap { $0["code"]?.string }
                == ["no-date", "no-company", "unsorted"])
    }

    @Test func `references and renames find a topic by all of its names`() throws {
        var session = try EditorSession([
            ".debrief.yml": "aliases:\n  structure: ordering\n", "a.md": "- chew: x #ordering\n",
            "b.md": "- chew: y #structure\n",
        ])
        let found = try session.request("textDocument/references", "c.md", marked: "- z #struc‸ture\n")
        #expect(
            found.array?.compactMap { $0["uri"]?.string } == ["a.md", "b.md", "c.md"].map { session.uri($0) })
        let edit = try session.request(
            "textDocument/rename", "c.md", marked: "- z #struc‸ture\n", ["newName": "form"])
        let changed = edit["documentChanges"]?.array?.compactMap { $0["textDocument"]?["uri"]?.string }
        #expect(changed == ["a.md", "b.md", "c.md"].map { session.uri($0) })
    }

    @Test(arguments: [
        ("#struc‸ture", "#form #form #form/deep #form/sub #form/sub/x #other"),
        ("#ord‸ering", "#form #form #form/deep #form/sub #form/sub/x #other"),
        ("#structure/su‸b", "#structure #ordering #ordering/deep #form #form/x #other"),
    ])
    func `a rename takes what is nested in a topic along, by whatever name`(mark: String, after: String)
        throws
    {
        var session = try EditorSession([
            ".debrief.yml": "aliases:\n  structure: ordering\n  structure/sub: [below]\n"
        ])
        let text = "- #structure #ordering #ordering/deep #structure/sub #below/x #other\n"
        let plain = mark.replacing("‸", with: "")
        let edit = try session.request(
            "textDocument/rename", "a.md", marked: text.replacing(plain + " ", with: mark + " "),
            ["newName": "form"])
        #expect(try session.applying(edit, to: "a.md") == "- \(after)\n")
    }
}
