/// Feedback that has been chewed on for so long that a decision is due.
enum StaleChew: Check {
    static func diagnostics(of note: Note, today: CalendarDate) -> [Diagnostic] {
        note.feedback.compactMap { feedback in
            guard let days = feedback.staleDays(on: today) else { return nil }
            return Diagnostic(
                .staleChew, path: note.path, at: feedback.place,
                "in chew for \(days) days: swallow it or spit it out")
        }
    }
}

extension Feedback {
    /// For how many days feedback may be chewed on before it is stale.
    public static let staleAfterDays = 14

    /// For how many days this feedback has been in chew, if those are too many.
    public func staleDays(on today: CalendarDate) -> Int? {
        guard stage == .chew, let since else { return nil }
        let days = today.days(since: since)
        return days > Self.staleAfterDays ? days : nil
    }
}
