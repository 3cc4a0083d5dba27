public import Insights
internal import Markup
package import Notes

/// Every action of the notebook, by when it is due, as a list to tick in any editor.
public struct Checklist: Sendable {
    /// An action, and the id by which it is found again.
    package struct Entry: Sendable {
        package let action: ActionID
        package let key: ActionKey
        package let id: ChecklistID
        package let section: Section.Title
        /// The day that it is sorted by within its section.
        package let day: CalendarDate?
    }

    package struct Section: Sendable {
        package enum Title: String, CaseIterable {
            case overdue = "Overdue"
            case soon = "Next seven days"
            case later = "Later"
            case noDate = "No date"
            case inProgress = "In progress"
            case done = "Done"
            case dropped = "Dropped"
        }

        package let title: Title
        package let entries: [Entry]
    }

    package let index: NotebookIndex
    package let filter: Filter
    /// The sections that have entries, most urgent first.
    package let sections: [Section]

    /// Lists the actions.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - filter: Which actions are listed. Their ids do not depend on it.
    ///   - all: Whether actions that are done or dropped are listed too.
    public init(_ index: NotebookIndex, filter: Filter = Filter(), all: Bool = false) {
        self.index = index
        self.filter = filter
        var entries = index.actionEntries()
        if !filter.isEmpty {
            var keys = NameKeys(ofCompanies: index.configuration)
            entries = entries.filter { entry in
                filter.includes(index.notes[entry.action.note], &keys)
                    && filter.includes(
                        index[entry.action].topics + (entry.action.lesson.map { index[$0].topics } ?? []))
            }
        }
        // Numbers are sorted in place of entries, because an entry is long to move.
        var days: [Section.Title: [(day: Int32, number: Int)]] = [:]
        for number in entries.indices {
            let entry = entries[number]
            days[entry.section, default: []].append((entry.day?.dayNumber ?? .max, number))
        }
        sections = Section.Title.allCases.compactMap { title in
            guard all || !title.isOver, let days = days[title] else { return nil }
            let sorted = days.sorted { $0 < $1 }.map { entries[$0.number] }
            // What was finished last comes first.
            return Section(title: title, entries: title == .done ? sorted.reversed() : sorted)
        }
    }
}

extension Checklist.Section.Title {
    fileprivate var isOver: Bool { self == .done || self == .dropped }
}

extension Action {
    /// The text as one line of words.
    package var oneLine: String { text.folded }

    /// How many days count as soon, today among them.
    private static let soonDays = 7

    /// Returns the section that the action belongs to, and the day that it is sorted by.
    fileprivate func section(on today: CalendarDate) -> (Checklist.Section.Title, by: CalendarDate?) {
        switch state {
        case .inProgress: return (.inProgress, due)
        case .done: return (.done, done)
        case .dropped: return (.dropped, dropped)
        case .open:
            guard let due else {
                guard let scheduled else { return (.noDate, nil) }
                // What can be begun already is next, and never overdue.
                return (scheduled.days(since: today) < Self.soonDays ? .soon : .later, scheduled)
            }
            let days = due.days(since: today)
            return (days < 0 ? .overdue : days < Self.soonDays ? .soon : .later, due)
        }
    }
}

extension NotebookIndex {
    /// Returns every action in reading order, each with its id.
    package func actionEntries() -> [Checklist.Entry] {
        // All cores share the work that looks at each action.
        Array(concurrently(notes.count) { entries(ofNote: $0) }.joined())
    }

    private func entries(ofNote note: Int) -> [Checklist.Entry] {
        let ids = actionIDs(ofNote: note)
        return zip(ids, notes[note].keys(of: ids)).map { id, key in
            let action = self[id]
            let (section, day) = action.section(on: today)
            return Checklist.Entry(
                action: id, key: key, id: ChecklistID(key, box: action.box), section: section, day: day)
        }
    }
}
