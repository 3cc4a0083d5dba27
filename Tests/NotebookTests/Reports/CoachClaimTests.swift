import Notebook
import Testing

/// What a coach would call untrue beside the same notes.
///
/// For each there is a notebook in which it would be false.
@Suite struct `A claim that a coach reads` {
    private typealias Notes = ClaimedNotebook

    // MARK: Praised later, and tried

    @Test func `praised later is of a later interview, whenever the mail came`() {
        let praise = Notes.note(
            "Alba", "Ana Lo", on: "2026-06-01", keys: "answered: 2026-09-30", "- keep: Good calm pace #pace")
        func fault(_ date: String?) -> ClaimedNotebook {
            ClaimedNotebook(
                praise,
                Notes.note(
                    "Birk", "Bo Mi", on: date, keys: "answered: 2026-07-25",
                    "- swallow: You talk too fast #pace"))
        }
        for date in ["2026-07-20", "2026-06-01", nil] {
            let book = fault(date)
            #expect(!book.summary.contains("Praised later") && !book.sheet.contains("praised at"))
            #expect(book.summary.contains("People differ on #pace"))
        }
        let later = fault("2026-05-02")
        #expect(later.summary.contains("Praised later, #pace") && later.sheet.contains("praised at Alba:"))
        // Whether the praise is of a later interview is not known, and so not whether it was tried.
        #expect(!fault(nil).sheet.contains("not tried"))
    }

    @Test func `not tried yet is of what nothing may show`() {
        let said = Notes.note(
            "Alba", "Ana Lo", on: "2026-01-15", "- swallow: Speak up, we could not hear you")
        func told(_ evidence: String, on date: String = "2026-06-11") -> ClaimedNotebook {
            ClaimedNotebook(said, Notes.note("Cole", on: date, "- \(evidence)"))
        }
        for evidence in ["worked: I spoke up", "worked: spoke up so that all could hear #voice"] {
            let book = told(evidence)
            #expect(book.sheet.contains("nothing tied to it yet") && !book.sheet.contains("not tried"))
            #expect(book.summary.contains("Nothing is tied to it yet."))
            #expect(book.sheet(isExplained: true).contains("not tied +2"))
            #expect(told(evidence, on: "2026-01-02").sheet.contains("not tried yet"))
        }
        #expect(told("worked: spoke up so that all could hear #voice").sheet.contains("1 loose success"))
        #expect(told("slipped: lost for words").sheet.contains("not tried yet"))
    }

    @Test func `what showed of a nested topic showed of the topic around it`() {
        let said = Notes.note(
            "Alba", "Ana Lo", on: "2026-03-01",
            "- swallow: Brush up #stats\n- swallow: Slow down #delivery/pace")
        let book = ClaimedNotebook(
            said,
            Notes.note(
                "Birk", on: "2026-06-01",
                "- slipped: p-values #stats/ab-testing\n- worked: slowly #delivery\n- slipped: mumbled #delivery/voice"
            ))
        #expect(book.summary.contains("Slipped at [Birk:5]"))
        #expect(!book.summary.contains("Slipped, tied to no lesson**: \"p-values\""))
        #expect(book.summary.contains("Nothing is tied to it yet. Besides 1 loose success: [Birk:6]"))
        // Two topics within one are two.
        #expect(book.summary.contains("Slipped, tied to no lesson**: \"mumbled\""))
    }

    @Test func `slipped three times is in three interviews`() {
        let said = Notes.note("Alba", "Ana Lo", on: "2026-01-01", "- swallow: Shorter #brevity")
        let often = Notes.note(
            "Cole", on: "2026-08-01", keys: "round: onsite",
            "- worked: short intro #brevity\n- slipped: long end #brevity\n- slipped: long middle #brevity")
        let worked = { Notes.note("Birk", on: $0, keys: "round: onsite", "- worked: short #brevity") }
        let book = ClaimedNotebook(said, worked("2026-02-01"), worked("2026-03-01"), often)
        #expect(book.sheet(isExplained: true).contains("slipped 1 of the newest 3 in onsite"))
        #expect(book.sheet.contains("slipped 1 of 3, last at Cole"))
        #expect(book.summary.contains("Slipped 1 of 3: slipped at [Cole, onsite:7]"))
        #expect(book.summary.contains("[:8]") && !book.sheet.contains("short intro (worked)"))
    }

    // MARK: Lessons

