import Notebook
import Testing

@testable import Storage

/// What reports claim of lessons: who says them, and what showed.
///
/// For each there is a notebook in which it would be false.
@Suite struct `A claim about a lesson` {
    private typealias Notes = ClaimedNotebook

    // MARK: Who says it

    @Test(arguments: [
        ("Too slow in the starter.", "Too fast for the middle."),
        ("More pace in the starter.", "Too fast for the middle."),
        ("Your process was missing.", "Too much process, to be honest."),
        ("You were too quiet.", "You were too loud."),
    ])
    func `does not count who says the opposite`(lesson: String, opposite: String) {
        let said = Notes.note("Acme", "Dana Ruiz", on: "2026-05-01", "- swallow: \(lesson) #it")
        for stage in ["swallow: ", "chew: ", ""] {
            let other = Notes.note(
                "Globex", "Sam Okafor", on: "2026-03-01", "## Feedback\n\n- \(stage)\(opposite) #it")
            let both = ClaimedNotebook(said, other)
            #expect(both.summary.contains("#it, 1 person, 1 said the opposite."))
            #expect(both.sheet.contains("1 person, last in May, 1 said the opposite"))
            #expect(both.sheet(isExplained: true).contains("| +1-2 |"))
            #expect(both.summary.contains("People differ on #it"))
        }
        let same = ClaimedNotebook(said, Notes.note("Globex", "Sam Okafor", "- chew: \(lesson) #it"))
        #expect(same.summary.contains("#it, 2 people.") && !same.summary.contains("opposite"))
    }

    @Test func `does not take more of one thing for the opposite of less of another`() {
        let book = ClaimedNotebook(
            Notes.note("Acme", "Dana Ruiz", "- swallow: More examples. #it"),
            Notes.note("Globex", "Sam Okafor", "- chew: Less jargon. #it"))
        #expect(book.summary.contains("#it, 2 people.") && !book.summary.contains("differ"))
        #expect(!book.summary.contains("opposite"))
    }

    @Test func `does not count one person on both sides as two`() {
        let book = ClaimedNotebook(
            Notes.note("Acme", "Dana Ruiz", "- swallow: Too slow. #it"),
            Notes.note("Acme", "Dana Ruiz", on: "2026-06-01", "- chew: Too fast. #it"))
        #expect(book.summary.contains("#it, 1 person.") && !book.summary.contains("differ"))
    }

    @Test func `does not rank higher for what is said against it`() {
        let said = Notes.note("Acme", "Dana Ruiz", on: "2025-01-01", "- swallow: Too slow. #it")
        let against = Notes.note(
            "Hooli", "Sam Okafor", on: "2026-11-01", keys: "round: onsite", "- chew: Too fast. #it")
        let other = Notes.note("Acme", "Lee Park", on: "2025-02-01", "- swallow: Look up. #eyes")
        let sheet = ClaimedNotebook(said, against, other).sheet
        #expect(sheet.contains("1. **Look up.**") && sheet.contains("2. **Too slow.**"))
        #expect(!sheet.contains("also here"))
    }

    @Test func `says of several people only what they spoke of`() {
        let book = ClaimedNotebook(
            Notes.note("Acme", "Dana Ruiz", "- swallow: Call back the orders. #communication"),
            Notes.note("Globex", "Sam Okafor", on: "2026-06-01", "- chew: Silent kitchen. #communication"))
        #expect(book.sheet.contains("2 people on #communication, last in June"))
    }

    // MARK: What showed

    private static let said = Notes.note("Acme", "Dana Ruiz", on: "2026-01-28", "- swallow: Check it. #check")

    private static func shown(
        _ company: String, _ date: String?, _ kind: String, _ keys: String = "", _ more: String = ""
    ) -> String {
        Notes.note(company, "Omar Reyes", on: date, keys: keys, "- \(kind): So it was. #check\n\(more)")
    }

    @Test func `puts nothing without a date in an order`() {
        let worked = Self.shown("Globex", "2026-05-06", "worked")
        func book(_ keys: String) -> ClaimedNotebook {
            ClaimedNotebook(Self.said, worked, Self.shown("Umbra", nil, "slipped", keys))
        }
        let unknown = book("answered: 2026-10-19")
        #expect(unknown.summary.contains("worked at [Globex:6]"))
        #expect(unknown.summary.contains("and slipped at [Umbra:") && unknown.summary.contains("(no date)"))
        #expect(!unknown.summary.contains("before that"))
        #expect(unknown.sheet.contains("worked 1 of 2, at Globex"))
        // The answer had come by then, so the interview was over.
        let known = book("answered: 2026-03-01")
        #expect(known.summary.contains("before that slipped at [Umbra:"))
        #expect(known.sheet.contains("worked 1 of 2, last at Globex"))
    }

