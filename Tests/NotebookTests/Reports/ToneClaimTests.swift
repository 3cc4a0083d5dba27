import Notebook
import Testing

/// Whether words praise, fear or wish, and for what.
///
/// For each claim there is a notebook in which it would be false.
@Suite struct `A claim of what words mean` {
    private typealias Notes = ClaimedNotebook

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
