public import Insights
internal import Markup
public import Notes

/// What becomes of each item of a checklist.
///
/// It is a three-way comparison of the list, the note, and what both were when the list was written, which
/// the item's id tells.
public struct SyncPlan: Sendable {
    /// What becomes of one item.
    public enum Outcome: Sendable {
        /// Neither has changed since, or both have changed in the same way.
        case settled
        /// Only the list has changed, so the note follows.
        case carry(Carry)
        /// Only the note has changed: it stays as it is.
        case noteChanged(NotePath, line: Int, box: TaskBox)
        /// The action repeats, and what the list has counts as done: by its rule the note has the next one
        /// already.
        case movedOn(NotePath, line: Int, from: CalendarDate, to: CalendarDate)
        /// It is not certain what was meant.
        case refused(Reason)
    }

    /// A tick that the note is to have too.
    public struct Carry: Sendable {
        /// The note that has the action.
        public let note: NotePath
        /// The action's line in the note.
        public let line: Int
        /// The box that the action is to have.
        public let box: TaskBox
        /// The day that counts as the day of the change.
        public let day: CalendarDate
        /// The action's text.
        public let text: String
        /// Which action it is, and the box that the note must still have when it is written.
        package let key: ActionKey
        package let from: TaskBox
    }

    /// An item of the checklist, and what becomes of it.
    public struct Item: Sendable {
        /// Its line in the checklist.
        public let line: Int
        /// What the item says.
        public let text: String
        /// Whether somebody may have changed its box since the list was written.
        public let isTouched: Bool
        /// What becomes of the item's box.
        public let outcome: Outcome
        /// What else somebody has changed, which is not carried.
        public let change: Reason?
    }

    /// The items in the checklist's order.
    ///
    /// Items without one of our ids are somebody's own and left out, unless a tick may be lost.
    public let items: [Item]

    /// Compares a checklist with the notes; nil if Debrief did not write the file.
    ///
    /// - Parameters:
    ///   - bytes: The checklist as it is now.
    ///   - index: The notebook.
    ///   - isEdited: Whether somebody has changed more in it than boxes.
    public init?(checklist bytes: [UInt8], index: NotebookIndex, isEdited: () -> Bool = { false }) {
        guard let items = ChecklistReader.items(of: bytes) else { return nil }
        self.init(items, index: index, isEdited: isEdited)
    }

    /// Compares items with the notes.
    ///
    /// - Parameters:
    ///   - items: The items of a list, whatever it was read from.
    ///   - index: The notebook.
    ///   - isEdited: Whether somebody has changed more in it than boxes.
    package init(_ items: [ChecklistItem], index: NotebookIndex, isEdited: () -> Bool = { false }) {
        let finder = ActionFinder(index)
        let matches = finder.find(items)
        let actions = finder.entries
        let splits = items.indices.map { number -> SplitItem? in
            guard case .one(let action, let base, let saying) = matches[number] else { return nil }
            let words = ActionWords(index[actions[action].action].text)
            return SplitItem(number, of: items, saying: saying, words, base: base)
        }
        let doubled = Self.doubled(matches, splits)
        let named = Set(matches.compactMap { if case .one(let action, _, _) = $0 { action } else { nil } })
        var knowsEdited: Bool?
        self.items = items.indices.compactMap { number in
            let (item, match, split) = (items[number], matches[number], splits[number])
            if case .own(let equal) = match, !item.hasLinkToLine, !equal.isEmpty,
                equal.allSatisfy(named.contains)
            {
                // It is somebody's own, or a part of the item that has the id.
                return nil
            }
            guard let (outcome, isTouched) = Self.outcome(item, split, match, actions, index) else {
                return nil
            }
            var change: Reason?
            if case .one(let action, let base, let saying) = match, split?.isSplit == false {
                change =
                    Self.change(saying, actions[action].action, outcome, index)
                    ?? (item.box == base
                        ? Self.changedEnd(saying, actions[action].action, outcome, index) : nil)
            }
            if change != nil {
                let isEdited = knowsEdited ?? isEdited()
                knowsEdited = isEdited
                if !isEdited { change = nil }
            }
            return Item(
                line: item.line, text: item.text, isTouched: isTouched,
                outcome: doubled.contains(number) ? .refused(.doubled) : outcome, change: change)
        }
    }

