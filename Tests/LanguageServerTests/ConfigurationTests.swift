import Testing

@testable import LanguageServer

/// Notes are read in the notebook's own words, and in new ones as soon as they are set.
struct ConfigurationTests {
    @Test func `a notebook's own words count, and change for every note when they change`() throws {
        var session = try EditorSession([".debrief.yml": "tags:\n  chew: kauen\n"])
        session.open("a.md", "- kauen: é😀 since:2026-01-01\n")
        let codes = session.diagnostics[session.uri("a.md")]?.compactMap { $0["code"]?.string }
        #expect(codes == ["stale-chew"])
        let actions = try session.request("textDocument/codeAction", "a.md", marked: "- kauen: é😀‸ x\n")
        let spit = try #require(actions.array?.first { $0["title"]?.string == "Spit it out" })
        #expect(try session.applying(spit["edit"], to: "a.md") == "- spit: é😀 x since:2026-11-23\n")
        try session.write(".debrief.yml", "headings:\n  feedback: Retours\n")
        session.notify("workspace/didChangeWatchedFiles", ["changes": []])
        session.change("a.md", "- kauen: x\n\n# Retours\n\n- y\n")
        #expect(session.diagnostics[session.uri("a.md")]?.compactMap { $0["code"]?.string } == ["unsorted"])
    }

    @Test func `references find a topic by all of its names, a rename by the one that is renamed`()
        throws
    {
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
        #expect(changed == ["b.md", "c.md"].map { session.uri($0) })
    }
}
