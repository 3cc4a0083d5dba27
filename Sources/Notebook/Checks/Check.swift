/// Something that the method would do next, seen from one note and the day.
protocol Check: SendableMetatype {
    static func diagnostics(of note: Note, today: CalendarDate, _ configuration: Configuration)
        -> [Diagnostic]
}

extension Note {
    private static let checks: [any Check.Type] = [
        Unsorted.self, StaleChew.self, NoAction.self, SelfTalk.self,
    ]

    /// What the method would do next about this note, in reading order.
    func checked(today: CalendarDate, _ configuration: Configuration) -> [Diagnostic] {
        if feedback.isEmpty { return [] }
        return Self.checks.flatMap { $0.diagnostics(of: self, today: today, configuration) }
    }
}
