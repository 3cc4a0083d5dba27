import Notebook
import Testing

/// The days and numbers at which a lesson changes.
struct LessonEdgeTests {
    private static func index(_ notes: [(day: String, body: String)]) -> NotebookIndex {
        NotebookIndex(
            readingNotes: notes.enumerated().map { number, note in
                ("n\(number).md", "---\ncompany: Acme\ndate: \(note.day)\n---\n\(note.body)\n")
            })
    }

    private static func lesson(_ notes: (day: String, body: String)...) throws -> Lesson {
        try #require(index(notes).lessons().first)
    }

    // MARK: When evidence counts

    @Test(arguments: [("2026-02-28", 0), ("2026-03-01", 1), ("2026-03-02", 1)])
    func `evidence counts from the lesson's own day on`(day: String, count: Int) throws {
        for kind in ["worked", "slipped"] {
            let lesson = try Self.lesson(
                ("2026-03-01", "- swallow: Pause. #pace"), (day, "- \(kind): So it was. #pace"))
            #expect(lesson.showings.count == count)
        }
    }

    @Test func `it worked after the answer, and slipped after the interview`() throws {
        func count(_ kind: String, _ day: String) throws -> Int {
            let said = """
                ---
                company: Acme
                date: 2026-03-01
                answered: 2026-03-10
                ---
                - swallow: Pause. #pace
                """
            let index = NotebookIndex(readingNotes: [
                ("a.md", said), ("b.md", "---\ndate: \(day)\n---\n- \(kind): So it was. #pace\n"),
            ])
            return try #require(index.lessons().first).showings.count
        }
        #expect(try count("worked", "2026-03-09") == 0 && count("worked", "2026-03-10") == 1)
        #expect(try count("slipped", "2026-02-28") == 0 && count("slipped", "2026-03-01") == 1)
    }

    @Test func `evidence in the note that taught the lesson is none`() throws {
        #expect(
            try Self.lesson(("2026-03-01", "- swallow: Pause. #pace\n- worked: So. #pace")).showings.isEmpty)
        let twice = try Self.lesson(
            ("2026-03-01", "- swallow: Pause. #pace"),
            ("2026-05-01", "- swallow: Pause. #pace\n- worked: So. #pace"))
        #expect(twice.showings.count == 1)
    }

    @Test(arguments: [("2024-11-22", Lesson.Standing.notYetShown), ("2024-11-23", .slippedEachTime)])
    func `two years are remembered`(day: String, standing: Lesson.Standing) throws {
        let lesson = try Self.lesson(
            ("2024-01-01", "- swallow: Pause. #pace"), (day, "- slipped: So it was. #pace"))
        #expect(lesson.standing == standing && lesson.showings.count == 1)
    }

    @Test(arguments: [
        (["worked", "slipped", "slipped", "slipped"], Lesson.Standing.slippedEachTime),
        (["slipped", "worked", "worked", "worked"], .worked),
        (["slipped", "slipped", "worked"], .slippedOften),
        (["slipped", "worked", "worked"], .worked), (["slipped", "worked"], .slippedOften),
        (["worked", "slipped"], .slippedLast), ([], .notYetShown),
    ])
    func `the newest three decide`(kinds: [String], standing: Lesson.Standing) throws {
        let said = (name: "n0.md", text: "---\ndate: 2026-01-01\n---\n- swallow: Pause. #pace\n")
        let shown = kinds.indices.map { number in
            (
                name: "n\(number + 1).md",
                text: "---\ndate: 2026-0\(number + 2)-01\n---\n- \(kinds[number]): So. #pace\n"
            )
        }
        let lesson = try #require(NotebookIndex(readingNotes: [said] + shown).lessons().first)
        #expect(lesson.standing == standing)
    }

    @Test func `of two on one day the last is known, and of one without a date it is not`() throws {
        let said = (day: "2026-03-01", body: "- swallow: Pause. #pace")
        let slip = "- slipped: So it was. #pace"
        #expect(try Self.lesson(said, ("2026-05-01", slip), ("2026-05-01", slip)).showings.isLastKnown)
        let index = NotebookIndex(readingNotes: [
            ("a.md", "---\ndate: 2026-03-01\n---\n\(said.body)\n"),
            ("b.md", "---\ndate: 2026-05-01\n---\n\(slip)\n"), ("c.md", "\(slip)\n"),
        ])
        let lesson = try #require(index.lessons().first)
        #expect(lesson.showings.count == 2 && !lesson.showings.isLastKnown)
    }

    // MARK: Who says it, and when

    @Test func `the last saying that has a name stands for the lesson`() {
        let index = Self.index([
            ("2026-03-01", "- swallow: One. #x ^one\n- swallow: Two. #x ^two\n- swallow: Three. #x")
        ])
        #expect(index.lessons().map { index[$0.headline].text } == ["Two."])
    }

    @Test func `what was spat out adds nobody, and what came last is its day`() throws {
        let lesson = try Self.lesson(
            ("2026-05-01", "- swallow: A #x from:\"Ann Lee\""),
            ("2026-06-01", "- spit: B #x from:\"Bob Rey\""),
            ("2026-04-01", "- chew: C #x from:\"Cy Orr\""))
        #expect(lesson.peopleCount == 2 && lesson.last == CalendarDate("2026-05-01"))
    }

    @Test(arguments: [("2026-04-30", false), ("2026-05-01", false), ("2026-05-02", true)])
    func `praise on its topic counts after its day`(day: String, isPraised: Bool) throws {
        let lesson = try Self.lesson(("2026-05-01", "- swallow: A #x"), (day, "- keep: Better. #x"))
        #expect((lesson.praise != nil) == isPraised)
    }

    // MARK: Its rank

    private static func reasons(_ index: NotebookIndex, _ occasion: Occasion) throws -> [LessonRanking.Reason]
    {
        try #require(LessonRanking(index.lessons(), for: occasion, in: index).entries.first).reasons
    }

    @Test(arguments: [
        ("2026-08-25", LessonRanking.Reason.recent), ("2026-08-24", .thisYear), ("2025-11-23", .thisYear),
        ("2025-11-22", nil),
    ])
    func `it is recent for ninety days, and of this year for 365`(
        day: String, reason: LessonRanking.Reason?
    ) throws {
        let index = Self.index([(day, "- swallow: Pause. #pace")])
        let reasons = try Self.reasons(index, Occasion(company: "Globex"))
        #expect(reasons.filter { $0 == .recent || $0 == .thisYear } == [reason].compactMap(\.self))
    }

    @Test func `five people count, a company three, a round two, a role one`() throws {
        #expect(LessonRanking.Reason.people(5).points == 5 && LessonRanking.Reason.people(6).points == 5)
        #expect(LessonRanking.Reason.people(4).points == 4)
        let reasons: [LessonRanking.Reason] = [.company, .round, .role, .recent, .thisYear]
        #expect(reasons.map(\.points) == [3, 2, 1, 2, 1])
        let standings = Lesson.Standing.allCases.map { LessonRanking.Reason.standing($0).points }
        #expect(standings == [5, 4, 3, 2, 0])
        let index = Self.index([("2026-11-01", "- swallow: Pause. #pace")])
        #expect(
            try Self.reasons(index, Occasion(company: "ACME Inc.")) == [
                .people(1), .company, .standing(.notYetShown), .recent,
            ])
    }
}
