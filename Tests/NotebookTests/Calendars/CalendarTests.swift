import Markup
import Notebook
import Testing

@testable import Notes
@testable import Storage

/// What a notebook puts into a calendar.
struct CalendarTests {
    private static let notes: [(name: String, text: String)] = [
        (
            "2026-10-14-acme.md",
            """
            ---
            company: Acme
            round: onsite
            date: 2026-10-14
            interviewers: [Dana Ruiz]
            ---
            - swallow: Lead, then tell; it helps. #structure
              - [ ] Rewrite three stories due:2026-12-01
              - [/] Tell one a day scheduled:2026-11-25
              - [ ] No day
              - [x] Done already due:2026-11-01 done:2026-10-30
            """
        ),
        (
            "2026-11-20-plain.md",
            "---\ncompany: Globex\ndate: 2026-11-20\ninterviewers: [Lee]\noutcome: rejected\n---\n"
        ),
        (
            "2026-12-05-initech.md",
            """
            ---
            company: Initech
            round: final
            date: 2026-12-05
            time: 09:30
            place: Harbour St 4, https://meet.example/x;y
            outcome: scheduled
            ---
            """
        ),
        (
            "2026-12-06-utc.md",
            "---\ncompany: Umbrella\ndate: 2026-12-06T00:30+02:00\noutcome: scheduled\n---\n"
        ),
        ("2026-12-07-day.md", "---\ncompany: Hooli\ndate: 2026-12-07\noutcome: scheduled\n---\n"),
    ]

    private static func components(all: Bool = false, asEvents: Bool = false) -> [ICalendarComponent] {
        NotebookCalendar(NotebookIndex(readingNotes: notes), all: all, asEvents: asEvents).components
    }

    private static func component(_ summary: String, in all: [ICalendarComponent]) throws
        -> ICalendarComponent
    {
        try #require(all.first { $0["SUMMARY"]?.text == summary }, "\(summary)")
    }

    @Test func `an interview to come is at its time, in UTC where an offset is known, else all day`() throws {
        let all = Self.components()
        let timed = try Self.component("Initech, final", in: all)
        #expect(timed["DTSTART"]?.value == "20261205T093000" && timed["DTSTART"]?.parameters == "")
        #expect(timed["LOCATION"]?.text == "Harbour St 4, https://meet.example/x;y")
        #expect(timed["URL"]?.value == "https://meet.example/x;y")
        #expect(timed.components.first?["TRIGGER"]?.value == "-PT15H30M")
        #expect(timed.components.first?["DESCRIPTION"]?.text == "Lead, then tell; it helps.")
        #expect(try Self.component("Umbrella", in: all)["DTSTART"]?.value == "20261205T223000Z")
        let day = try Self.component("Hooli", in: all)
        #expect(day["DTSTART"] == .init(name: "DTSTART", parameters: ";VALUE=DATE", value: "20261207"))
        #expect(day["DTEND"]?.value == "20261208" && day.components.first?["TRIGGER"]?.value == "-PT6H")
        #expect(all.filter { $0.name == "VEVENT" }.count == 3)
        #expect(Self.components(all: true).filter { $0.name == "VEVENT" }.count == 5)
    }

    @Test func `what has a day and is not done is to do, or an event of a day, and never both`() throws {
        let tasks = Self.components().filter { $0.name == "VTODO" }
        #expect(
            Set(tasks.compactMap { $0["SUMMARY"]?.text }) == [
                "Rewrite three stories", "Tell one a day", "Ask Lee for feedback: Globex",
                "Thank Dana Ruiz for the answer: Acme, onsite",
            ])
        let story = try Self.component("Rewrite three stories", in: tasks)
        #expect(story["DUE"]?.value == "20261201" && story["STATUS"]?.value == "NEEDS-ACTION")
        #expect(try Self.component("Tell one a day", in: tasks)["STATUS"]?.value == "IN-PROCESS")
        #expect(try Self.component("Tell one a day", in: tasks)["DTSTART"]?.value == "20261125")
        let events = Self.components(asEvents: true)
        #expect(events.allSatisfy { $0.name == "VEVENT" } && events.count == Self.components().count)
        #expect(Set(events.map { $0["UID"]?.value }) == Set(Self.components().map { $0["UID"]?.value }))
    }

    @Test func `no two items share a UID, and a UID stays when the box, the day or the year does not`() {
        let all = Self.components(all: true)
        #expect(Set(all.map { $0["UID"]?.value }).count == all.count)
        let later = Self.notes.map {
            ($0.name, $0.text.replacing("[ ] Rewrite", with: "[/] Rewrite").replacing("12-01", with: "12-02"))
        }
        let moved = NotebookCalendar(NotebookIndex(readingNotes: later), all: true).components
        #expect(Set(moved.map { $0["UID"]?.value }) == Set(all.map { $0["UID"]?.value }))
    }

    @Test func `what is written is read again, whatever the text, in lines that are not too long`() throws {
        let texts = HostileText.all + [String(repeating: "渡", count: 90), String(repeating: "a;", count: 70)]
        for text in texts {
            var component = ICalendarComponent("VTODO")
            component.add("SUMMARY", text: text)
            component.add("UID", "x")
            let bytes = ICalendarWriter.calendar(of: [component])
            for line in bytes.split(separator: 0x0A) {
                #expect(line.count <= 76 && line.last == 0x0D)
                #expect(String(validating: line, as: UTF8.self) != nil)
            }
            let read = try ICalendarReader.calendar(bytes).components
            try #require(read.count == 1 && read[0].properties.count == 2, "\(text.debugDescription)")
            let written = component["SUMMARY"]?.text
            #expect(read[0]["SUMMARY"]?.text == written)
        }
        let calendar = NotebookCalendar(
            WordNotebook.index(with: "a\r\nEND:VTODO\r\nBEGIN:VEVENT,;\\n"), all: true)
        #expect(try ICalendarReader.calendar(calendar.bytes()).components.count == calendar.components.count)
    }

    @Test(arguments: [
        "", "x", "BEGIN:VCALENDAR", "BEGIN:VEVENT\nEND:VEVENT\n", "BEGIN:VCALENDAR\nEND:VEVENT\n", "\u{0}",
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VCALENDAR\n", "BEGIN:VCALENDAR\nno colon\nEND:VCALENDAR\n",
    ])
    func `a broken calendar is refused`(text: String) {
        #expect(throws: ICalendarReader.Failure.self) { try ICalendarReader.calendar(Array(text.utf8)) }
    }
}
