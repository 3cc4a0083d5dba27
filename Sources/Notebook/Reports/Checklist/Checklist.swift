internal import Markup

/// Every action of the notebook, by when it is due, as a list to tick in any editor.
public struct Checklist: Sendable {
    /// An action, what it came from, and the id by which it is found again.
    struct Entry: Sendable {
        let note: Int
        let action: Action
        /// The feedback that the action belongs to, by its number in the note.
        let lesson: Int?
        /// The action's text as one line of words.
        let text: String
        let id: ChecklistID
    }

    struct Section: Sendable {
        enum Title: String, CaseIterable {
            case overdue = "Overdue"
            case soon = "Next seven days"
            case later = "Later"
            case noDate = "No date"
            case inProgress = "In progress"
            case done = "Done"
            case dropped = "Dropped"
        }

        let title: Title
        let entries: [Entry]
    }

    let index: Index
    let filter: Filter
    /// Those with entries, most urgent first.
    let sections: [Section]

    /// - Parameters:
    ///   - filter: which actions are listed; ids are the same whatever is.
    ///   - all: whether what is done or dropped is listed too.
    public init(_ index: Index, filter: Filter = Filter(), all: Bool = false) {
        self.index = index
        self.filter = filter
        var entries = index.actionEntries()
        if !filter.isEmpty {
            entries = entries.filter { entry in
                filter.includes(index.notes[entry.note])
                    && filter.includes(entry.action.topics + (index.lesson(of: entry)?.topics ?? []))
            }
        }
        // Their numbers, for an entry is long to move.
        var places: [Section.Title: [(day: Int32, number: Int)]] = [:]
        for number in entries.indices {
            let (title, day) = entries[number].action.section(on: index.today)
            places[title, default: []].append((day?.dayNumber ?? .max, number))
        }
        sections = Section.Title.allCases.compactMap { title in
            guard all || !title.isOver, let places = places[title] else { return nil }
            let sorted = places.sorted { $0 < $1 }.map { entries[$0.number] }
            // What was finished last comes first.
            return Section(title: title, entries: title == .done ? sorted.reversed() : sorted)
        }
    }
}

extension Checklist.Section.Title {
    fileprivate var isOver: Bool { self == .done || self == .dropped }
}

extension Action {
    /// How many days are soon, today among them.
    private static let soonDays = 7

    /// Where in a checklist the action stands, and the day by which it does.
    fileprivate func section(on today: CalendarDate) -> (Checklist.Section.Title, by: CalendarDate?) {
        switch state {
        case .inProgress: return (.inProgress, due)
        case .done: return (.done, done)
        case .dropped: return (.dropped, dropped)
        case .open:
            guard let due else { return (.noDate, scheduled) }
            let days = due.days(since: today)
            return (days < 0 ? .overdue : days < Self.soonDays ? .soon : .later, due)
        }
    }
}

extension Index {
    /// Every action in reading order, each with its id.
    func actionEntries() -> [Checklist.Entry] {
        var ordinals: [String: Int] = Dictionary(minimumCapacity: notes.count)
        var entries: [Checklist.Entry] = []
        for note in notes.indices {
            var all = notes[note].actions.map { (action: $0, lesson: Int?.none) }
            for (number, feedback) in notes[note].feedback.enumerated() {
                all += feedback.actions.map { ($0, number) }
            }
            for (action, lesson) in all.sorted(by: { $0.action.place < $1.action.place }) {
                let text = action.text.folded
                let ordinal = ordinals[text, default: 0]
                ordinals[text] = ordinal + 1
                let id = ChecklistID(text: text, ordinal: ordinal, box: action.box)
                entries.append(.init(note: note, action: action, lesson: lesson, text: text, id: id))
            }
        }
        return entries
    }

    /// The feedback that an action belongs to.
    func lesson(of entry: Checklist.Entry) -> Feedback? {
        entry.lesson.map { notes[entry.note].feedback[$0] }
    }
}
