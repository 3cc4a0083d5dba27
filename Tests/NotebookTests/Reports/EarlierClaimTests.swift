import Notebook
import Testing

/// What was said before or after something showed of it, here or elsewhere, and by whom.
///
/// For each claim there is a notebook in which it would be false.
@Suite struct `A claim of what came before` {
    private typealias Notes = ClaimedNotebook

    @Test func `what worked before it was said is told as that`() {
        let said = Notes.note(
            "Alba", "Ana Lo", on: "2026-04-01", keys: "answered: 2026-06-20",
            "- swallow: Name two people #lead")
        let worked = Notes.note("Birk", on: "2026-06-01", "- worked: two people, by name #lead")
        let before = ClaimedNotebook(said, worked)
        #expect(before.sheet.contains("not tried yet, but worked at Birk:5 before this was said"))
        #expect(
            before.summary.contains("Not yet shown, but worked at [Birk:5](n1.md#L5) before this was said."))
        #expect(before.sheet(isExplained: true).contains("not tried yet; worked before it was said"))
        let after = ClaimedNotebook(said, worked.replacing("2026-06-01", with: "2026-07-01"))
        #expect(after.sheet.contains("worked at Birk:5. [") && !after.sheet.contains("before this was said"))
        let other = ClaimedNotebook(said, worked.replacing("#lead", with: "#team"))
        #expect(other.sheet.contains("not tried yet.") && !other.sheet.contains("before this was said"))
    }

    @Test func `words that came after a slip had not been said then`() {
        let first = Notes.note(
            "Alba", "Ana Lo", on: "2026-03-01", "- swallow: Use the words of the scheme #terms")
        let slip = Notes.note("Birk", on: "2026-05-01", "- slipped: said another word #terms")
        let second = Notes.note(
            "Cole", "Bo Mi", on: "2026-07-01", "- swallow: Say sooner what you want to do #terms")
        let book = ClaimedNotebook(first, slip, second)
        #expect(book.sheet.contains("**Say sooner what you want to do** 2 people on #terms"))
        #expect(book.sheet.contains("slipped at Birk:5, before it was said in these words"))
        let once = ClaimedNotebook(first, slip)
        #expect(once.sheet.contains("slipped at Birk:5") && !once.sheet.contains("before it was said"))
    }

    @Test func `a question that others asked is not asked here`() {
        func asked(_ company: String, on date: String) -> String {
            Notes.note(company, on: date, "## Questions\n\n- How do you know that all have understood?")
        }
        let here = ClaimedNotebook(asked("Hooli", on: "2026-03-01"), asked("Alba", on: "2026-04-01"))
        #expect(
            here.sheet.contains("## They asked before") && here.sheet.contains("(here, and once elsewhere)"))
        let both = ClaimedNotebook(asked("Hooli", on: "2026-03-01"), asked("Hooli", on: "2026-04-01"))
        #expect(both.sheet.contains("understood? (twice)"))
        let once = ClaimedNotebook(asked("Hooli", on: "2026-03-01"))
        #expect(once.sheet.contains("understood? [") || once.sheet.contains("understood? (:"))
    }

    @Test func `a first name in a note is that of its interviewer`() {
        let note = { (source: String) in
            Notes.note(
                "Alba", "Greta Voss, Ahmed Zaki", on: "2026-04-16",
                "- swallow: Two minutes #brevity from:\(source)")
        }
        for source in ["Ahmed", "\"Ahmed Zaki\""] {
            let sheet = ClaimedNotebook(note(source)).sheet(interviewers: ["Ahmed Zaki"])
            #expect(sheet.contains("1 person, an Ahmed Zaki said so"))
        }
        #expect(!ClaimedNotebook(note("Greta")).sheet(interviewers: ["Ahmed Zaki"]).contains("said so"))
    }

    @Test func `who said the opposite is not among those who said it`() {
        let book = ClaimedNotebook(
            Notes.note("Hooli", "Carol Meads", on: "2026-04-22", "- swallow: You were too fast #pace"),
            Notes.note("Alba", "Jo Kral", on: "2026-05-22", "- swallow: Too fast at the end #pace"),
            Notes.note("Birk", "Tom Ellery", on: "2026-06-22", "- swallow: You were too slow #pace"))
        let sheet = book.sheet(isExplained: true, interviewers: ["Carol Meads"])
        #expect(
            sheet.contains(
                "2 people on #pace, Carol Meads among them, also here, last in May, 1 said the opposite;"))
        // As many said the opposite of the other lesson, or more.
        #expect(sheet.contains("+1-2") && !sheet.contains("+2-2"))
    }
}
