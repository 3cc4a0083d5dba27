import Markup
import Notebook
import Testing

@testable import Notes

/// The names and dates in a note, and what they are told to be by where they stand.
struct NamesTests {
    private static let today = CalendarDate(year: 2026, month: 11, day: 23) ?? CalendarDate(dayNumber: 0)

    private static func adopted(_ text: String, path: String = "notes.md") throws -> Note {
        try Note.adopted(text, path: path, today: today)
    }

    private static func names(_ lines: String...) -> [String] {
        NameFinder.names(in: lines.map { NoteLine($0, place: .line(9)) }).map(\.text)
    }

    @Test func `a name is words with capital letters side by side`() {
        #expect(Self.names("Then Sunita Rao (People Director) asked") == ["Sunita Rao", "People Director"])
        #expect(Self.names("we met Dr. Okafor and Per van der Berg.") == ["Dr Okafor", "Per van der Berg"])
        #expect(Self.names("Bank of Leeds, on Tuesday 3 March") == ["Bank of Leeds"])
        #expect(Self.names("Tobias's team") == ["Tobias"])
        #expect(Self.names("no names here") == [])
    }

    @Test func `a part of a name is that name, and a word that begins a sentence is none`() {
        #expect(Self.names("Sunita Rao came.", "I liked Sunita.") == ["Sunita Rao"])
        #expect(Self.names("Lovely view.", "it was a lovely room") == [])
        #expect(Self.names("Lovely view.") == ["Lovely"])
    }

    /// Nothing here stands behind a label or a property.
    private static let visit = """
        # Marlowe Housing

        Weds 6 May, on Teams. Jules Whitcombe asked me to begin with myself, and then Oyinda, the area lead, asked what
        I do on a Friday at five.

        I think the answer on hoarding was thin, because I forgot the fire brigade until Oyinda reminded me.
        Jules laughed at the story about the swimming pool.
        Felt good about the phone call, it came out calm.

        Gwen next door says I should sleep more.

        Jules rang on the 12th of May: they went with somebody who has managed a team before.
        """

    @Test func `who speaks in an interview is told to be an interviewer, and who is at home is not`() throws {
        let names = try Self.adopted(Self.visit).interviewers.joined(separator: ", ")
        #expect(names.contains("Jules Whitcombe") && !names.contains("Gwen"))
    }

    @Test func `the outcome is told in words that no list has`() throws {
        #expect(try Self.adopted(Self.visit).outcome == .rejected)
    }

    @Test func `a date without a year in a note that tells how it went has been`() throws {
        let note = try Self.adopted(Self.visit.replacing("Weds 6 May", with: "20/12"))
        #expect(note.date == CalendarDate(year: 2025, month: 12, day: 20))
        #expect(SpelledDates(in: "20 December", today: Self.today).found.first?.date.year == 2026)
        #expect(
            SpelledDates(in: "20 December", today: Self.today, isOver: true).found.first?.date.year == 2025)
        #expect(
            SpelledDates(in: "23 November", today: Self.today, isOver: true).found.first?.date.year == 2026)
    }

    @Test func `a heading is about what most below it tells`() throws {
        let rest =
            "\n\n- who is on call when a sync fails?\n- how many nurses use it on the ward?\n- what happened to the last lead?\n"
        let before =
            "# Kumo Health, 12 Mar 2026\n\nSvenja asked why health.\nI felt good about it.\nThey liked the demo.\nTobias was late.\n\n"
        let asked = try Self.adopted(before + "want to ask Tobias next time:" + rest)
        #expect(asked.questionsToAsk.count == 3 && asked.actions.isEmpty)
        let toDo = "\n\n- read about the ward system\n- practise the demo with Ana\n- ring the agency\n"
        let actions = try Self.adopted(before + "things for next time:" + toDo)
        #expect(actions.actions.count == 3 && actions.questionsToAsk.isEmpty)
    }
}
