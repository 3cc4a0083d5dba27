import Notebook
import Testing

@testable import Reports

/// What is escaped at the edges of a text, and what is not.
struct EscapeEdgeTests {
    @Test(arguments: [
        ("x", "x"), ("x ", "\"x \""), (" x", "\" x\""), ("a\"b", "\"a\"\"b\""), ("-1", "'-1"), ("=1", "'=1"),
        ("a;b", "\"a;b\""), ("", ""),
    ])
    func `a cell is read as it was written`(text: String, cell: String) {
        var writer = CSVWriter()
        writer.cell(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == cell)
    }

    @Test func `a row knows its line where the one before has several`() throws {
        let bytes = Array("a,b\n\"x\ny\",1\nz,2\n".utf8)
        #expect(try CSVReader.records(bytes).map(\.line) == [1, 2, 4])
    }

    @Test(arguments: [
        ("a:b.md", "a%3Ab.md"), ("x/a:b.md", "x/a:b.md"), ("a b.md", "a%20b.md"), ("é.md", "é.md"),
        ("(a).md", "%28a%29.md"),
    ])
    func `what looks like a scheme is escaped in a link`(path: String, destination: String) {
        #expect(MarkdownEscape.destination(Array(path.utf8)) == destination)
    }

    @Test(arguments: [
        ("ruiz", true), ("superruiz", true), ("ruizesque", true), ("rui", false), ("uiz", false),
    ])
    func `a name is found wherever it stands in a word`(word: String, isName: Bool) {
        let note = "---\ninterviewers: [Dana Ruiz]\n---\n- chew: Too long.\n"
        let standIns = StandIns(NotebookIndex(reading: Array(note.utf8)))
        #expect((standIns.standIn(for: word[...]) != nil) == isName)
    }

    @Test(arguments: [("C#", "C\\#"), ("C# only", "C# only"), ("C", "C")])
    func `a mark at the end of a heading does not close it`(text: String, heading: String) {
        #expect(String(decoding: MarkdownEscape.heading(text), as: UTF8.self) == heading)
    }

    @Test(arguments: [("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), (" a ", "`  a  `")])
    func `a code span has more backquotes than what is in it`(text: String, code: String) {
        var bytes: [UInt8] = []
        MarkdownEscape.appendCode(text, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == code)
    }
}
