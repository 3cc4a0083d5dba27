import Notebook
import Testing

/// Each sentence of a report is a claim.
///
/// Here is a notebook in which it would be false, and it is not said there.
@Suite struct ClaimTests {
    /// A note by what it says of itself and what stands below.
    private static func note(
        _ keys: String, _ body: String = "", company: String? = "Acme", date: String? = "2026-10-01",
        interviewers: String = "Dana Ruiz"
    ) -> String {
        let lines = [
            company.map { "company: \($0)" }, date.map { "date: \($0)" },
            interviewers.isEmpty ? nil : "interviewers: [\(interviewers)]", keys.isEmpty ? nil : keys,
        ].compactMap(\.self)
        return "---\n\(lines.joined(separator: "\n"))\n---\n\(body)\n"
    }

    private static func index(_ notes: [String]) -> NotebookIndex {
        NotebookIndex(readingNotes: notes.enumerated().map { ("n\($0).md", $1) })
    }

    private static func folded(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func summary(_ notes: String...) -> String { folded(Summary(index(notes)).markdown()) }

    private static func prep(_ notes: String..., company: String = "Hooli", isFull: Bool = false) -> String {
        let sheet = PrepSheet(index(notes), for: Occasion(company: company, round: "onsite"))
        return folded(sheet.markdown(isFull: isFull))
    }

    private static func ask(_ notes: String...) -> String { folded(AskList(index(notes)).markdown()) }

    // MARK: What came in

    @Test func `since January`() {
        let dated = Self.note("", date: "2026-01-02")
        #expect(Self.summary(dated).contains("1 interview at 1 company since January."))
        let text = Self.summary(dated, Self.note("", date: nil))
        #expect(!text.contains("1 company since") && text.contains("1 without a date and 1 since January."))
        #expect(Self.summary(Self.note("", date: nil)).contains("1 interview at 1 company."))
    }

    @Test func `so many companies`() {
        let forms = Self.summary(Self.note(""), Self.note("", company: "ACME Inc."))
        #expect(forms.contains("2 interviews at 1 company since"))
        let unnamed = Self.summary(Self.note(""), Self.note("round: onsite", company: nil))
        #expect(unnamed.contains("2 interviews at 1 company (1 names none) since"))
    }

    @Test func `asked so many times`() {
        let came = Self.note("", "- chew: Too long. #brevity")
        #expect(Self.summary(came).contains("Feedback: came for 1 interview."))
        let both = Self.summary(came, Self.note("asked: 2026-10-02\nrefused: 2026-10-05", company: "B"))
        #expect(both.contains("Feedback: asked 1 time, 1 refused; came for 1 more."))
        #expect(Self.summary(Self.note("refused: 2026-10-05")).contains("Feedback: refused for 1."))
        #expect(!Self.summary(Self.note("")).contains("Feedback:"))
    }

    @Test func `so many people`() {
        let panel = Self.note(
            "", "- chew: Too long. #brevity", interviewers: "Dana Ruiz, Sam Okafor, Lee Park")
        #expect(Self.summary(panel).contains("1 piece of feedback from 1 person"))
        let liked = Self.summary(
            Self.note("", "- keep: Clear. #voice"), Self.note("", "- keep: Very clear. #voice"))
        #expect(liked.contains("\"Very clear.\" #voice, 1 person"))
    }

    @Test func `there is no interview in this notebook yet`() {
        let missed = Self.note("outcome: scheduled", date: "2025-01-02")
        #expect(!Self.summary(missed).contains("no interview in this notebook"))
        #expect(Self.summary("# A diary").contains("no interview in this notebook"))
        let unread = Self.summary("# Acme onsite\n\nFeedback: too long")
        #expect(
            !unread.contains("no interview in this notebook") && unread.contains("**Not read**: in 1 note"))
    }

    @Test func `what is not read is named`() {
        let text = Self.summary(Self.note("", company: nil), Self.note("", date: nil))
        #expect(text.contains("**Missing**: 1 note has no date, 1 has no company: `debrief adopt` goes"))
        let neither = Self.summary(Self.note(""))
        #expect(!neither.contains("Not read") && !neither.contains("Missing"))
    }

    // MARK: What to do

    @Test func `in chew for so many days`() {
        let known = Self.summary(Self.note("answered: 2026-11-01", "- chew: Too long."))
        #expect(known.contains("(22 days)"))
        let interview = Self.summary(Self.note("", "- chew: Too long.", date: "2026-10-01"))
        #expect(interview.contains("(53 days since the interview)"))
        let asked = Self.summary(Self.note("asked: 2026-10-09", "- chew: Too long.", date: "2026-10-01"))
        #expect(asked.contains("(45 days since you asked)"))
        #expect(!Self.summary(Self.note("answered: 2026-11-20", "- chew: Too long.")).contains("Decide"))
    }

