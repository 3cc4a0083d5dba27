/// Finds the actions that a checklist's items were made of, by their ids.
struct ActionFinder {
    /// What an item was made of. Actions are numbered as the finder has them.
    enum Match {
        /// The action, the box that it had when the list was written, and the id that says so.
        case one(Int, base: TaskBox, ChecklistItem.ID)
        /// It may be any of these.
        case several([Int])
        /// What the id names is gone, or has changed; these have the item's words.
        case gone([Int])
        /// The item has no id of ours. These have its words, and it leads to a line as our items do.
        case own([Int])
    }

    /// What an id was made of: the first of the actions that are equal by now, the place among them, and the box.
    private struct Origin {
        let first: Int
        let key: ActionKey
        let base: TaskBox
    }

    let entries: [Checklist.Entry]
    private let index: Index
    private let groups: [StableHash: EqualActions]

    /// Of equal actions as many at most may have come or gone for an id to tell which they were.
    private static let mostChanged = 8

    init(_ index: Index) {
        self.index = index
        let entries = index.actionEntries()
        self.entries = entries
        var groups: [StableHash: EqualActions] = Dictionary(minimumCapacity: entries.count)
        for (number, entry) in entries.enumerated() {
            groups[entry.key.group, default: EqualActions()].add(number, index[entry.place])
        }
        self.groups = groups
    }

    /// A match for each item.
    func find(_ items: [ChecklistItem]) -> [Match] {
        let wanted = WantedIDs(items)
        var origins: [ChecklistID: [Origin]] = [:]
        for number in entries.indices {
            look(for: wanted, entries[number].key, number, &origins)
        }
        let missing = wanted.without(origins.keys)
        if !missing.isEmpty {
            for (group, equal) in groups { look(for: missing, changed: group, equal.all, &origins) }
        }
        let unclaimed = unclaimedBoxes(items, origins)
        var alike = EqualWords(index, entries)
        let allOrigins = origins
        return items.map { item in
            guard let (id, origins) = origin(of: item, allOrigins) else {
                let equal = alike.actions(saidBy: item)
                return item.ids.isEmpty ? .own(equal) : .gone(equal)
            }
            let isMerged = Self.hasUnknownID(item, allOrigins)
            if origins.count > 1 || isMerged { return .several(origins.map(\.first)) }
            return decide(item, id, origins[0], unclaimed)
        }
    }

    /// Whether an item has a second id that names nothing any more: two items that have become one.
    private static func hasUnknownID(
        _ item: ChecklistItem, _ origins: [ChecklistID: [Origin]]
    ) -> Bool {
        let ids = Set(item.ids.map(\.id))
        return ids.count > 1 && ids.contains { origins[$0] == nil }
    }

    // MARK: What an id was made of

    private func look(
        for wanted: WantedIDs, _ key: ActionKey, _ number: Int, _ origins: inout [ChecklistID: [Origin]]
    ) {
        wanted.visit(key, box: index[entries[number].place].box) { id, box in
            origins[id, default: []].append(Origin(first: number, key: key, base: box))
        }
    }

    /// Of equal actions some may have come or gone since the list was written.
    private func look(
        for missing: WantedIDs, changed group: StableHash, _ numbers: [Int],
        _ origins: inout [ChecklistID: [Origin]]
    ) {
        for count in max(1, numbers.count - Self.mostChanged)...numbers.count + Self.mostChanged
        where count != numbers.count {
            for ordinal in 0..<count {
                look(
                    for: missing, ActionKey(group: group, ordinal: ordinal, count: count), numbers[0],
                    &origins)
            }
        }
    }

    /// The id of an item that names an action, and what it was made of. Where two ids are alike by chance, the words
    /// tell which is meant.
    private func origin(
        of item: ChecklistItem, _ origins: [ChecklistID: [Origin]]
    ) -> (ChecklistItem.ID, [Origin])? {
        var all: [(ChecklistItem.ID, Origin)] = []
        for id in item.ids {
            for origin in origins[id.id] ?? []
            where isExact(origin) || ItemWords(item.front(id)).say(words(of: origin)) {
                all.append((id, origin))
            }
        }
        if all.count > 1, Set(all.map(\.0.id)).count == 1 {
            let said = all.filter { ItemWords(item.front($0.0)).say(words(of: $0.1)) }
            if !said.isEmpty { all = said }
        }
        // The same twice is once.
        var seen: Set<ActionKey> = []
        all = all.filter { seen.insert($0.1.key).inserted }
        return all.first.map { first in (first.0, all.map(\.1)) }
    }

    private func isExact(_ origin: Origin) -> Bool { entries[origin.first].key == origin.key }

    private func words(of origin: Origin) -> ItemWords {
        ItemWords(index[entries[origin.first].place].text)
    }

    // MARK: Which of equal ones it is

    /// The boxes of those actions among several equal ones that no item names.
    private func unclaimedBoxes(
        _ items: [ChecklistItem], _ origins: [ChecklistID: [Origin]]
    ) -> [StableHash: Set<TaskBox>] {
        var claimed: Set<ActionKey> = []
        for item in items {
            for id in item.ids { claimed.formUnion((origins[id.id] ?? []).map(\.key)) }
        }
        var boxes: [StableHash: Set<TaskBox>] = [:]
        for entry in entries where entry.key.count > 1 && !claimed.contains(entry.key) {
            boxes[entry.key.group, default: []].insert(index[entry.place].box)
        }
        return boxes
    }

