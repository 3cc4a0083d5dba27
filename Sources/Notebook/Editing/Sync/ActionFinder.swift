internal import Markup

/// Finds the actions that a checklist's items were made of, by their ids.
struct ActionFinder {
    enum Match {
        case none
        /// The action, and the box that it had when the list was written.
        case one(Checklist.Entry, base: TaskBox)
        case several(Int)
    }

    /// What an id was made of.
    private struct Origin {
        let text: String
        let ordinal: Int
        let box: TaskBox
    }

    private let index: Index
    private let base: LinkBase
    /// Actions by their text, in reading order.
    private var entries: [String: [Checklist.Entry]] = [:]
    private let boxes: Set<TaskBox>

    /// How many actions with the same text may have gone since the list was written.
    private static let mostGone = 16

    /// - Parameter boxes: what stands in the checklist's boxes, for one of these may have been there before.
    init(_ index: Index, base: LinkBase, boxes: [TaskBox]) {
        self.index = index
        self.base = base
        let all = index.actionEntries()
        for entry in all { entries[entry.text, default: []].append(entry) }
        self.boxes = Set(Action.State.allCases.map { TaskBox($0) } + boxes + all.map(\.action.box))
    }

    /// A match for each item. No two items get the same action: where they would, the one whose link leads
    /// to it has it.
    func find(_ items: [ChecklistItem]) -> [Match] {
        let wanted = Set(items.compactMap(\.id))
        let origins = origins(of: wanted)
        let listed = listed(items, origins)
        var matches = items.map { match($0, origins, listed) }
        var owners: [Place: Int] = [:]
        for (number, match) in matches.enumerated() {
            guard case .one(let entry, _) = match else { continue }
            let place = Place(note: entry.note, start: entry.action.place)
            guard let owner = owners[place] else {
                owners[place] = number
                continue
            }
            // The same item twice does no harm.
            if items[owner].id == items[number].id { continue }
            let loser = leads(items[owner], to: entry) || !leads(items[number], to: entry) ? number : owner
            let same = entries[entry.text]?.count ?? 0
            matches[loser] = same > 1 ? .several(same) : .none
            owners[place] = loser == owner ? number : owner
        }
        return matches
    }

    private struct Place: Hashable {
        let note: Int
        let start: Position
    }

    /// What each wanted id can have been made of.
    private func origins(of wanted: Set<ChecklistID>) -> [ChecklistID: [Origin]] {
        var origins: [ChecklistID: [Origin]] = [:]
        func look(_ text: String, _ ordinals: Range<Int>, _ boxes: Set<TaskBox>) {
            let hash = StableHash(text.utf8)
            for ordinal in ordinals {
                for box in boxes {
                    let id = ChecklistID(hash, ordinal: ordinal, box: box)
                    if wanted.contains(id) {
                        origins[id, default: []].append(Origin(text: text, ordinal: ordinal, box: box))
                    }
                }
            }
        }
        for (text, entries) in entries { look(text, 0..<entries.count, boxes) }
        if origins.count < wanted.count {
            // The box may have had a character that stands nowhere any more.
            for (text, entries) in entries { look(text, 0..<entries.count, TaskBox.typed.subtracting(boxes)) }
            // Of equal actions some may have gone, so that there were more when the list was written.
            for (text, entries) in entries {
                look(text, entries.count..<entries.count + Self.mostGone, boxes)
            }
        }
        return origins
    }

    private func match(
        _ item: ChecklistItem, _ origins: [ChecklistID: [Origin]], _ listed: [Listed: Set<Int>]
    ) -> Match {
        guard let id = item.id, let candidates = origins[id] else { return .none }
        let decided = candidates.compactMap { origin in
            decide(item, origin, listed).map { (entry: $0, base: origin.box) }
        }
        if decided.count == 1 { return .one(decided[0].entry, base: decided[0].base) }
        if decided.count > 1 { return .several(decided.count) }
        return .several(candidates.reduce(0) { $0 + (entries[$1.text]?.count ?? 0) })
    }

    /// Items of the list with the same text that lead to the same note.
    private struct Listed: Hashable {
        let text: String
        let destination: ArraySlice<UInt8>
    }

    /// The ordinals that the list still has of each of them.
    private func listed(_ items: [ChecklistItem], _ origins: [ChecklistID: [Origin]]) -> [Listed: Set<Int>] {
        var listed: [Listed: Set<Int>] = [:]
        for item in items {
            for origin in item.id.flatMap({ origins[$0] }) ?? [] {
                listed[Listed(text: origin.text, destination: item.destination), default: []].insert(
                    origin.ordinal)
            }
        }
        return listed
    }

    /// The one action of an id's text that the item means; nil where none of them is certain.
    private func decide(
        _ item: ChecklistItem, _ origin: Origin, _ listed: [Listed: Set<Int>]
    ) -> Checklist.Entry? {
        let entries = entries[origin.text] ?? []
        if entries.count == 1 { return entries[0] }
        let linked = entries.indices.filter { leads(item, to: entries[$0]) }
        if linked.count == 1 { return entries[linked[0]] }
        // Several in one note: the ordinal counts, if something else says the same. Lines may have moved, and
        // actions come and gone.
        guard linked.contains(origin.ordinal) else { return nil }
        let meant = entries[origin.ordinal]
        let isAtItsLine = meant.action.place.line == item.linkedLine
        let isOnlyOneUnchanged = linked.filter { entries[$0].action.box == origin.box } == [origin.ordinal]
        let areAllListed = listed[Listed(text: origin.text, destination: item.destination)] == Set(linked)
        return isAtItsLine || isOnlyOneUnchanged || areAllListed ? meant : nil
    }

    /// Whether the item's link leads to the note of an action.
    private func leads(_ item: ChecklistItem, to entry: Checklist.Entry) -> Bool {
        let path = base.prefix + index.notes[entry.note].path.bytes
        return item.destination.elementsEqual(MarkdownEscape.destination(path).utf8)
    }
}
