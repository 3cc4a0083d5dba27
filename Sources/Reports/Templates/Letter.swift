internal import Insights
public import Notes

/// A letter to the interviewers: a request for feedback, or thanks for it.
public struct Letter: Sendable {
    /// The names that a letter's template may use.
    public static let names = [
        "interviewers", "interviewer", "company", "role", "round", "date", "day", "title", "answered",
        "written", "refused", "open",
    ]

    /// The values for the names in a letter's template.
    public let values: [String: Template.Value]

    /// Makes a letter.
    ///
    /// - Parameters:
    ///   - note: the note of the interview.
    ///   - kind: what the letter is. Thanks go to those who answered.
    public init(about note: Note, _ kind: TemplateKind = .request) {
        let people = kind == .thanks ? note.thanked : note.interviewers
        let isAnswered = note.requestDates.answered != nil || note.hasFeedback
        let isRefused = !isAnswered && note.requestDates.refused != nil
        values = [
            "interviewers": .text(Wording.list(people)),
            "interviewer": .list(people),
            "company": .text(note.company ?? ""),
            "role": .text(note.role ?? ""),
            "round": .text(note.round ?? ""),
            "date": .text(note.date?.description ?? ""),
            "day": .text(note.date.map { "\($0.day) \(CalendarDate.monthNames[$0.month - 1])" } ?? ""),
            "title": .text(note.title),
            "answered": .flag(isAnswered),
            "written": .flag(note.hasFeedback),
            "refused": .flag(isRefused),
            "open": .flag(!isAnswered && !isRefused),
        ]
    }
}
