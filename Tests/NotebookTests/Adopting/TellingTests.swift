import Markup
import Notebook
import Testing

/// What people write without a form of the format, and as what it is read once `adopt` has written what it
/// proposes.
struct TellingTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
    private static let front = "---\ncompany: Acme\ndate: 2026-10-14\noutcome: waiting\n---\n"

    /// Everything that a note says once each thing in it is written as it is proposed first.
    static func readings(_ body: String) throws -> [String] {
        let note = try Note.adopted(front + body, path: "a.md", today: today)
        return Saying.all(of: note).map { "\($0.kind.word): \($0.text)" }
    }

    @Test(arguments: [
        "Bea told me I talk too fast.", "The recruiter mentioned that my answers were long.",
        "He liked my portfolio.", "They felt I lacked depth in SQL.",
        "Apparently the panel found me a bit flat.", "I was told my examples were too old.",
        "She'd have liked more numbers.", "But they wanted someone with more Go.",
        "Feedback was that I ramble.",
        "Said I was the calmest of the day.",
    ])
    func `prose that tells what others said is feedback`(sentence: String) throws {
        #expect(try Self.readings(sentence + "\n") == ["unsorted: \(sentence)"])
        #expect(
            try Self.readings("We met in the kitchen. \(sentence) Then I went home.\n")
                == ["unsorted: \(sentence)"])
        #expect(try Self.readings("- \(sentence)\n") == ["unsorted: \(sentence)"])
    }

    @Test(arguments: [
        "Tom asked me why I left.", "They wanted to know whether I can travel.",
        "I was asked about Kubernetes.", "Then Bea asked how I'd test it.",
        "The first question was what I know about them.",
    ])
    func `prose that tells what they asked is a question`(sentence: String) throws {
        #expect(try Self.readings(sentence + "\n") == ["asked: \(sentence)"])
        #expect(try Self.readings("* \(sentence)\n") == ["asked: \(sentence)"])
    }

    @Test(arguments: [
        "I think I rambled.", "Maybe I was too quiet.", "I should have asked about the budget.",
        "In hindsight my answer was vague.", "I felt it went badly.", "Nobody laughed.",
        "He looked at his watch all the time.",
    ])
    func `prose that judges how it went is a hunch`(sentence: String) throws {
        #expect(try Self.readings(sentence + "\n") == ["hunch: \(sentence)"])
        #expect(try Self.readings("- \(sentence)\n") == ["hunch: \(sentence)"])
    }

    @Test(arguments: [
        "Next time I'll bring a map.", "I need to learn SQL.", "I must practise aloud.",
        "Note to self: breathe before answers.", "Never offer a number first from now on.",
    ])
    func `prose that plans is an action`(sentence: String) throws {
        #expect(try Self.readings(sentence + "\n").map { $0.prefix(6) } == ["open: "])
    }

    @Test(arguments: [
        "They said they will call on Friday.", "She told me about the team.", "He said hello.",
        "They thought about it for a week.", "I said I was tired.", "Tom said the canteen is good.",
        "They told me the role is remote.", "We liked the office.", "My mum said I did well.",
        "I asked about the team.", "They asked for references.", "She asked me to wait.",
        "I asked them what they ask others.", "Asked, waiting.", "I think the office is in Leeds.",
        "Maybe they call on Monday.", "I felt sick on the train.", "I thought about the drive home.",
        "I should hear by Friday.", "I'll be there at nine.", "I have to say it was fun.", "They will call.",
        "Bea called it a chat.", "He remembered me.", "Location: Leeds.", "Salary: 40k, they said.",
        "- Dana: head of design\n- Lee: engineer, ten years there", "Asked if I could start in May.",
        "Will you get in the car?",
        "What if the customer says you're too expensive.", "Asked three.",
        "- Team: eight people\n- Stack: Go",
        "> Stay hungry, stay foolish.", "Interviewer: Dana", "- buy milk\n- call Dana",
        "| Year | Revenue |\n| --- | --- |\n| 2024 | 3 |",
    ])
    func `what tells nothing of it stays as it is`(body: String) throws {
        #expect(try Self.readings("Bea met Dana and Lee.\n\n\(body)\n").isEmpty)
    }

    @Test(arguments: [
        ("- Q: Why us?\n- Q: Why now?", ["asked: Why us?", "asked: Why now?"]),
        (
            "- Q Why us\n\t- F: too vague\n- Q LRU cache",
            ["asked: Why us", "unsorted: too vague", "asked: LRU cache"]
        ),
        ("- question:: Why us?", ["asked: Why us?"]), ("1. asked: Why us?", ["asked: Why us?"]),
        ("Q1. Why us?\nQ2) Why now?", ["asked: Why us?", "asked: Why now?"]),
        ("Was asked: Kafka; the outbox", ["asked: Kafka", "asked: the outbox"]),
        ("Qs: why us, how would you start", ["asked: why us", "asked: how would you start"]),
        ("Why us? -> the product\nWhy now? -> the move", ["asked: Why us?", "asked: Why now?"]),
        ("Ines's advice: shorter answers.", ["unsorted: shorter answers."]),
        ("- fb: too quiet", ["unsorted: too quiet"]), ("#feedback too quiet", ["unsorted: too quiet"]),
        ("- feedback:: a b\n- feedback:: c d", ["unsorted: a b", "unsorted: c d"]),
        ("- went well: the demo", ["worked: the demo"]), ("- gut: too long", ["hunch: too long"]),
        ("My own thoughts: I was late.", ["hunch: I was late."]),
        ("- could have been better: the end", ["hunch: the end"]),
        ("TODO: learn Go\nTODO: sleep", ["open: learn Go", "open: sleep"]),
        ("- lesson:: numbers first", ["open: numbers first"]), ("#todo ring Bea", ["open: ring Bea"]),
        ("Bea met me.\n\n- Bea: could have asked more", ["unsorted: could have asked more"]),
        ("Bea met me.\n\n- Bea: you were calm", ["unsorted: you were calm"]),
        ("Bea: Why us? Why now?", ["asked: Why us?", "asked: Why now?"]),
        ("Bea met me.\n\nBea:\n- too quiet", ["unsorted: too quiet"]),
        ("POSITIVES\n- calm\n\nNEGATIVES\n- slow", ["keep: calm", "unsorted: slow"]),
        ("They asked me\n- Why us?", ["asked: Why us?"]), ("- Cons\n  - slow", ["unsorted: slow"]),
        ("## Takeaways\n- numbers first", ["open: numbers first"]),
        ("## What could be better\n- the end", ["hunch: the end"]),
        (
            "FEEDBACK (by phone)\nGood: calm; clear\nLess good: slow",
            ["keep: calm", "keep: clear", "unsorted: slow"]
        ),
        (
            "| Question | Feedback |\n| --- | --- |\n| Why us? | good |",
            ["asked: Why us?", "unsorted: Why us?: good"]
        ),
        ("- Feedback from Bea:\n\t- > You were calm.", ["unsorted: You were calm."]),
        ("> Hi Sam,\n> You were calm.\n> Best,\n> Bea", ["unsorted: You were calm."]),
    ])
    func `labels, names and lists are read as what they say`(body: String, readings: [String]) throws {
        #expect(try Self.readings(body + "\n") == readings)
    }

    // MARK: What is promised

    @Test(arguments: [
        // A bullet that would join the list of something else begins a list of its own.
        (
            "## Feedback\n\nHunches:\n- a\n\nYou were good.\n", ["hunch: a", "unsorted: You were good."]
        ),
        (
            "## Questions they asked\n\nHunches:\n- a\n\nWhy us?\n", ["hunch: a", "asked: Why us?"]
        ),
        // A heading is above what is shown, and nothing else.
        (
            "They had the questions printed:\n\nIn a folder.\n\nMy answers:\n- long one\n", []
        ),
        ("> [!warning]- What I'd change\n> I was late.\n", ["hunch: I was late."]),
        ("> [!note] What [[Ines]] liked\n> - calm\n", ["keep: calm"]),
        (
            "> [!quote] Feedback from Marc\n> - Good listener\n>\n> > [!note] my take\n> > I knew it.\n",
            ["unsorted: Good listener", "hunch: I knew it."]
        ),
        ("## Feedback\n\n- calm\n\nOutcome: not this time, they chose another.\n", ["unsorted: calm"]),
        ("## Feedback\n\n- calm\n\n**Outcome** Unsuccessful\n", ["unsorted: calm"]),
        (
            "## How it went\n\nWent well: the demo\nCould be better: the end\n",
            ["worked: the demo", "hunch: the end"]
        ),
        ("## Hunches\n\nI forgot to ask. Rookie.\n", ["hunch: I forgot to ask. Rookie."]),
    ])
    func `what is written is read as what is promised`(body: String, readings: [String]) throws {
        #expect(try Self.readings(body) == readings)
    }

    @Test func `a callout stays one`() throws {
        let text = Self.front + "> [!note]- What [[Ines]] liked\n> - calm\n"
        let adoption = try #require(
            AdoptionQueue.adoptions(
                in: Array(text.utf8), path: NotePath("a.md"), today: Self.today, .standard
            ).first)
        let edit = try adoption.edit(try #require(adoption.writableProposals.first))
        #expect(
            String(decoding: edit.newBytes, as: UTF8.self)
                == Self.front + "> [!note]- Strengths (What [[Ines]] liked)\n> - calm\n")
    }

    @Test func `a quote that may be anything is offered, and to skip it proposed`() throws {
        let text = Self.front + "> Stay hungry, stay foolish.\n"
        let adoption = try #require(
            AdoptionQueue.adoptions(
                in: Array(text.utf8), path: NotePath("a.md"), today: Self.today, .standard
            ).first)
        #expect(adoption.writableProposals.map(\.isLikely) == [false])
    }

    // MARK: Facts

    @Test(arguments: [
        ("- company:: Pied Piper\n  date:: 2026-02-04\n- x\n", "company: Pied Piper\ndate: 2026-02-04"),
        ("[date:: 2026-02-13] [company:: [[Fabrikam]]]\n", "company: Fabrikam\ndate: 2026-02-13"),
        (
            "Practice nurse interview at Northgate Surgery\n3 Feb 2026\n",
            "company: Northgate Surgery\ndate: 2026-02-03"
        ),
        (
            "Occupational health nurse, Brightwell Foods\n3 Feb 2026\n",
            "company: Brightwell Foods\ndate: 2026-02-03"
        ),
        (
            "Royal Infirmary, band 6\nWhere: Mill Road\n3 Feb 2026\n",
            "company: Royal Infirmary\ndate: 2026-02-03"
        ),
    ])
    func `the first lines say company and day`(text: String, front: String) throws {
        let note = text + "\n## Feedback\n\n- x\n"
        let adoption = try #require(
            AdoptionQueue.adoptions(
                in: Array(note.utf8), path: NotePath("job.md"), today: Self.today, .standard
            ).first)
        let edit = try adoption.edit(try #require(adoption.writableProposals.first))
        #expect(String(decoding: edit.newBytes, as: UTF8.self) == "---\n\(front)\n---\n" + note)
    }

    @Test(
        arguments: [
            ("Result: no.", "rejected"), ("Outcome: rejected (20 March)", "rejected"),
            ("Didn't get it.", "rejected"),
            ("They offered me the job. I turned it down.", "withdrawn"),
            ("Still waiting to hear.", "waiting"),
            ("It was fun.", nil),
        ] as [(String, String?)])
    func `what came of it is proposed as the outcome`(line: String, outcome: String?) throws {
        let text = "---\ncompany: Acme\ndate: 2026-10-14\n---\n- chew: x\n\n\(line)\n"
        let adoptions = AdoptionQueue.adoptions(
            in: Array(text.utf8), path: NotePath("a.md"), today: Self.today, .standard)
        guard let outcome else { return #expect(adoptions.count <= 1) }
        let edit = try #require(adoptions.last).edit(try #require(adoptions.last?.writableProposals.first))
        #expect(edit.after.outcome?.description == outcome)
    }
}

extension Saying.Kind {
    fileprivate var word: String {
        switch self {
        case .feedback(let stage): "\(stage)"
        case .reason: "because"
        case .plan: "if"
        case .action(let state): "\(state)"
        case .hunch: "hunch"
        case .evidence(let kind): "\(kind)"
        case .questionAsked: "asked"
        case .questionToAsk: "to ask"
        case .story: "story"
        case .storyPart(let kind): "\(kind)"
        case .telling(let story): "told \(story ?? "")"
        }
    }
}