    @Test func `puts nothing of one day in an order`() {
        let book = ClaimedNotebook(
            Self.said, Self.shown("Globex", "2026-05-06", "worked"),
            Self.shown("Umbra", "2026-05-06", "slipped"))
        #expect(!book.summary.contains("before that"))
    }

    @Test func `is not that nobody tried it where it was praised since`() {
        func book(_ date: String) -> ClaimedNotebook {
            ClaimedNotebook(
                Self.said, Notes.note("Globex", "Lee Park", on: date, "- keep: Well checked. #check"))
        }
        let since = book("2026-07-21")
        #expect(since.sheet.contains("nothing noted yet; praised at Globex:6"))
        #expect(since.summary.contains("Nothing noted yet, praised at [Globex:6]"))
        let explained = since.sheet(isExplained: true)
        #expect(
            explained.contains("nothing noted yet; praised, which is not counted")
                && explained.contains("not noted +2"))
        #expect(!explained.contains("not tried +2"))
        #expect(book("2026-01-02").sheet.contains("not tried yet"))
        #expect(book("2026-01-02").summary.contains("Not yet shown."))
    }

    @Test func `is not that nobody tried it where an answer on its topic worked`() {
        let said = Notes.note(
            "Acme", "Dana Ruiz", on: "2026-03-01", "- swallow: Let them try first. #mentoring")
        func answered(_ question: String, _ kind: String, on day: String = "2026-06-01") -> ClaimedNotebook {
            let body =
                "## Questions they asked\n- Whom did you teach? \(question)\n  - told: Amit\n    - \(kind): so"
            return ClaimedNotebook(said, Notes.note("Globex", on: day, body))
        }
        #expect(answered("#mentoring", "worked").sheet.contains("nothing tied to it yet"))
        for book in [
            answered("", "worked"), answered("#mentoring", "slipped"),
            answered("#mentoring", "worked", on: "2026-01-01"),
        ] {
            #expect(book.sheet.contains("not tried yet"))
        }
    }

    @Test func `has nobody more for praise that is not sorted`() {
        let said = Notes.note("Acme", "Dana Ruiz", "- swallow: Explain the plan first. #clarity")
        func also(_ text: String) -> String {
            ClaimedNotebook(said, Notes.note("Globex", "Sam Okafor", "## Feedback\n\n- \(text) #clarity"))
                .sheet
        }
        #expect(also("The plan was unclear.").contains("1 person, last in May, 1 more not sorted yet"))
        #expect(!also("Very clear explanations, well done.").contains("more not sorted"))
    }

    @Test(arguments: [
        ("if: asked about pay → name a range", "If asked about pay"),
        ("if: When they ask about pay → name a range", "When they ask about pay"),
        ("if: when the task starts → read it twice", "When the task starts"),
        ("if: If they ask → pause", "If they ask"),
    ])
    func `has a plan that begins with one word for when`(plan: String, said: String) {
        let text = ClaimedNotebook(Notes.note("Acme", "", "- swallow: Slower. #pace\n  - \(plan)")).sheet
        #expect(text.contains("- \(said)"))
    }

    @Test func `tells no fewer slips for one more piece of feedback`() {
        let said = Notes.note(
            "Acme", "Dana Ruiz", on: "2026-01-28", keys: "answered: 2026-04-30", "- swallow: Check it. #check"
        )
        for more in ["", "- swallow: Lost the thread. #check", "- chew: Lost the thread. #check"] {
            let slip = Self.shown("Globex", "2026-03-10", "slipped", "", more)
            #expect(ClaimedNotebook(said, slip).summary.contains("Slipped at [Globex:"))
        }
        // What slipped in the only interview that it was said of came before it was said.
        let own = Self.shown("Globex", "2026-03-10", "slipped", "", "- swallow: Lost the thread. #check")
        #expect(ClaimedNotebook(own).summary.contains("Not yet shown."))
    }

    @Test func `is slipped half where half slipped`() {
        func explained(_ slips: Int) -> String {
            let slipped = (0..<slips).map { Self.shown("Globex", "2026-03-0\($0 + 1)", "slipped") }
            let worked = Self.shown("Umbra", "2026-05-06", "worked")
            let texts = [Self.said] + slipped + [worked]
            return
                (texts.count == 3
                ? ClaimedNotebook(texts[0], texts[1], texts[2])
                : ClaimedNotebook(texts[0], texts[1], texts[2], texts[3])).sheet(isExplained: true)
        }
        #expect(explained(1).contains("slipped half +3") && !explained(1).contains("slipped often"))
        #expect(explained(2).contains("slipped often +3"))
    }

    // MARK: What to do, and what to watch for

    @Test func `asks for no action where its lesson has one`() {
        let followed = "- swallow: Shorter. #brevity\n  - [x] Time it\n- swallow: Again. #brevity"
        #expect(!ClaimedNotebook(Notes.note("Acme", "Dana Ruiz", followed)).summary.contains("an action"))
        let other = "- swallow: Shorter. #brevity\n  - [x] Time it\n- swallow: Again. #pace"
        #expect(
            ClaimedNotebook(Notes.note("Acme", "Dana Ruiz", other)).summary.contains("**Give 1 an action**"))
    }

    @Test(arguments: [
        ("Nobody doubted your clinical knowledge.", true), ("We have no concerns about your SQL.", true),
        ("Great energy in the room.", true), ("You never asked about the users.", false),
        ("You showed no concern for the users.", false), ("No doubt you know more than you said.", false),
    ])
    func `to watch for is no praise`(text: String, isPraise: Bool) {
        let sheet = ClaimedNotebook(Notes.note("Hooli", "Dana Ruiz", "## Feedback\n\n- \(text)")).sheet
        #expect(sheet.contains("## Lean on - \"\(text)\" (not sorted yet)") == isPraise)
        #expect(sheet.contains("## Watch for - \(text) (not sorted yet)") == !isPraise)
    }
}

