import Notebook
import Testing

@testable import LanguageServer

/// What is not read is offered to be written so that it is.
struct AdoptionActionTests {
    private static let front = "---\ncompany: Acme\ndate: 2026-10-14\n---\n"

    private static func fixes(
        _ session: inout EditorSession, _ marked: String
    ) throws -> [(title: String, edit: JSON)] {
        let actions = try session.request("textDocument/codeAction", "a.md", marked: marked)
        return (actions.array ?? []).compactMap { action in
            guard action["kind"]?.string == "quickfix", let title = action["title"]?.string,
                let edit = action["edit"]
            else { return nil }
            return (title, edit)
        }
    }

    @Test(arguments: [
        ("## Fee‸back\n\n- é😀\n", "## Feedback\n\n- é😀\n"),
        ("## Feedback\n\né😀 pace. Too‸ fast.\n", "## Feedback\n\n- é😀 pace.\n- Too fast.\n"),
        (
            "## Feedback\n\n> Hi Sam,\n> é😀 pace. Too fast‸.\n",
            "## Feedback\n\n> Hi Sam,\n> - é😀 pace.\n> - Too fast.\n"
        ),
        ("Feedback:‸ é😀\r\n", "Feedback:\r\n- é😀\r\n"),
        ("## Next steps\n\n- é😀‸\n", "## Next steps\n\n- [ ] é😀\n"),
    ])
    func `what is not read can be written so that it is`(marked: String, after: String) throws {
        var session = try EditorSession()
        let front = marked.contains("\r") ? Self.front.replacing("\n", with: "\r\n") : Self.front
        let fixes = try Self.fixes(&session, front + marked)
        let codes = session.diagnostics[session.uri("a.md")]?.compactMap { $0["code"]?.string }
        #expect(codes?.contains("not-read") ?? false)
        let written = try session.applying(try #require(fixes.first).edit, to: "a.md")
        #expect(written == front + after)
        session.change("a.md", written)
        let rest = session.diagnostics[session.uri("a.md")]?.compactMap { $0["code"]?.string }
        #expect(!(rest?.contains("not-read") ?? true))
    }

    @Test func `each way to write it is offered, and none where all is read`() throws {
        var session = try EditorSession()
        let titles = try Self.fixes(&session, Self.front + "## What worked / what slipped\n\n- é😀‸ x\n").map(
            \.title)
        #expect(titles == ["Say that it worked: “- worked: …”.", "Say that it slipped: “- slipped: …”."])
        #expect(try Self.fixes(&session, Self.front + "## Worked\n\n- é😀‸ x #a\n").isEmpty)
    }

    @Test func `a company and a date are offered on the first line`() throws {
        var session = try EditorSession()
        let text = "# Acme: 14 Oct 2026‸\n\n## Feedback\n\n- é😀\n"
        let fix = try #require(try Self.fixes(&session, text).first)
        #expect(fix.title == "Write `company: Acme` and `date: 2026-10-14`.")
        #expect(
            try session.applying(fix.edit, to: "a.md")
                == "---\ncompany: Acme\ndate: 2026-10-14\n---\n" + text.replacing("‸", with: ""))
    }
}
