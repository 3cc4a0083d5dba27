import Markup
import Notebook
import Testing

/// What a note says of its interview in its own words: company, date, outcome and interviewers.
struct FactsTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
    private static let front = "---\ncompany: Acme\ndate: 2026-10-14\n---\n"

    /// The note once each thing in it that is likely is written as it is proposed first.
    private static func adopted(_ text: String, path: String = "a.md") throws -> Note {
        try Note.adopted(text, path: path, today: today)
    }

    // MARK: Interviewers

    @Test(arguments: [
        ("With: Dana Ruiz (CTO), Lee Park", ["Dana Ruiz", "Lee Park"]),
        ("With:: Dana Ruiz (CTO), Lee", ["Dana Ruiz", "Lee"]),
        ("Who: Sister Bronagh Keane, Phil Ashdown, matron", ["Bronagh Keane", "Phil Ashdown"]),
        ("Panel:\n   Marcus Oyelaran\n   Hannah Weiss - VP EMEA", ["Marcus Oyelaran", "Hannah Weiss"]),
        ("45 minutes on Zoom with Hannah Voss, engineering manager.", ["Hannah Voss"]),
        ("phone w/ Amit (SDR mgr), 20min", ["Amit"]),
        ("Call with Priya", ["Priya"]),
        ("3 ppl: priya, stuart (architect)", ["priya", "stuart"]),
        ("Toby Lindqvist founder, 15 mins", ["Toby Lindqvist"]),
        (
            "Meeting Dr. Simon Achterberg (director) and Lynne Cooper",
            ["Dr Simon Achterberg", "Lynne Cooper"]
        ),
        ("two hours of pairing with a guy called Piotr", ["Piotr"]),
        ("### Tech interview\nSergei M. and a junior dev, Tamsin.", ["Sergei M.", "Tamsin"]),
        ("there: Dana Ruiz, Lee from ops, 20 min", ["Dana Ruiz", "Lee"]),
        ("who - Dana, Paul T. (commercial), Dr Anna Visser", ["Dana", "Paul T.", "Dr Anna Visser"]),
        ("**Screen**, Rosa Pemberton: the usual", ["Rosa Pemberton"]),
        ("8 Oct, in person, Yvonne Strachan (technical director), Michal", ["Yvonne Strachan", "Michal"]),
        ("## 27 Oct\nHeather, Ali (he's principal now). Same stairs.", ["Heather", "Ali"]),
        ("With Farah and Dr Naomi Eze (chief medical officer).", ["Farah", "Dr Naomi Eze"]),
        ("Lead Nurse Ifeoma Grant and Mr Alan Pascoe.", ["Ifeoma Grant", "Mr Alan Pascoe"]),
        ("Nobody there. HT = mr Dunmore, tall", ["mr Dunmore"]),
        ("The second interviewer is Stuart Abbott.", ["Stuart Abbott"]),
        ("Mail from the Head, Dr Philippa Manning:", ["Dr Philippa Manning"]),
        ("Final in Leeds. MD is Ruth Hallam.", ["Ruth Hallam"]),
        ("Panel: Head of Faculty Yasmin Rauf + ?", ["Yasmin Rauf"]),
        ("people: Elspeth – dam stuff, she works there", ["Elspeth"]),
    ])
    func `who interviewed is proposed`(text: String, names: [String]) throws {
        let note = try Self.adopted(Self.front + text + "\n\n## Feedback\n\n- x\n")
        #expect(note.interviewers == names)
    }

    @Test(arguments: [
        "We did it with Kafka.", "Call with Acme", "Zoom call with them", "Panel: tbc",
        "Bea met Dana on the stairs.", "I worked with Dana Ruiz for years.", "- [ ] mock with Tom",
        "> With: Dana Ruiz", "Senior Engineer, Acme Labs",
        "My manager was Dana Ruiz.", "The product is fine.", "With hindsight it went well.",
        "Product Manager Fernhill", "Kind regards", "there - nothing", "The lead time was long.",
    ])
    func `who is named otherwise is no interviewer`(text: String) throws {
        let note = try Self.adopted(Self.front + text + "\n\n## Feedback\n\n- x\n")
        #expect(note.interviewers.isEmpty)
    }

    @Test func `who interviewed is written as the note writes what it says of itself`() throws {
        let rest = "\n## Feedback\n\n- x\n"
        let text = "company:: Acme\ndate:: 2026-10-14\n\nCall with Dana Ruiz and Lee Park\n" + rest
        #expect(try Self.adopted(text).interviewers == ["Dana Ruiz", "Lee Park"])
        #expect(try Self.adopted("# Acme call, 14 Oct 2026\n\nWith: Dana\n" + rest).interviewers == ["Dana"])
    }

    // MARK: Company and date

    @Test(arguments: [
        ("Acme - phone interview 15/4, they asked me why\n", "2026-04-15"),
        ("# Acme interview\n\n> [!info] When and where\n> Tuesday 10 February 2026, 10:30\n", "2026-02-10"),
        ("# Acme\n\nThe interview was on the tenth of February.\n\nNo offer.\n", "2026-02-10"),
        ("# Acme\n\ninterview Thurs 2 July 0830, panel\n", "2026-07-02"),
        ("# Acme\n\ninterview Fri 14 Feb, panel\n", "2025-02-14"),
        ("# Acme interview\n\n| Date | Friday 26 June 2026 |\n| --- | --- |\n", "2026-06-26"),
        ("- applied 2 Jan for the role\n- First interview [[Jan 14th, 2026]]\n", "2026-01-14"),
    ])
    func `the day of the interview is found`(text: String, date: String) throws {
        let note = try Self.adopted(text + "\n## Feedback\n\n- x\n", path: "acme.md")
        #expect(note.date?.description == date)
    }

    @Test(arguments: [
        ("2026_02_19.md", "- [[Tamar Valley]] #interview\n- they asked about SBAR\n", "Tamar Valley"),
        ("2026_02_26.md", "- Bronagh from Tamar Valley rang.\n- It's a no, for the role.\n", "Tamar Valley"),
        ("2026_04_02.md", "- silverton hosp, video intv, 2 apr\n- panel of 2\n", "silverton hosp"),
        ("quill.md", "phone interview, 3 sept\n\nno offer\n", "quill"),
    ])
    func `the company of a note of which nothing is read is proposed`(
        path: String, text: String, company: String
    ) throws {
        #expect(try Self.adopted(text, path: path).company == company)
    }

    @Test func `a day and names speak for an interview that few words tell of`() throws {
        let text =
            "# Acme\n\nRounds: 24 Sept 2026 (screen)\n\nWith: Dana Ruiz\n\nThe role is new.\n\n- hunch: x\n"
        let note = try Self.adopted(text)
        #expect(note.company == "Acme")
        #expect(note.interviewers == ["Dana Ruiz"])
        #expect(try Self.adopted("# Lemon orzo\n\nWith peas.\n\n- hunch: too salty\n").company == nil)
    }

    @Test(arguments: [
        ("gym.md", "gym plan, 3 Feb\n\nCoach Ben says I lean too far forward.\n"),
        ("sync.md", "# Bot sync, Sun 17 May\n\nPresent: me, Leah\n\n## Status\n\n- works\n"),
        ("2026_03_08.md", "- long day, bed 4\n- call from Dana Ruiz\n- 14:00 crash call ward 12\n"),
        ("Club.md", "# Book club\n\nNext meeting: Thursday 18 June, with Anna\n"),
    ])
    func `a note about something else is not asked about`(path: String, text: String) throws {
        let adoptions = AdoptionQueue.adoptions(
            in: Array(text.utf8), path: NotePath(path), today: Self.today, .standard)
        #expect(!adoptions.contains { if case .missing = $0.subject { true } else { false } })
    }

    // MARK: Outcome

    @Test(arguments: [
        ("It's a no from Acme, but a friendly one.", "rejected"),
        ("UPDATE 3/2 its a no, they want somone else", "rejected"),
        ("> After a long discussion we have decided to move forward with another candidate.", "rejected"),
        ("> It was close and\n> we have decided to offer the position to another candidate.", "rejected"),
        ("Ines phoned. second place.", "rejected"), ("Status: no, mail same evening", "rejected"),
        ("Through to next round!", "advanced"), ("Aoife by phone: through!", "advanced"),
        ("They offered me the band 6!!", "offer"), ("OFFER!!! 68 base, 125 OTE", "offer"),
        ("They put the role on hold.", "waiting"), ("ghosted. never heard back", "waiting"),
        ("Wait-listed.", "waiting"), ("I declined the offer.", "withdrawn"),
        ("I said no thanks by mail.", "withdrawn"), ("2 apr no. they want steel", "rejected"),
        ("**5 Nov** offer 55,5 and 25 days", "offer"), ("rang me, they took someone from inside", "rejected"),
        ("> We have now filled this position.", "rejected"),
        ("Wed 23: Bea rang, yes.\n\n16/4 they want me!!", "offer"),
        ("Post is frozen, hiring freeze till June.", "waiting"), ("said no on the 22nd", "withdrawn"),
    ])
    func `what came of it is found in other words`(text: String, outcome: String) throws {
        #expect(try Self.adopted(Self.front + "- chew: x\n\n" + text + "\n").outcome?.description == outcome)
    }

    @Test(arguments: [
        "If they offered me the job I'd go.", "Have you ever been rejected by a customer?",
        "In the second place I talked about prices.", "The offer of a coffee was kind.",
        "> Ask whether they will move forward with another candidate.",
        "I put the phone on hold.", "We went through the plan.", "HOW I GOT IT: Bea messaged",
        "2 apr no news", "13 Nov nothing", "5 Nov no reply yet", "3 May yes and no",
    ])
    func `what only sounds like it is no outcome`(text: String) throws {
        #expect(try Self.adopted(Self.front + "- chew: x\n\n" + text + "\n").outcome == nil)
    }
}
