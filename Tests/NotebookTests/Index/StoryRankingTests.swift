import Notebook
import Properties
import Testing

/// Every ordering that the ranking of stories holds: of two that differ in one thing alone, whichever is
/// written first.
@Suite struct `The ranking of stories` {
    static let seeds = 0..<60 as Range<UInt64>

    /// What a story is fit for, the best first.
    private static let fits = ["#here", "#round", "#carried"]
    private static let showings = ["worked", "", "slipped"]

    @Test(arguments: seeds)
    func `what fits a question asked here comes before what fits this kind of round, and that before a topic`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        for (better, worse) in [(0, 1), (1, 2), (0, 2)] {
            let showing = Self.showings.randomElement(using: &random) ?? ""
            try check(
                StoryDraft(topic: Self.fits[better], showing: showing),
                before: StoryDraft(topic: Self.fits[worse], showing: showing),
                &random)
        }
    }

    @Test(arguments: seeds)
    func `what worked comes before what is untried, and that before what slipped`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for (better, worse) in [(0, 1), (1, 2), (0, 2)] {
            let topic = Self.fits.randomElement(using: &random) ?? ""
            try check(
                StoryDraft(topic: topic, showing: Self.showings[better]),
                before: StoryDraft(topic: topic, showing: Self.showings[worse]), &random)
        }
    }

    @Test(arguments: seeds)
    func `what was told here never is on the sheet`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var toldHere = StoryDraft(topic: "#here", showing: "worked")
        toldHere.isToldHere = true
        let other = StoryDraft(topic: "#carried", showing: "slipped")
        for pair in [[toldHere, other], [other, toldHere]] {
            let ranking = try ranking(pair, &random)
            #expect(ranking.entries.map(\.story.story.number) == [pair[0].isToldHere ? 1 : 0])
            #expect(ranking.toldHere.count == 1)
        }
    }

    @Test func `what fits nothing is left out, and three are the most`() throws {
        var random = SeededGenerator(seed: 1)
        let other = StoryDraft(topic: "#elsewhere", showing: "worked")
        #expect(try ranking([other], &random).entries.isEmpty)
        let sheet = try sheet(Array(repeating: StoryDraft(topic: "#here", showing: ""), count: 5), &random)
        #expect(sheet.stories?.entries.count == 5)
        let text = sheet.markdown(isFull: true)
        #expect(text.ranges(of: "not told yet").count == 3)
    }

    // MARK: Making notebooks

    struct StoryDraft {
        let topic: String
        /// What it did elsewhere, in another kind of round; nothing where it was not told.
        let showing: String
        var isToldHere = false
    }

    private func check(_ better: StoryDraft, before worse: StoryDraft, _ random: inout SeededGenerator) throws
    {
        #expect(try ranking([better, worse], &random).entries.map(\.story.story.number) == [0, 1])
        #expect(try ranking([worse, better], &random).entries.map(\.story.story.number) == [1, 0])
    }

    private func ranking(_ stories: [StoryDraft], _ random: inout SeededGenerator) throws -> StoryRanking {
        try #require(try sheet(stories, &random).stories)
    }

    private func sheet(_ stories: [StoryDraft], _ random: inout SeededGenerator) throws -> PrepSheet {
        func day() -> String {
            "2026-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
        }
        var notes = [
            (
                "s.md",
                stories.enumerated().map { "- story: Story \($0) of mine \($1.topic) ^s\($0)" }.joined(
                    separator: "\n")
            )
        ]
        func interview(_ company: String, _ round: String, _ body: String) {
            notes.append(
                (
                    "i\(notes.count).md",
                    "---\ncompany: \(company)\nround: \(round)\ndate: \(day())\n---\n## Questions\n\(body)\n"
                ))
        }
        interview("Acme", "screen", "- What was the hardest bug? #here")
        interview("Globex", "onsite", "- Which trade would you make again? #round")
        interview("Initech", "screen", "- swallow: Say it first. #carried")
        for (number, story) in stories.enumerated() {
            if story.isToldHere { interview("ACME Inc.", "chat", "- Really so?\n  - told: ^s\(number)") }
            if !story.showing.isEmpty {
                interview(
                    "Hooli", "chat",
                    "- A riddle, number \(number)?\n  - told: ^s\(number)\n  - \(story.showing): so it went")
            }
        }
        let index = NotebookIndex(readingNotes: notes)
        return PrepSheet(index, for: Occasion(company: "Acme", round: "onsite"))
    }
}