    @Test func `a lesson of this company is not lost in another`() {
        let here = Notes.note(
            "Hooli", "Bo Mi", on: "2026-07-01", "- swallow: Make every answer a good deal shorter")
        let there = Notes.note("Alba", "Ana Lo", on: "2026-08-01", "- swallow: Do not ramble when you answer")
        let book = ClaimedNotebook(here, there)
        #expect(
            book.sheet.contains(
                "1. **Make every answer a good deal shorter** 1 person, here, last in July, 1 more if"))
        #expect(book.sheet.contains("Perhaps the same: \"Do not ramble when you answer\" (Alba:6)"))
        let named = ClaimedNotebook(
            here, Notes.note("Alba", "Ana Lo", on: "2026-08-01", "- swallow: Two minutes #brevity"))
        #expect(named.sheet.contains("**Make every answer a good deal shorter** 1 person, here"))
    }

    @Test func `a lesson on a topic that covers more than one thing is not another`() {
        let book = ClaimedNotebook(
            Notes.note(
                "Alba", "Ana Lo", "- swallow: Know the safeguarding policy and name who you would tell"),
            Notes.note("Birk", "Bo Mi", "- swallow: Use SBAR when you describe an escalation"))
        #expect(book.sheet.contains("Know the safeguarding policy") && book.sheet.contains("Use SBAR"))
        #expect(!book.sheet.contains("is what they mean"))
    }

    @Test(arguments: [
        ("Too quiet in the group", "Let others speak in the group"), ("Underseasoned", "Too salty"),
        ("Too pushy", "Not hungry enough"), ("Too much 'we'", "Too much 'I'"),
        ("Answer in two minutes", "Your answers were too short; I had to pull"),
        ("You went on for ever", "Your answers were one line answers"),
        ("Get to the point", "You say too little"),
        ("You rushed through it", "It took you a long time to begin"),
        ("Take your time", "You dragged a bit"),
        ("Do not sell yourself short", "You came across as a know-it-all"),
        ("I was lost in the details", "You only scratched the surface"),
        ("You interrupted me", "You held back in the group"),
        ("Show more enthusiasm", "It was a bit much, calm down"),
    ])
    func `who says the opposite in other words does not say it`(one: String, other: String) {
        let book = ClaimedNotebook(
            Notes.note("Alba", "Ana Lo", "- swallow: \(one) #it"),
            Notes.note("Birk", "Bo Mi", on: "2026-06-01", "- swallow: \(other) #it"))
        #expect(book.summary.contains("#it, 1 person, 1 said the opposite."))
    }

    @Test func `what was swallowed and is opposite makes two lessons`() {
        let shorter = Notes.note(
            "Alba", "Ana Lo", on: "2026-03-01", "- swallow: Answer in two minutes #brevity")
        let longer = Notes.note(
            "Birk", "Bo Mi", on: "2026-05-01",
            "- swallow: Too short; I had to pull #brevity\n  - if: asked why → two reasons\n"
                + "- slipped: Rambled again #brevity")
        let later = Notes.note(
            "Cole", "Ci Mo", on: "2026-07-01",
            "- chew: Too long #brevity\n- slipped: Too short again #brevity")
        let book = ClaimedNotebook(shorter, longer, later)
        #expect(
            book.summary.contains(
                "**Answer in two minutes** #brevity, 2 people, 1 said the opposite. [Alba:6](n0.md#L6), "
                    + "[Cole:6](n2.md#L6). - Slipped at [Birk:8](n1.md#L8)."))
        #expect(
            book.summary.contains(
                "**Too short; I had to pull** #brevity, 1 person, 2 said the opposite, a plan. "
                    + "[Birk:6](n1.md#L6). - Slipped at [Cole:7](n2.md#L7)."))
        let same = ClaimedNotebook(shorter, Notes.note("Birk", "Bo Mi", "- swallow: Too long #brevity"))
        #expect(same.summary.contains("#brevity, 2 people.") && !same.summary.contains("opposite"))
    }

    @Test func `what slipped the other way is no slip of the lesson`() {
        let said = Notes.note(
            "Alba", "Ana Lo", on: "2026-03-01", "- swallow: Answer in two minutes #brevity")
        func summary(_ slip: String) -> String {
            let later = Notes.note("Birk", "Bo Mi", on: "2026-05-01", "- slipped: \(slip) #brevity")
            return ClaimedNotebook(said, later).summary
        }
        #expect(summary("Too short this time").contains("Not yet shown."))
        #expect(
            summary("Rambled").contains("Slipped at [Birk:6]")
                && summary("Again").contains("Slipped at [Birk:6]"))
    }

    @Test func `who interviews this time and said so is named`() {
        let here = Notes.note("Hooli", "Ana Lo", on: "2026-03-01", "- swallow: Look up #presence")
        let elsewhere = Notes.note("Alba", "Bo Mi", on: "2026-04-01", "- swallow: Shorter #brevity")
        let book = ClaimedNotebook(here, elsewhere)
        let sheet = book.sheet(interviewers: ["Ana Lo", "Bo Mi"])
        #expect(sheet.contains("**Look up** 1 person, Ana Lo said so, here,"))
        #expect(sheet.contains("**Shorter** 1 person, a Bo Mi said so, last in April"))
        #expect(sheet.contains("You met a Bo Mi before: [Alba](n1.md) (2026-04-01)."))
        #expect(!sheet.contains("You met a Ana"))
        let others = book.sheet(interviewers: ["Ana Lu", "Bo"])
        #expect(!others.contains("said so") && !others.contains("You met"))
        #expect(book.sheet(interviewers: ["ana lo"]).contains("ana lo said so"))
    }

    @Test func `what somebody said who interviews this time comes first`() {
        let book = ClaimedNotebook(
            Notes.note("Birk", "Bo Mi", on: "2026-04-01", "- swallow: Shorter #brevity"),
            Notes.note("Alba", "Ana Lo", on: "2026-04-02", "- swallow: Look up #presence"))
        #expect(book.sheet.contains("1. **Look up**"))
        #expect(book.sheet(interviewers: ["Bo Mi"]).contains("1. **Shorter**"))
    }

    @Test func `praise and advice on one topic need not differ`() {
        let praise = Notes.note(
            "Alba", "Ana Lo", "- keep: I loved that you showed where you were wrong. #portfolio")
        func with(_ said: String) -> String {
            ClaimedNotebook(praise, Notes.note("Birk", "Bo Mi", "- swallow: \(said) #portfolio")).summary
        }
        #expect(with("Pick two projects.").contains("**Praise and advice on #portfolio**: \"I loved"))
        #expect(with("Your portfolio was dull.").contains("**People differ on #portfolio**"))
    }

    @Test func `a wish with both directions is the opposite of nothing`() {
        for said in [
            "Talk less and ask more.", "Too much detail, too little story.",
            "You talk faster than I can think.",
        ] {
            let book = ClaimedNotebook(
                Notes.note("Alba", "Ana Lo", "- swallow: \(said) #it"),
                Notes.note("Birk", "Bo Mi", on: "2026-06-01", "- swallow: \(said) #it"))
            #expect(book.summary.contains("#it, 2 people.") && !book.summary.contains("differ"))
        }
        let faster = ClaimedNotebook(
            Notes.note("Alba", "Ana Lo", "- swallow: You talk faster than I can think. #it"),
            Notes.note("Birk", "Bo Mi", on: "2026-06-01", "- swallow: You talk too fast. #it"))
        #expect(faster.summary.contains("#it, 2 people.") && !faster.summary.contains("differ"))
    }

    @Test func `what has no direction joins neither side`() {
        let book = ClaimedNotebook(
            Notes.note("Alba", "Ana Lo", on: "2026-03-01", "- swallow: You spoke very fast. #pace"),
            Notes.note("Birk", "Bo Mi", on: "2026-05-01", "- swallow: Rather slow over the phone. #pace"),
            Notes.note("Cole", "Ci Mo", on: "2026-07-01", "- swallow: it's the speed, still #pace"),
            Notes.note("Dune", "Di No", on: "2026-08-01", "- worked: pace, counted to two #pace"))
        for words in ["You spoke very fast.", "Rather slow over the phone."] {
            #expect(book.summary.contains("**\(words)** #pace, 1 person, 1 said the opposite."))
        }
        #expect(book.summary.contains("**it's the speed, still** #pace, 1 person. "))
        #expect(book.summary.contains("Besides 1 loose success") && !book.summary.contains("Worked at"))
    }

    @Test func `what worked in the very interview was before it was said`() {
        let first = Notes.note("Alba", "Ana Lo", on: "2026-03-01", "- swallow: Name the danger first #safety")
        let second = "- worked: Named it first #safety\n- swallow: Now commit to one plan #safety"
        let book = ClaimedNotebook(first, Notes.note("Birk", "Bo Mi", on: "2026-05-01", second))
        #expect(book.summary.contains("Worked at [Birk:6](n1.md#L6) (before it was said in these words)."))
        #expect(book.sheet.contains("worked at Birk:6, before it was said in these words"))
        let later = ClaimedNotebook(
            first, Notes.note("Birk", "Bo Mi", on: "2026-05-01", "- worked: Named it first #safety"))
        #expect(!later.summary.contains("before this"))
    }

    @Test func `what was put aside and came back is worth watching for`() {
        func spit(_ company: String, _ person: String) -> String {
            Notes.note(company, person, on: "2026-0\(person.count)-01", "- spit: Not enough Java #java")
        }
        let twice = ClaimedNotebook(spit("Alba", "Ana Lo"), spit("Birk", "Bo Mi"))
        #expect(twice.sheet.contains("## Watch for - #java: you put aside what 2 people said [Birk:6]"))
        #expect(!ClaimedNotebook(spit("Alba", "Ana Lo")).sheet.contains("put aside"))
        #expect(!ClaimedNotebook(spit("Alba", "Ana Lo"), spit("Alba", "Ana Lo")).sheet.contains("put aside"))
    }

    @Test func `nobody here asked what was asked elsewhere`() {
        let asked = Notes.note(
            "Alba", "Bo Mi", keys: "round: onsite",
            "## Questions they asked\n\n- How do you handle conflict?\n")
        #expect(ClaimedNotebook(asked).sheet.contains("## Asked in such a round before - How do you"))
        #expect(
            ClaimedNotebook(asked).sheet(interviewers: ["Bo Mi"]).contains("## Asked before, the nearest"))
        let here = asked.replacing("Alba", with: "Hooli")
        #expect(ClaimedNotebook(here).sheet.contains("## They asked before - How"))
    }

    @Test func `who counts is cited`() {
        let book = ClaimedNotebook(
            Notes.note("Alba", "Ana Lo", "- swallow: Shorter #brevity"),
            Notes.note("Birk", "Bo Mi", on: "2026-06-01", "- chew: Rather long #brevity"))
        #expect(book.summary.contains("#brevity, 2 people. [Alba:6](n0.md#L6), [Birk:6](n1.md#L6)."))
    }

    @Test func `an action is missing for as many lessons as one action each would help`() {
        let three = "- swallow: The scale #ask\n- swallow: The users #ask\n- swallow: The team #ask"
        #expect(
            ClaimedNotebook(Notes.note("Alba", "Ana Lo", three)).summary.contains(
                "**Give 1 an action** or a plan: \"The scale\""))
    }

    @Test func `what was spat out or dropped is not to do`() {
        let spat = "- spit: Learn Java #java\n  - [ ] buy a book due:2026-07-01"
        let book = ClaimedNotebook(Notes.note("Hooli", "Ana Lo", spat))
        #expect(!book.summary.contains("overdue") && !book.sheet.contains("buy a book"))
        let dropped = "- swallow: Shorter #brevity\n  - [-] take a class\n  - [x] cut the intro"
        #expect(ClaimedNotebook(Notes.note("Alba", "Ana Lo", dropped)).summary.contains("1 of 1 action done"))
    }

    @Test func `a hunch that they said the opposite of did not hold`() {
        let hunch = "- hunch: I was too slow #pace\n- chew: You talk too "
        let opposite = ClaimedNotebook(Notes.note("Alba", "Ana Lo", hunch + "fast #pace"))
        #expect(opposite.sheet(isFull: true).contains("Your one hunch that was answered did not hold"))
        #expect(opposite.summary.contains("with an answer: 1 met by the opposite."))
        let same = ClaimedNotebook(Notes.note("Alba", "Ana Lo", hunch + "slowly #pace"))
        #expect(same.sheet(isFull: true).contains("Your one hunch that was answered held."))
        #expect(!same.summary.contains("opposite"))
    }

    @Test(arguments: [
        ("chew: Rather vague", "hopeful and not praised", "did not hold"),
        ("keep: Very clear", "hopeful and praised", "held"),
        ("spit: Too vague", "contradicted", "did not hold"),
    ])
    func `a hunch that it went well holds where they praise`(answer: String, met: String, held: String) {
        let book = ClaimedNotebook(
            Notes.note(
                "Alba", "Ana Lo",
                "- hunch: I was clear and well structured #structure\n- \(answer) #structure"))
        #expect(book.summary.contains("1 hunch in notes with an answer: 1 \(met)."))
        #expect(book.sheet(isFull: true).contains("Your one hunch that was answered \(held)."))
        #expect(book.summary.contains("**Contradicted**") == (met == "contradicted"))
    }

    @Test func `what was taken up since has not come back`() {
        let spit = { (company: String, person: String, date: String) in
            Notes.note(company, person, on: date, "- spit: Not enough Java #java")
        }
        let (one, other) = (spit("Alba", "Ana Lo", "2026-01-01"), spit("Birk", "Bo Mi", "2026-02-01"))
        #expect(ClaimedNotebook(one, other).summary.contains("back again"))
        for stage in ["swallow", "chew", "keep"] {
            func with(_ date: String) -> String {
                ClaimedNotebook(one, other, Notes.note("Cole", "Ci Mo", on: date, "- \(stage): Java #java"))
                    .summary
            }
            #expect(!with("2026-07-01").contains("back again") && with("2025-07-01").contains("back again"))
        }
    }

    @Test func `of more than three topics on which people differ the rest is told`() {
        func note(_ company: String, _ name: String, _ date: String, _ bullet: (Int) -> String) -> String {
            Notes.note(
                company, name, on: date, (0..<5).map { "- \(bullet($0)) #t\($0)" }.joined(separator: "\n"))
        }
        let book = ClaimedNotebook(
            note("Alba", "Ana Lo", "2026-05-01") { _ in "chew: Too slow." },
            note("Birk", "Bo Mi", "2026-06-01") { _ in "chew: Too fast." })
        #expect(book.summary.contains("And 2 more such topics."))
    }

    @Test(arguments: [
        ("Your teaching background is a plus", true), ("You know your stuff", true),
        ("A certificate would be a plus", false), ("You do not know your stuff", false),
    ])
    func `praise is nothing to watch for`(text: String, isPraise: Bool) {
        let sheet = ClaimedNotebook(Notes.note("Hooli", "Dana Ruiz", "## Feedback\n\n- \(text)")).sheet
        #expect(sheet.contains("## Lean on - \"\(text)\"") == isPraise)
        #expect(sheet.contains("## Watch for - \(text)") == !isPraise)
    }

    // MARK: Who they are

    @Test func `a company is one with and without its apostrophe`() {
        let book = ClaimedNotebook(
            Notes.note("\"St Anne's Hospital\"", "Mary Quinn", "- swallow: Louder #voice"),
            Notes.note("St Annes Hospital", "Mary Quinn", on: "2026-06-01", "- swallow: Speak up #voice"))
        #expect(
            book.summary.contains("2 interviews at 1 company") && book.summary.contains("#voice, 1 person"))
    }

    @Test func `HR and a recruiter may be one person`() {
        let book = ClaimedNotebook(
            Notes.note(
                "Alba", "Ana Lo, Bo Mi", "- swallow: Pushy #it from:HR\n- chew: Loud #it from:Recruiter"))
        #expect(book.summary.contains("#it, 1 person.") && book.summary.contains("from 1 person"))
    }

    @Test func `near names are no two numbers, and companies too`() {
        func near(_ one: (String, String), _ other: (String, String)) -> Bool {
            ClaimedNotebook(
                Notes.note(one.0, one.1, "- chew: x #x"), Notes.note(other.0, other.1, "- chew: x #x")
            ).diagnostics.contains("n1.md near-names")
        }
        #expect(near(("Acme", "Dana Ruiz"), ("Acme", "Dana Riuz")))
        #expect(!near(("Acme", "Assessor 1"), ("Acme", "Assessor 2")))
        #expect(near(("Brockway", "Dana Ruiz"), ("Brokway", "Dana Ruiz")))
        #expect(!near(("Brockway", "Dana Ruiz"), ("Brokway", "Sam Okafor")))
        #expect(!near(("Brockway1", "Dana Ruiz"), ("Brockway2", "Dana Ruiz")))
        let list = Notes.note("Acme", "Dana Ruiz, Dana Ruis", "- chew: x #x")
        #expect(ClaimedNotebook(list).diagnostics.contains("n0.md near-names"))
    }
}
