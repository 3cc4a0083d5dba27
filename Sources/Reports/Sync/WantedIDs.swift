package import Notes

/// The ids in a list, which are looked up for each action that may be one of them.
package struct WantedIDs {
    /// The ids by the number of the action that each is made of.
    private var ids: [UInt64: [ChecklistID]] = [:]
    /// The boxes with a character of their own that items with an id have by now.
    private var boxes: [ChecklistID: [TaskBox]] = [:]

    private static let typed = TaskBox.typed.filter(\.isOwn)

    package var isEmpty: Bool { ids.isEmpty }

    package init(_ items: [ChecklistItem]) {
        for item in items {
            for id in item.ids.map(\.id) {
                if ids[id.action]?.contains(id) != true { ids[id.action, default: []].append(id) }
                if let box = item.box, box.isOwn { boxes[id, default: []].append(box) }
            }
        }
    }

    package func without(_ found: some Sequence<ChecklistID>) -> WantedIDs {
        let found = Set(found)
        var rest = self
        rest.ids = ids.compactMapValues { ids in
            let left = ids.filter { !found.contains($0) }
            return left.isEmpty ? nil : left
        }
        return rest
    }

    /// Calls `found` with each wanted id that an action has had, and its box then.
    ///
    /// A box with a character of its own is found if a key types it, or if the action or its item has it now.
    /// Otherwise the box is nil.
    package func visit(_ key: ActionKey, box now: TaskBox, _ found: (ChecklistID, TaskBox?) -> Void) {
        guard let ids = ids[ChecklistID.number(of: key)] else { return }
        for id in ids {
            let known = [now] + (boxes[id] ?? [])
            found(
                id, id.usualBox ?? known.first(where: id.hasHad) ?? Self.typed.first(where: id.hasHad))
        }
    }
}
