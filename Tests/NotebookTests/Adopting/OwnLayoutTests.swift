import Markup
import Notebook
import Testing

/// How people lay out their notes: indented lines, tables, callouts, and text below a bullet.
///
/// The notes have some sentences more, because of a few nothing is told by where it stands.
struct OwnLayoutTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)
    private static let front = "---\ncompany: Acme\ndate: 2026-10-14\noutcome: waiting\n---\n"

    /// A note with a body, once each thing in it is written as it is proposed first.
    private static func adopted(_ body: String) throws -> Note {
        try Note.adopted(front + body, path: "a.md", today: today)
    }

    @Test func `lines that are indented are bullets of one list`() throws {
        let note = try Self.adopted(
            """
            # Acme interview

            They asked:
               What do you know of cold stores?
               Can you start on 1 June?
                 How do you handle a driver who is late?
               Tell me about a mistake that cost money.

            I was too slow on the first one, I think.
            Bea said that she would be in touch on Friday.
            """)
        #expect(
            note.questionsAsked.map(\.text) == [
                "What do you know of cold stores?", "Can you start on 1 June?",
                "How do you handle a driver who is late?", "Tell me about a mistake that cost money.",
            ])
    }

    @Test func `a table whose titles tell nothing is told by its cells`() throws {
        let note = try Self.adopted(
            """
            # Acme interview

            | Slot | With | It |
            |---|---|---|
            | 10:00 | Wen | tell me about a time you failed? |
            | 11:30 | Maaike | why do you want to leave your job? |
            | 13:30 | Lukas | how would you design a queue? |

            I was too slow on the first one, I think.
            """)
        #expect(
            note.questionsAsked.map(\.text) == [
                "tell me about a time you failed?", "why do you want to leave your job?",
                "how would you design a queue?",
            ])
        let other = try Self.adopted(
            """
            # Acme interview

            | Slot | Room |
            |---|---|
            | 10:00 | the blue one |
            | 11:30 | the one upstairs |

            I was too slow on the first one, I think.
            """)
        #expect(other.questionsAsked.isEmpty && other.feedback.isEmpty && other.allActions.isEmpty)
    }

    @Test func `what stands below a question becomes a question beside it`() throws {
        let note = try Self.adopted(
            """
            # Acme interview

            I felt calm in the end.
            I was too slow on the first one, I think.
            I rambled on the last one.

            Questions they asked:
            - Who would you ring first?

              Then Bea asked how I would plan a week.
            """)
        #expect(
            note.questionsAsked.map(\.text) == [
                "Who would you ring first?", "Then Bea asked how I would plan a week.",
            ])
    }

    @Test func `code below a bullet stays`() throws {
        let body = """
            # Acme interview

            Questions to ask:
            - Who supports the scanners, us or the vendor?

              ```
              And how is the night shift paid?
              ```
            """
        #expect(try Self.adopted(body).questionsToAsk.count == 1)
    }

    @Test func `a quote of questions is no feedback`() throws {
        let note = try Self.adopted(
            """
            # Acme interview

            They had a list and went through it one by one.

            > What does a good first session look like to you?
            > How do you know that what you do helps?
            > What have you found hardest about working here?

            I was too slow on the first one, I think.
            """)
        #expect(note.questionsAsked.count == 3 && note.feedback.isEmpty)
    }

    @Test func `a ratio is no label`() throws {
        let note = try Self.adopted(
            "# Acme interview\n\nRatios, said 1:5 for the twos, I was guessing there.\n")
        #expect(!note.feedback.contains { $0.text.hasPrefix("5 for") })
    }

    @Test func `a code in front of what it tells is no fact`() throws {
        let note = try Self.adopted(
            """
            # Acme interview

            They asked about switches, a mistake, and why I want to leave.

            PLC: I waffled and lost the thread, it felt flat.

            I was too slow on the mistake, I think.
            I rambled on the last one.
            """)
        #expect(note.hunches.contains { $0.text.hasPrefix("PLC: I waffled") })
    }
}
