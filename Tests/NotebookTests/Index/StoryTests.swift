import Notebook
import Properties
import Testing

/// Which story was told, and how it stands.
@Suite struct `A story` {
    private static let stories = """
        - story: The label outage #ownership ^outage
        - story: The returns quarrel #conflict ^quarrel
        """

    private func book(_ interviews: String...) -> StoryBook {
        var notes = [("s.md", Self.stories)]
        for (number, text) in interviews.enumerated() {
            notes.append(
                (
                    "i\(number).md",
                    "---\ncompany: C\(number)\ndate: 2026-0\(number + 1)-01\n---\n## Questions\n\(text)\n"
                ))
        }
        return StoryBook(NotebookIndex(readingNotes: notes))
    }

    private func standings(_ interviews: String) -> [StoryBook.Standing] {
        book(interviews).entries.map(\.standing)
    }

    @Test func `is told by its name, and by its words where those are all`() {
        let book = book(
            "- Why?\n  - told: ^outage", "- Why?\n  - told: the label outage", "- Why?\n  - told: an outage")
        #expect(book.entries.map(\.tellings.count) == [2, 0])
    }

    @Test func `has what showed below its telling, below its question, or names it`() {
        #expect(standings("- Why?\n  - told: ^outage\n  - worked: yes") == [.worked, .untried])
        #expect(standings("- Why?\n  - told: ^outage\n    - slipped: no") == [.slipped, .untried])
        #expect(standings("- Why?\n- worked: yes ^quarrel") == [.untried, .worked])
        #expect(standings("- Why?\n  - told: ^outage\n- worked: yes #pace") == [.untried, .untried])
    }

    @Test func `has nothing of what shows below two stories at once`() {
        #expect(
            standings("- Why?\n  - told: ^outage\n  - told: ^quarrel\n  - worked: yes") == [
                .untried, .untried,
            ])
        #expect(standings("- Why?\n  - told: ^outage, ^quarrel\n    - worked: yes") == [.untried, .untried])
        #expect(
            standings("- Why?\n  - told: ^outage\n    - worked: yes\n  - told: ^quarrel\n    - slipped: no")
                == [.worked, .slipped])
    }

    @Test func `is nobody's where two have one name`() {
        let index = NotebookIndex(readingNotes: [
            ("a.md", "- story: One ^x"), ("b.md", "- story: Two ^x\n- told: ^x"), ("c.md", "- told: ^x"),
        ])
        #expect(StoryBook(index).entries.map(\.tellings.count) == [0, 1])
        let codes = index.diagnostics.map { "\($0.path) \($0.code.rawValue)" }
        #expect(codes.filter { !$0.hasSuffix("gap") } == ["b.md duplicate-id", "c.md unknown-story"])
        #expect(index.diagnostics(at: NotePath("c.md")).map(\.code) == [.unknownStory])
    }

    @Test(arguments: [
        ("four hundred lorries", true), ("3 days", true), ("½ of them", true), ("twice as fast", true),
        ("everybody was happy", false), ("the tender was won", false), ("", false),
    ])
    func `has a number in its result, as a digit or a word`(result: String, isThere: Bool) {
        let index = NotebookIndex(
            readingNotes: [("a.md", "- story: One #a\n  - S: s\n  - T: t\n  - A: a\n  - R: \(result)\n")])
        #expect(index.diagnostics.isEmpty == isThere)
    }
}

/// Which wordings are one question.
@Suite struct `Questions that were asked` {
    private func groups(_ questions: String...) -> [Int] {
        let notes = questions.enumerated().map { number, text in
            (name: "\(number).md", text: "---\ncompany: C\(number)\n---\n## Questions\n- \(text)\n")
        }
        return NotebookIndex(readingNotes: notes).foldedQuestions().map(\.questions.count)
    }

    @Test func `are one in nearly the same words`() {
        #expect(
            groups(
                "Tell me about an incident that was your own fault.",
                "Tell us about an incident caused by your own fault") == [2])
        #expect(groups("Why would you leave your staff role?", "What salary do you have in mind?") == [1, 1])
    }

    @Test(arguments: [
        ("How do you scale up a service here?", "How do you scale down a service here?", false),
        ("What do you like about your current job?", "What do you dislike about your current job?", false),
        ("What do you do first in a new job?", "What do you do last in a new job?", false),
        ("How do you scale up a service here?", "How would you scale a service up here?", true),
    ])
    func `are not one where they ask for opposites`(one: String, other: String, areOne: Bool) {
        #expect(groups(one, other) == (areOne ? [2] : [1, 1]))
    }

    @Test func `are not one where their topics differ`() {
        let words = "Tell me about an incident that was your own fault"
        #expect(groups("\(words). #ownership", "\(words), and what your team did. #ownership") == [2])
        #expect(groups("\(words). #ownership", "\(words), and what your team did. #teamwork") == [1, 1])
    }

    @Test func `are not one in two languages`() {
        #expect(
            groups("Tell me about a conflict in your team.", "Erzählen Sie von einem Konflikt in Ihrem Team.")
                == [1, 1])
    }
}
