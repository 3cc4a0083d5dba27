/// The check for feedback that is in its stage since a day that cannot be.
///
/// The day counts as it is written.
package enum DayOfStage: Check {
    package static let code = Diagnostic.Code.badDate

    package static func message(
        on feedback: Feedback, of note: Note, today: CalendarDate, _ configuration: Configuration
    ) -> String? {
        guard feedback.isSinceWritten, let since = feedback.since else { return nil }
        if since > today { return "`since` is \(since), a day that has not come yet" }
        guard let date = note.date, since < date else { return nil }
        return "`since` is \(since), before the interview on \(date)"
    }
}