    private func decide(
        _ item: ChecklistItem, _ id: ChecklistItem.ID, _ origin: Origin,
        _ unclaimed: [StableHash: Set<TaskBox>]
    ) -> Match {
        guard let equal = groups[origin.key.group] else { return .several([]) }
        func one(_ number: Int) -> Match { .one(number, base: origin.base, id) }
        if isExact(origin), equal.all.count == 1 { return one(origin.first) }
        // Its dates tell it from the others, for they are not part of its words.
        let dated = equal.dated[.init(item)] ?? []
        if isExact(origin) {
            let isDated = EqualActions.Dates(index[entries[origin.first].place]) == .init(item)
            guard let meant = isDated ? origin.first : dated.count == 1 ? dated[0] : nil else {
                return .several(equal.all)
            }
            let box = index[entries[meant].place].box
            // Where equal ones have changed places, what looks done may be another one.
            let isDoubtful =
                box != origin.base && item.box == box
                && unclaimed[origin.key.group]?.contains(origin.base) ?? false
            return isDoubtful ? .several(equal.all) : one(meant)
        }
        // One that repeats has become two: what was done, and the next.
        let same = dated.first { index[entries[$0].place].box == item.box }
        if item.box == origin.base, let meant = same ?? (dated.count == 1 ? dated[0] : nil) {
            return one(meant)
        }
        guard let same, index[entries[same].place].repeats != nil else { return .several(equal.all) }
        return one(same)
    }
}

/// Actions with the same words, below the same feedback, in one note.
private struct EqualActions {
    /// What tells them apart to a person, beside their places.
    struct Dates: Hashable {
        let due: CalendarDate?
        let scheduled: CalendarDate?

        init(_ action: Action) { (due, scheduled) = (action.due, action.scheduled) }

        init(_ item: ChecklistItem) { (due, scheduled) = (item.due, item.scheduled) }
    }

    /// Their numbers, in order.
    private(set) var all: [Int] = []
    private(set) var dated: [Dates: [Int]] = [:]

    mutating func add(_ number: Int, _ action: Action) {
        all.append(number)
        dated[Dates(action), default: []].append(number)
    }
}

/// The ids that stand in a list, to be looked up for each action that may be one of them.
private struct WantedIDs {
    private var ids: Set<ChecklistID>
    /// The boxes with a character of its own that a key types, of which some id may have been made.
    private let typedBoxes: [TaskBox]
    /// By the number of the action that it is made of then, each id with the box of its own that its item has.
    private var itsOwnBoxes: [UInt64: [(ChecklistID, TaskBox)]] = [:]

    private static let usualBoxes: [TaskBox] = [.open, .inProgress, .done, .dropped]

    var isEmpty: Bool { ids.isEmpty }

    init(_ items: [ChecklistItem]) {
        ids = Set(items.flatMap(\.ids).map(\.id))
        let own = ids.filter { $0.usualBox == nil }
        let typed = own.isEmpty ? [] : TaskBox.typed.filter(\.isOwn)
        typedBoxes = typed.filter { box in own.contains { $0.mayHaveHad(box) } }
        if own.isEmpty { return }
        for item in items {
            guard let box = item.box, box.isOwn else { continue }
            for id in item.ids.map(\.id) where id.mayHaveHad(box) {
                itsOwnBoxes[id.action(withBox: box), default: []].append((id, box))
            }
        }
    }

    func without(_ found: some Sequence<ChecklistID>) -> WantedIDs {
        var rest = self
        rest.ids.subtract(found)
        return rest
    }

    /// Calls with each wanted id that an action would have had, and its box then. That was the box which the action
    /// has now or its item has, or any that a key types.
    func visit(_ key: ActionKey, box now: TaskBox, _ found: (ChecklistID, TaskBox) -> Void) {
        let action = ChecklistID.number(of: key)
        func look(_ box: TaskBox) {
            let id = ChecklistID(action: action, box: box)
            if ids.contains(id) { found(id, box) }
        }
        for box in Self.usualBoxes { look(box) }
        for box in typedBoxes { look(box) }
        if now.isOwn, !typedBoxes.contains(now) { look(now) }
        for (id, box) in itsOwnBoxes[action] ?? [] where ids.contains(id) { found(id, box) }
    }
}

/// The actions by their words, which are looked up for the few items that name none.
private struct EqualWords {
    private let index: Index
    private let entries: [Checklist.Entry]
    private var numbers: [ItemWords: [Int]]?

    init(_ index: Index, _ entries: [Checklist.Entry]) {
        (self.index, self.entries) = (index, entries)
    }

    /// The actions whose words an item says, if it is one of ours: has an id, or leads to a line.
    mutating func actions(saidBy item: ChecklistItem) -> [Int] {
        if item.ids.isEmpty, !item.hasLinkToLine { return [] }
        let known =
            numbers ?? Dictionary(grouping: entries.indices) { ItemWords(index[entries[$0].place].text) }
        numbers = known
        return ItemWords(item.front(item.ids.first)).withoutAdded.lazy.compactMap { known[$0] }.first ?? []
    }
}
