import Notebook
import Testing

@Suite struct `Triage of an index` {
    private func triage(
        _ texts: (String, String)..., stages: [Stage] = [.unsorted, .chew], filter: Filter = Filter()
    ) -> Triage {
        Triage(
            NotebookIndex(readingNotes: texts.map { (name: $0.0, text: $0.1) }), stages: stages,
            filter: filter)
    }

    /// The texts that are asked about when everything is skipped.
    private func asked(_ triage: Triage) -> [String] {
        var triage = triage
        var texts: [String] = []
        while let question = triage.question {
            #expect(question.number == texts.count + 1)
            texts.append(question.feedback.text)
            triage.skip()
        }
        return texts
    }

    private let old = "---\ncompany: Acme\ndate: 2026-01-05\n---\n# Feedback\n- a #x\n- chew: b\n- spit: c\n"
    private let new =
        "---\ncompany: Hooli\ndate: 2026-06-05\n---\n# Feedback\n- chew: d #x\n- e\n- swallow: f\n"

    @Test func `asks first about what is unsorted, then about what is in chew, the oldest first`() {
        #expect(asked(triage(("1.md", new), ("2.md", old))) == ["a", "e", "b", "d"])
        #expect(asked(triage(("1.md", new), ("2.md", old), stages: [.chew])) == ["b", "d"])
        #expect(asked(triage(("1.md", new), ("2.md", old), stages: [.chew, .unsorted, .chew])).count == 4)
        #expect(asked(triage(("1.md", "- chew: x since:2026-07-01\n- chew: y\n"), ("2.md", new))).last == "x")
    }

    @Test func `asks about a part of the notebook, and knows all of it`() throws {
        var filter = Filter()
        filter.topics = [Topic("x")]
        filter.companies = ["hooli"]
        let triage = triage(("1.md", new), ("2.md", old), filter: filter)
        #expect(asked(triage) == ["d"])
        let topic = try #require(triage.question?.topics.first)
        #expect(topic.said.map(\.text) == ["a"])
        #expect(topic.headline == "#x: 2 people, 2026-01; 1 unsorted")
    }

    @Test func `counts the pieces, and the answers`() throws {
        var triage = triage(("1.md", new), ("2.md", old))
        #expect(triage.question?.progress == "1 of 4")
        let edit = try #require(try triage.edit(.swallow(.action("Do it")), of: Array(old.utf8)))
        triage.record(.swallow(.action("Do it")), edit)
        #expect(triage.question?.progress == "2 of 4")
        triage.skip()
        #expect(triage.tally.description == "1 swallowed; 1 skipped; 2 left for another time.")
        #expect(
            String(decoding: edit.newBytes, as: UTF8.self).hasSuffix(
                "- swallow: a #x since:2026-11-23\n  - [ ] Do it\n- chew: b\n- spit: c\n"))
        // The bullet below has moved by a line.
        #expect(triage.question?.line == 8)
    }

    @Test func `says cheerfully that there is nothing`() {
        #expect(
            triage(("1.md", "- spit: a\n")).tally.description
                == "Nothing to triage: all feedback is sorted, and nothing is left to chew on. Well done!")
        var filter = Filter()
        filter.companies = ["Acme"]
        #expect(
            triage(("1.md", "- chew: a\n"), stages: [.unsorted], filter: filter).tally.description
                == "Nothing to triage: there is no feedback yet (company Acme).")
        #expect(
            triage(("1.md", new.replacing("- e\n", with: "")), stages: [.unsorted]).tally.description
                == "Nothing to triage: all feedback is sorted. Well done!")
        #expect(triage(("1.md", "")).question == nil)
    }

    @Test func `shows the context, and the hunch on the same topic`() throws {
        let note = """
            ---
            company: Acme
            round: onsite
            role: Engineer
            date: 2026-11-21
            interviewers: [Dana Ruiz, Lee Park]
            ---
            - hunch: I was slow #pace
            - hunch: The room #energy
            - chew: Slow down. #pace since:2026-11-22
              - because: I do not know
              - if: asked → pause
              - [/] Breathe due:2026-12-01
            """
        let question = try #require(triage(("1.md", note)).question)
        #expect(question.context == "Acme, onsite · Engineer · 2026-11-21, 2 days ago")
        #expect(question.standing == "in chew for 1 day")
        #expect(question.speakers == "Dana Ruiz or Lee Park said:")
        #expect(question.hunches.map(\.text) == ["I was slow"])
        #expect(question.below == ["because I do not know", "if asked → pause", "[/] Breathe"])
        #expect(question.topics.map(\.headline) == ["#pace: nobody else so far"])
        #expect(question.line == 10)
    }

    @Test func `proposes topics for what names none`() throws {
        let question = try #require(
            triage(("1.md", "# Feedback\n- Your answers went on too long.\n- spit: Be brief. #brevity\n"))
                .question)
        #expect(question.topics.map(\.topic.key) == ["brevity"])
        #expect(question.topics[0].words != nil)
        #expect(question.topics[0].said.map(\.text) == ["Be brief."])
    }

    @Test(arguments: [
        ("Do it", NestedBullet.action("Do it")), ("  Do \t it ", .action("Do it")),
        ("- [ ] Do it due:2026-12-01", .action("Do it due:2026-12-01")),
        ("if asked about cost → name two", .plan("asked about cost → name two")),
        ("If asked -> name two", .plan("asked → name two")),
        ("IF: asked, name two", .plan("asked, name two")),
        ("asked->name two", .plan("asked→name two")), ("Iffy things", .action("Iffy things")),
        ("if-clauses: use fewer", .action("if-clauses: use fewer")), ("", nil), ("  ", nil),
        ("if", .action("if")),
        ("if: ", nil),
    ])
    func `tells a plan from an action`(typed: String, meant: NestedBullet?) {
        #expect(NestedBullet(typed: typed) == meant)
    }

    @Test func `refuses what cannot be written, and stays`() throws {
        let note = "- chew: a #spit\n"
        let triage = triage(("1.md", note))
        #expect(throws: Refusal.self) { try triage.edit(.chew, of: Array("other".utf8)) }
        #expect(throws: Refusal.self) { try triage.edit(.swallow(nil), of: Array(note.utf8)) }
        #expect(triage.question?.number == 1)
    }
}

@Suite struct `Feedback found again` {
    private func numbers(_ old: String, _ new: String) -> [Int: Int] {
        func feedback(_ texts: String) -> StoredList<Feedback> {
            NotebookIndex(reading: Array(texts.split(separator: " ").map { "- chew: \($0)\n" }.joined().utf8))
                .notes[
                    0
                ]
                .feedback
        }
        return FeedbackMatch.numbers(of: feedback(old), in: feedback(new))
    }

    @Test(arguments: [
        ("a b c", "a b c", [0: 0, 1: 1, 2: 2]), ("a b c", "a c", [0: 0, 2: 1]),
        ("a c", "a b c", [0: 0, 1: 2]),
        ("a b c", "c b a", [0: 2, 1: 1, 2: 0]), ("a b c", "a x c", [0: 0, 1: 1, 2: 2]),
        ("a b", "x a b", [0: 1, 1: 2]), ("a a", "a a a", [0: 0, 1: 1]), ("a a a", "a a", [0: 0, 1: 1]),
        ("a", "b c", [0: 0]), ("a", "", [:]), ("", "a", [:]), ("a b", "x y", [0: 0, 1: 1]),
        ("a b c d", "d x a y", [0: 2, 1: 1, 3: 0]),
    ])
    func `by its text, then by its position`(old: String, new: String, expected: [Int: Int]) {
        #expect(numbers(old, new) == expected)
    }
}
