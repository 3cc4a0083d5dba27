import Markup
import Notebook
import Testing

/// Headings, labels and properties in places where few people look for them: within list items, in callouts, below
/// an empty key.
struct HeadingEdgeTests {
    private static let front =
        "---\ncompany: Acme\ndate: 2026-10-14\ninterviewers: [Dana Ruiz, Lee Park]\n---\n"

    private static func note(_ body: String, _ front: String = front) throws -> (Note, [Diagnostic.Code]) {
        var reader = NoteReader()
        let result = reader.read(Array((front + body + "\n").utf8), path: NotePath("a.md"))
        return (try #require(result.note), result.diagnostics.map(\.code))
    }

    @Test(arguments: [
        ("- Feedback received:\n  - too quiet", 1),
        ("- Here is all of the written feedback:\n  - too quiet", 1),
        ("- What I had for lunch:\n  - soup", 0), ("- Feedback received: too quiet", 1),
        ("> [!feedback] Dana said so", 1), ("> [!feedback]\n- too quiet", 1), ("> [!feedback]", 0),
        ("> [!feedback]\n> - too quiet", 0),
        ("## Feedback\n>> too quiet", 1), (">>>>>>>feedback", 0),
        ("-[ ] mail Dana", 1), ("1.[ ] mail Dana", 1), ("*[x] mail Dana", 1), ("- [ ] mail Dana", 0),
        ("-[a](b.md)", 0),
        ("## Feedback\n\n[plan]: https://example.org/a", 0), ("## Feedback\n\n[^1]: later", 0),
        ("## Feedback\n\n[Dana]: you were too quiet", 1),
    ])
    func `what looks meant and is not read is told once`(body: String, count: Int) throws {
        #expect(try Self.note(body).1.count { $0 == .notRead } == count)
    }

    @Test(arguments: [
        ("## Question 12: **Why** us?", "**Why** us?"), ("## Question 3 - `code` first", "`code` first"),
        ("## Question 4. Why us?", "Why us?"), ("## Question 5： Why us?", "Why us?"),
        ("## **Question 6: Why us?**", "Why us?"), ("## Question 7: 3 wishes", "3 wishes"),
    ])
    func `a question in a heading keeps its marks`(heading: String, text: String) throws {
        #expect(try Self.note(heading).0.questionsAsked.map(\.text) == [text])
    }

    @Test(arguments: [
        ("## dana's feedback\n- a", ["Dana Ruiz"]), ("## Dana's feedback\n- a", ["Dana Ruiz"]),
        ("## Sam's feedback\n- a", ["Sam"]), ("## sam's feedback\n- a", []), ("## Sam's weaknesses\n- a", []),
        ("## today's feedback\n- a", []),
    ])
    func `whose feedback it is, in any case`(body: String, sources: [String]) throws {
        #expect(try Self.note(body).0.feedback.map(\.sources) == [sources])
    }

    @Test(arguments: [
        ("---\ncompany:\ndate:\n---\nCompany: Acme\nDate: 2026-10-14\n", "Acme", "2026-10-14"),
        ("---\ndate: foo\n---\ncompany:: Acme\ndate:: 2026-10-14\n", "Acme", "2026-10-14"),
        ("---\ncompany: Globex\n---\ncompany:: Acme\ndate:: 2026-10-14\n", "Globex", "2026-10-14"),
    ])
    func `a key without a value leaves its property`(text: String, company: String, date: String) throws {
        let (note, _) = try Self.note(text, "")
        #expect(note.company == company && note.date?.description == date)
    }

    @Test(arguments: [
        ("---\nrole:\n---\n", [Diagnostic.Code.duplicateKey]), ("---\nrole: Driver\n---\n", []),
    ])
    func `a property given twice below a key without a value is told`(
        front: String, told: [Diagnostic.Code]
    ) throws {
        let (note, found) = try Self.note("role:: Engineer\nrole:: Manager\n\n## Feedback\n- x\n", front)
        #expect(note.role == (told.isEmpty ? "Driver" : "Engineer"))
        #expect(found.filter { $0 == .duplicateKey } == told)
    }

    @Test func `a date stands alone in brackets in each dialect`() throws {
        let (note, _) = try Self.note(
            "- [ ] a (@due(2026-11-02))\n- [ ] b (DEADLINE: <2026-11-02 Mon>)\n- [ ] c (📅 2026-11-02)")
        #expect(note.actions.map(\.text) == ["a", "b", "c"])
        #expect(note.actions.map { $0.due?.description } == Array(repeating: "2026-11-02", count: 3))
    }
}
