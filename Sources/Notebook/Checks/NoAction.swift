/// Feedback that was swallowed, and of which nothing follows.
enum NoAction: Check {
    static func diagnostics(of note: Note, today: CalendarDate, _ configuration: Configuration)
        -> [Diagnostic]
    {
        note.feedback.filter(\.lacksAction).map {
            Diagnostic(
                .noAction, path: note.path, at: $0.place,
                "swallowed without an action or a plan: add `- [ ] …` or `- if: … → …` below it")
        }
    }
}

extension Feedback {
    /// Whether it was swallowed and has neither an action nor a plan.
    public var lacksAction: Bool { stage == .swallow && actions.isEmpty && plans.isEmpty }
}