/// What reports claim of people who said different things.
@Suite struct `A claim that people differ` {
    private typealias Notes = ClaimedNotebook

    private static func book(
        _ first: (String, String), _ date: String, _ second: (String, String), _ later: String,
        at company: String = "Globex"
    ) -> String {
        ClaimedNotebook(
            Notes.note("Acme", first.0, on: date, "- \(first.1) #plain"),
            Notes.note(company, second.0, on: later, "- \(second.1) #plain")
        ).summary
    }

    @Test func `is none where praise came later`() {
        let text = Self.book(
            ("Dana Ruiz", "chew: Too much jargon."), "2026-07-01", ("Kim Bo", "keep: Clear."), "2026-09-21")
        #expect(!text.contains("differ") && text.contains("**Praised later, #plain**: \"Too much jargon.\""))
        let spat = Self.book(
            ("Dana Ruiz", "spit: Too much jargon."), "2026-07-01", ("Kim Bo", "keep: Clear."), "2026-09-21")
        #expect(!spat.contains("Praised later"))
        let sameDay = Self.book(
            ("Dana Ruiz", "chew: Too much jargon."), "2026-07-01", ("Kim Bo", "keep: Clear."), "2026-07-01")
        #expect(sameDay.contains("**People differ on #plain**") && !sameDay.contains("Praised later"))
        let before = Self.book(
            ("Dana Ruiz", "keep: Clear."), "2026-07-01", ("Kim Bo", "chew: Too much jargon."), "2026-09-21")
        #expect(before.contains("**People differ on #plain**") && !before.contains("Praised later"))
    }

    @Test func `is none of one person on two days, even at a company of two spellings`() {
        for company in ["Acme", "Acme Bank"] {
            let text = Self.book(
                ("Ravi Shah", "keep: Clear."), "2026-07-01", ("Ravi Shah", "chew: Too much jargon."),
                "2026-07-21",
                at: company)
            #expect(!text.contains("differ") && !text.contains("Praised later"))
        }
    }

    @Test func `is not that it was praised later where a fault followed`() {
        let text = ClaimedNotebook(
            Notes.note("Acme", "Ravi Shah", on: "2026-07-01", "- chew: Too much jargon. #plain"),
            Notes.note("Globex", "Kim Bo", on: "2026-08-01", "- keep: Clear. #plain"),
            Notes.note("Globex", "Kim Bo", on: "2026-09-01", "- chew: Too much jargon again. #plain")
        ).summary
        #expect(!text.contains("Praised later"))
    }
}
