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
        /// The action's text, by which the writer makes sure of it.
        public let text: String
    }

    public enum Reason: Sendable {
        /// No action in the notebook has the item's id.
        case notFound
        /// Several could be meant, and the link decides for none of them.
        case ambiguous(Int)
        /// Several items have the same id, and not the same box.
        case doubled
        /// Both have changed since the list was written, and not in the same way.
        case bothChanged(NotePath, line: Int, box: TaskBox)
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

    /// - Parameters:
    ///   - bytes: the checklist as it is now.
    ///   - base: what the checklist's links are relative to.
    /// - Returns: nil where the file is no checklist that Debrief wrote.
    public init?(checklist bytes: [UInt8], index: Index, linkingFrom base: LinkBase = .notebook) {
        guard let items = ChecklistReader.items(of: bytes) else { return nil }
        let finder = ActionFinder(index, base: base, boxes: items.map(\.box))
        var boxes: [ChecklistID: Set<TaskBox>] = [:]
        for item in items { if let id = item.id { boxes[id, default: []].insert(item.box) } }
        let found = finder.find(items)
        self.items = zip(items, found).compactMap { item, match in
            guard let id = item.id else { return nil }
            let isDoubled = boxes[id].map { $0.count > 1 } ?? false
            let outcome = isDoubled ? .refused(.doubled) : Self.outcome(item, match, in: index)
            var isTouched = !item.isAsWritten
            if case .one(_, let base) = match { isTouched = item.box != base }
            return Item(line: item.line, text: item.text, isTouched: isTouched, outcome: outcome)
        }
    }

    private static func outcome(_ item: ChecklistItem, _ match: ActionFinder.Match, in index: Index)
        -> Outcome
    {
        switch match {
        case .none: return .refused(.notFound)
        case .several(let count): return .refused(.ambiguous(count))
        case .one(let entry, let base):
            let (path, action) = (index.notes[entry.place.note].path, index[entry.place])
            if item.box == action.box || item.box == base && action.box == base { return .settled }
            if item.box == base { return .noteChanged(path, line: action.place.line, box: action.box) }
            guard action.box == base else {
                return .refused(.bothChanged(path, line: action.place.line, box: action.box))
            }
            let dated = item.box.state == .done ? item.done : item.box.state == .dropped ? item.dropped : nil
            return .carry(
                Carry(
                    note: path, line: action.place.line, box: item.box, day: dated ?? index.today,
                    text: action.text))
        }
    }
}

extension SyncPlan.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notFound:
            "no action in the notebook is this one any more; its text has changed, or its note is gone"
        case .ambiguous(let count):
            "\(count) actions in the notebook have this text, and the link does not decide which is meant"
        case .doubled: "two items have this id, and different boxes"
        case .bothChanged(let path, let line, let box):
            "the note says [\(box.character)] (\(path):\(line)), and both have changed since the list was written"
        }
    }
}
