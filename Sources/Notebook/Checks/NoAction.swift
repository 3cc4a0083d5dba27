/// Feedback that was swallowed, and of which nothing follows.
enum NoAction: Check {
    static let code = Diagnostic.Code.noAction

    static func message(
        on feedback: Feedback, of note: Note, today: CalendarDate, _ configuration: Configuration
    ) -> String? {
        guard feedback.lacksAction else { return nil }
        return "swallowed without an action or a plan: add `- [ ] …` or `- if: … → …` below it"
    }
}

extension Feedback {
    /// Whether it was swallowed and has neither an action nor a plan.
    public var lacksAction: Bool {
        Self.lacksAction(stage, isFollowed: !actions.isEmpty || !plans.isEmpty)
    }

    /// - Parameter isFollowed: whether an action or a plan follows from it.
    static func lacksAction(_ stage: Stage, isFollowed: Bool) -> Bool { stage == .swallow && !isFollowed }
}
