import Notebook
import Testing

/// One reader reads many notes.
struct NoteReaderTests {
    /// Notes that leave something open at their ends: sections, lists, callouts, block ids, comments, quotes.
    private static let notes = [
        "## Feedback\n\n- Too long. ^a\n  - [ ] Cut it", "- Plain. ^a\n- swallow: Shorter. ^a",
        "# Acme\n\n## Hunches\n\n- I was tired.\n  - deep\n    - deeper", "> [!feedback]\n> - Quoted.",
        "> [!feedback]", "- Feedback:\n  - In a list.\n  - Dana Ruiz\n    - Said so.", "Feedback:\n- One.",
        "## Questions\n\n- Why us?\n  - told: The story. ^tale", "%% a comment\n- chew: in it",
        "- story: It\n  - S: there\n  - R: 3 times", "---\ninterviewers: [Ann, Bob]\n---\n### Ann\n\n- Hm.",
        "| a | b |\n| - | - |\n\n> A quote", "- One\n- worked: Two\n- slipped: Three #x ^b", "- Last. ^b", "",
    ]

    @Test(arguments: notes)
    func `what a note said is forgotten in the next one`(first: String) {
        for second in Self.notes {
            var used = NoteReader()
            var fresh = NoteReader()
            _ = used.read(Array(first.utf8), path: NotePath("a.md"))
            #expect(
                used.read(Array(second.utf8), path: NotePath("b.md"))
                    == fresh.read(Array(second.utf8), path: NotePath("b.md")), "\(first) and \(second)")
        }
    }
}
