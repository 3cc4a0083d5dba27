/// The check for feedback that nobody has judged yet.
package enum Unsorted: Check {
    package static let code = Diagnostic.Code.unsorted

    package static func message(
        on feedback: Feedback, of note: Note, today: CalendarDate, _ configuration: Configuration
    ) -> String? {
        guard feedback.stage == .unsorted else { return nil }
        return "not sorted yet: chew on it, swallow it, keep it or spit it out"
    }
}
