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

    @Test func `worked and slipped below one question`() {
        let both = Self.told("Alba", "2026-05-01", "worked").replacing(
            "    - worked: so", with: "    - worked: so\n    - slipped: late")
        let text = ClaimedNotebook(Self.stories, both).stories
        #expect(text.contains("worked and slipped at [Alba, onsite:") && !text.contains("told at ["))
        let plain = Self.told("Alba", "2026-05-01", "worked").replacing("\n    - worked: so", with: "")
        #expect(ClaimedNotebook(Self.stories, plain).stories.contains("told at [Alba, onsite:"))
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

    @Test func `is new to those who will be there`() {
        let alba = Notes.note(
            "Alba", "Dana Ruiz, Sam", keys: "round: onsite",
            "## Questions they asked\n- Tell me about a conflict #conflict\n  - told: ^reorg\n    - worked: so"
        )
        let book = ClaimedNotebook(Self.stories, alba)
        #expect(book.sheet.contains("## Stories - **The reorg**"))
        #expect(book.sheet(interviewers: ["Bo Kim"]).contains("## Stories - **The reorg**"))
        // A first name alone may be somebody else's.
        #expect(book.sheet(interviewers: ["Sam"]).contains("## Stories - **The reorg**"))
        let heard = book.sheet(isExplained: true, interviewers: ["Dr. Dana Ruiz"])
        #expect(heard.contains("## Stories - **The quarrel**"))
        #expect(
            heard.contains("The reorg: told here or to one of the interviewers before, so it is left out."))
    }

    @Test func `is for a question only if that asks for a story, or says its topic`() {
        let finance = "## Stories\n- story: The checkout #motivation ^checkout"
        func sheet(_ question: String) -> String {
            let alba = Notes.note("Alba", keys: "round: onsite", "## Questions they asked\n- \(question)")
            return ClaimedNotebook(finance, alba).sheet
        }
        #expect(sheet("Why fintech? #motivation").contains("**The checkout**, for #motivation"))
        #expect(!sheet("What motivates you?").contains("The checkout"))
        #expect(sheet("What have you done that shows your motivation?").contains("The checkout"))
    }

    @Test func `told here too`() {
        func question(_ topic: String, _ below: String) -> String {
            "## Questions they asked\n- Tell me about a \(topic). #\(topic)\n  - told: ^reorg\n\(below)"
        }
        let alba = Notes.note("Alba", "", question("conflict", "    - worked: so"))
        let hooli = Notes.note("Hooli", "", on: "2026-04-01", question("conflict", ""))
        let answer = "answered by **The reorg**, which worked at Alba"
        #expect(ClaimedNotebook(Self.stories, alba, hooli).sheet.contains("\(answer); told here too"))
        let asked = Notes.note(
            "Hooli", "", on: "2026-04-01", "## Questions they asked\n- Tell me about a conflict.")
        #expect(ClaimedNotebook(Self.stories, alba, asked).sheet.contains(answer))
        #expect(!ClaimedNotebook(Self.stories, alba, asked).sheet.contains("told here too"))
    }

    @Test func `is told only where the interview was`() {
        let planned = { (day: String) in
            Notes.note(
                "Alba", on: day, keys: "round: onsite",
                "## Questions they asked\n- Tell me about a conflict #conflict\n  - told: ^reorg")
        }
        let past = ClaimedNotebook(Self.stories, planned("2026-05-01"))
        #expect(past.stories.contains("**The reorg** #conflict, told once."))
        #expect(past.sheet.contains("told once, nothing noted"))
        #expect(past.sheet(isExplained: true).contains("which was asked in this kind of round; told once"))
        let next = ClaimedNotebook(Self.stories, planned("2099-05-01"))
        #expect(next.stories.contains("**The reorg** #conflict, not told yet."))
        #expect(!next.stories.contains("Questions they asked"))
        #expect(!next.sheet.contains("They asked before"))
    }

    @Test func `is not told yet only if no telling may be of it`() {
        let twins = "## Stories\n- story: The reorg #conflict ^one\n- story: The quarrel #conflict ^one"
        func told(_ name: String) -> String {
            Notes.note("Hooli", "", "## Questions they asked\n- A conflict? #conflict\n  - told: ^\(name)")
        }
        let either = ClaimedNotebook(twins, told("one"))
        #expect(either.stories.contains("perhaps told: another story has its name"))
        #expect(!either.stories.contains("not told yet"))
        // Nobody hears a story twice that may have been told there.
        #expect(!either.sheet.contains("## Stories"))
        #expect(either.stories.contains("Answered by **^one (not one story)**"))
        #expect(ClaimedNotebook(twins, told("other")).stories.contains("not told yet"))
    }

    @Test func `is told in words where none is written out`() {
        let question = "## Questions they asked\n- How do you run a section?"
        let told = ClaimedNotebook(Notes.note("Alba", "", question + "\n  - told: the night the oven died"))
        #expect(!told.stories.contains("There is no story"))
        #expect(told.stories.contains("told in words: **the night the oven died** [Alba:7](n0.md#L7)."))
        #expect(ClaimedNotebook(Notes.note("Alba", "", question)).stories.contains("There is no story"))
    }
}
