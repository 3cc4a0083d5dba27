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
        /// The action repeats, and counts as done on the day that the list has: by its rule the note has the next.
        case movedOn(NotePath, line: Int, from: CalendarDate, to: CalendarDate)
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
        /// What somebody has changed besides, which is not carried.
        public let change: Reason?
    }

    /// In the order of the checklist. Items without an id of ours are somebody's own, and none of this.
    public let items: [Item]

    /// - Parameters:
    ///   - bytes: the checklist as it is now.
    ///   - isEdited: whether somebody has changed more in it than boxes.
    /// - Returns: nil where the file is not a checklist that Debrief wrote.
    public init?(checklist bytes: [UInt8], index: Index, isEdited: () -> Bool = { false }) {
        guard let items = ChecklistReader.items(of: bytes) else { return nil }
        self.init(items, index: index, isEdited: isEdited)
    }

    /// - Parameters:
    ///   - items: what a list has, whatever it was read from.
    ///   - isEdited: whether somebody has changed more in it than boxes.
    init(_ items: [ChecklistItem], index: Index, isEdited: () -> Bool = { false }) {
        let finder = ActionFinder(index)
        let matches = finder.find(items)
        let actions = finder.entries
        let splits = items.indices.map { number -> SplitItem? in
            guard case .one(let action, let base, let saying) = matches[number] else { return nil }
            let words = ActionWords(index[actions[action].place].text)
            return SplitItem(number, of: items, saying: saying, words, base: base)
        }
        let doubled = Self.doubled(matches, splits)
        var knowsEdited: Bool?
        self.items = items.indices.compactMap { number in
            let (item, match, split) = (items[number], matches[number], splits[number])
            guard let (outcome, isTouched) = Self.outcome(item, split, match, actions, index) else {
                return nil
            }
            var change: Reason?
            if case .one(let action, _, let saying) = match, split?.isSplit == false {
                change = Self.change(saying, actions[action].place, outcome, index)
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

    /// The items of which another one is the same action, where somebody has changed both, and not in the same way.
    private static func doubled(_ matches: [ActionFinder.Match], _ splits: [SplitItem?]) -> Set<Int> {
        struct Use {
            var items: [Int] = []
            /// The boxes of the items by what they were, and those that somebody has changed.
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

    /// Of so many equal actions some has the item's box, if any has.
    private static let mostLookedAt = 64

    /// - Returns: nil for somebody's own item.
    private static func outcome(
        _ item: ChecklistItem, _ split: SplitItem?, _ match: ActionFinder.Match, _ actions: [Checklist.Entry],
        _ index: Index
    ) -> (Outcome, isTouched: Bool)? {
        func places(_ numbers: [Int]) -> Places {
            Places(numbers) { number in
                let place = actions[number].place
                return (index.notes[place.note].path, index[place].place.line)
            }
        }
        func boxes(_ numbers: [Int]) -> [TaskBox] {
            numbers.prefix(mostLookedAt).map { index[actions[$0].place].box }
        }
        switch match {
        case .own(let equal):
            return ownOutcome(item, equal.prefix(mostLookedAt).map { index[actions[$0].place] }).map {
                ($0(places(equal)), true)
            }
        case .gone(let equal):
            // Where all that are equal have its box, nothing is lost with it.
            let isSaid =
                item.box.map { box in !equal.isEmpty && boxes(equal).allSatisfy { $0 == box } } ?? false
            return (
                .refused(equal.isEmpty ? .notFound : .elsewhere(places(equal))), item.isTouched && !isSaid
            )
        case .several(let equal):
            return (.refused(.ambiguous(places(equal))), item.isTouched)
        case .one(let number, let base, let saying):
            switch split?.box ?? .none {
            case .none: return (.refused(.noBox), false)
            case .unclear:
                let entry = actions[number]
                let path = index.notes[entry.place.note].path
                return (.refused(.unclearBox(path, line: index[entry.place].place.line)), true)
            case .one(let box):
                return (outcome(saying.tail, box, actions[number], base, in: index), box != base)
            }
        }
    }

    /// What becomes of an item whose id is gone, so that it is not known what was there before: a tick that none of
    /// the actions has which it may be is refused.
    ///
    /// - Returns: nil for somebody's own.
    private static func ownOutcome(_ item: ChecklistItem, _ known: [Action]) -> ((Places) -> Outcome)? {
        guard let box = item.box, item.hasLinkToLine else { return nil }
        if known.isEmpty {
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
        _ item: ItemTail, _ box: TaskBox, _ entry: Checklist.Entry, _ base: TaskBox?, in index: Index
    ) -> Outcome {
        let (path, action) = (index.notes[entry.place.note].path, index[entry.place])
        if box == action.box || box == base && action.box == base { return .settled }
        if box == base { return .noteChanged(path, line: action.place.line, box: action.box) }
        if box.state == .done, action.repeats != nil,
            let outcome = repeated(item, action, path, on: index.today)
        {
            return outcome
        }
        var wanted = box
        if action.box != base {
            // A tick that was carried, and is undone: what was there before it comes back.
            let isUndone = box == .open && action.state.isOver && base?.state.isOver != true
            guard isUndone else {
                return .refused(.bothChanged(path, line: action.place.line, box: action.box))
            }
            wanted = base ?? .open
        }
        let dated = wanted.state == .done ? item.done : wanted.state == .dropped ? item.dropped : nil
        return .carry(
            Carry(
                note: path, line: action.place.line, box: wanted, day: dated ?? index.today,
                text: action.text,
                key: entry.key, from: action.box))
    }

    /// What becomes of a tick on an action that repeats and has moved on since, so that what the item names is done;
    /// nil where it has not.
    private static func repeated(
        _ item: ItemTail, _ action: Action, _ path: NotePath, on today: CalendarDate
    ) -> Outcome? {
        guard let next = action.due ?? action.scheduled else { return nil }
        let known = action.dates(besideThoseOf: item)
        // Without the day that it was written for, nobody knows which time is done.
        if known.isEmpty { return .refused(.dayGone(path, line: action.place.line, next)) }
        guard let moved = known.first(where: { $0.old != $0.new }) else { return nil }
        return action.leads(from: item, until: today)
            ? .movedOn(path, line: action.place.line, from: moved.old, to: moved.new)
            : .refused(.movedOn(path, line: action.place.line, from: moved.old, to: moved.new))
    }

    /// What somebody has changed in an item that is not carried: its words, or what stands after them.
    private static func change(
        _ saying: ItemSaying, _ place: ActionPlace, _ outcome: Outcome, _ index: Index
    ) -> Reason? {
        let (path, action) = (index.notes[place.note].path, index[place])
        guard saying.isExact else {
            if saying.words.letters.isEmpty { return nil }
            return .words(path, line: action.place.line, listed: saying.text, noted: action.oneLine)
        }
        switch outcome {
        case .movedOn, .refused: return nil
        case .settled, .carry, .noteChanged: break
        }
        let (listed, noted) = (EqualActions.Marks(saying.tail), EqualActions.Marks(action))
        if listed == noted { return nil }
        return .marks(
            path, line: action.place.line, listed: listed.description, noted: noted.description)
    }
}

extension ChecklistItem {
    /// Whether somebody may have changed the box since the list was written, as far as the id alone tells.
    fileprivate var isTouched: Bool {
        // With a backslash it is the action's own text.
        let typed = ListedBox.all(inFrontOf: front(ids.first)).filter {
            !bytes[$0.range].contains(UInt8(ascii: "\\"))
        }
        let boxes = (box.map { [$0] } ?? []) + typed.map(\.box)
        return boxes.contains { box in !ids.contains { $0.id.usualBox == box } }
    }
}

extension Action.State {
    fileprivate var isOver: Bool { self == .done || self == .dropped }
}
