internal import Markup

/// What a checklist's item says of the action that its id names.
struct ItemSaying {
    /// The boxes that may be the item's own, from the outermost on: one, as a rule. None of an item without a box, for
    /// what looks like one in a paragraph or in code is not to be trusted.
    let boxes: [TaskBox]
    /// Whether its words are the action's.
    let isExact: Bool
    /// Whether other words stand in front of the action's, so that its box may be theirs.
    let followsOthers: Bool
    /// Its words, without box, topics and dates.
    let words: ItemWords
    /// The same, to be named.
    let text: String
    let tail: ItemTail

    /// The box of the item, by what it was when the list was written.
    ///
    /// - Parameter base: nil where that stands nowhere any more.
    func box(since base: TaskBox?) -> ItemBox {
        guard let box = boxes.last else { return .none }
        let isClear = boxes.dropLast().allSatisfy { $0 == base || $0 == box }
        return isClear && (!followsOthers || box == base) ? .one(box) : .unclear
    }
}

/// What stands in an item's box.
enum ItemBox: Equatable {
    case none
    case one(TaskBox)
    /// There are several that may be meant.
    case unclear
}

extension ChecklistItem {
    /// What the item says of an action in front of an id; of an item without one its first line counts.
    func saying(_ action: ActionWords, before id: ID?) -> ItemSaying {
        let front = self.front(id)
        let adjacent = ListedBox.all(inFrontOf: front)
        // The action's own text may begin with what looks like a box.
        let own = adjacent.dropLast(min(action.boxCount, adjacent.count))
        let start = own.last?.range.upperBound ?? front.startIndex
        let boxes = (box.map { [$0] } ?? []) + own.map(\.box)
        let afterID = id.map { bytes[min($0.range.upperBound, bytes.count)...] } ?? []
        func saying(from start: Int, _ boxes: [TaskBox]) -> ItemSaying? {
            guard let end = action.end(in: ItemWords(front[start...])) else { return nil }
            var tail = ItemTail(front[(start + end)...])
            guard tail.isPure else { return nil }
            tail.addDates(rightAfterID: afterID)
            return ItemSaying(box == nil ? [] : boxes, front[start..<(start + end)], tail, isExact: true)
        }
        if let exact = saying(from: start, boxes) { return exact }
        // An item of somebody's own may have come in front of it: the box right before its words is its own.
        let inner = ListedBox.all(within: front[start...])
        for box in inner.reversed() {
            if let exact = saying(from: box.range.upperBound, [box.box]) { return exact }
        }
        let end = max(ItemTail.start(in: front), start)
        var tail = ItemTail(front[end...])
        tail.addDates(rightAfterID: afterID)
        let words = front[start..<end]
        let letters = ItemWords(words).letters
        let follows =
            letters.count > action.letters.count && letters.reversed().starts(with: action.letters.reversed())
        return ItemSaying(
            box == nil ? [] : boxes + inner.map(\.box), words, tail, isExact: false,
            followsOthers: follows && !action.letters.isEmpty)
    }
}

extension ItemSaying {
    fileprivate init(
        _ boxes: [TaskBox], _ words: ArraySlice<UInt8>, _ tail: ItemTail, isExact: Bool,
        followsOthers: Bool = false
    ) {
        self.init(
            boxes: boxes, isExact: isExact, followsOthers: followsOthers, words: ItemWords(words),
            text: String(decoding: words, as: UTF8.self).folded, tail: tail)
    }
}
