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

    /// How many days are soon, today among them.
    private static let soonDays = 7

    /// - Parameters:
    ///   - filter: which actions are listed; ids are the same whatever is.
    ///   - all: whether what is done or dropped is listed too.
    public init(_ index: Index, filter: Filter = Filter(), all: Bool = false) {
        self.index = index
        self.filter = filter
        let today = index.today
        let entries = index.actionEntries().filter { entry in
            if filter.isEmpty { return true }
            return filter.includes(index.notes[entry.note])
                && filter.includes(entry.action.topics + (index.lesson(of: entry)?.topics ?? []))
        }
        func section(_ title: Section.Title, _ fits: (Action) -> Bool, by day: (Action) -> CalendarDate?)
            -> Section
        {
            // Their numbers, for an entry is long to move.
            let fitting = entries.indices.filter { fits(entries[$0].action) }.map {
                (day: day(entries[$0].action)?.dayNumber ?? .max, number: $0)
            }
            return Section(title: title, entries: fitting.sorted { $0 < $1 }.map { entries[$0.number] })
        }
        func open(_ title: Section.Title, _ fits: (Int) -> Bool) -> Section {
            section(
                title, { $0.state == .open && $0.due.map { fits($0.days(since: today)) } ?? false }, by: \.due
            )
        }
        var sections = [
            open(.overdue) { $0 < 0 },
            open(.soon) { (0..<Self.soonDays).contains($0) },
            open(.later) { $0 >= Self.soonDays },
            section(.noDate, { $0.state == .open && $0.due == nil }, by: \.scheduled),
            section(.inProgress, { $0.state == .inProgress }, by: \.due),
        ]
        if all {
            // What was finished last comes first.
            let done = section(.done, { $0.state == .done }, by: \.done)
            sections.append(Section(title: .done, entries: done.entries.reversed()))
            sections.append(section(.dropped, { $0.state == .dropped }, by: \.dropped))
        }
        self.sections = sections.filter { !$0.entries.isEmpty }
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
