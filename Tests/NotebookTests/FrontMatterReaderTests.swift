import Markup
import Notebook
import Testing

@testable import Storage

/// What is known of an entry from another note is said of the note that it stands in now, with its position
/// there.
struct FrontMatterReaderTests {
    private static let first = "---\nstatus: meh\nasked: soon\nanswered: 2026-10-01\n---\n"
    private static let second =
        "---\ncompany: Acme\noutcome: waiting\nasked: soon\nstatus: meh\nanswered: 2026-10-01\n"
        + "Asked: 2026-10-20\n---\n"

    @Test func `what is wrong has the path and the position of the note that is read`() throws {
        var reader = NoteReader()
        _ = reader.read(Array(Self.first.utf8), path: NotePath("first.md"))
        let result = reader.read(Array(Self.second.utf8), path: NotePath("second.md"))
        let note = try #require(result.note)
        let diagnostics = result.diagnostics
        #expect(note.outcome == .waiting)
        #expect(note.requestDates.asked == nil)
        #expect(diagnostics.allSatisfy { $0.path == NotePath("second.md") })
        #expect(
            diagnostics.map { "\($0.position.line):\($0.position.column) \($0.code.rawValue)" } == [
                "4:8 bad-date", "5:1 duplicate-key", "7:1 duplicate-key", "1:1 no-date",
            ])
        #expect(diagnostics[1].message == "`status` was already given as `outcome`; the first one counts")
        #expect(diagnostics[2].message == "`Asked` was already given; the first one counts")
    }

    @Test func `the order of dates is looked at where they stand now`() {
        var reader = NoteReader()
        _ = reader.read(Array(Self.first.utf8), path: NotePath("first.md"))
        let text = "---\nasked: 2026-10-20\ncompany: Acme\nanswered: 2026-10-01\n---\n"
        let diagnostics = reader.read(Array(text.utf8), path: NotePath("second.md")).diagnostics
        #expect(diagnostics.map(\.code) == [.requestOrder, .noDate])
        #expect(diagnostics.first?.position == Position(line: 4, column: 11))
        #expect(diagnostics.first?.path == NotePath("second.md"))
    }

    @Test func `a report is none, whatever was read before`() {
        var reader = NoteReader()
        let report = Array("---\ntitle: x\ngenerated-by: debrief\n---\n".utf8)
        for _ in 0..<2 {
            #expect(reader.read(report, path: NotePath("report.md")).note == nil)
            _ = reader.read(Array(Self.first.utf8), path: NotePath("first.md"))
        }
    }
}