    @Test func `overdue`() {
        func isTold(_ action: String) -> Bool {
            Self.summary(Self.note("", "- swallow: Shorter.\n  - \(action)")).contains("overdue")
        }
        #expect(isTold("[ ] Cut it due:2026-11-22"))
        #expect(!isTold("[ ] Cut it due:2026-11-23"))
        #expect(!isTold("[x] Cut it due:2026-11-22"))
        #expect(!isTold("[-] Cut it due:2026-11-22"))
        #expect(!isTold("[ ] Cut it"))
    }

    @Test func `sort so many`() {
        #expect(!Self.summary(Self.note("", "## Strengths\n\n- Clear voice.")).contains("Sort"))
        #expect(Self.summary(Self.note("", "## Feedback\n\n- Too long.")).contains("**Sort 1**"))
    }

    @Test func `nobody is waiting to be asked`() {
        #expect(
            Self.ask(Self.note("asked: 2026-10-02\nthanked: 2026-10-09\nanswered: 2026-10-08")).contains(
                "Nobody is waiting"))
        let undated = Self.ask(Self.note("", date: nil))
        #expect(undated.contains("Nobody from the last 90 days is waiting"))
        #expect(undated.contains("1 more without a date:") && !undated.contains("over 90 days"))
        let old = Self.ask(Self.note("", date: "2026-01-02"))
        #expect(old.contains("1 more from over 90 days ago:") && !old.contains("Nobody is waiting"))
    }

    @Test func `asked so many days ago`() {
        #expect(!Self.ask(Self.note("asked: 2026-11-30")).contains("-7"))
    }

    // MARK: Lessons

    private static let said = note("answered: 2026-03-02", "- swallow: Shorter. #brevity", date: "2026-02-01")

    private static func showed(_ bullet: String, _ date: String) -> String {
        note("", "- \(bullet)", company: "Globex", date: date, interviewers: "")
    }

    @Test func `worked at`() {
        let text = Self.prep(
            Self.said, Self.showed("slipped: So. #brevity", "2026-04-01"),
            Self.showed("slipped: So. #brevity", "2026-05-01"),
            Self.showed("worked: So. #brevity", "2026-06-01"))
        #expect(text.contains("worked 1 of 3, last at Globex") && !text.contains("; worked at"))
        #expect(
            Self.prep(Self.said, Self.showed("worked: So. #brevity", "2026-06-01")).contains(
                "; worked at Globex"))
    }

    @Test func `worked before its feedback came, and slipped after its interview`() {
        #expect(
            Self.prep(Self.said, Self.showed("worked: So. #brevity", "2026-02-20")).contains(
                "not tried yet, but worked at"))
        #expect(
            Self.prep(Self.said, Self.showed("slipped: So. #brevity", "2026-02-20")).contains("slipped at"))
        #expect(
            Self.prep(Self.said, Self.showed("slipped: So. #brevity", "2026-01-20")).contains("not tried yet")
        )
    }

    @Test func `not tried yet`() {
        let loose = Self.prep(
            Self.note("", "- swallow: Pause before answering a question."),
            Self.note("", "- slipped: Did not pause before answering.", company: "Globex", date: "2026-11-01")
        )
        #expect(loose.contains("not tried yet; 1 loose slip"))
        let old = Self.prep(
            Self.note("", "- swallow: Shorter. #brevity", date: "2022-01-01"),
            Self.showed("worked: So. #brevity", "2022-03-01"))
        #expect(old.contains("not tried for two years, worked at") && !old.contains("not tried yet"))
    }

    @Test func `last in November`() {
        #expect(Self.prep(Self.said).contains("last in March"))
        // What is sorted anew is no newer.
        let sorted = Self.note(
            "answered: 2026-03-02", "- swallow: Shorter. since:2026-11-20", date: "2026-02-01")
        #expect(Self.prep(sorted).contains("last in March"))
        #expect(
            !Self.prep(Self.note("", "- swallow: Shorter. since:2026-11-20", date: nil)).contains("last in"))
    }

    @Test func `nothing has been swallowed yet`() {
        let text = Self.prep(
            Self.note("", "## Feedback\n\n- Too long. #brevity"),
            Self.note(
                "", "## Feedback\n\n- Long answers. #brevity", company: "Globex", interviewers: "Bo Kim"))
        #expect(text.contains("2 pieces of feedback are not sorted yet: `debrief triage`."))
        #expect(text.contains("2 people spoke of #brevity"))
        #expect(!Self.prep(Self.said).contains("Nothing has been swallowed"))
    }

    @Test func `so many actions done`() {
        let dropped = Self.summary(Self.note("", "- swallow: Shorter.\n  - [-] Cut it\n  - [x] Say it"))
        #expect(dropped.contains("1 of 1 action done"))
    }

    @Test func `new to this notebook`() {
        #expect(Self.prep(Self.said).contains("Hooli is new to this notebook: these are the lessons"))
        #expect(!Self.prep("# A diary").contains("these are the lessons"))
        for note in ["# Hooli, final round", "---\ncompany: Hooli Ltd\n---", "---\ntitle: hooli\n---"] {
            #expect(!Self.prep(Self.said, note).contains("new to this notebook"))
        }
        for company in ["Hooli Foods", "Hoo-li"] {
            #expect(!Self.prep(Self.said, "---\ncompany: \(company)\n---").contains("new to this notebook"))
        }
        #expect(
            Self.prep(Self.said, "---\ncompany: Hoolifoods\n---").contains("Hooli is new to this notebook"))
        let named = NotebookIndex(readingNotes: [("2026-09-03-hooli-final.md", "x"), ("a.md", Self.said)])
        #expect(!PrepSheet(named, for: Occasion(company: "Hooli")).isNewCompany)
        let other = NotebookIndex(readingNotes: [
            ("2026-09-03-hoolihan.md", "# Hoolihan"), ("a.md", Self.said),
        ])
        #expect(PrepSheet(other, for: Occasion(company: "Hooli")).isNewCompany)
    }

    // MARK: Hunches

    @Test func `not mentioned`() {
        let text = Self.summary(Self.note("", "- hunch: Too slow.\n- chew: You were slow."))
        #expect(
            !text.contains("not mentioned")
                && text.contains("1 not compared: the hunch or an answer names no topic"))
        #expect(
            Self.summary(Self.note("", "- hunch: Old. #age\n- chew: Slow. #pace")).contains("1 not mentioned")
        )
    }

    @Test func `confirmed, and held where an answer decided`() {
        let liked = Self.summary(Self.note("", "- hunch: Quiet. #voice\n- keep: Clear voice. #voice"))
        #expect(liked.contains("1 contradicted") && !liked.contains("confirmed"))
        let quiet = Self.note("", "- hunch: Quiet. #voice\n- keep: Clear voice. #voice")
        #expect(Self.prep(quiet, isFull: true).contains("Your one hunch that was answered did not hold."))
        // On one page it would help nobody the evening before.
        #expect(!Self.prep(quiet).contains("Your hunches"))
        let slow = Self.note("", "- hunch: Slow. #pace\n- chew: Slow. #pace", company: "Globex")
        let both = Self.prep(quiet, slow, isFull: true)
        #expect(both.contains("Of your 2 hunches that were answered, 1 held."))
        let open = Self.summary(Self.note("", "- hunch: Quiet. #voice\n\n## Feedback\n\n- Quiet. #voice"))
        #expect(open.contains("1 open") && !open.contains("confirmed"))
    }

    @Test func `a surprise`() {
        func isTold(_ body: String) -> Bool { Self.summary(Self.note("", body)).contains("surprise") }
        #expect(isTold("- hunch: Slow. #pace\n- chew: No SQL. #sql"))
        #expect(!isTold("- chew: No SQL. #sql"))
        #expect(!isTold("- hunch: Slow. #pace\n- keep: Good SQL. #sql"))
        #expect(!isTold("- hunch: Slow.\n- chew: No SQL. #sql"))
        #expect(!isTold("- hunch: Slow. #delivery\n- chew: Slow. #delivery/pace"))
        let elsewhere = Self.summary(
            Self.note("", "- hunch: Slow. #pace\n- chew: Slow. #pace"),
            Self.note("", "- chew: No SQL. #sql", company: "Globex"))
        #expect(!elsewhere.contains("surprise"))
    }

    @Test func `no feedback has that topic`() {
        let hunch = Self.note("", "- hunch: Too old. #age\n- chew: Slow. #pace\n- hunch: Slow. #pace")
        #expect(Self.prep(hunch).contains("You feared #age, and no feedback has that topic"))
        let said = Self.note("", "- chew: Rather junior. #age", company: "Globex")
        #expect(!Self.prep(hunch, said).contains("no feedback has"))
        let nested = Self.note("", "- chew: Rather junior. #age/level", company: "Globex")
        #expect(!Self.prep(hunch, nested).contains("no feedback has"))
        let praise = hunch.replacing("Too old. #age", with: "The design part was great. #design")
        #expect(!Self.prep(praise).contains("You feared"))
    }

    // MARK: What comes back

    @Test func `spat out, and back again`() {
        let spit = "- spit: Overqualified. #level"
        #expect(
            Self.summary(Self.note("", spit), Self.note("", spit, company: "Globex")).contains("back again"))
        let panel = Self.note("", spit, interviewers: "Dana Ruiz, Sam Okafor")
        #expect(!Self.summary(panel).contains("back again"))
        #expect(!Self.summary(Self.note("", spit), Self.note("", spit)).contains("back again"))
        let once = Self.note("", "\(spit) from:Dana\n\(spit) from:Sam", interviewers: "Dana Ruiz, Sam Okafor")
        #expect(!Self.summary(once).contains("back again"))
    }

    @Test func `they asked before`() {
        let own = Self.note("", "## Questions to ask them\n\n- Who is on call?", company: "Hooli")
        #expect(!Self.prep(own).contains("They asked before"))
    }

    @Test func `lean on what they liked adds nobody to a lesson`() {
        let text = Self.prep(
            Self.note("", "- swallow: Speak up. #voice"),
            Self.note("", "- keep: Clear voice. #voice", company: "B", interviewers: "Bo Kim"),
            Self.note("", "- keep: Clear voice. #voice", company: "C", interviewers: "Cy Day"))
        #expect(text.contains("1 person") && !text.contains("people"))
        #expect(text.contains("## Lean on"))
    }

    @Test func `lean on what has worked, if a lesson that is carried in is all there is`() {
        let swallowed = Self.note("", "- swallow: Too long. #brevity")
        let worked = Self.note(
            "", "## What showed\n\n- worked: Short. #brevity", company: "B", date: "2026-10-08")
        #expect(Self.prep(swallowed, worked).contains("## Lean on - Short. (worked)"))
        // The lesson's own line says so already where they liked something.
        let liked = Self.note("", "- keep: Clear voice. #voice", company: "C", interviewers: "Cy Day")
        let text = Self.prep(swallowed, worked, liked)
        #expect(text.contains("## Lean on") && !text.contains("Short. (worked)"))
    }

    // MARK: What showed and is of no lesson

    @Test func `slipped, tied to no lesson`() {
        let slip = Self.showed("slipped: Rambled on. #pace", "2026-06-01")
        let alone = Self.summary(slip)
        #expect(alone.contains("**Slipped, tied to no lesson**: \"Rambled on.\" #pace [Globex"))
        #expect(Self.prep(slip).contains("Rambled on. (slipped, tied to no lesson)"))
        let chewed = Self.summary(slip, Self.note("", "- chew: Slower. #pace"))
        #expect(chewed.contains("tied to no lesson"))
        let swallowed = Self.note("", "- swallow: Slower. #pace", date: "2026-02-01")
        #expect(!Self.summary(slip, swallowed).contains("tied to no lesson"))
        #expect(!Self.prep(slip, swallowed).contains("tied to no lesson"))
        // Before its feedback came too it is of that lesson.
        let later = Self.note("", "- swallow: Slower. #pace", date: "2026-09-01")
        #expect(!Self.summary(slip, later).contains("tied to no lesson"))
        let worked = Self.showed("worked: Paused. #pace", "2026-06-01")
        #expect(!Self.summary(worked).contains("tied to no lesson"))
    }

    @Test func `an action that repeats is one`() {
        let daily = """
            - swallow: Shorter. #brevity
              - [x] Time one story 🔁 every day 📅 2026-11-20 ✅ 2026-11-20
              - [x] Time one story 🔁 every day 📅 2026-11-21 ✅ 2026-11-21
              - [ ] Time one story 🔁 every day 📅 2026-11-22
              - [x] Cut the opening
            """
        #expect(Self.summary(Self.note("", daily)).contains("1 of 2 actions done"))
        let over = daily.replacing("- [ ] Time", with: "- [-] Time")
        #expect(Self.summary(Self.note("", over)).contains("2 of 2 actions done"))
    }

    @Test func `one that is and two that are`() {
        let one = Self.note("answered: 2026-10-02", "- chew: Too long.")
        #expect(Self.summary(one).contains("**Decide 1** that is still in chew"))
        #expect(Self.summary(one, one).contains("**Decide 2** that are still in chew"))
    }

    @Test func `quotation marks stand once`() {
        let kept = Self.note("", "- keep: \"Great energy.\"\n- keep: “Clear” and “kind”\n- keep: \"")
        let text = Self.summary(kept)
        #expect(text.contains("- \"Great energy.\"") && !text.contains("\"\"Great"))
        #expect(text.contains("\"“Clear” and “kind”\""))
    }
}
