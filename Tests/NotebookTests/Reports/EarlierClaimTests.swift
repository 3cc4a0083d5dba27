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

    @Test func `what worked the other way does not count`() {
        func worked(_ wish: String, _ evidence: String) -> String {
            ClaimedNotebook(
                Notes.note("Alba", "Ana Lo", on: "2026-03-01", "- swallow: \(wish) #pace"),
                Notes.note("Birk", on: "2026-05-01", "- worked: \(evidence) #pace")
            ).sheet
        }
        #expect(worked("Speak faster.", "Spoke slowly.").contains("not tried yet"))
        #expect(worked("Slow down.", "Spoke faster.").contains("not tried yet"))
        #expect(worked("Slow down.", "Spoke slowly.").contains("worked at Birk"))
        #expect(worked("Speak faster.", "Spoke faster.").contains("worked at Birk"))
        #expect(worked("Slow down.", "Counted to two.").contains("worked at Birk"))
    }

    @Test(arguments: [
        ("Speak more slowly.", "Spoke too fast.", true), ("Speak more slowly.", "Too slow.", false),
        ("Speak more loudly.", "Too quiet.", true), ("Speak more quietly.", "Too loud.", true),
    ])
    func `what slipped is of the wish that it goes against`(wish: String, slip: String, isOf: Bool) {
        let book = ClaimedNotebook(
            Notes.note("Alba", "Ana Lo", on: "2026-03-01", "- swallow: \(wish) #voice"),
            Notes.note("Birk", on: "2026-05-01", "- slipped: \(slip) #voice"))
        #expect(book.sheet.contains("slipped at Birk") == isOf)
    }

    @Test func `a person is thanked once for a job`() {
        let note = { (date: String, keys: String) in
            Notes.note(
                "Alba", "Ana Lo", on: date, keys: "role: Engineer\nasked: \(date)\nanswered: \(date)\(keys)",
                "- chew: x")
        }
        let both = ClaimedNotebook(note("2026-05-02", ""), note("2026-05-20", ""))
        #expect(both.asking.split(separator: "| thank |").count == 2)
        // Thanks for the later answer are thanks for the earlier one.
        #expect(
            !ClaimedNotebook(note("2026-05-02", ""), note("2026-05-20", "\nthanked: 2026-05-21")).asking
                .contains("Thank"))
        let others = ClaimedNotebook(
            note("2026-05-02", ""), note("2026-05-20", "").replacing("Ana Lo", with: "Bo Mi"))
        #expect(others.asking.split(separator: "| thank |").count == 3)
    }

    @Test func `feedback that nobody asked for came`() {
        let came = ClaimedNotebook(Notes.note("Alba", "Ana Lo", on: "2026-05-02", "- chew: x"))
        #expect(came.summary.contains("| came |") && !came.summary.contains("| answered |"))
        let asked = ClaimedNotebook(
            Notes.note(
                "Alba", "Ana Lo", on: "2026-05-02", keys: "asked: 2026-05-03\nanswered: 2026-05-04",
                "- chew: x"))
        #expect(asked.summary.contains("| answered |"))
    }

    @Test func `each of two opposite lessons lacks an action of its own`() {
        func book(_ first: String = "", _ second: String = "") -> String {
            ClaimedNotebook(
                Notes.note(
                    "Alba", "Ana Lo", on: "2026-03-01", "- swallow: You speak too fast #pace\n\(first)"),
                Notes.note(
                    "Birk", "Bo Mi", on: "2026-04-01", "- swallow: You speak too slowly #pace\n\(second)")
            ).summary
        }
        #expect(book().contains("Give 2 an action"))
        #expect(book("  - [ ] pause\n").contains("Give 1 an action"))
        #expect(!book("  - [ ] pause\n", "  - [ ] metronome\n").contains("an action"))
    }

    @Test(arguments: [
        ("The pace was right this time.", "hopeful and not praised"),
        ("The plan was good.", "hopeful and not praised"),
        ("I had no problem with the pace.", "hopeful and not praised"), ("I rushed.", "confirmed"),
        ("I went on for too long.", "met by the opposite"),
    ])
    func `a hunch is what it says`(hunch: String, verdict: String) {
        let book = ClaimedNotebook(
            Notes.note(
                "Alba", "Ana Lo", keys: "answered: 2026-05-04",
                "- hunch: \(hunch) #pace\n- swallow: You rushed the end. #pace"))
        #expect(book.summary.contains("1 \(verdict)"))
    }

    @Test(arguments: [
        ("No ums this time.", true), ("You were clearer than most candidates.", true),
        ("You never lost the thread.", true),
        ("More structured than last time.", true), ("Hard to beat.", true), ("You kept it short.", true),
        ("Others were clearer than you.", false), ("Longer than the others.", false),
        ("You never got to the point.", false),
        ("Not clear enough.", false), ("Keep it short.", false),
    ])
    func `what praises is no advice`(text: String, isPraise: Bool) {
        let book = ClaimedNotebook(
            Notes.note("Alba", "Ana Lo", on: "2026-03-01", "- swallow: Say it in two minutes #brevity"),
            Notes.note("Birk", "Bo Mi", on: "2026-04-01", "## Feedback\n\n- \(text) #brevity"))
        #expect(book.sheet.contains("1 more not sorted yet") == !isPraise)
    }
}
