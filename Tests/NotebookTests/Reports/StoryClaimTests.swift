import Notebook
import Testing

/// What reports claim of stories.
///
/// For each there is a notebook in which it would be false.
@Suite struct `A claim about a story` {
    private typealias Notes = ClaimedNotebook

    private static let stories = """
        ## Stories
        - story: The reorg #conflict ^reorg
          - S: x
          - R: ten days
        - story: The quarrel #conflict ^quarrel
        """

    private static func told(_ company: String, _ date: String, _ kind: String) -> String {
        Notes.note(
            company, on: date, keys: "round: onsite",
            "## Questions they asked\n- Tell me about a conflict #conflict\n  - told: ^reorg\n    - \(kind): so"
        )
    }

    @Test func `worked where it worked last, in the order and in the words`() {
        let book = ClaimedNotebook(
            Self.stories, Self.told("Alba", "2026-05-01", "slipped"),
            Self.told("Birk", "2026-07-01", "worked"))
        #expect(book.sheet.contains("## Stories - **The reorg**"))
        #expect(book.sheet.contains("; worked 1 of 2; it has no task and no action."))
        let explained = book.sheet(isExplained: true)
        #expect(
            explained.contains("in this kind of round; worked 1 of 2.")
                || explained.contains("; worked 1 of 2. ["))
        #expect(!explained.contains("; slipped"))
        let worse = ClaimedNotebook(
            Self.stories, Self.told("Alba", "2026-05-01", "worked"),
            Self.told("Birk", "2026-07-01", "slipped"))
        #expect(
            worse.sheet.contains("## Stories - **The quarrel**") && worse.sheet.contains("slipped 1 of 2"))
    }

    @Test func `is told in words where none is written out`() {
        let question = "## Questions they asked\n- How do you run a section?"
        let told = ClaimedNotebook(Notes.note("Alba", "", question + "\n  - told: the night the oven died"))
        #expect(!told.stories.contains("There is no story"))
        #expect(told.stories.contains("told in words: **the night the oven died** [Alba:7](n0.md#L7)."))
        #expect(ClaimedNotebook(Notes.note("Alba", "", question)).stories.contains("There is no story"))
    }
}
