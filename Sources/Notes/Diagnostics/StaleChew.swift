/// The check for feedback that has been chewed on for so long that a decision is due.
package enum StaleChew: Check {
    package static let code = Diagnostic.Code.staleChew

    package static func message(
        on feedback: Feedback, of note: Note, today: CalendarDate, _ configuration: Configuration
    ) -> String? {
        feedback.staleDays(on: today, staleAfter: configuration.staleAfterDays).map { days in
            let from = note.dayWords(for: feedback)
            let time = from.isEmpty ? "in chew for \(days) days" : "in chew, \(days) days\(from)"
            return "\(time): swallow it, keep it or spit it out"
        }
    }
}

extension Feedback {
    /// Returns for how many days this feedback has been chewed on; nil unless that is too long.
    ///
    /// It is too long after more days than the limit.
    package func staleDays(on today: CalendarDate, staleAfter limit: Int) -> Int? {
        stage == .chew ? since.flatMap { StaleChew.days(since: $0, on: today, staleAfter: limit) } : nil
    }
}

extension StaleChew {
    /// Returns for how many days something has been chewed on since a day; nil unless that is too long.
    package static func days(since: CalendarDate, on today: CalendarDate, staleAfter limit: Int) -> Int? {
        let days = today.days(since: since)
        return days > limit ? days : nil
    }
}
