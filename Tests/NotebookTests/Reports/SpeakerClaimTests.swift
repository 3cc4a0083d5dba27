import Notebook
import Testing

/// What those who interview this time said, and whether it is what a lesson says.
///
/// For each claim there is a notebook in which it would be false.
@Suite struct `A claim of who said a lesson` {
    private typealias Notes = ClaimedNotebook

    private func sheet(_ theirs: String, _ others: String) -> String {
        ClaimedNotebook(
            Notes.note("Alba", "Ana Lo", on: "2026-05-01", "- swallow: \(theirs) #t"),
            Notes.note("Birk", "Bo Mi", on: "2026-07-01", "- swallow: \(others) #t")
        ).sheet(interviewers: ["Ana Lo"])
    }

    @Test func `whose words the headline is not is quoted`() {
        #expect(
            sheet("Name the Act and the section.", "You need not quote the law to a charity.").contains(
                "charity.** 2 people on #t, an Ana Lo (\"Name the Act and the section.\") among them"))
        #expect(
            sheet("You need not quote the law.", "You need not quote the law.").contains("an Ana Lo (")
                == true)
        #expect(
            sheet("Too long.", "Shorter, please.").contains("2 people on #t, an Ana Lo among them, last"))
        let own = ClaimedNotebook(Notes.note("Alba", "Ana Lo", "- swallow: Name the Act. #t"))
        #expect(own.sheet(interviewers: ["Ana Lo"]).contains("1 person, an Ana Lo said so"))
    }

    @Test(arguments: [
        ("Be warmer.", "You were too warm."), ("Be firmer, I wanted a plain no.", "You were too firm."),
        ("Show less, explain more.", "Show more projects; I only saw three."),
        ("Three projects are enough.", "Three projects are not enough."),
        ("Be harsher in your critique.", "You were too harsh."), ("Be bolder.", "Be humbler."),
        ("Smile. It felt like an audit.", "Perhaps too warm for a manager."),
        ("Push back more.", "You pushed back too hard."), ("Over-prepared.", "Under-prepared."),
        ("More formal, please.", "You were too formal."),
    ])
    func `who said the opposite did not say it`(_ two: (String, String)) {
        #expect(sheet(two.0, two.1).contains("1 said the opposite"))
        #expect(sheet(two.1, two.0).contains("1 said the opposite"))
    }

    @Test(arguments: [
        ("Your explanation was full of Latin.", "Still a few Latin words."),
        ("You spoke about the parents far more than about the child.", "Bring the child's voice in."),
        ("Ask more questions.", "You asked far fewer questions than others."),
        ("Less jargon.", "There was more jargon than I could follow."),
        ("A bit more calm would help.", "You were less calm than I hoped."),
        ("You speak so fast that I lost the thread.", "You were slow to get to the recommendation."),
        ("Be warmer.", "Too cold for us."),
    ])
    func `who said the same did not say the opposite`(_ two: (String, String)) {
        #expect(sheet(two.0, two.1).contains("2 people on #t"))
        #expect(!sheet(two.0, two.1).contains("opposite"))
    }

    @Test func `what they still weigh names who of them said it`() {
        let note = Notes.note(
            "Hooli", "Leo Brandt, Ida Voss", "- chew: Talks too much during design. from:\"Leo Brandt\"")
        #expect(
            ClaimedNotebook(note).sheet(interviewers: ["Leo Brandt"]).contains("design. (Leo Brandt) [Hooli"))
        #expect(!ClaimedNotebook(note).sheet(interviewers: ["Ida Voss"]).contains("(Ida Voss)"))
        #expect(!ClaimedNotebook(note).sheet.contains("(Leo Brandt)"))
    }

    @Test func `they asked what they asked, and no more`() {
        func asked(_ company: String, _ people: String, _ questions: String...) -> String {
            Notes.note(
                company, people, keys: "round: onsite",
                "## Questions they asked\n\n" + questions.map { "- \($0)\n" }.joined())
        }
        let topics = [
            "ships", "trains", "tables", "teapots", "gardens", "rivers", "windows", "ladders", "candles",
            "bridges",
        ]
        let many = Notes.note(
            "Hooli", keys: "round: onsite",
            "## Questions they asked\n\n" + topics.map { "- Why \($0) and \($0) \($0)?\n" }.joined())
        let there = asked("Alba", "Ana Lo", "How large was the team?", "What broke last?")
        // Theirs are those of which only some are shown.
        let sheet = ClaimedNotebook(many, there).sheet
        #expect(sheet.contains("## They asked before (") && sheet.contains(" of \(topics.count))"))
        #expect(
            ClaimedNotebook(there).sheet(interviewers: ["Ana Lo"]).contains(
                "## Asked before, the nearest first"))
    }
}

/// What a sheet leans on, and what is still to do.
@Suite struct `A claim of what to lean on` {
    private typealias Notes = ClaimedNotebook

