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

    /// Actions by their text, in reading order.
    private var entries: [String: [Checklist.Entry]] = [:]
    /// Those of them that a link may mean, which names their note.
    private var linked: [Link: Linked] = [:]
    private let index: Index
    /// What a link to each note is.
    private let destinations: [ArraySlice<UInt8>]
    private let boxes: Set<TaskBox>

    /// What an item says of its action: a text, and the note that it leads to.
    private struct Link: Hashable {
        let text: String
        let destination: ArraySlice<UInt8>
    }

    /// The actions of one text in one note, by their place among all with that text.
    private struct Linked {
        var ordinals: Set<Int> = []
        var ordinalsByBox: [TaskBox: [Int]] = [:]
    }

    /// How many actions with the same text may have gone since the list was written.
    private static let mostGone = 16

    /// With more kinds of boxes in use than any person has, ids are tried with those alone that keys type.
    private static let mostBoxes = 128

    /// - Parameter boxes: what stands in the checklist's boxes, for one of these may have been there before.
    init(_ index: Index, base: LinkBase, boxes: [TaskBox]) {
        self.index = index
        destinations = index.notes.map {
            Array(MarkdownEscape.destination(base.prefix + $0.path.bytes).utf8)[...]
        }
        let all = index.actionEntries()
        for entry in all {
            let text = index[entry.place].oneLine
            let ordinal = entries[text]?.count ?? 0
            entries[text, default: []].append(entry)
            let link = Link(text: text, destination: destinations[entry.place.note])
            linked[link, default: Linked()].ordinals.insert(ordinal)
            linked[link, default: Linked()].ordinalsByBox[index[entry.place].box, default: []].append(ordinal)
        }
        let inUse = Set(Action.State.allCases.map { TaskBox($0) } + boxes + all.map { index[$0.place].box })
        self.boxes = inUse.count > Self.mostBoxes ? TaskBox.typed : inUse
    }

    /// A match for each item. No two items get the same action: where they would, the one whose link leads
    /// to it has it.
    func find(_ items: [ChecklistItem]) -> [Match] {
        let wanted = Set(items.compactMap(\.id))
        let origins = origins(of: wanted)
        let complete = complete(items, origins)
        var matches = items.map { match($0, origins, complete) }
        var owners: [ActionPlace: Int] = [:]
        for (number, match) in matches.enumerated() {
            guard case .one(let entry, _) = match else { continue }
            guard let owner = owners[entry.place] else {
                owners[entry.place] = number
                continue
            }
            // The same item twice does no harm.
            if items[owner].id == items[number].id { continue }
            let loser = leads(items[owner], to: entry) || !leads(items[number], to: entry) ? number : owner
            let same = entries[index[entry.place].oneLine]?.count ?? 0
            matches[loser] = same > 1 ? .several(same) : .none
            owners[entry.place] = loser == owner ? number : owner
        }
        return matches
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
        for (text, entries) in entries {
            look(text, 0..<entries.count, boxes)
            for (ordinal, entry) in entries.enumerated() where !boxes.contains(index[entry.place].box) {
                look(text, ordinal..<ordinal + 1, [index[entry.place].box])
            }
        }
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
        _ item: ChecklistItem, _ origins: [ChecklistID: [Origin]], _ complete: Set<Link>
    ) -> Match {
        guard let id = item.id, let candidates = origins[id] else { return .none }
        let decided = candidates.compactMap { origin in
            decide(item, origin, complete).map { (entry: $0, base: origin.box) }
        }
        if decided.count == 1 { return .one(decided[0].entry, base: decided[0].base) }
        if decided.count > 1 { return .several(decided.count) }
        return .several(candidates.reduce(0) { $0 + (entries[$1.text]?.count ?? 0) })
    }

    /// The links of which the list still has every action, and no other.
    private func complete(_ items: [ChecklistItem], _ origins: [ChecklistID: [Origin]]) -> Set<Link> {
        var listed: [Link: Set<Int>] = [:]
        for item in items {
            for origin in item.id.flatMap({ origins[$0] }) ?? [] {
                let link = Link(text: origin.text, destination: item.destination)
                listed[link, default: []].insert(origin.ordinal)
            }
        }
        return Set(listed.filter { linked[$0.key]?.ordinals == $0.value }.keys)
    }

    /// The one action of an id's text that the item means; nil where none of them is certain.
    private func decide(_ item: ChecklistItem, _ origin: Origin, _ complete: Set<Link>) -> Checklist.Entry? {
        guard let entries = entries[origin.text] else { return nil }
        if entries.count == 1 { return entries[0] }
        let link = Link(text: origin.text, destination: item.destination)
        guard let linked = linked[link] else { return nil }
        if linked.ordinals.count == 1, let only = linked.ordinals.first { return entries[only] }
        // Several in one note: the ordinal counts, if something else says the same. Lines may have moved, and
        // actions come and gone.
        guard linked.ordinals.contains(origin.ordinal) else { return nil }
        let meant = entries[origin.ordinal]
        let isAtItsLine = index[meant.place].place.line == item.linkedLine
        let isOnlyOneUnchanged = linked.ordinalsByBox[origin.box] == [origin.ordinal]
        return isAtItsLine || isOnlyOneUnchanged || complete.contains(link) ? meant : nil
    }

    /// Whether the item's link leads to the note of an action.
    private func leads(_ item: ChecklistItem, to entry: Checklist.Entry) -> Bool {
        item.destination == destinations[entry.place.note]
    }
}