    // MARK: Items that belong together

    /// Returns the items that share an action with another item, if somebody has changed them in different
    /// ways.
    private static func doubled(_ matches: [ActionFinder.Match], _ splits: [SplitItem?]) -> Set<Int> {
        struct Use {
            var items: [Int] = []
            /// The boxes of the items by what the boxes were. `changed` has those that somebody has changed.
            var boxes: [TaskBox?: Set<TaskBox>] = [:]
            var changed: Set<TaskBox> = []
        }
        var uses: [Int: Use] = [:]
        for (number, match) in matches.enumerated() {
            guard case .one(let action, let base, _) = match, case .one(let box) = splits[number]?.box else {
                continue
            }
            uses[action, default: Use()].items.append(number)
            uses[action, default: Use()].boxes[base, default: []].insert(box)
            if box != base { uses[action, default: Use()].changed.insert(box) }
        }
        let doubled = uses.values.filter { use in
            use.changed.count > 1 || use.boxes.values.contains { $0.count > 1 }
        }
        return Set(doubled.flatMap(\.items))
    }

    // MARK: One item

    /// How many equal actions are searched for an item's box.
    private static let mostLookedAt = 64

    /// Returns what becomes of an item; nil for somebody's own.
    private static func outcome(
        _ item: ChecklistItem, _ split: SplitItem?, _ match: ActionFinder.Match, _ actions: [Checklist.Entry],
        _ index: NotebookIndex
    ) -> (Outcome, isTouched: Bool)? {
        func positions(_ numbers: [Int]) -> Positions {
            Positions(numbers) { number in
                let id = actions[number].action
                return (index.notes[id.note].path, index[id].position.line)
            }
        }
        func boxes(_ numbers: [Int]) -> [TaskBox] {
            numbers.prefix(mostLookedAt).map { index[actions[$0].action].box }
        }
        switch match {
        case .own(let equal):
            return ownOutcome(item, equal.prefix(mostLookedAt).map { index[actions[$0].action] }).map {
                ($0(positions(equal)), true)
            }
        case .gone(let equal):
            // If all equal actions have its box, nothing is lost with the item.
            let isSaid =
                item.box.map { box in !equal.isEmpty && boxes(equal).allSatisfy { $0 == box } } ?? false
            return (
                .refused(equal.isEmpty ? .notFound : .elsewhere(positions(equal))), item.isTouched && !isSaid
            )
        case .several(let equal):
            return (.refused(.ambiguous(positions(equal))), item.isTouched)
        case .one(let number, let base, let saying):
            switch split?.box ?? .none {
            case .none: return (.refused(.noBox), item.isTouched)
            case .unclear:
                let entry = actions[number]
                let path = index.notes[entry.action.note].path
                return (.refused(.unclearBox(path, line: index[entry.action].position.line)), true)
            case .one(let box):
                return (outcome(saying.tail, box, actions[number], base, in: index), box != base)
            }
        }
    }

    /// Returns what becomes of an item without an id, whose earlier box is not known; nil for somebody's own.
    ///
    /// A tick is refused if none of the actions that the item may mean has it.
    private static func ownOutcome(_ item: ChecklistItem, _ known: [Action]) -> ((Positions) -> Outcome)? {
        guard let box = item.box else { return nil }
        if known.isEmpty {
            if !item.hasLinkToLine { return nil }
            let isTicked = box.state == .done || box.state == .dropped
            return isTicked ? { _ in .refused(.idAndWordsGone) } : nil
        }
        let front = item.front(nil)
        let tail = ItemTail(front[ItemTail.start(in: front)...])
        let dated = known.filter { $0.due == tail.due && $0.scheduled == tail.scheduled }
        if (dated.isEmpty ? known : dated).contains(where: { $0.box == box }) { return nil }
        return { .refused(.idGone($0)) }
    }

