import Notebook
import Testing

@Suite struct `The list of whom to ask` {
    private func list(_ notes: [(name: String, text: String)], all: Bool = false) -> AskList {
        AskList(NotebookIndex(readingNotes: notes), all: all)
    }

    private func note(_ lines: String) -> String { "---\ncompany: Acme\n\(lines)\n---\n" }

    @Test func `has what is most useful first`() {
        let list = list([
            ("2026-11-01-silent.md", note("asked: 2026-11-02")),
            ("2026-11-02-waiting.md", note("asked: 2026-11-20")),
            ("2026-11-03-answered.md", note("asked: 2026-11-04\nanswered: 2026-11-10")),
            ("2026-11-04-undecided.md", note("outcome: waiting")),
            ("2026-11-05-older.md", note("outcome: rejected")),
            ("2026-11-06-newer.md", note("outcome: rejected")),
            ("2026-11-07-thanked.md", note("answered: 2026-11-10\nthanked: 2026-11-11")),
            ("2026-11-08-refused.md", note("refused: 2026-11-10")),
            ("2026-11-09-withdrawn.md", note("outcome: withdrawn")),
            ("2026-11-30-upcoming.md", note("outcome: scheduled")), ("page.md", "no interview"),
        ])
        #expect(
            list.rows.map { list.index.notes[$0.note].title.dropFirst(11) }
                == ["newer", "older", "answered", "undecided", "waiting", "silent"])
        #expect(list.rows.map(\.step) == [.ask, .ask, .thank, .askLater, .wait, .letGo])
    }

    @Test(arguments: [
        ("answered: 2026-11-10", true), ("answered: 2026-11-10\nthanked: 2026-11-10", false),
        // That was for the interview.
        ("answered: 2026-11-10\nthanked: 2026-11-02", true),
    ])
    func `thanks for the answer, not for the interview`(keys: String, isToThank: Bool) {
        #expect(list([("2026-11-01-a.md", note(keys))]).rows.contains { $0.step == .thank } == isToThank)
    }

    @Test func `is silent after fourteen days, and not before`() {
        func step(_ day: String) -> AskList.Step? {
            list([("2026-10-01-a.md", note("asked: \(day)"))]).rows.first?.step
        }
        #expect(step("2026-11-09") == .wait)
        #expect(step("2026-11-08") == .letGo)
    }

    @Test func `leaves what is long ago to those who ask for it`() {
        let notes = [
            ("2026-08-24-a.md", note("outcome: rejected")), ("2026-08-25-b.md", note("outcome: rejected")),
        ]
        #expect(list(notes).rows.count == 1 && list(notes).older == 1)
        #expect(list(notes).markdown().contains("1 more from over 90 days ago"))
        #expect(list(notes, all: true).rows.count == 2 && list(notes, all: true).older == 0)
    }

    @Test func `that is empty says what comes next`() {
        #expect(list([]).markdown().contains("After the next interview, ask"))
    }

    @Test func `is a table no wider than a page, and has commands to copy`() {
        let name = String(repeating: "渡辺 Anna-Maria ", count: 20)
        let list = list([
            (
                "2026-11-06 it's (x).md",
                "---\ncompany: \(name)\nround: a|b\ninterviewers: [\(name), é😀]\noutcome: rejected\n---\n"
            )
        ])
        let lines = list.markdown(pathPrefix: Array("my notes/".utf8)).split(separator: "\n")
        for line in lines where line.hasPrefix("|") { #expect(TextWidth.of(String(line)) <= 100) }
        #expect(lines.contains { $0.contains("`debrief ask 'my notes/2026-11-06 it'\\''s (x).md'`") })
    }
}
