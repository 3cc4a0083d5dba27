import Notebook
import Testing

/// What reports claim of questions, and of where interviews end.
///
/// For each there is a notebook in which it would be false.
@Suite struct `A claim about a question` {
    private typealias Notes = ClaimedNotebook

    private static func asked(_ company: String, _ question: String, round: String = "onsite") -> String {
        Notes.note(
            company, "", on: "2026-05-01", keys: "round: \(round)", "## Questions they asked\n- \(question)")
    }

    private static let story = "- story: Dashboard #influence ^dash\n  - R: 3 days\n"

    @Test(arguments: [
        ("Tell us about a conflict with a customer.", "Tell us about a success with a customer.", false),
        (
            "Tell me about a time when you said no to a stakeholder.",
            "Tell us about a conflict with a stakeholder.", false
        ),
        ("Tell me about a failure.", "Tell me about a mistake.", false),
        ("Tell me about a failure.", "Describe a failure.", true),
        ("Erzählen Sie von einem Erfolg im Team.", "Erzählen Sie von einem Konflikt im Team.", false),
        ("Erzählen Sie von einem Konflikt im Team.", "Beschreiben Sie uns einen Konflikt im Team.", true),
        ("Parlez-moi d'un conflit avec un client.", "Parlez-moi d'un succès avec un client.", false),
        ("Hábleme de un error con un cliente.", "Hábleme de un éxito con un cliente.", false),
        ("Why do you want to work at Alba?", "Why do you want to leave Alba?", false),
        ("When did you last say no to a customer?", "When did you last say yes to a customer?", false),
        ("Have you managed people?", "Have you been managed by people?", false),
        ("What do you like about your last job?", "What do you not like about your last job?", false),
        (
            "Tell me about a conflict with a manager.", "Tell me about a conflict at work with a manager.",
            true
        ),
        (
            "Tell me about an incident that was your fault.", "Describe an incident that was your own fault.",
            true
        ),
    ])
    func `is that two are one only where they ask for the same`(one: String, other: String, areOne: Bool) {
        let book = ClaimedNotebook(Self.story, Self.asked("Acme", one), Self.asked("Globex", other))
        #expect(book.stories.contains("2 companies [") == areOne)
        #expect(book.sheet.contains("(twice") == areOne)
    }

    @Test func `is that it came so many times only of its own wording`() {
        let (one, other) = ("Sell me our product.", "Sell us your last product.")
        let two = ClaimedNotebook(Self.story, Self.asked("Acme", one), Self.asked("Globex", other))
        #expect(two.sheet.contains("(twice, in 2 wordings)"))
        #expect(two.stories.contains("Also asked as"))
        let same = ClaimedNotebook(
            Self.story, Self.asked("Acme", one), Self.asked("Globex", "Sell us our product."))
        #expect(same.sheet.contains("(twice)"))
    }

    @Test func `is that it may come again only if it does not name who asked it`() {
        let why = Self.asked("Alba Foods", "Why Alba Foods?")
        #expect(!ClaimedNotebook(why).sheet.contains("Why Alba"))
        #expect(ClaimedNotebook(Self.asked("Alba Foods", "Why food?")).sheet.contains("Why food?"))
        // Hooli itself may ask again why one wants to work there.
        #expect(ClaimedNotebook(Self.asked("Hooli", "Why Hooli?")).sheet.contains("Why Hooli?"))
        #expect(ClaimedNotebook(Self.asked("Next", "What comes next?")).sheet.contains("What comes next?"))
    }

    @Test(arguments: [
        ("", true), ("\n  - told: the 90 day plan", false), ("\n  - worked: to the decimal", false),
        ("\n  - slipped: no number", true),
    ])
    func `is that nothing answered it only where nothing did`(below: String, isGap: Bool) {
        let question = "What did you do in your worst week?"
        for topic in ["", " #grit"] {
            let text = ClaimedNotebook(
                Self.asked("Acme", question + topic + below), Self.asked("Globex", question + topic)
            ).stories
            #expect(text.contains("## Gaps") == isGap)
        }
    }

    @Test(arguments: [
        ("Tell me about a time when you failed.", true), ("What did you throw away?", true),
        ("Erzählen Sie von einem Konflikt.", true), ("Have you ever said no?", true), ("Why us?", false),
        ("What salary do you have in mind?", false), ("SQL: sessions from events.", false),
        ("Sell us your last product.", false), ("What would you change in that lesson?", false),
        ("Tell me about yourself.", false),
    ])
    func `is that a story is missing only where one could answer`(question: String, isGap: Bool) {
        for topic in ["", " #it"] {
            let text = ClaimedNotebook(
                Self.asked("Acme", question + topic), Self.asked("Globex", question + topic)
            ).stories
            #expect(text.contains("## Gaps") == isGap)
        }
    }

    @Test func `is that most were lost in a round only of more than half of the lost`() {
        func lost(_ rounds: String...) -> Bool {
            let notes = rounds.enumerated().map { number, round in
                Notes.note(
                    "C\(number)", "", on: "2026-01-0\(number + 1)",
                    keys: "round: \(round)\noutcome: rejected", "")
            }
            let index = NotebookIndex(readingNotes: notes.enumerated().map { ("n\($0).md", $1) })
            return Summary(index).markdown().contains("Most were lost at **case**")
        }
        #expect(lost("case", "case", "panel"))
        #expect(!lost("case", "case", "panel", "final"))
        #expect(!lost("case"))
    }
}
