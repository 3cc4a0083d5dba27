import Markup
import Notebook
import Testing

/// How an answer went, behind the question that was asked, as `adopt` finds it.
struct AnswersTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
    private static let front = "---\ncompany: Acme\ndate: 2026-10-14\n---\n## Questions they asked\n\n"

    private static func guess(_ list: String) -> Adoption? {
        AdoptionQueue.adoptions(
            in: Array((front + list).utf8), path: NotePath("a.md"), today: today, .standard
        )
        .first { $0.problem.contains("how an answer went") }
    }

    /// A list of questions as the first proposal writes it; nil if there is no proposal.
    private static func written(_ list: String) throws -> String? {
        guard let guess = guess(list), let proposal = guess.writableProposals.first else { return nil }
        let text = String(decoding: try guess.edit(proposal).newBytes, as: UTF8.self)
        return String(text.dropFirst(front.count))
    }

    @Test(arguments: [
        ("- Why us? Fine.\n", "- Why us?\n  - hunch: Fine.\n"),
        (
            "- How do you know your unit is safe? Waffled. Said staffing. Should have said data.\n",
            "- How do you know your unit is safe?\n  - hunch: Waffled. Said staffing.\n  - hunch: Should have said data.\n"
        ),
        (
            "- Tell me about a conflict. CTG story. Went well, he nodded.\n",
            "- Tell me about a conflict. CTG story.\n  - hunch: Went well, he nodded.\n"
        ),
        (
            "1. Why not chartered? Had it this time.\n",
            "1. Why not chartered?\n   - worked: Had it this time.\n"
        ),
        ("- Sickness again. nailed it\n", "- Sickness again.\n  - worked: nailed it\n"),
        (
            "- Why? Good.\n- How? I said so.\n- When? I forgot the date.\n",
            "- Why?\n  - hunch: Good.\n- How? I said so.\n- When?\n  - hunch: I forgot the date.\n"
        ),
        ("- Why us?\n  Waffled.\n", "- Why us?\n  - hunch: Waffled.\n"),
    ])
    func `what tells how an answer went is written below its question`(list: String, written: String) throws {
        #expect(try Self.written(list) == written)
    }

    @Test(arguments: [
        "- Why us?\n", "- Why us? Because of the product.\n", "- Good reasons to leave? Told them.\n",
        "- Fine.\n", "- Why us? Great product, said that and talked of the three shops that I know.\n",
        "- Was it fine? Were you sure?\n", "- Why us? Good. And why now?\n",
        "- Why us? They said you were calm.\n",
    ])
    func `what tells something else stays with the question`(list: String) throws {
        #expect(try Self.written(list) == nil)
    }

    @Test func `where the sentences stand below feedback, they are feedback`() {
        let text = "---\ncompany: Acme\ndate: 2026-10-14\n---\n## Feedback\n\n- Why us? Fine.\n"
        let adoptions = AdoptionQueue.adoptions(
            in: Array(text.utf8), path: NotePath("a.md"), today: Self.today, .standard)
        #expect(adoptions.isEmpty || !adoptions.contains { $0.problem.contains("how an answer went") })
    }
}