    private static func outcome(
        _ item: ItemTail, _ box: TaskBox, _ entry: Checklist.Entry, _ base: TaskBox?, in index: NotebookIndex
    ) -> Outcome {
        let (path, action) = (index.notes[entry.action.note].path, index[entry.action])
        if box == action.box || box == base && action.box == base { return .settled }
        if box == base { return .noteChanged(path, line: action.position.line, box: action.box) }
        if box.state == .done, action.repeats != nil,
            let outcome = repeated(item, action, path, on: index.today)
        {
            return outcome
        }
        var wanted = box
        if action.box != base {
            // A tick that was carried has been undone, so the earlier box comes back.
            let isUndone = box == .open && action.state.isOver && base?.state.isOver != true
            guard isUndone else {
                return .refused(.bothChanged(path, line: action.position.line, box: action.box))
            }
            wanted = base ?? .open
        }
        let dated = wanted.state == .done ? item.done : wanted.state == .dropped ? item.dropped : nil
        return .carry(
            Carry(
                note: path, line: action.position.line, box: wanted, day: dated ?? index.today,
                text: action.text,
                key: entry.key, from: action.box))
    }

    /// Returns what becomes of a tick on a repeating action that has moved on since, so that the one in the
    /// list is done; nil if it has not moved on.
    private static func repeated(
        _ item: ItemTail, _ action: Action, _ path: NotePath, on today: CalendarDate
    ) -> Outcome? {
        guard let next = action.due ?? action.scheduled else { return nil }
        let known = action.dates(besideThoseOf: item)
        // Without its day nobody knows which repetition is done.
        if known.isEmpty { return .refused(.dayGone(path, line: action.position.line, next)) }
        guard let moved = known.first(where: { $0.old != $0.new }) else { return nil }
        return action.leads(from: item, until: today)
            ? .movedOn(path, line: action.position.line, from: moved.old, to: moved.new)
            : .refused(.movedOn(path, line: action.position.line, from: moved.old, to: moved.new))
    }

    /// Returns the day on which an action ended, if somebody has changed it in an item whose box is as it was.
    ///
    /// With a tick the day is carried.
    private static func changedEnd(
        _ saying: ItemSaying, _ id: ActionID, _ outcome: Outcome, _ index: NotebookIndex
    ) -> Reason? {
        let (tail, action) = (saying.tail, index[id])
        guard case .settled = outcome, saying.isExact,
            tail.done != action.done || tail.dropped != action.dropped
        else { return nil }
        func words(_ done: CalendarDate?, _ dropped: CalendarDate?) -> String {
            let days = [done.map { "done:\($0)" }, dropped.map { "dropped:\($0)" }].compactMap(\.self)
            return days.isEmpty ? "no day" : days.joined(separator: " ")
        }
        return .marks(
            index.notes[id.note].path, line: action.position.line, listed: words(tail.done, tail.dropped),
            noted: words(action.done, action.dropped))
    }

    /// Returns what somebody has changed in an item that is not carried: its words, or the topics and dates
    /// after them.
    private static func change(
        _ saying: ItemSaying, _ id: ActionID, _ outcome: Outcome, _ index: NotebookIndex
    ) -> Reason? {
        let (path, action) = (index.notes[id.note].path, index[id])
        guard saying.isExact else {
            if saying.words.letters.isEmpty { return nil }
            return .words(path, line: action.position.line, listed: saying.text, noted: action.oneLine)
        }
        switch outcome {
        case .movedOn, .refused: return nil
        case .settled, .carry, .noteChanged: break
        }
        let (listed, noted) = (EqualActions.Marks(saying.tail), EqualActions.Marks(action))
        if listed == noted { return nil }
        return .marks(
            path, line: action.position.line, listed: listed.description, noted: noted.description)
    }
}

extension ChecklistItem {
    /// Whether somebody may have changed the box since the list was written, as far as the id alone tells.
    fileprivate var isTouched: Bool {
        // Without a box of its own, or as several items in one, any box within it may be the one.
        let listed =
            box == nil || ids.count > 1
            ? ListedBox.all(within: front(ids.last)) : ListedBox.all(inFrontOf: front(ids.first))
        // A box with a backslash is the action's own text.
        let typed = listed.filter { !bytes[$0.range].contains(UInt8(ascii: "\\")) }
        let boxes = (box.map { [$0] } ?? []) + typed.map(\.box)
        return boxes.contains { box in !ids.contains { $0.id.usualBox == box } }
    }
}

extension Action.State {
    fileprivate var isOver: Bool { self == .done || self == .dropped }
}
