import Markup
import Notebook
import Testing

/// What people write after an action to say when it is due, and the day that `adopt` proposes for it.
struct DueWordsTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
    /// The day of the interview is a Wednesday.
    private static let front = "---\ncompany: Acme\ndate: 2026-10-14\noutcome: waiting\n---\n"

    private static func guesses(_ text: String, path: String = "a.md") -> [Adoption] {
        AdoptionQueue.adoptions(in: Array(text.utf8), path: NotePath(path), today: today, .standard)
            .filter { $0.subject == .guess }
    }

    /// A body as each proposal of the first guess about it writes it.
    private static func written(_ body: String, front: String = Self.front) throws -> [String] {
        guard let guess = guesses(front + body).first else { return [] }
        return try guess.writableProposals.map {
            String(String(decoding: try guess.edit($0).newBytes, as: UTF8.self).dropFirst(front.count))
        }
    }

    /// The days that are proposed for an action, the likeliest first.
    private static func days(_ action: String, front: String = Self.front) throws -> [String] {
        let line = "- [ ] \(action)"
        return try written(line + "\n", front: front).map { body in
            try #require(body.hasPrefix(line + " due:"))
            return String(body.dropFirst(line.count + 5).dropLast())
        }
    }

    // MARK: Days with a month

    @Test(arguments: [
        ("Ring Bea by 20 November", "2026-11-20"), ("Ring Bea until 8 March", "2027-03-08"),
        ("Ring Bea before the 10th of November, at home", "2026-11-10"),
        ("Ring Bea (by 20/11)", "2026-11-20"), ("Ring Bea (till 15.2.)", "2027-02-15"),
        ("Ring Bea by 4th of Nov.", "2026-11-04"), ("Ring Bea (due: 3 Nov)", "2026-11-03"),
        ("Reply due Thurs 5 Nov, noon", "2026-11-05"), ("Ring Bea by Monday 2/11", "2026-11-02"),
        ("Ring Bea, deadline 20.11.2026", "2026-11-20"), ("Ring Bea, no later than Nov 20", "2026-11-20"),
        ("Ring Bea, 5 November latest", "2026-11-05"), ("Ring Bea, first time 18 Nov", "2026-11-18"),
        ("Ring Bea, starting Mon 2 Nov", "2026-11-02"), ("Practise before I start (2 Nov)", "2026-11-02"),
        ("Ring Bea by end of Feb", "2027-02-28"), ("Ring Bea mid-December", "2026-12-15"),
        // What is due shortly before the interview is not meant for the next year.
        ("Ring Bea by 10 October", "2026-10-10"),
    ])
    func `a day with a month is proposed`(action: String, day: String) throws {
        #expect(try Self.days(action) == [day])
    }

    @Test(arguments: [
        "Prepare for the interview on 3 November", "Prepare for the interview 3 November",
        "Answer the mail of 3 November", "List what changed since 2 June", "Reread the notes (3 May)",
        "Practise from 3 November", "Get 3/4 of the mocks done", "Upgrade before 1.2.3 is out",
        "Ask whether they decide on 3 November?", "3 November",
    ])
    func `a day on which something else happens is not`(action: String) throws {
        #expect(try Self.days(action).isEmpty)
    }

    @Test func `day and month are told apart by other days of the note, or asked about`() throws {
        let action = "- [ ] Ring Bea by 4/12"
        #expect(try Self.days("Ring Bea by 4/12") == ["2026-12-04", "2027-04-12"])
        #expect(
            try Self.written("\(action)\n\nMet on 24/8.\n") == ["\(action) due:2026-12-04\n\nMet on 24/8.\n"])
        #expect(
            try Self.written("\(action)\n\nMet on 8/24.\n") == ["\(action) due:2027-04-12\n\nMet on 8/24.\n"])
        // Hours of opening are no day, so they tell nothing of the order.
        #expect(try Self.written("\(action)\n\nOpen 24/7.\n").count == 2)
    }

    // MARK: Days that are told from the note's day

    @Test(arguments: [
        ("Ring Bea by Friday", "2026-10-16"), ("Ring Bea until Wednesday", "2026-10-21"),
        ("Ring Bea b4 fri", "2026-10-16"), ("Ring Bea by Mon evening", "2026-10-19"),
        ("Ring Bea - tuesday night at the latest", "2026-10-20"), ("Ring Bea tomorrow", "2026-10-15"),
        ("Tell Bea tomorrow what I think", "2026-10-15"), ("Ring Bea tmrw", "2026-10-15"),
        ("Ring Bea (today)", "2026-10-14"), ("Send the numbers tonight!", "2026-10-14"),
        ("Ring Bea by the end of the month", "2026-10-31"), ("Book it this week", "2026-10-18"),
        ("Ring Bea by the end of next week", "2026-10-25"), ("Ring Bea by the weekend", "2026-10-17"),
        ("Record two stories (this weekend)", "2026-10-18"), ("Two sentences, within 2 weeks", "2026-10-28"),
        ("Think of three, before the 22nd", "2026-10-22"), ("Draft ready by Thursday 29th", "2026-10-29"),
        ("Practise, w/c 2 Nov", "2026-11-08"), ("Ring Bea Mon 19, before ten", "2026-10-19"),
        ("Ring Bea sun 18", "2026-10-18"), ("Ring Bea Friday, and ask about it", "2026-10-16"),
        ("Ask again mid Dec (Bea back 14th)", "2026-12-15"), ("Slides (Sat)", "2026-10-17"),
        ("Practise screen sharing with Bea on Saturday", "2026-10-17"),
        ("Iron the shirt on Sunday, once", "2026-10-18"),
        ("Ring Bea on the 21st if there is no word", "2026-10-21"),
        ("Chase Bea on 4 Nov if nothing", "2026-11-04"),
        ("Ring Monday for feedback", "2026-10-19"),
        ("Ring Bea tues 7pm for a grilling", "2026-10-20"),
        ("Rewrite the story this weekend so it ends sooner", "2026-10-18"),
        ("Two mocks before the loop on 19 Nov", "2026-11-19"),
        ("Form in by noon on the 22nd", "2026-10-22"),
        ("Read it by Christmas", "2026-12-25"),
        ("Three stories on cards before Easter", "2027-03-28"),
        ("Cards by Good Friday", "2027-03-26"),
        ("Apply there (closes 20 Nov)", "2026-11-20"),
        ("Visit two sites this sunday + take pictures", "2026-10-18"),
        ("Dig it out at the weekend", "2026-10-18"), ("Ring Bea before the month is out", "2026-10-31"),
        ("Do the course by end Nov", "2026-11-30"),
    ])
    func `a day that is told from the note's day is proposed`(action: String, day: String) throws {
        #expect(try Self.days(action) == [day])
    }

    @Test(arguments: [
        "Explain the call on Friday", "Wait until Friday", "Don't ask before Friday",
        "Practise tomorrow's talk",
        "Practise aloud every Friday", "Read it before the 2nd round", "Say what happened last Friday",
        "Learn how today's teams work", "Book it on Monday.com", "Learn from the sun", "Hand it in by hand",
        "Say how this week went", "Friday", "Don't write until tomorrow", "Sat through it",
        "Learn fri 9.30 rules",
        "Ring Bea sun 4 pm", "Check wed 2 times",
        "Say what they said on Friday", "Ask about the outage on Friday", "Learn what is on Saturday",
        "Read about Easter", "Practise every Monday for a month", "Prepare for the visit on Monday",
    ])
    func `a word that only looks like it is not`(action: String) throws {
        #expect(try Self.days(action).isEmpty)
    }

    @Test func `without a day of the note only a full day is proposed`() throws {
        let front = "---\ncompany: Acme\noutcome: waiting\n---\n"
        #expect(try Self.days("Ring Bea by Friday", front: front).isEmpty)
        #expect(try Self.days("Ring Bea by 20 November", front: front).isEmpty)
        #expect(try Self.days("Ring Bea by 20 November 2026", front: front) == ["2026-11-20"])
        let guess = Self.guesses(front + "- [ ] Ring Bea by Friday\n", path: "2026-10-14 Acme.md").first
        #expect(guess?.writableProposals.first?.title.contains("Friday, 2026-10-16") == true)
    }

    @Test func `what prepares for an interview is due before it`() throws {
        let front = Self.front + "# Acme prep\n\n"
        #expect(try Self.days("Ring Bea by Mon evening", front: front) == ["2026-10-12", "2026-10-19"])
        #expect(try Self.days("Ring Bea until Sunday 11 Oct", front: front) == ["2026-10-11"])
    }

    // MARK: Writing it

    @Test func `only a day with its month after such a word is certain`() {
        func isCertain(_ action: String) -> Bool? {
            Self.guesses(Self.front + "- [ ] \(action)\n").first?.proposals.first?.isCertain
        }
        #expect(isCertain("Ring Bea by 20 November") == true)
        #expect(isCertain("Ring Bea, 20 November") == false)
        #expect(isCertain("Ring Bea by Friday") == false)
        #expect(isCertain("Ring Bea by 4/12") == false)
    }

    @Test(arguments: [
        ("- [ ] Ring Bea by Friday #a ^ring", "- [ ] Ring Bea by Friday #a due:2026-10-16 ^ring"),
        ("- [ ] Ring Bea by Friday ⏫", "- [ ] Ring Bea by Friday ⏫ 📅 2026-10-16"),
        (
            "- [ ] Ring Bea by Friday [priority:: high]",
            "- [ ] Ring Bea by Friday [priority:: high] [due:: 2026-10-16]"
        ),
        (
            "- TODO Ring Bea by Friday\n  SCHEDULED: <2026-10-15 Thu>",
            "- TODO Ring Bea by Friday due:2026-10-16\n  SCHEDULED: <2026-10-15 Thu>"
        ),
        (
            "- chew: Too quiet.\n  - [ ] Speak up by Friday",
            "- chew: Too quiet.\n  - [ ] Speak up by Friday due:2026-10-16"
        ),
    ])
    func `it is written as the action's other annotations are`(before: String, after: String) throws {
        #expect(try Self.written(before) == [after])
    }

    @Test(arguments: [
        "- [ ] Ring Bea by Friday due:2026-10-20", "- [x] Ring Bea by Friday", "- [-] Ring Bea by Friday",
        "- TODO Ring Bea by Friday\n  DEADLINE: <2026-10-16 Fri>", "- chew: Be done by Friday.",
    ])
    func `what has a day, is done or is no action is not asked about`(body: String) throws {
        #expect(try Self.written(body).isEmpty)
    }

    @Test func `the actions of one list are one question`() throws {
        let list = "- [ ] Ring Bea by 20 November\n- [ ] Sleep\n- [ ] Ring Dana by Friday\n"
        let proposals = try Self.written(list)
        #expect(
            proposals == [
                "- [ ] Ring Bea by 20 November due:2026-11-20\n- [ ] Sleep\n"
                    + "- [ ] Ring Dana by Friday due:2026-10-16\n",
                "- [ ] Ring Bea by 20 November due:2026-11-20\n- [ ] Sleep\n- [ ] Ring Dana by Friday\n",
            ])
        #expect(Self.guesses(Self.front + list).count == 1)
        #expect(Self.guesses(Self.front + list + "\n## Actions\n\n- [ ] Write to Lee by Friday\n").count == 2)
    }

    @Test func `boxes come first`() throws {
        let text = Self.front + "## Actions\n\n- Ring Bea by Friday\n"
        let first = try #require(
            AdoptionQueue.adoptions(
                in: Array(text.utf8), path: NotePath("a.md"), today: Self.today, .standard
            ).first)
        #expect(first.subject == .notRead)
        let boxed = try first.edit(try #require(first.writableProposals.first)).newBytes
        #expect(Self.guesses(String(decoding: boxed, as: UTF8.self)).count == 1)
    }
}
