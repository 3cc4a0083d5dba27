/// The check for swallowed feedback without an action or a plan.
package enum NoAction: Check {
    package static let code = Diagnostic.Code.noAction

    package static func message(
        on feedback: Feedback, of note: Note, today: CalendarDate, _ configuration: Configuration
    ) -> String? {
        guard feedback.lacksAction else { return nil }
        return "swallowed without an action or a plan: add `- [ ] …` or `- if: … → …` below it"
    }
}

extension Feedback {
    /// Whether the feedback is swallowed and has neither an action nor a plan.
    public var lacksAction: Bool {
        Self.lacksAction(stage, isFollowed: !actions.isEmpty || !plans.isEmpty)
    }

    /// Returns whether feedback in a stage lacks an action.
    ///
    /// Feedback that has an action or a plan is followed, and lacks none.
    package static func lacksAction(_ stage: Stage, isFollowed: Bool) -> Bool {
        stage == .swallow && !isFollowed
    }
}
