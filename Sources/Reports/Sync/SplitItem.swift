package import Notes

/// An item of a checklist, and the items before it that an Enter may have parted from it.
///
/// Those have no id, and have words of the action that the item lacks.
package struct SplitItem {
    /// What the item's box is, taking the parts before it into account.
    package private(set) var box: ItemBox
    /// Whether words of it were found before it.
    package private(set) var isSplit: Bool

    /// How many items before it are looked at.
    private static let mostParts = 16

    /// Looks for parts of an item before it.
    ///
    /// - Parameters:
    ///   - number: The item's index. The item must be an action's.
    ///   - items: The items of the checklist, in its order.
    ///   - saying: What the item says of the action.
    ///   - action: The words of the action.
    ///   - base: What stood in the box when the list was written; nil if nothing tells that any more.
    package init(
        _ number: Int, of items: [ChecklistItem], saying: ItemSaying, _ action: ActionWords, base: TaskBox?
    ) {
        let own = saying.box(since: base)
        (box, isSplit) = (own, false)
        if own == .unclear { return }
        let above = items[..<number].reversed().prefix(Self.mostParts).prefix {
            $0.ids.isEmpty && $0.box != nil
        }
        guard let nearest = above.first else { return }
        if saying.isExact {
            // Somebody pressed Enter right after the box.
            guard nearest.isOnlyBox, let first = nearest.box else { return }
            (box, isSplit) = (Self.box(first, [], own, base), true)
            return
        }
        if let whole = above.first(where: { $0.saying(action, before: nil).isExact }), let first = whole.box {
            (box, isSplit) = (Self.box(first, [], own, base), true)
            // A tick beside words of somebody's own may be theirs alone.
            if first == base, box != .one(first), !saying.words.letters.isEmpty { box = .unclear }
            return
        }
        if let parts = Self.parts(above, saying.words.letters, action.letters), let first = parts.last?.box {
            (box, isSplit) = (Self.box(first, parts.dropLast().compactMap(\.box), own, base), true)
            return
        }
        let isOwnTicked = if case .one(let box) = own { box != base && box != .open } else { false }
        if !isOwnTicked, above.contains(where: { Self.mayBePart($0, saying.words, action, base) }) {
            box = .unclear
        }
    }

    /// Returns the items before an item that say, one after another, the words of the action that the item
    /// lacks, from the last one back.
    ///
    /// It skips what somebody has typed in between.
    private static func parts(
        _ above: some Sequence<ChecklistItem>, _ letters: [UInt8], _ action: [UInt8]
    ) -> [ChecklistItem]? {
        guard action.ends(with: letters) else { return nil }
        var rest = action.dropLast(letters.count)
        var parts: [ChecklistItem] = []
        for item in above {
            let words = item.words.letters
            if words.isEmpty || !rest.ends(with: words) { continue }
            parts.append(item)
            rest = rest.dropLast(words.count)
            if rest.isEmpty { return parts }
        }
        return nil
    }

    /// Returns the box of an item in parts.
    ///
    /// The first part's box counts, because an editor that continues a list gives the others open ones.
    private static func box(_ first: TaskBox, _ others: [TaskBox], _ own: ItemBox, _ base: TaskBox?)
        -> ItemBox
    {
        let own = if case .one(let box) = own { [box] } else { [TaskBox]() }
        var changed = Set((others + own).filter { $0 != base && $0 != .open })
        if first != base { changed.insert(first) }
        if changed.count > 1 { return .unclear }
        return .one(changed.first ?? first)
    }

    /// Whether an item that somebody has ticked may be a part of an item whose words are not the action's.
    private static func mayBePart(
        _ item: ChecklistItem, _ words: ItemWords, _ action: ActionWords, _ base: TaskBox?
    ) -> Bool {
        guard let box = item.box, box != base, box != .open else { return false }
        if words.count < action.count { return true }
        let missing = Set(action.each).subtracting(words.each)
        return item.words.each.contains { missing.contains($0) }
    }
}

extension Collection where Element: Equatable {
    fileprivate func ends(with others: some Collection<Element>) -> Bool {
        count >= others.count && dropFirst(count - others.count).elementsEqual(others)
    }
}
