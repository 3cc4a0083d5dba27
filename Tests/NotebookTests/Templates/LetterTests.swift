import Notebook
import Testing

@Suite struct `A letter` {
    private func letter(_ kind: TemplateKind, _ frontMatter: String, body: String = "") throws -> String {
        let index = NotebookIndex(readingNotes: [("2026-11-18-x.md", "---\n\(frontMatter)\n---\n\(body)")])
        let note = try #require(index.notes.first)
        let template = try Template(Array(kind.standardText.utf8), names: kind.names)
        return String(decoding: template.filled(with: Letter(about: note, kind).values), as: UTF8.self)
    }

    private static let full =
        "company: Acme\nrole: Engineer\ninterviewers: [Dana Ruiz, 渡辺 彩]\ndate: 2026-11-18"

    @Test func `asks the interviewers for advice, and leaves a way out`() throws {
        let text = try letter(.request, Self.full)
        #expect(
            text.hasPrefix(
                "Dear Dana Ruiz and 渡辺 彩,\n\nThank you for the time that you took for me on 18 November"))
        #expect(text.contains("about the position of Engineer at Acme."))
        #expect(text.contains("future interviews"))
        #expect(text.contains("you need not answer"))
        #expect(text.hasSuffix("Kind regards\n"))
        #expect(!text.contains("why") && !text.contains("{{"))
        #expect(text.splitWords().count < 110)
    }

    @Test func `thanks those who answered`() throws {
        let text = try letter(.thanks, Self.full, body: "- chew: Shorter. from:Dana")
        #expect(text.hasPrefix("Dear Dana Ruiz,"))
    }

    @Test func `goes to nobody in particular where nobody is named`() throws {
        #expect(try letter(.request, "title: x").hasPrefix("Hello,\n"))
    }

    @Test(arguments: [
        (full + "\nanswered: 2026-11-20", "", "Thank you for your feedback."),
        (full, "- chew: Said.", "Thank you for your feedback."),
        (full + "\nrefused: 2026-11-20", "", "Thank you for your answer."),
        (full, "", "Thank you again for the time"),
    ])
    func `thanks for what there was`(frontMatter: String, body: String, thanks: String) throws {
        let text = try letter(.thanks, frontMatter, body: body)
        let paragraphs = text.split(separator: "\n\n")
        #expect(paragraphs.count == 3)
        #expect(paragraphs.count > 1 && paragraphs[1].hasPrefix(thanks), "\(text)")
    }
}
