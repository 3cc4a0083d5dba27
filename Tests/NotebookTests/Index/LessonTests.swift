import Notebook
import Testing

/// How evidence reaches a lesson.
@Suite struct `A lesson` {
    private static let said = """
        ---
        company: Acme
        date: 2026-03-01
        ---
        - swallow: Lead with the conclusion. #structure #brevity ^lead-first
        - swallow: Pause first. #pace
        """

    private func lessons(_ evidence: String, on day: String = "2026-06-01") -> [Lesson] {
        NotebookIndex(readingNotes: [("a.md", Self.said), ("b.md", "---\ndate: \(day)\n---\n\(evidence)\n")])
            .lessons()
    }

    private func standing(_ evidence: String, on day: String = "2026-06-01") -> [Lesson.Standing] {
        lessons(evidence, on: day).map(\.standing)
    }

    @Test func `is reached by a block id that evidence names`() {
        #expect(standing("- worked: Kept to ^lead-first there.") == [.worked, .notYetShown])
        #expect(standing("- slipped: Forgot it. ^lead-first") == [.slippedEachTime, .notYetShown])
    }

    @Test func `is reached by its block id rather than by a topic`() {
        #expect(standing("- worked: Kept to ^lead-first. #pace") == [.worked, .notYetShown])
    }

    @Test func `is reached by its topic`() {
        #expect(standing("- worked: Counted. #Pace") == [.notYetShown, .worked])
    }

    @Test func `is reached by a topic that it shares, where no lesson is about that`() {
        #expect(standing("- slipped: Went on. #brevity") == [.slippedEachTime, .notYetShown])
        let both = Self.said + "\n- swallow: Two minutes. #brevity"
        let index = NotebookIndex(readingNotes: [
            ("a.md", both), ("b.md", "---\ndate: 2026-06-01\n---\n- slipped: Went on. #brevity\n"),
        ])
        #expect(index.lessons().map(\.standing) == [.notYetShown, .notYetShown, .slippedEachTime])
    }

    @Test func `is not reached by what came before it`() {
        #expect(standing("- slipped: Too fast. #pace", on: "2026-02-28") == [.notYetShown, .notYetShown])
    }

    @Test func `knows the notes in which it was said`() {
        let lessons = lessons("- chew: Where was the point? #structure\n- spit: Slow. #pace")
        #expect(lessons.map(\.notes) == [[0, 1], [0]])
    }

    @Test func `is said best by what most follows from`() throws {
        let index = NotebookIndex(readingNotes: [
            (
                "a.md",
                """
                - swallow: First. #x
                  - if: so → then
                  - [ ] Do it
                - swallow: Second. #x
                  - [ ] Do it
                - swallow: Third. #x
                """
            )
        ])
        let lesson = try #require(index.lessons().first)
        #expect(index[lesson.headline].text == "First.")
    }
}

@Suite struct `The hunch tally` {
    @Test func `tells what held, what did not and what nobody mentioned`() {
        let index = NotebookIndex(readingNotes: [
            (
                "2026-03-01-a.md",
                "- hunch: Long. #brevity\n- hunch: Money. #salary\n- hunch: Old. #age\n"
                    + "- chew: Shorter, please. #brevity\n- spit: Too old. #age\n- chew: Ask more. #questions\n"
            ),
            ("2026-04-01-b.md", "- hunch: Money again. #salary\n- chew: Fine. #pace\n"),
            ("2026-05-01-c.md", "- hunch: No answer here. #salary\n"),
        ])
        let tally = HunchTally(index, topics: index.topicHistories())
        #expect(tally.total == 4)
        #expect(
            tally.count(.confirmed) == 1 && tally.count(.contradicted) == 1 && tally.count(.notMentioned) == 2
        )
        #expect(tally.decided.map { index[$0.hunch].text } == ["Long.", "Old."])
        #expect(tally.surprises.map(\.topic.name).sorted() == ["pace", "questions"])
        #expect(
            tally.topicRecords().map { "\($0.topic) \($0.cases.count)" } == [
                "salary 2", "age 1", "brevity 1",
            ])
    }
}

@Suite struct `A question that recurs` {
    @Test func `is one whoever is spoken to, and another where it asks something else`() {
        let index = NotebookIndex(readingNotes: [
            ("2026-03-01-a.md", "## Questions\n\n- Tell me about an incident.\n- What is your salary?\n"),
            (
                "2026-02-01-b.md",
                "## Questions\n\n- Tell us about the incident!\n- Tell us about incidents.\n- ?\n"
            ),
        ])
        let groups = index.questionGroups()
        #expect(
            groups.map(\.text) == [
                "Tell me about an incident.", "Tell us about incidents.", "What is your salary?",
            ])
        #expect(groups.map(\.questions.count) == [2, 1, 1])
        #expect(groups[0].questions.map(\.note) == [0, 1])
    }
}
