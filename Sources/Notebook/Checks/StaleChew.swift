/// Feedback that has been chewed on for so long that a decision is due.
enum StaleChew: Check {
    static let code = Diagnostic.Code.staleChew

    static func message(
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
    /// For how many days this feedback has been in chew, if those are too many.
    ///
    /// - Parameter most: for how many days feedback may be chewed on before it is stale.
    func staleDays(on today: CalendarDate, staleAfter most: Int) -> Int? {
        stage == .chew ? since.flatMap { StaleChew.days(since: $0, on: today, staleAfter: most) } : nil
    }
}

extension StaleChew {
    /// For how many days something has been in chew, if those are too many.
    static func days(since: CalendarDate, on today: CalendarDate, staleAfter most: Int) -> Int? {
        let days = today.days(since: since)
        return days > most ? days : nil
    }
}

extension Index {
    /// For how many days a piece of feedback has been in chew, if those are too many.
    public func staleDays(of place: FeedbackPlace) -> Int? {
        self[place].staleDays(on: today, staleAfter: configuration.staleAfterDays)
    }
}
