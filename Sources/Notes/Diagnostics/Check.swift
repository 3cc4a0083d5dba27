/// A check for something to do next by the method.
///
/// It looks at one piece of feedback and at the day.
package protocol Check: SendableMetatype {
    /// Returns what to say about a piece of a note's feedback; nil if there is nothing to do.
    static func message(
        on feedback: Feedback, of note: Note, today: CalendarDate, _ configuration: Configuration
    ) -> String?

    static var code: Diagnostic.Code { get }
}

extension Note {
    /// Returns what to do next about this note by the method, in reading order.
    package func checked(today: CalendarDate, _ configuration: Configuration) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        func add<C: Check>(_ check: C.Type, _ feedback: Feedback) {
            guard let message = C.message(on: feedback, of: self, today: today, configuration) else { return }
            diagnostics.append(Diagnostic(C.code, path: path, at: feedback.position, message))
        }
        for key in FrontMatterKey.allCases {
            guard let date = requestDates[key], date > today else { continue }
            diagnostics.append(.dateToCome(key: key, date, path, at: requestPositions[key]))
        }
        for feedback in feedback {
            add(DayOfStage.self, feedback)
            add(Unsorted.self, feedback)
            add(StaleChew.self, feedback)
            add(NoAction.self, feedback)
            add(SelfTalk.self, feedback)
        }
        for story in stories {
            if let gap = Diagnostic.storyGap(story, path) { diagnostics.append(gap) }
        }
        return diagnostics
    }
}
