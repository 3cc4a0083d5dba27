import Notebook
import Testing

/// The edges of what became of hunches.
struct HunchTallyTests {
    private static func tally(_ notes: (name: String, text: String)...) -> (HunchTally, NotebookIndex) {
        let index = NotebookIndex(readingNotes: notes)
        return (HunchTally(index, topics: index.topicHistories()), index)
    }

    private static func verdicts(_ body: String) -> [Hunch.Verdict?] {
        NotebookIndex(reading: Array(body.utf8)).notes[0].hunches.map(\.verdict)
    }

    @Test func `only sorted feedback decides, and what confirms is stronger`() {
        #expect(Self.verdicts("- hunch: Long. #x\n- spit: No. #x\n- swallow: Yes. #x") == [.confirmed])
        #expect(Self.verdicts("- hunch: Long. #x\n- chew: Yes. #x\n- keep: Good. #x") == [.confirmed])
        #expect(Self.verdicts("- hunch: Long. #x\n- keep: Good. #x") == [.contradicted])
        let unsorted = "## Feedback\n- Long. #x\n"
        #expect(Self.verdicts(unsorted + "- spit: No. #x\n## Hunches\n- It. #x") == [.contradicted])
        #expect(Self.verdicts(unsorted + "## Hunches\n- It. #x") == [.open])
        #expect(Self.verdicts("- hunch: Long. #x") == [nil])
    }

    @Test func `so it is where there are many hunches`() {
        let hunches = (0..<12).map {
            "- hunch: Long. #x\($0)y\n- spit: No. #x\($0)y\n- chew: Yes. #x\($0)y\n"
        }
        #expect(Self.verdicts(hunches.joined()) == Array(repeating: .confirmed, count: 12))
        let others = (0..<12).map { "- hunch: Long. #x\($0)y\n- keep: Good. #x\($0)y\n" }
        #expect(Self.verdicts(others.joined()) == Array(repeating: .contradicted, count: 12))
    }

    @Test func `praise is no surprise, and none is where a hunch names no topic`() {
        let praised = "- hunch: A. #a\n- keep: Good. #voice\n- chew: Slow. #pace"
        #expect(Self.tally(("a.md", praised)).0.surprises.map(\.topic.name) == ["pace"])
        let unnamed = "- hunch: A. #a\n- hunch: Something.\n- chew: Slow. #pace"
        #expect(Self.tally(("a.md", unnamed)).0.surprises.isEmpty)
        #expect(Self.tally(("a.md", "- hunch: A. #pace/slow\n- chew: Slow. #pace")).0.surprises.isEmpty)
        #expect(Self.tally(("a.md", "- hunch: A. #pace\n- chew: Slow. #pace/slow")).0.surprises.isEmpty)
    }

    @Test func `what has no date comes first, and equals as their notes do`() {
        let (tally, index) = Self.tally(
            ("a.md", "---\ndate: 2026-05-01\n---\n- hunch: Two. #x\n- chew: A. #x"),
            ("b.md", "- hunch: One. #x\n- chew: A. #x"),
            ("c.md", "---\ndate: 2026-05-01\n---\n- hunch: Three. #x\n- chew: A. #x"))
        #expect(tally.cases.map { index[$0.hunch].text } == ["One.", "Two.", "Three."])
    }

    @Test func `topics with more hunches come first, and equals by name`() {
        let (tally, _) = Self.tally(
            ("a.md", "- hunch: A. #z #b\n- hunch: B. #b\n- hunch: C. #a\n- chew: D. #d"))
        #expect(tally.topicRecords().map(\.topic.name) == ["b", "a", "z"])
    }

    @Test func `what decides is confirmed or contradicted`() {
        let (tally, index) = Self.tally(
            ("a.md", "- hunch: A. #a\n- hunch: B. #b\n- hunch: C. #c\n- chew: A. #a\n- spit: B. #b"))
        #expect(tally.decided.map { index[$0.hunch].text } == ["A.", "B."])
        #expect(tally.total == 3 && tally.count(.notMentioned) == 1)
    }
}
