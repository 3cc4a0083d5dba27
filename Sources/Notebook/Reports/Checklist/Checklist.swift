internal import Markup

/// Every action of the notebook, by when it is due, as a list to tick in any editor.
public struct Checklist: Sendable {
    /// An action, and the id by which it is found again.
    struct Entry: Sendable {
        let place: ActionPlace
        let id: ChecklistID
        let section: Section.Title
        /// The day by which it stands among others of its section.
        let day: CalendarDate?
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
                filter.includes(index.notes[entry.place.note])
                    && filter.includes(
                        index[entry.place].topics + (entry.place.lesson.map { index[$0].topics } ?? []))
            }
        }
        // Their numbers, for an entry is long to move.
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
    var oneLine: String { text.folded }

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
        // All that takes a look at the actions is done on all cores.
        let found = concurrently(notes.count) { note in
            actions(ofNote: note).map { place in
                let action = self[place]
                let (section, day) = action.section(on: today)
                return (
                    place: place, hash: StableHash(action.oneLine.utf8), box: action.box, section: section,
                    day: day
                )
            }
        }
        let count = found.reduce(0) { $0 + $1.count }
        // By the hash, so that two texts of which it is the same have different ids all the same.
        var ordinals: [UInt64: Int] = Dictionary(minimumCapacity: count)
        var entries: [Checklist.Entry] = []
        entries.reserveCapacity(count)
        for note in found.indices {
            for (place, hash, box, section, day) in found[note] {
                let ordinal = ordinals[hash.value, default: 0]
                ordinals[hash.value] = ordinal + 1
                let id = ChecklistID(hash, ordinal: ordinal, box: box)
                entries.append(.init(place: place, id: id, section: section, day: day))
            }
        }
        return entries
    }
}
