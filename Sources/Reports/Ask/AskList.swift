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
    }

    package let index: Index
    package let rows: [Row]
    /// How many more interviews there are from long ago.
    package let older: Int
    /// How many more interviews there are without a known day.
    package let undated: Int

    /// For how many days after an interview, a request or an answer the list shows it without being asked to.
    package static let recentDays = 90

    /// Lists what there is to do.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - all: Whether to list what is long ago, or has no day, too.
    public init(_ index: Index, all: Bool = false) {
        self.index = index
        let rows = index.notes.indices.compactMap { Self.row(of: $0, in: index) }
        let recent = rows.filter { row in
            row.since.map { index.today.days(since: $0) <= Self.recentDays } ?? false
        }
        undated = all ? 0 : rows.count { $0.since == nil }
        older = all ? 0 : rows.count - recent.count - undated
        self.rows = (all ? rows : recent).map { row in
            (row: row, key: (row.step.rawValue, -Int(row.since?.dayNumber ?? .min), row.note))
        }.sorted { $0.key < $1.key }.map(\.row)
    }

    private static func row(of number: Int, in index: Index) -> Row? {
        let note = index.notes[number]
        guard note.isInterview, note.outcome != .withdrawn else { return nil }
        let dates = note.requestDates
        let state = index.request(of: note)
        if note.mayBeAnswered(state) {
            return Row(note: number, step: .adopt, since: dates.asked ?? note.date)
        }
        switch state {
        case .upcoming, .refused: return nil
        case .notAsked:
            return Row(note: number, step: note.outcome == .waiting ? .askLater : .ask, since: note.date)
        case .answered:
            if dates.thanked != nil { return nil }
            return Row(note: number, step: .thank, since: dates.answered ?? dates.asked ?? note.date)
        case .asked: return Row(note: number, step: .wait, since: dates.asked)
        case .silent: return Row(note: number, step: .letGo, since: dates.asked)
        }
    }
}
