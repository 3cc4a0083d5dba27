package import Insights
package import Notes

/// What the method suggests to do next, all of it from the notes.
package struct Agenda: Sendable {
    /// Notes that still say `scheduled` though the day has passed, latest first.
    package let toUpdate: [Int]
    /// Feedback that is still to be sorted, in reading order.
    package let unsorted: [FeedbackID]
    /// Feedback that has been in chew for too long, longest first.
    package let stale: [FeedbackID]
    /// Lessons without an action or a plan, each by the first feedback that was swallowed for it.
    package let lackingAction: [FeedbackID]
    /// Overdue actions, longest first.
    package let overdue: [ActionID]
    /// Notes whose interviewers are to be asked, latest interview first.
    package let ask: [Int]
    /// Notes in which a part that is not read may be the answer.
    package let toAdopt: [Int]
    /// Notes with an answer that nobody has given thanks for.
    package let thank: [Int]
    /// Requests that went silent.
    package let letGo: [AskList.Row]

    /// Collects what to do.
    ///
    /// - Parameters:
    ///   - index: The notebook, whose day is today.
    ///   - table: The index's feedback.
    ///   - lessons: The index's lessons.
    ///   - requests: The index's requests.
    ///   - overdue: The index's overdue actions.
    package init(
        _ index: NotebookIndex, _ table: FeedbackTable, lessons: [Lesson], requests: AskList,
        overdue: [ActionID]
    ) {
        let notes = index.notes
        let today = index.today
        let staleAfter = index.configuration.staleAfterDays
        unsorted = table.rows(in: .unsorted).map(\.id)
        stale = table.rows(in: .chew).filter { row in
            row.since.flatMap { StaleChew.days(since: $0, on: today, staleAfter: staleAfter) } != nil
        }.sortedByDay(\.since).map(\.id)
        // One action is enough for all that was swallowed for a lesson.
        lackingAction = lessons.filter { $0.statements.allSatisfy { index[$0].lacksAction } }
            .compactMap { $0.statements.min() }.sorted()
        self.overdue = overdue
        toUpdate = index.missed().filter { AskList.isRecent(notes[$0].date, on: today) }
        func interviews(to step: AskList.Step) -> [Int] {
            requests.rows.filter { $0.step == step }.map(\.note)
        }
        ask = interviews(to: .ask)
        toAdopt = interviews(to: .adopt)
        thank = interviews(to: .thank)
        letGo = requests.rows.filter { $0.step == .letGo }
    }
}

extension NotebookIndex {
    /// Returns the overdue actions, longest overdue first, and then in reading order.
    ///
    /// Those below feedback that was spat out are left out.
    package func overdueActions() -> [ActionID] {
        let overdue = concurrently(notes.count) { note in
            actionIDs(ofNote: note) { $0.isOverdue(on: today) }.filter { !isSpatOut($0) }
        }
        return overdue.flatMap(\.self).sortedByDay { self[$0].due }
    }
}
