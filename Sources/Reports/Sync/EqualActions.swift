package import Insights
package import Notes

/// Actions with the same words, below the same feedback, in one note, and what a list says of them.
///
/// An id tells by an ordinal which of the equal actions it was made of. Their order or dates may have changed
/// since. So the ordinal counts only if the action there still has the item's marks, or if all that the list
/// has of them fits. Otherwise the marks decide, if they fit one action alone.
package struct EqualActions {
    /// What tells equal actions apart to a person, besides their order.
    package struct Marks: Hashable {
        package let due: CalendarDate?
        package let scheduled: CalendarDate?
        /// The names of topics that are not within the words, in lower case.
        package let topics: Set<String>

        package init(_ action: Action) {
            (due, scheduled) = (action.due, action.scheduled)
            topics = Set(action.topics.lazy.filter { !action.says($0) }.map { $0.name.caseFolded })
        }

        package init(_ tail: ItemTail) { (due, scheduled, topics) = (tail.due, tail.scheduled, tail.topics) }
    }

    /// What the list has of one of them.
    private struct Listed {
        let marks: Marks
        let tail: ItemTail
        let isDone: Bool
    }

    private let index: NotebookIndex
    private let entries: [Checklist.Entry]
    private let groups: [StableHash: [Int]]
    /// The listed items of each group, by the key that an id was made of.
    private var listed: [StableHash: [ActionKey: Listed]] = [:]
    private var claimed: Set<ActionKey> = []

    // These keep what was found out about a group.
    private var marked: [StableHash: [Marks: [Int]]] = [:]
    private var fitsOrdinals: [StableHash: Bool] = [:]
    private var fitsMarks: [StableHash: Bool] = [:]
    private var unclaimed: [StableHash: Set<TaskBox>] = [:]

    package init(_ index: NotebookIndex, _ entries: [Checklist.Entry], _ groups: [StableHash: [Int]]) {
        (self.index, self.entries, self.groups) = (index, entries, groups)
    }

    /// Records an item that was made of one of several equal actions.
    package mutating func list(_ saying: ItemSaying, _ box: TaskBox?, _ origin: ActionFinder.Origin) {
        if origin.key.count == 1, groups[origin.key.group]?.count == 1 { return }
        let isDone = box?.state == .done && origin.base?.state != .done
        listed[origin.key.group, default: [:]][origin.key] = Listed(
            marks: Marks(saying.tail), tail: saying.tail, isDone: isDone)
    }

    package mutating func claim(_ origins: [ActionFinder.Origin]) {
        for origin in origins where origin.key.count > 1 { claimed.insert(origin.key) }
    }

    // MARK: Which one it is

    /// Returns the action that an item means, if there are as many equal ones as when the list was written;
    /// nil if it is not certain.
    package mutating func meant(by saying: ItemSaying, _ origin: ActionFinder.Origin) -> Int? {
        let group = origin.key.group
        let marks = Marks(saying.tail)
        if marks == Marks(index[entries[origin.first].action]) || allFitOrdinals(group) {
            return origin.first
        }
        let equal = actions(with: marks, group)
        return equal.count == 1 && allFitMarks(group) ? equal[0] : nil
    }

    /// Returns the actions of a group with the given marks.
    package mutating func actions(with marks: Marks, _ group: StableHash) -> [Int] {
        if let known = marked[group] { return known[marks] ?? [] }
        let all = Dictionary(grouping: groups[group] ?? []) { Marks(index[entries[$0].action]) }
        marked[group] = all
        return all[marks] ?? []
    }

    /// Whether no other item of its group had the same marks in the list that it was written in.
    package func isAlone(_ saying: ItemSaying, _ origin: ActionFinder.Origin) -> Bool {
        let marks = Marks(saying.tail)
        let others = listed[origin.key.group] ?? [:]
        return others.count { $0.key.count == origin.key.count && $0.value.marks == marks } <= 1
    }

    /// Whether each listed action of a group has its ordinal still.
    ///
    /// It must have the marks that it had, or dates that its rule moved on if the list says that it is done.
    private mutating func allFitOrdinals(_ group: StableHash) -> Bool {
        if let known = fitsOrdinals[group] { return known }
        let numbers = groups[group] ?? []
        let fits = (listed[group] ?? [:]).allSatisfy { key, item in
            guard key.count == numbers.count else { return false }
            let action = index[entries[numbers[key.ordinal]].action]
            return item.marks == Marks(action)
                || item.isDone && action.leads(from: item.tail, until: index.today)
        }
        fitsOrdinals[group] = fits
        return fits
    }

    /// Whether all listed actions of a group are still there with the marks that they had, and all others are
    /// over, because a list leaves out those that are over.
    private mutating func allFitMarks(_ group: StableHash) -> Bool {
        if let known = fitsMarks[group] { return known }
        let numbers = groups[group] ?? []
        var rest = Dictionary(grouping: numbers) { Marks(index[entries[$0].action]) }
        let areThere = (listed[group] ?? [:]).allSatisfy { key, item in
            key.count == numbers.count && rest[item.marks]?.popLast() != nil
        }
        let fits = areThere && rest.values.joined().allSatisfy { !index[entries[$0].action].isPending }
        fitsMarks[group] = fits
        return fits
    }

    /// Whether one of the equal actions that no item names has the box that an item had, or may have it if
    /// nothing tells that box any more.
    package mutating func hasUnclaimed(_ origin: ActionFinder.Origin) -> Bool {
        let group = origin.key.group
        let boxes = unclaimed[group] ?? boxesOfUnclaimed(group)
        unclaimed[group] = boxes
        return origin.base.map(boxes.contains) ?? !boxes.isEmpty
    }

    private func boxesOfUnclaimed(_ group: StableHash) -> Set<TaskBox> {
        let others = (groups[group] ?? []).filter { !claimed.contains(entries[$0].key) }
        return Set(others.map { index[entries[$0].action].box })
    }
}

extension EqualActions.Marks: CustomStringConvertible {
    /// The marks as the list writes them.
    package var description: String {
        let dates = [("due", due), ("scheduled", scheduled)].compactMap { name, date in
            date.map { "\(name):\($0)" }
        }
        return (topics.sorted().map { "#\($0)" } + dates).joined(separator: " ")
    }
}

extension Action {
    /// Whether its dates are those of an item, moved on by its rule.
    ///
    /// If each date has its own rule, the action gives only the first rule. So it is enough if one date fits
    /// and none has gone back.
    package func leads(from item: ItemTail, until today: CalendarDate) -> Bool {
        guard let rule = repeats.flatMap({ RepeatRule($0) }) else { return false }
        let moved = dates(besideThoseOf: item)
        return moved.allSatisfy { $0.old <= $0.new }
            && moved.contains { rule.leads(from: $0.old, to: $0.new, until: today) }
    }

    /// Returns the dates that both an item and the action have: as the item has them, and as they are now.
    package func dates(besideThoseOf item: ItemTail) -> [(old: CalendarDate, new: CalendarDate)] {
        [(item.due, due), (item.scheduled, scheduled)].compactMap { old, new in
            old.flatMap { old in new.map { (old, $0) } }
        }
    }
}
