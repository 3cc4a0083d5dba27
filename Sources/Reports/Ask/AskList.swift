public import Insights
package import Notes

/// Whom to ask for feedback, who has not answered, and whom to thank.
///
/// This value holds what the report says, and `AskText` writes it.
public struct AskList: Sendable {
    /// What there is to do about an interview, most useful first.
    package enum Step: Int, Comparable {
        case ask
        /// Check whether a part of the note that is not read is the answer.
        case adopt
        case thank
        /// Ask once there is a decision.
        case askLater
        case wait, letGo

        package static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
    }

    package struct Row: Sendable {
        package let note: Int
        package let step: Step
        /// The day of the interview, of the request or of the answer, whichever the step depends on.
        package let since: CalendarDate?
        /// How the company's decision stands.
        package let state: InterviewThread.State

        /// Returns the people whom the step is about: those who answered, for thanks, and else the
        /// interviewers.
        package func people(of note: Note) -> [String] { step == .thank ? note.thanked : note.interviewers }
    }

    package let index: NotebookIndex
    package let rows: [Row]
    /// How many more interviews there are from long ago.
    package let older: Int
    /// How many more interviews there are without a known day.
    package let undated: Int

    /// For how many days after an interview, a request or an answer the list shows it without being asked to.
    package static let recentDays = 90

    /// Returns whether a day is so recent that the list shows what it is the day of.
    package static func isRecent(_ day: CalendarDate?, on today: CalendarDate) -> Bool {
        day.map { today.days(since: $0) <= recentDays } ?? false
    }

    /// Lists what there is to do.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - all: Whether to list what is long ago, or has no day, too.
    public init(_ index: NotebookIndex, all: Bool = false) {
        self.index = index
        let rows = index.interviewThreads().flatMap { Self.rows(of: $0, in: index, all: all) }
        let recent = rows.filter { Self.isRecent($0.since, on: index.today) }
        undated = all ? 0 : rows.count { $0.since == nil }
        older = all ? 0 : rows.count - recent.count - undated
        self.rows = (all ? rows : recent).map { row in
            (row: row, key: (row.step.rawValue, -Int(row.since?.dayNumber ?? .min), row.note))
        }.sorted { $0.key < $1.key }.map(\.row)
    }

    /// Returns what there is to do about the interviews of a thread.
    private static func rows(of thread: InterviewThread, in index: NotebookIndex, all: Bool) -> [Row] {
        let state = thread.state(in: index)
        var rows: [Row] = []
        var (hasLater, isAnsweredLater) = (false, false)
        var later = LaterThanks()
        for number in thread.notes.reversed() {
            let note = index.notes[number]
            let request = index.request(of: note)
            // Who made an offer is not asked what was amiss, and who has answered since is not asked again.
            // After a later round, or while they decide, advice has to wait.
            let isOpen = state == .open || state == .unknown && hasLater
            let ask: Step? = state == .offered || isAnsweredLater ? nil : isOpen ? .askLater : .ask
            let came = note.requestDates.answered ?? note.requestDates.asked ?? note.date
            // What is long ago is not listed, so nobody need be looked for there.
            let isListed = request == .answered && (all || isRecent(came, on: index.today))
            let people = isListed ? note.thanked.map(\.caseFolded) : []
            if let (step, since) = step(note, request, ask: ask, letGo: state == .offered ? nil : .letGo),
                step != .thank || !later.reach(people, since: came)
            {
                rows.append(Row(note: number, step: step, since: since, state: state))
                if step == .thank { later.toGive.formUnion(people) }
            }
            later.add(people, on: note.requestDates.thanked)
            hasLater = true
            if request == .answered { isAnsweredLater = true }
        }
        return rows
    }

    /// Returns what there is to do about an interview, and the day that this depends on.
    private static func step(
        _ note: Note, _ request: RequestState, ask: Step?, letGo: Step?
    ) -> (Step, since: CalendarDate?)? {
        let dates = note.requestDates
        if note.outcome == .withdrawn { return nil }
        if note.mayBeAnswered(request) { return (.adopt, dates.asked ?? note.date) }
        switch request {
        case .upcoming, .refused: return nil
        case .notAsked: return ask.map { ($0, note.date) }
        case .answered:
            return dates.areThanksGiven ? nil : (.thank, dates.answered ?? dates.asked ?? note.date)
        case .asked: return (.wait, dates.asked)
        case .silent: return letGo.map { ($0, dates.asked) }
        }
    }
}

/// Whom later notes of the same job thank, or are to.
///
/// One letter thanks a person for all that he or she said up to then.
private struct LaterThanks {
    /// The people to thank, in small letters.
    var toGive: Set<String> = []
    private var given: [String: CalendarDate] = [:]

    mutating func add(_ people: [String], on day: CalendarDate?) {
        guard let day else { return }
        for name in people { given[name] = max(given[name] ?? day, day) }
    }

    /// Returns whether each of some people is thanked on or after a day.
    func reach(_ people: [String], since day: CalendarDate?) -> Bool {
        !people.isEmpty
            && people.allSatisfy { name in
                toGive.contains(name) || given[name].map { $0 >= day ?? $0 } ?? false
            }
    }
}
