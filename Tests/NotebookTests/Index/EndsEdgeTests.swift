import Notebook
import Testing

/// The edges of where interviews end, and of rounds and people.
struct EndsEdgeTests {
    private static func index(_ notes: [String]) -> NotebookIndex {
        NotebookIndex(readingNotes: notes.enumerated().map { ("n\(10 + $0).md", "---\n\($1)\n") })
    }

    private static func lost(_ rounds: [String]) -> String {
        let notes = rounds.enumerated().map { number, round in
            "company: C\(number)\nround: \(round)\ndate: 2026-05-01\noutcome: rejected\n---"
        }
        return Summary(index(notes)).markdown().split { $0.isWhitespace }.joined(separator: " ")
    }

    @Test(arguments: [
        (["onsite"], nil), (["onsite", "onsite"], "Both that were lost"),
        (["onsite", "onsite", "phone", "panel"], nil),
        (["onsite", "onsite", "phone"], "2 of the 3 that were lost."),
        (["onsite", "onsite", "onsite", "onsite", "phone", "panel"], "4 of the 6 that were lost (67 %)."),
    ])
    func `most is more than half, and of more than one`(rounds: [String], words: String?) {
        let text = Self.lost(rounds)
        #expect(text.contains(" lost at **onsite**") == (words != nil))
        if let words { #expect(text.contains(words)) }
    }

    @Test func `two topics are said there, and praise is none`() {
        let index = Self.index([
            "company: A\nround: onsite\ndate: 2026-05-01\n---\n- keep: Clear. #voice\n- chew: Slow. #pace #b #c"
        ])
        let rows = EndsTable(index, by: .round).rows
        #expect(rows.map { $0.topics.map(\.topic.name) } == [["pace", "b"]])
    }

    @Test func `what names no round stands last, however many there are`() {
        let index = Self.index([
            "company: A\ndate: 2026-05-01\n---", "company: B\ndate: 2026-05-01\n---",
            "company: C\nround: onsite\ndate: 2026-05-01\n---",
        ])
        #expect(EndsTable(index, by: .round).rows.map(\.name) == ["onsite", nil])
    }

    @Test func `a role is the same in any case`() {
        let index = Self.index([
            "company: A\nrole: Engineer\ndate: 2026-05-01\n---",
            "company: A\nrole: engineer\ndate: 2026-06-01\n---",
        ])
        #expect(EndsTable(index, by: .company).rows.map { $0.count(.passed) } == [1])
    }

    @Test func `rounds that are only numbered are different ones`() {
        #expect(RoundKind("second round") != RoundKind("first interview"))
        #expect(RoundKind("2nd onsite") == RoundKind("Onsite, part 1"))
        #expect(RoundKind("3") != RoundKind("2"))
    }

    @Test func `the smallest panels exclude the fewest others`() {
        func note(_ panel: String) -> String {
            "company: A\ninterviewers: [\(panel)]\n---\n- chew: Long. #it"
        }
        let panels = ["Ann Lee, Bob Rey", "Ann Lee, Bob Rey, Cy Orr, Di Fox", "Cy Orr, Di Fox"]
        #expect(Self.index(panels.map(note)).topicHistories().first?.people.count == 2)
    }
}