    @Test func `praise is not leaned on where it slipped since`() {
        let praised = Notes.note("Alba", "Ana Lo", on: "2026-05-01", "- keep: Figures were spot on. #numbers")
        let said = Notes.note("Birk", "Bo Mi", on: "2026-06-01", "- swallow: Know your turnover. #numbers")
        let slipped = Notes.note("Cole", on: "2026-11-12", "- slipped: turnover again #numbers")
        #expect(ClaimedNotebook(praised, said).sheet.contains("Figures were spot on"))
        #expect(!ClaimedNotebook(praised, said, slipped).sheet.contains("Figures were spot on"))
        let later = praised.replacing("2026-05-01", with: "2026-11-20")
        #expect(ClaimedNotebook(later, said, slipped).sheet.contains("Figures were spot on"))
    }

    @Test func `what worked is not leaned on where they found fault with it`() {
        let said = Notes.note("Alba", "Ana Lo", on: "2026-05-01", "- swallow: Come to the point. #point")
        func second(_ feedback: String) -> String {
            Notes.note(
                "Birk", "Bo Mi", on: "2026-06-01", "- worked: at the point at once #point\n\(feedback)")
        }
        func leansOn(_ note: String) -> Bool {
            ClaimedNotebook(said, note).sheet(isFull: true).contains("at once (worked)")
        }
        #expect(leansOn(second("")))
        #expect(leansOn(second("- swallow: Smile. #warmth")))
        #expect(!leansOn(second("- swallow: Get to the point sooner. #point")))
    }

    @Test func `what is for this company is to be finished, with a day or without`() {
        let action = "- [ ] Photograph the sketchbook"
        #expect(
            ClaimedNotebook(Notes.note("Hooli", on: "2026-05-01", action)).sheet.contains(
                "Photograph the sketchbook"))
        #expect(
            !ClaimedNotebook(Notes.note("Alba", on: "2026-05-01", action)).sheet.contains(
                "Photograph the sketchbook"))
        let later = ClaimedNotebook(Notes.note("Hooli", on: "2026-05-01", action + " due:2027-03-01"))
        #expect(!later.sheet.contains("Photograph the sketchbook"))
    }

    @Test func `what showed of an outer topic may be of the lesson`() {
        let plan = Notes.note("Alba", "Ana Lo", on: "2026-05-01", "- swallow: The plan needs names. #plan")
        let stop = Notes.note(
            "Birk", "Bo Mi", on: "2026-06-01", "- swallow: Say what you would stop. #plan/priorities")
        let worked = Notes.note("Cole", on: "2026-07-01", "- worked: said what I would stop #plan")
        #expect(ClaimedNotebook(plan, stop, worked).sheet.contains("last in June; nothing tied to it yet."))
        #expect(ClaimedNotebook(plan, stop).sheet.contains("last in June; not tried yet."))
    }

    @Test func `a slip is told with what worked there since`() {
        let said = Notes.note("Alba", "Ana Lo", on: "2026-05-01", "- swallow: Two minutes each. #brevity")
        func shown(_ word: String, on date: String) -> String {
            Notes.note(
                "Birk", on: date, keys: "round: phone screen\noutcome: rejected",
                "- \(word): two minutes #brevity")
        }
        let slip = shown("slipped", on: "2026-06-01")
        #expect(
            ClaimedNotebook(said, slip).summary.contains("Slipped at phone screen: \"Two minutes each.\""))
        #expect(!ClaimedNotebook(said, slip).summary.contains("worked there since"))
        #expect(
            ClaimedNotebook(said, slip, shown("worked", on: "2026-08-01")).summary.contains(
                "worked there since."))
    }

    @Test func `most were lost there only where more were lost than elsewhere`() {
        func rejected(_ company: String, _ round: String, _ outcome: String) -> String {
            Notes.note(company, on: "2026-06-01", keys: "round: \(round)\noutcome: \(outcome)", "")
        }
        let panels = [
            rejected("A", "panel", "rejected"), rejected("B", "panel", "rejected"),
            rejected("C", "panel", "advanced"), rejected("D", "panel", "advanced"),
        ]
        let lost = rejected("E", "onsite", "rejected")
        let passed = rejected("E", "onsite", "advanced")
        #expect(
            !ClaimedNotebook(panels[0], panels[1], panels[2], panels[3], lost).summary.contains(
                "Most were lost"))
        #expect(
            ClaimedNotebook(panels[0], panels[1], panels[2], panels[3], passed).summary.contains(
                "were lost at **panel**"))
    }

    @Test func `a hunch that met a nested topic was not left unmentioned`() {
        func summary(_ topic: String) -> String {
            ClaimedNotebook(
                Notes.note(
                    "Alba", "Ana Lo", "- hunch: I have no numbers. #numbers\n- swallow: Name them. #\(topic)")
            ).summary
        }
        #expect(summary("numbers/retention").contains("1 met by a nested topic"))
        #expect(summary("pace").contains("1 not mentioned"))
    }
}
