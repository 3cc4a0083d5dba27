import Markup
import Notebook
import Testing

/// What reports say of answers that stand in a note and are not read, and of those that say that none came.
@Suite struct UnreadAnswerTests {
    private static func note(_ keys: String, _ body: String) -> String {
        "---\ncompany: Acme\ndate: 2026-10-30\n\(keys)---\n\(body)\n"
    }

    private static func index(_ notes: String...) -> NotebookIndex {
        NotebookIndex(readingNotes: notes.enumerated().map { ("n\($0).md", $1) })
    }

    private static func folded(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func codes(_ note: String) -> [String] {
        var reader = NoteReader()
        return reader.read(Array(note.utf8), path: NotePath("a.md")).diagnostics.filter {
            $0.code == .notRead
        }.map(\.message)
    }

    @Test(arguments: [
        "## Feedback\n\nDana said that I was too quiet.", "## Feedback\n\n> You were too quiet.",
        "## Feeback\n\n- Too quiet.", "Feedback: too quiet", "## Feedback\n\n| a | b |\n| - | - |\n| c | d |",
        "## Feedback\n\n- They don't give feedback.",
    ])
    func `nobody is to be asked whose answer may stand in the note`(body: String) {
        for keys in ["", "asked: 2026-11-20\n", "asked: 2026-10-31\n"] {
            let index = Self.index(Self.note(keys, body))
            let summary = Self.folded(Summary(index).markdown())
            #expect(!summary.contains("**Ask**") && !summary.contains("**Let go**"))
            #expect(!summary.contains("silent") && !summary.contains("not asked"))
            #expect(summary.contains("**Read the answer** that is in the note and not read yet"))
            #expect(summary.contains("Feedback: perhaps in 1 note whose words are not read."))
            let list = Self.folded(AskList(index).markdown())
            #expect(list.contains("| answer not read | adopt |") && !list.contains("debrief ask n0.md"))
        }
    }

    @Test func `what is read, refused or not there is no unread answer`() {
        let read = Self.index(Self.note("", "## Feedback\n\n- Too quiet.\n\nAnd more."))
        #expect(!Self.folded(Summary(read).markdown()).contains("Read the answer"))
        let refused = Self.index(
            Self.note("refused: 2026-11-02\n", "## Feedback\n\n- They don't give any feedback."))
        #expect(!Self.folded(Summary(refused).markdown()).contains("Read the answer"))
        let none = Self.index(
            Self.note("", "## Feedback\n\n- No feedback yet.\n\n## Hunches\n\nI was tired."))
        #expect(Self.folded(Summary(none).markdown()).contains("**Ask** for feedback"))
    }

    @Test(arguments: [
        "They don't give feedback.", "Company policy not to.", "It's company policy not to give feedback",
        "No feedback, company policy", "Unable to provide individual feedback.",
        "Recruiter said they can’t share feedback", "Declined to give feedback",
        "We do not offer feedback to unsuccessful candidates.",
        "Not allowed to give feedback for legal reasons", "They do not give any",
        "Their policies don't allow feedback", "The policy is not to comment",
    ])
    func `that they give none is not feedback, and told of until the note says refused`(words: String) {
        for body in ["## Feedback\n\n- \(words)", "## Feedback\n\n\(words)"] {
            let index = Self.index(Self.note("", body))
            #expect(index.notes[0].feedback.isEmpty)
            #expect(Self.codes(Self.note("", body)).count == 1)
            #expect(Self.codes(Self.note("", body)).first?.contains("`refused: YYYY-MM-DD`") ?? false)
            #expect(Self.codes(Self.note("refused: 2026-11-02\n", body)).isEmpty)
        }
    }

    @Test(arguments: [
        "No feedback yet.", "No feedback given", "no reply so far", "Still waiting", "Didn't respond",
        "Haven't heard back yet", "Never heard back from them.", "No feedback from them.",
        "asked, waiting", "Asked on 10 Nov, nothing yet.", "asked at the end, Carol will write",
    ])
    func `that nothing came is nothing`(words: String) {
        let body = "## Feedback\n\n- \(words)"
        #expect(Self.index(Self.note("", body)).notes[0].feedback.isEmpty)
        #expect(Self.codes(Self.note("", body)).isEmpty)
    }

    @Test(arguments: [
        "You don't give feedback to your team.", "Don't give feedback so harshly.", "No structure.",
        "They don't give feedback but said that I was quiet.", "No answer to the question on scaling.",
        "Never gave an answer.", "Not given the chance to speak.", "No feedback loops in the design.",
        "Your policy on returns was wrong.", "Could not give an example of feedback.",
        "Did not respond to the hint.", "Not yet senior enough.",
        "Asked about scale too late.", "Waiting too long before the first answer.",
        "They do not give any credit for it.",
    ])
    func `what says more is feedback`(words: String) {
        #expect(Self.index(Self.note("", "## Feedback\n\n- \(words)")).notes[0].feedback.count == 1)
    }

    @Test(arguments: [
        "Feedback: none", "Feedback: not yet", "Feedback: asked at the end, Carol will write.",
        "**Feedback:** asked on 10 Nov, nothing yet", "feedback:: none", "- Feedback: none yet",
        "## Feedback\n\nRejected on 9 November by mail.",
    ])
    func `a label without an answer is no unread answer`(body: String) {
        let text = Self.folded(Summary(Self.index(Self.note("", body))).markdown())
        #expect(!text.contains("Read the answer") && !text.contains("not read"))
        #expect(text.contains("**Ask** for feedback"))
    }

    @Test func `outside feedback such words are what they are elsewhere`() {
        let index = Self.index(
            Self.note("", "## Hunches\n\n- No answer to the second one.\n- No feedback given"))
        #expect(index.notes[0].hunches.count == 2)
    }
}
