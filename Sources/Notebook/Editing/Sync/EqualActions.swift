/// Actions with the same words, below the same feedback, in one note, and what a list says of them.
///
/// An id tells which of them it was by its place. They may have changed places since, and dates: so the place is
/// believed where all that the list has of them fits, or else what tells them apart to a person, where that does.
struct EqualActions {
    /// What tells them apart to a person, beside their places.
    struct Marks: Hashable {
        let due: CalendarDate?
        let scheduled: CalendarDate?
        /// The names of topics that are not within the words, in small letters.
        let topics: Set<String>

        init(_ action: Action) {
            (due, scheduled) = (action.due, action.scheduled)
            topics = Set(action.topics.lazy.filter { !action.says($0) }.map { $0.name.caseFolded })
        }

        init(_ tail: ItemTail) { (due, scheduled, topics) = (tail.due, tail.scheduled, tail.topics) }
    }

    /// What the list has of one of them.
    private struct Listed {
        let marks: Marks
        let tail: ItemTail
        let isDone: Bool
    }

    private let index: Index
    private let entries: [Checklist.Entry]
    private let groups: [StableHash: [Int]]
    /// By the key that an id was made of.
    private var listed: [StableHash: [ActionKey: Listed]] = [:]
    private var claimed: Set<ActionKey> = []

    // What was found out of a group is kept.
    private var marked: [StableHash: [Marks: [Int]]] = [:]
    private var fitsPlaces: [StableHash: Bool] = [:]
    private var fitsMarks: [StableHash: Bool] = [:]
    private var unclaimed: [StableHash: Set<TaskBox>] = [:]

    init(_ index: Index, _ entries: [Checklist.Entry], _ groups: [StableHash: [Int]]) {
        (self.index, self.entries, self.groups) = (index, entries, groups)
    }

    /// Takes note of an item that was made of one of several.
    mutating func list(_ saying: ItemSaying, _ box: TaskBox?, _ origin: ActionFinder.Origin) {
        if origin.key.count == 1, groups[origin.key.group]?.count == 1 { return }
        let isDone = box?.state == .done && origin.base?.state != .done
        listed[origin.key.group, default: [:]][origin.key] = Listed(
            marks: Marks(saying.tail), tail: saying.tail, isDone: isDone)
    }

    mutating func claim(_ origins: [ActionFinder.Origin]) {
        for origin in origins where origin.key.count > 1 { claimed.insert(origin.key) }
    }

    // MARK: Which one it is

    /// The action that an item is, of as many as there were when the list was written; nil where it is not certain.
    mutating func meant(by saying: ItemSaying, _ origin: ActionFinder.Origin) -> Int? {
        let group = origin.key.group
        let marks = Marks(saying.tail)
        if marks == Marks(index[entries[origin.first].place]) || allFitPlaces(group) { return origin.first }
        let equal = actions(with: marks, group)
        return equal.count == 1 && allFitMarks(group) ? equal[0] : nil
    }

    /// The actions of a group with the same marks.
    mutating func actions(with marks: Marks, _ group: StableHash) -> [Int] {
        if let known = marked[group] { return known[marks] ?? [] }
        let all = Dictionary(grouping: groups[group] ?? []) { Marks(index[entries[$0].place]) }
        marked[group] = all
        return all[marks] ?? []
    }

    /// Whether an item is the only one of its group with its marks in the list that it was written in.
    func isAlone(_ saying: ItemSaying, _ origin: ActionFinder.Origin) -> Bool {
        let marks = Marks(saying.tail)
        let others = listed[origin.key.group] ?? [:]
        return others.count { $0.key.count == origin.key.count && $0.value.marks == marks } <= 1
    }

    /// Whether each action of a group that is listed is at its place: with the marks that it had, or moved on by its
    /// rule where the list says that it is done.
    private mutating func allFitPlaces(_ group: StableHash) -> Bool {
        if let known = fitsPlaces[group] { return known }
        let numbers = groups[group] ?? []
        let fits = (listed[group] ?? [:]).allSatisfy { key, item in
            guard key.count == numbers.count else { return false }
            let action = index[entries[numbers[key.ordinal]].place]
            return item.marks == Marks(action)
                || item.isDone && action.leads(from: item.tail, until: index.today)
        }
        fitsPlaces[group] = fits
        return fits
    }

    /// Whether those of a group that are listed are all there with the marks that they had, and the others are over,
    /// as those are that a list leaves out.
    private mutating func allFitMarks(_ group: StableHash) -> Bool {
        if let known = fitsMarks[group] { return known }
        let numbers = groups[group] ?? []
        var rest = Dictionary(grouping: numbers) { Marks(index[entries[$0].place]) }
        let areThere = (listed[group] ?? [:]).allSatisfy { key, item in
            key.count == numbers.count && rest[item.marks]?.popLast() != nil
        }
        let fits = areThere && rest.values.joined().allSatisfy { !index[entries[$0].place].isPending }
        fitsMarks[group] = fits
        return fits
    }

    /// Whether one of several that no item names has the box that an item had.
    mutating func hasUnclaimed(_ origin: ActionFinder.Origin) -> Bool {
        let group = origin.key.group
        guard let base = origin.base else { return true }
        if let known = unclaimed[group] { return known.contains(base) }
        let others = (groups[group] ?? []).filter { !claimed.contains(entries[$0].key) }
        let boxes = Set(others.map { index[entries[$0].place].box })
        unclaimed[group] = boxes
        return boxes.contains(base)
    }
}

extension EqualActions.Marks: CustomStringConvertible {
    /// As the list has them.
    var description: String {
        let dates = [("due", due), ("scheduled", scheduled)].compactMap { name, date in
            date.map { "\(name):\($0)" }
        }
        return (topics.sorted().map { "#\($0)" } + dates).joined(separator: " ")
    }
}

extension Action {
    /// Whether its dates are those of an item, moved on by its rule.
    ///
    /// With two rules each date has its own, and the action tells of the first: one of them is enough, where none has
    /// gone back.
    func leads(from item: ItemTail, until today: CalendarDate) -> Bool {
        guard let rule = repeats.flatMap({ RepeatRule($0) }) else { return false }
        let moved = dates(besideThoseOf: item)
        return moved.allSatisfy { $0.old <= $0.new }
            && moved.contains { rule.leads(from: $0.old, to: $0.new, until: today) }
    }

    /// The dates that an item has too: as it has them, and as they are now.
    func dates(besideThoseOf item: ItemTail) -> [(old: CalendarDate, new: CalendarDate)] {
        [(item.due, due), (item.scheduled, scheduled)].compactMap { old, new in
            old.flatMap { old in new.map { (old, $0) } }
        }
    }
}
