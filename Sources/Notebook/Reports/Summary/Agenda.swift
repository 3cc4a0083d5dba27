/// What the method would have one do next, all of it from the notes.
struct Agenda: Sendable {
    /// Notes that still say `scheduled` though the day has passed, the latest first.
    let toUpdate: [Int]
    /// Feedback that is to be sorted, in reading order.
    let unsorted: [FeedbackPlace]
    /// Feedback that has been in chew for too long, longest first.
    let stale: [FeedbackPlace]
    /// Feedback that was swallowed without an action or a plan.
    let lackingAction: [FeedbackPlace]
    /// Overdue actions, longest first.
    let overdue: [OverdueAction]
    /// Notes whose interviewers are to be asked, the latest interview first.
    let ask: [Int]
    /// Notes whose answer nobody has given thanks for.
    let thank: [Int]
    /// Notes whose request went silent.
    let letGo: [Int]

    struct OverdueAction: Sendable {
        let note: Int
        let action: Action
        let due: CalendarDate
    }

    init(_ index: Index) {
        let notes = index.notes
        let today = index.today
        let feedback = index.allFeedback
        unsorted = feedback.filter { index[$0].stage == .unsorted }
        stale = feedback.filter { index.staleDays(of: $0) != nil }.sorted { a, b in
            let (first, second) = (index[a].since?.dayNumber ?? 0, index[b].since?.dayNumber ?? 0)
            return first != second ? first < second : (a.note, a.number) < (b.note, b.number)
        }
        lackingAction = feedback.filter { index[$0].lacksAction }
        var overdue: [OverdueAction] = []
        for note in notes.indices {
            for action in notes[note].allActions(where: { $0.isOverdue(on: today) }) {
                if let due = action.due { overdue.append(.init(note: note, action: action, due: due)) }
            }
        }
        self.overdue = overdue.enumerated()
            .sorted { ($0.element.due.dayNumber, $0.offset) < ($1.element.due.dayNumber, $1.offset) }
            .map(\.element)
        func isRecent(_ day: CalendarDate?) -> Bool {
            day.map { today.days(since: $0) <= AskList.recentDays } ?? false
        }
        toUpdate = notes.indices.filter { notes[$0].hasPassed(on: today) && isRecent(notes[$0].date) }
            .sorted { (notes[$0].date?.dayNumber ?? 0, $0) > (notes[$1].date?.dayNumber ?? 0, $1) }
        let requests = AskList(index).rows
        func interviews(to step: AskList.Step) -> [Int] { requests.filter { $0.step == step }.map(\.note) }
        ask = interviews(to: .ask)
        thank = interviews(to: .thank)
        letGo = interviews(to: .letGo)
    }
}

extension Note {
    /// Whether the note still says that the interview is to come, though its day has passed.
    func hasPassed(on today: CalendarDate) -> Bool {
        outcome == .scheduled && date.map { $0 < today } ?? false
    }
}
