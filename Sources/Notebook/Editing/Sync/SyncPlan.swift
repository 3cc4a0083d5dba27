internal import Markup

/// What is to become of each item of a checklist: a three-way comparison of the list, the note, and what
/// both were when the list was written, which the item's id tells.
public struct SyncPlan: Sendable {
    public enum Outcome: Sendable {
        /// Neither has changed since, or both in the same way.
        case settled
        /// Only the list has changed: the note is to follow.
        case carry(Carry)
        /// Only the note has changed: it stays as it is.
        case noteChanged(NotePath, line: Int, box: TaskBox)
        /// It is not certain what was meant.
        case refused(Reason)
    }

    public struct Carry: Sendable {
        public let note: NotePath
        public let line: Int
        public let box: TaskBox
        /// The day that counts as the day of the change.
        public let day: CalendarDate
        /// The action's text.
        public let text: String
        /// What the note has to say still when it is written: which action it is, and its box.
        let key: ActionKey
        let from: TaskBox
    }

    public struct Item: Sendable {
        /// Its line in the checklist.
        public let line: Int
        public let text: String
        /// Whether somebody may have changed its box since the list was written.
        public let isTouched: Bool
        public let outcome: Outcome
    }

    /// In the order of the checklist. Items without an id of ours are somebody's own, and none of this.
    public let items: [Item]

    /// - Parameter bytes: the checklist as it is now.
    /// - Returns: nil where the file is not a checklist that Debrief wrote.
    public init?(checklist bytes: [UInt8], index: Index) {
        guard let items = ChecklistReader.items(of: bytes) else { return nil }
        let finder = ActionFinder(index)
        let matches = finder.find(items)
        let actions = finder.entries
        var boxes = items.map(\.box)
        Self.joinSplitItems(items, matches, &boxes) { index[actions[$0].place].text }
        let doubled = Self.doubled(matches, boxes)
        self.items = items.indices.compactMap { number in
            let (item, match, box) = (items[number], matches[number], boxes[number])
            guard let (outcome, isTouched) = Self.outcome(item, box, match, actions, index) else {
                return nil
            }
            return Item(
                line: item.line, text: item.text, isTouched: isTouched,
                outcome: doubled.contains(number) ? .refused(.doubled) : outcome)
        }
    }

    // MARK: Items that belong together

    /// Gives an item the box of those in front of it that an Enter has parted from it: without an id, and with the
    /// words of the action that it lacks.
    private static func joinSplitItems(
        _ items: [ChecklistItem], _ matches: [ActionFinder.Match], _ boxes: inout [TaskBox?],
        text: (Int) -> String
    ) {
        for number in items.indices {
            guard case .one(let action, let base, let id) = matches[number], number > 0,
                items[number - 1].ids.isEmpty, let box = items[number - 1].box
            else { continue }
            let (words, head) = (ItemWords(text(action)), items[number - 1].front(nil))
            let rest = items[number].front(id)
            if ItemWords(rest).say(words) { continue }
            guard ItemWords(head).say(words) || ItemWords(head, rest).say(words) else { continue }
            // An editor that goes on with the list gives the second half an open box.
            if boxes[number] == nil || boxes[number] == base || boxes[number] == .open { boxes[number] = box }
        }
    }

    /// The items of which another one is the same action, where somebody has changed both, and not in the same way.
    private static func doubled(_ matches: [ActionFinder.Match], _ boxes: [TaskBox?]) -> Set<Int> {
        struct Use {
            var items: [Int] = []
            /// The boxes of the items with each id, and those that somebody has changed.
            var boxes: [ChecklistID: Set<TaskBox>] = [:]
            var changed: Set<TaskBox> = []
        }
        var uses: [Int: Use] = [:]
        for (number, match) in matches.enumerated() {
            guard case .one(let action, let base, let id) = match, let box = boxes[number] else { continue }
            uses[action, default: Use()].items.append(number)
            uses[action, default: Use()].boxes[id.id, default: []].insert(box)
            if box != base { uses[action, default: Use()].changed.insert(box) }
        }
        let doubled = uses.values.filter { use in
            use.changed.count > 1 || use.boxes.values.contains { $0.count > 1 }
        }
        return Set(doubled.flatMap(\.items))
    }

    // MARK: One item

    /// Of so many equal actions some has the item's box, if any has.
    private static let mostLookedAt = 64

    /// - Returns: nil for somebody's own item.
    private static func outcome(
        _ item: ChecklistItem, _ box: TaskBox?, _ match: ActionFinder.Match, _ actions: [Checklist.Entry],
        _ index: Index
    ) -> (Outcome, isTouched: Bool)? {
        func places(_ numbers: [Int]) -> Places {
            Places(numbers) { number in
                let place = actions[number].place
                return (index.notes[place.note].path, index[place].place.line)
            }
        }
        let isTouched = item.isTouched(box)
        switch match {
        case .own(let equal):
            // Its id is gone, so that it is not known what was there before.
            let known = equal.prefix(mostLookedAt).map { index[actions[$0].place] }
            let dated = known.filter { $0.due == item.due && $0.scheduled == item.scheduled }
            let boxes = (dated.isEmpty ? known : dated).map(\.box)
            guard let box, !boxes.isEmpty, !boxes.contains(box) else { return nil }
            return (.refused(.idGone(places(equal))), true)
        case .gone(let equal):
            return (.refused(equal.isEmpty ? .notFound : .elsewhere(places(equal))), isTouched)
        case .several(let equal):
            return (.refused(.ambiguous(places(equal))), isTouched)
        case .one(let number, let base, _):
            guard let box else { return (.refused(.noBox), false) }
            return (outcome(item, box, actions[number], base, in: index), box != base)
        }
    }

    private static func outcome(
        _ item: ChecklistItem, _ box: TaskBox, _ entry: Checklist.Entry, _ base: TaskBox, in index: Index
    ) -> Outcome {
        let (path, action) = (index.notes[entry.place.note].path, index[entry.place])
        if box == action.box || box == base && action.box == base { return .settled }
        if box == base { return .noteChanged(path, line: action.place.line, box: action.box) }
        // One that repeats has moved on since: what the item names is done.
        if box.state == .done, let repeats = action.repeats, let next = action.due ?? action.scheduled {
            // Without the day that it was written for, nobody knows which time is done.
            guard let listed = item.due ?? item.scheduled else {
                return .refused(.dayGone(path, line: action.place.line, next))
            }
            if next != listed {
                let isDone = RepeatRule(repeats)?.leads(from: listed, to: next, until: index.today) ?? false
                return isDone
                    ? .settled : .refused(.movedOn(path, line: action.place.line, from: listed, to: next))
            }
        }
        var wanted = box
        if action.box != base {
            // A tick that was carried, and is undone: what was there before it comes back.
            let isUndone = box == .open && action.state.isOver && !base.state.isOver
            guard isUndone else {
                return .refused(.bothChanged(path, line: action.place.line, box: action.box))
            }
            wanted = base
        }
        let dated = wanted.state == .done ? item.done : wanted.state == .dropped ? item.dropped : nil
        return .carry(
            Carry(
                note: path, line: action.place.line, box: wanted, day: dated ?? index.today,
                text: action.text,
                key: entry.key, from: action.box))
    }
}

extension ChecklistItem {
    /// Whether somebody may have changed the box since the list was written, as far as the id alone tells.
    fileprivate func isTouched(_ box: TaskBox?) -> Bool {
        guard let box else { return false }
        return !ids.contains { $0.id.usualBox == box }
    }
}

extension Action.State {
    fileprivate var isOver: Bool { self == .done || self == .dropped }
}
