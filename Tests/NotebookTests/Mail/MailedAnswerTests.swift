import Notebook
import Testing

/// What a mail does to a note.
struct MailedAnswerTests {
    private static let head = "---\ncompany: Acme\ndate: 2026-10-14\ninterviewers: [Dana Ruiz]\n---\n"

    private static func edit(_ mail: String, into note: String) throws -> NoteEdit {
        var dates = RequestDates()
        dates.answered = CalendarDate("2026-10-24")
        return try MailedAnswer.edit(
            MailMessage(Array(mail.utf8)), into: Array(note.utf8), path: NotePath("a.md"), recording: dates)
    }

    private static func text(_ edit: NoteEdit) -> String { String(decoding: edit.newBytes, as: UTF8.self) }

    @Test func `it stands as a quote below feedback, and every other byte stays`() throws {
        let note = Self.head + "- hunch: Too slow\n\n## Feedback, as they said it\n\n-\n"
        let edit = try Self.edit("Lead with it.\n\nBe brief.\n", into: note)
        let dated = note.replacing("[Dana Ruiz]\n", with: "[Dana Ruiz]\nanswered: 2026-10-24\n")
        #expect(Self.text(edit) == dated + "\n> Lead with it.\n>\n> Be brief.\n")
        #expect(edit.after.requestDates.answered?.description == "2026-10-24")
        #expect(try Self.edit("Lead with it.\n\nBe brief.\n", into: Self.text(edit)).isEmpty)
    }

    @Test func `without such a section it gets one, and says who wrote where that is another`() throws {
        #expect(
            Self.text(try Self.edit("Be brief.", into: Self.head + "Prose")).hasSuffix(
                "Prose\n\n## Feedback\n\n> Be brief.\n"))
        let other = "From: Lee Park <l@acme.example>\n\nBe brief.\n"
        let text = Self.text(try Self.edit(other, into: Self.head + "## Feedback\n\n"))
        #expect(text.hasSuffix("\n## Feedback from Lee Park\n\n> Be brief.\n"))
        let own = "From: Dana Ruiz <l@acme.example>\n\nBe brief.\n"
        #expect(
            Self.text(try Self.edit(own, into: Self.head + "## Feedback\n")).hasSuffix(
                "## Feedback\n\n> Be brief.\n"))
    }

    @Test func `line ends are the note's`() throws {
        let text = Self.text(try Self.edit("a\nb", into: Self.head.replacing("\n", with: "\r\n")))
        #expect(text.hasSuffix("\r\n## Feedback\r\n\r\n> a\r\n> b\r\n"))
    }

    @Test func `no mail changes what a note says otherwise, or it is refused`() throws {
        let note =
            Self.head
            + "- swallow: Lead with it. #a\n  - [ ] Do it\n- worked: x #a\n\n## Feedback\n\n- said\n"
        var refused = 0
        for text in HostileText.all where !text.folded.isEmpty {
            guard let mail = try? MailMessage(Array(text.utf8)) else { continue }
            var dates = RequestDates()
            dates.answered = .formatDay
            do throws(Refusal) {
                let edit = try MailedAnswer.edit(
                    mail, into: Array(note.utf8), path: NotePath("a.md"), recording: dates)
                #expect(edit.after.allActions.map(\.text) == ["Do it"], "\(text.debugDescription)")
                #expect(edit.after.feedback.prefix(2).map(\.text) == ["Lead with it.", "said"])
                #expect(edit.after.feedback.dropFirst(2).allSatisfy { $0.stage == .unsorted })
            } catch {
                refused += 1
            }
        }
        #expect(refused < HostileText.all.count / 2)
    }
}

/// What an invitation gives to a note.
struct InvitationTests {
    private static func calendar(_ lines: String...) -> [UInt8] {
        Array(
            (["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR", ""]).joined(
                separator: "\r\n"
            ).utf8)
    }

    @Test func `day, time, place and people are those of the invitation`() throws {
        let invitation = try Invitation(
            Self.calendar(
                "DTSTART;TZID=Europe/Berlin:20261201T093000", "SUMMARY:Interview\\, Acme",
                "LOCATION:Harbour St 4",
                "URL:https://meet.example/x", "ORGANIZER;CN=\"Ruiz; Dana\":mailto:d@acme.example",
                "ATTENDEE;ROLE=REQ-PARTICIPANT;CN=Lee P", " ark:mailto:l@acme.example",
                "ATTENDEE:mailto:x@y.example"))
        #expect(
            invitation.date.description == "2026-12-01" && invitation.time == "09:30" && !invitation.isInUTC)
        #expect(invitation.place == "Harbour St 4 https://meet.example/x")
        #expect(invitation.people == ["Ruiz; Dana", "Lee Park"] && invitation.summary == "Interview, Acme")
        #expect(try Invitation(Self.calendar("DTSTART:20261201T083000Z")).isInUTC)
        #expect(try Invitation(Self.calendar("DTSTART;VALUE=DATE:20261201")).time == nil)
        #expect(throws: Invitation.Failure.self) { try Invitation(Self.calendar("SUMMARY:x")) }
        #expect(throws: Invitation.Failure.self) { try Invitation(Array("x".utf8)) }
    }

    @Test func `a note of it reads back as what the invitation said`() throws {
        let template = try Template(
            Array(TemplateKind.note.standardText.utf8), names: TemplateKind.note.names)
        for isInUTC in [false, true] {
            var new = NewNote(
                company: "Acme", role: nil, round: nil, date: CalendarDate("2026-12-01"), interviewers: [],
                today: .formatDay)
            (new.time, new.isInUTC, new.place) = ("09:30", isInUTC, "Harbour St 4, https://meet.example/x")
            let note = try #require(
                NotebookIndex(reading: new.bytes(from: template), as: new.fileName).notes.first)
            #expect(note.time == "09:30" && note.timeOffset == (isInUTC ? "Z" : nil))
            #expect(note.place == new.place && note.date?.description == "2026-12-01")
        }
    }
}
