import Notebook
import Testing

/// Which story is meant, and which comes first.
struct StoryEdgeTests {
    @Test func `a name that two stories of one note have means neither`() {
        let twice = NotebookIndex(readingNotes: [
            ("a.md", "- story: One. ^it\n- story: Two. ^it"), ("b.md", "- told: ^it"),
        ])
        #expect(StoryNames(twice).story(named: "it", in: 0) == nil)
        let own = NotebookIndex(readingNotes: [("a.md", "- story: One. ^it"), ("b.md", "- story: Two. ^it")])
        #expect(StoryNames(own).story(named: "it", in: 1) == 1)
    }

    @Test func `a story that answers more questions comes first`() {
        let index = NotebookIndex(readingNotes: [
            (
                "a.md",
                "- story: One. #a\n- story: Two. #b\n\n## Questions\n\n- First? #a\n- Second? #b\n- Third thing? #b"
            )
        ])
        let questions = index.questionGroups().map { group in
            StoryRanking.ExpectedQuestion(
                group: group, isOfCompany: true, topics: index.topics(of: group), areProposed: false,
                answers: [])
        }
        let ranking = StoryRanking(StoryBook(index), questions, topics: [], in: index) { _ in false }
        #expect(ranking.entries.map { index[$0.story.story].text } == ["Two.", "One."])
    }
}
