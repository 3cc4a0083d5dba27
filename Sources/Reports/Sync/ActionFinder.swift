package import Insights
package import Notes

/// Finds the actions that a checklist's items were made of, by the items' ids.
package struct ActionFinder {
    /// What an item was made of.
    ///
    /// An action's number is its index among the finder's entries.
    package enum Match {
        /// One action; the box that it had when the list was written, nil if nothing tells that any more; and
        /// what the item says of the action.
        case one(Int, base: TaskBox?, ItemSaying)
        /// Any of these actions.
        case several([Int])
        /// The action that the id names is gone, or has changed. These have the item's words.
        case gone([Int])
        /// The item has no id that Debrief wrote. These have its words, provided that it links to a line as
        /// our items do, or is ticked.
        case own([Int])
    }

    /// What an id was made of: the first of the actions that are equal now, the index among them, and the
    /// box.
    package struct Origin {
        package let first: Int
        package let key: ActionKey
        package let base: TaskBox?
    }

    /// An item's id that names an action, what it was made of, and what the item says of that action.
    private struct Named {
        let id: ChecklistItem.ID
        let origins: [Origin]
        let saying: ItemSaying
    }

    package let entries: [Checklist.Entry]
    private let index: NotebookIndex
    private let groups: [StableHash: [Int]]

    /// The most equal actions that may have come or gone if an id is still to tell which one it was.
    private static let mostChanged = 8

    package init(_ index: NotebookIndex) {
        self.index = index
        let entries = index.actionEntries()
        self.entries = entries
        var groups: [StableHash: [Int]] = Dictionary(minimumCapacity: entries.count)
        for (number, entry) in entries.enumerated() { groups[entry.key.group, default: []].append(number) }
        self.groups = groups
    }

    /// Returns a match for each item.
    package func find(_ items: [ChecklistItem]) -> [Match] {
        let wanted = WantedIDs(items)
        var origins: [ChecklistID: [Origin]] = [:]
        for number in entries.indices {
            look(for: wanted, entries[number].key, number, &origins)
        }
        let missing = wanted.without(origins.keys)
        if !missing.isEmpty {
            for (group, equal) in groups { look(for: missing, changed: group, equal, &origins) }
        }
        let allOrigins = origins
        let named = items.map { name($0, allOrigins) }
        var equal = EqualActions(index, entries, groups)
        for (item, named) in zip(items, named) {
            if let named, let origin = named.origins.first, named.origins.count == 1 {
                equal.list(named.saying, item.box, origin)
            }
            for id in item.ids { equal.claim(allOrigins[id.id] ?? []) }
        }
        var alike = EqualWords(index, entries)
        return zip(items, named).map { item, named in
            guard let named, let origin = named.origins.first else {
                let equal = alike.actions(saidBy: item)
                return item.ids.isEmpty ? .own(equal) : .gone(equal)
            }
            let isMerged = hasUnknownID(item, allOrigins)
            if named.origins.count > 1 || isMerged { return .several(named.origins.map(\.first)) }
            return decide(item, origin, named.saying, &equal)
        }
    }

    /// Whether an item has a second id that names nothing any more.
    ///
    /// Such an item is two items that have become one.
    private func hasUnknownID(_ item: ChecklistItem, _ origins: [ChecklistID: [Origin]]) -> Bool {
        let ids = Set(item.ids.map(\.id))
        if ids.count < 2 { return false }
        let words = Set(ids.lazy.compactMap { origins[$0] }.joined().flatMap(idsInWords))
        return ids.contains { origins[$0] == nil && !words.contains($0) }
    }

    /// Returns what has the form of an id and is part of the words of an action or its lesson: somebody copied
    /// it into a note.
    private func idsInWords(of origin: Origin) -> [ChecklistID] {
        let action = entries[origin.first].action
        let texts = [index[action].text] + (action.lesson.map { [index[$0].text] } ?? [])
        return texts.flatMap { ChecklistID.all(in: Array($0.utf8)[...]).map(\.id) }
    }

    // MARK: What an id was made of

    private func look(
        for wanted: WantedIDs, _ key: ActionKey, _ number: Int, _ origins: inout [ChecklistID: [Origin]]
    ) {
        wanted.visit(key, box: index[entries[number].action].box) { id, box in
            origins[id, default: []].append(Origin(first: number, key: key, base: box))
        }
    }

    /// Looks for ids that were made when there were more or fewer equal actions than there are now.
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

    /// Returns the id of an item that names an action.
    ///
    /// If one id fits several actions by chance, the item's words decide.
    private func name(_ item: ChecklistItem, _ origins: [ChecklistID: [Origin]]) -> Named? {
        var all: [(id: ChecklistItem.ID, origin: Origin, saying: ItemSaying)] = []
        for id in item.ids {
            for origin in origins[id.id] ?? [] {
                let action = entries[origin.first].action
                let words = ActionWords(index[action].text)
                let saying = item.saying(words, before: id, lesson: action.lesson.map { index[$0].text })
                if isExact(origin) || saying.isExact { all.append((id, origin, saying)) }
            }
        }
        if all.count > 1 {
            let words = Set(all.lazy.filter(\.saying.isExact).flatMap { idsInWords(of: $0.origin) })
            all.removeAll { words.contains($0.id.id) }
        }
        if all.count > 1, Set(all.map(\.id.id)).count == 1 {
            let said = all.filter(\.saying.isExact)
            if !said.isEmpty { all = said }
        }
        // The same action counts once.
        var seen: Set<ActionKey> = []
        all = all.filter { seen.insert($0.origin.key).inserted }
        return all.first.map { Named(id: $0.id, origins: all.map(\.origin), saying: $0.saying) }
    }

    private func isExact(_ origin: Origin) -> Bool { entries[origin.first].key == origin.key }

    // MARK: Which of equal ones it is

    private func decide(
        _ item: ChecklistItem, _ origin: Origin, _ saying: ItemSaying, _ equal: inout EqualActions
    ) -> Match {
        guard let all = groups[origin.key.group] else { return .several([]) }
        func one(_ number: Int) -> Match { .one(number, base: origin.base, saying) }
        if isExact(origin), all.count == 1 { return one(origin.first) }
        if isExact(origin) {
            guard let meant = equal.meant(by: saying, origin) else { return .several(all) }
            let box = index[entries[meant].action].box
            // If equal actions stand in another order, the one that looks done may be another one.
            let isDoubtful = box != origin.base && item.box == box && equal.hasUnclaimed(origin)
            return isDoubtful ? .several(all) : one(meant)
        }
        // An action that repeats has become two: the one that is done, and the next.
        let dated = equal.actions(with: .init(saying.tail), origin.key.group)
        let same = dated.first { index[entries[$0].action].box == item.box }
        if item.box == origin.base, let meant = same ?? (dated.count == 1 ? dated[0] : nil) {
            return one(meant)
        }
        guard let same, index[entries[same].action].repeats != nil, equal.isAlone(saying, origin) else {
            return .several(all)
        }
        return one(same)
    }
}

/// The actions by their words.
///
/// They are looked up only for the few items that name no action.
private struct EqualWords {
    private let index: NotebookIndex
    private let entries: [Checklist.Entry]
    private var numbers: [ItemWords: [Int]]?

    init(_ index: NotebookIndex, _ entries: [Checklist.Entry]) {
        (self.index, self.entries) = (index, entries)
    }

    /// Returns the actions whose words an item says.
    ///
    /// The item must be one of ours: it has an id, or it links to a line. A tick without either may be one of ours
    /// whose id and link somebody tidied away.
    mutating func actions(saidBy item: ChecklistItem) -> [Int] {
        if item.ids.isEmpty, !item.hasLinkToLine, item.box?.state != .done { return [] }
        let known =
            numbers ?? Dictionary(grouping: entries.indices) { ItemWords(index[entries[$0].action].text) }
        numbers = known
        let front = item.front(item.ids.first)
        // The last words may be topics and dates.
        let ends = [front.endIndex] + ItemTail.starts(in: front)
        return ends.lazy.compactMap { known[ItemWords(front[..<$0])] }.first ?? []
    }
}
