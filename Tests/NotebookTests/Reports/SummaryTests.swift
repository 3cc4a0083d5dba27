import Notebook
import Testing

/// The edges of what the summary says: the last day that counts, the last piece that is named, the first that
/// is not.
struct SummaryTests {
    private static func index(_ notes: [String]) -> NotebookIndex {
        NotebookIndex(readingNotes: notes.enumerated().map { ("n\(10 + $0).md", $1) })
    }

    /// Returns the summary on one line, with single spaces.
    private static func summary(_ notes: [String]) -> String {
        Summary(index(notes)).markdown().split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func note(
        _ body: String, _ company: String = "Acme", on day: String? = "2026-10-01", _ keys: String = ""
    ) -> String {
        ClaimedNotebook.note(company, on: day, keys: keys, body)
    }

    private static func stand(_ words: String..., in text: String) -> Bool {
        var rest = text[...]
        for word in words {
            guard let found = rest.firstRange(of: word) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    private static func count(_ words: String, in text: String) -> Int { text.ranges(of: words).count }

    // MARK: Interviews

    @Test func `interviews stand newest first, and are counted from the oldest on`() {
        let text = Self.summary([
            Self.note("", "Globex", on: "2026-05-05"), Self.note("", "Acme", on: "2026-02-03"),
            Self.note("", "Hooli", on: "2026-10-01"),
        ])
        #expect(text.contains("3 interviews at 3 companies since February."))
        #expect(
            Self.stand("| 2026-10-01 | Hooli", "| 2026-05-05 | Globex", "| 2026-02-03 | Acme", in: text))
    }

    @Test func `interviews without a date are told apart`() {
        let text = Self.summary([Self.note(""), Self.note("", "B"), Self.note("", "C", on: nil)])
        #expect(text.contains("3 interviews at 3 companies, 1 without a date and 2 since October."))
    }

    @Test(arguments: [(15, ""), (16, "And 1 earlier one."), (17, "And 2 earlier ones.")])
    func `fifteen interviews are shown`(count: Int, more: String) {
        let text = Self.summary((0..<count).map { Self.note("", "Company \($0)") })
        #expect(text.contains("earlier one") == !more.isEmpty && (more.isEmpty || text.contains(more)))
    }

    @Test(arguments: [
        ("2026-11-22", "Say how it went", "(yesterday)"), ("2026-11-23", "Prepare", "(today)"),
        ("2026-11-24", "Prepare", "(tomorrow)"), ("2026-11-25", "Prepare", "(in 2 days)"),
    ])
    func `a scheduled interview is prepared up to its day`(day: String, verb: String, words: String) {
        let text = Self.summary([Self.note("", on: day, "outcome: scheduled")])
        #expect(text.contains("**\(verb)**") && text.contains(words))
        #expect(!text.contains(verb == "Prepare" ? "Say how" : "Prepare"))
    }

    @Test(arguments: [("2026-08-25", true), ("2026-08-24", false)])
    func `how it went is asked for ninety days`(day: String, isAsked: Bool) {
        let text = Self.summary([Self.note("", on: day, "outcome: scheduled"), Self.note("")])
        #expect(text.contains("Say how it went") == isAsked)
    }

    @Test func `only what was asked for counts as asked`() {
        let text = Self.summary([
            Self.note("- chew: Too long. #a", "Acme", on: "2026-10-01", "asked: 2026-10-02"),
            Self.note("- chew: Too long. #a", "Globex"),
        ])
        #expect(text.contains("Feedback: asked 1 time, 1 answered; came for 1 more."))
    }

    // MARK: Do next

    @Test(arguments: [("2026-11-09", false), ("2026-11-08", true)])
    func `after fourteen days it is time to decide`(answered: String, isTold: Bool) {
        let text = Self.summary([Self.note("- chew: Too long.", on: "2026-10-01", "answered: \(answered)")])
        #expect(text.contains("**Decide 1** that is still in chew") == isTold)
        #expect(text.contains("(15 days)") == isTold)
    }

    @Test(arguments: [(4, false), (5, true)])
    func `four are quoted`(count: Int, hasMore: Bool) {
        let body = (0..<count).map { "- chew: Piece \($0)." }.joined(separator: "\n")
        let text = Self.summary([Self.note(body)])
        #expect(text.contains("**Decide \(count)** that are still in chew") && text.contains("\"Piece 3.\""))
        #expect(text.contains(" and 1 more.") == hasMore && !text.contains(" and 0 more."))
    }

    @Test(arguments: [(5, false), (6, true)])
    func `five are cited, and the name of a note once`(count: Int, hasMore: Bool) {
        let body = "## Feedback\n\n" + (0..<count).map { "- Piece \($0)." }.joined(separator: "\n")
        let text = Self.summary([Self.note(body)])
        #expect(text.contains("**Sort \(count)**: [Acme:7](n10.md#L7), [:8](n10.md#L8), "))
        #expect(text.contains(", [:11](n10.md#L11)\(hasMore ? " and 1 more" : "")."))
        let two = Self.summary(["## Feedback\n\n- One.", "## Feedback\n\n- Two."].map { Self.note($0) })
        #expect(two.contains("**Sort 2**: [Acme:7](n10.md#L7), [Acme:7](n11.md#L7)."))
    }

    @Test func `a plan is as good as an action, and so is what follows from another piece on the topic`() {
        func isTold(_ body: String) -> Bool {
            Self.summary([Self.note(body)]).contains("**Give 1 an action** or a plan")
        }
        #expect(isTold("- swallow: Cut it."))
        #expect(!isTold("- swallow: Cut it.\n  - if: asked → stop"))
        #expect(!isTold("- swallow: Cut it.\n  - [x] Cut"))
        #expect(!isTold("- swallow: Cut it. #x\n- swallow: Shorter. #x\n  - [ ] Cut"))
        #expect(isTold("- swallow: Cut it. #x\n- swallow: Shorter. #y\n  - [ ] Cut"))
    }

    // MARK: What people say

    @Test func `the months end with this one`() {
        let text = Self.summary([
            Self.note("- chew: A. #now", on: "2026-11-01"), Self.note("- chew: A. #first", on: "2025-12-31"),
            Self.note("- chew: A. #before", on: "2025-11-30"),
        ])
        #expect(text.contains("`DJFMAMJJASON`"))
        #expect(text.contains("2026-11 | `···········▄` |") && text.contains("2025-12 | `▄···········` |"))
        #expect(text.contains("2025-11 | `············` |"))
    }

    @Test func `a topic was seen from its first month to its last, and equals stand by name`() {
        let text = Self.summary([
            Self.note("- chew: A. #zeta #alpha", on: "2026-03-01"),
            Self.note("- chew: B. #zeta #alpha", on: "2026-10-01"),
        ])
        #expect(text.contains("2026-03 – 2026-10"))
        #expect(Self.stand("| alpha |", "| zeta |", in: text))
    }

    @Test(arguments: [(3, " and \"Bring"), (4, ", \"Bring")])
    func `three of what is said alike are quoted`(count: Int, joint: String) {
        let text = Self.summary(
            (0..<count).map { Self.note("- chew: Bring the blue folder next time.", "Company \($0)") })
        let alike = "\"Bring the blue folder next time.\" [Company 1:5](n11.md#L5)\(joint)"
        #expect(text.contains(alike))
        #expect(text.contains("[Company 2:5](n12.md#L5) and 1 more") == (count == 4))
    }

    @Test func `what one person says twice is not about the same thing`() {
        let said = "- chew: Bring the blue folder next time. from:\"Ann Lee\""
        #expect(!Self.summary([Self.note(said), Self.note(said)]).contains("About the same thing"))
    }

    @Test func `a bar is never lower than nothing and never higher than the highest`() {
        #expect(Sparkline.text([0, 1, 4, 7, 8, 9], highest: 8) == "·▁▄▇██")
        #expect(Sparkline.text([1, 13, 100], highest: 100) == "▁▂█")
        #expect(Sparkline.text([0], highest: 0) == "·")
    }

    // MARK: What they liked, and what came back

    @Test func `of praise of one day the last is quoted, and all who said it count`() {
        let text = Self.summary([Self.note("- keep: Clear. #voice from:Ann\n- keep: Warm. #voice from:Bob")])
        #expect(text.contains("\"Warm.\" #voice, 2 people"))
        let older = Self.summary([
            Self.note("- keep: New. #voice from:Ann", on: "2026-10-01"),
            Self.note("- keep: Old. #voice from:Bob", on: "2026-09-01"),
        ])
        #expect(older.contains("\"New.\" #voice, 2 people"))
    }

    @Test func `what was spat out comes back from another person in another note`() {
        func isTold(_ notes: String...) -> Bool {
            Self.summary(notes.map { Self.note($0) }).contains("Spat out, and back again")
        }
        #expect(isTold("- spit: Learn Java. #java from:Ann", "- spit: Java? #java from:Bob"))
        #expect(!isTold("- spit: Learn Java. #java from:Ann", "- spit: Java? #java from:Ann"))
        #expect(!isTold("- spit: Learn Java. #java from:Ann\n- spit: Java? #java from:Bob"))
        #expect(!isTold("- spit: Learn Java. #java from:Ann", "- chew: Java? #java from:Bob"))
    }

    // MARK: Course corrections

    @Test(arguments: [(5, false), (6, true)])
    func `five sayings of a lesson are cited`(count: Int, hasMore: Bool) {
        let text = Self.summary(
            (0..<count).map { Self.note("- swallow: Shorter. #it\n  - [x] Cut", "Company \($0)") })
        #expect(text.contains("\(count) of \(count) actions done."))
        #expect(text.contains(" and 1 more. - Not yet shown.") == hasMore)
    }

    @Test func `a slip on a lesson's topic belongs to the lesson, whenever it was`() {
        let lesson = Self.note("- swallow: Slow down. #pace", on: "2026-05-01")
        let early = Self.summary([lesson, Self.note("- slipped: Rushed. #pace", on: "2026-03-01")])
        #expect(!early.contains("tied to no lesson"))
        let other = Self.summary([lesson, Self.note("- slipped: Mumbled. #voice", on: "2026-06-01")])
        #expect(other.contains("**Slipped, tied to no lesson**: \"Mumbled.\" #voice"))
    }

    @Test func `an action that repeats is done once it is done`() {
        let all = "- swallow: Shorter. #it\n  - [x] Cut\n"
        let pending = Self.summary([Self.note(all + "  - [ ] Read aloud 🔁 every week")])
        #expect(pending.contains("1 of 2 actions done"))
        let done = Self.summary([Self.note(all + "  - [x] Read aloud 🔁 every week")])
        #expect(done.contains("2 of 2 actions done"))
    }

    // MARK: Hunches

    @Test(arguments: [(5, ""), (6, "6 of 6 held; of the latest five, five.")])
    func `the latest five are told apart from more`(count: Int, words: String) {
        let text = Self.summary(
            (0..<count).map { Self.note("- hunch: Long. #it\n- chew: Long. #it", "Company \($0)") })
        #expect(text.contains("\(count) hunches in notes with an answer: \(count) confirmed."))
        #expect(text.contains("of the latest") == !words.isEmpty && (words.isEmpty || text.contains(words)))
    }

    @Test func `what was contradicted last stands first`() {
        let text = Self.summary([
            Self.note("- hunch: Old fear. #x\n- spit: No. #x", on: "2026-03-01"),
            Self.note("- hunch: New fear. #x\n- spit: No. #x", on: "2026-05-01"),
        ])
        #expect(Self.stand("**Contradicted**: \"New fear.\"", "\"Old fear.\"", in: text))
    }

    @Test func `three hunches are put beside the answer that they may be about`() {
        let notes = (0..<5).map {
            Self.note("- hunch: I spoke too fast.\n- chew: You spoke too fast.", "Company \($0)")
        }
        #expect(Self.count("**Not compared**", in: Self.summary(notes)) == 3)
        #expect(Self.count("**Not compared**", in: Self.summary(Array(notes.prefix(2)))) == 2)
    }
}
