internal import Markup
package import Notes

/// What a checklist's item says of the action that its id names.
package struct ItemSaying {
    /// The boxes that may be the item's own, from the outermost on; there is usually one.
    ///
    /// An item without a box has none here, because what looks like a box in a paragraph or in code cannot be
    /// trusted.
    package let boxes: [TaskBox]
    /// Whether its words are the action's.
    package let isExact: Bool
    /// Whether other words stand before the action's, so that its box may be theirs.
    package let followsOthers: Bool
    /// Its words, without its box, topics and dates.
    package let words: ItemWords
    /// The same words, for use in messages.
    package let text: String
    package let tail: ItemTail

    /// Returns the box of the item, judged by the box that it had when the list was written.
    ///
    /// `base` is the box when the list was written; it is nil if nothing tells that any more.
    package func box(since base: TaskBox?) -> ItemBox {
        guard let box = boxes.last else { return .none }
        let isClear = boxes.dropLast().allSatisfy { $0 == base || $0 == box }
        return isClear && (!followsOthers || box == base) ? .one(box) : .unclear
    }
}

/// What stands in an item's box.
package enum ItemBox: Equatable {
    case none
    case one(TaskBox)
    /// Several boxes may be meant.
    case unclear
}

extension ChecklistItem {
    /// Returns what the item says of an action before an id.
    ///
    /// For an item without an id the first line counts. An editor that wraps lines may put the id after the
    /// link. Then the lesson and the link, which the list wrote below the action, do not count.
    ///
    /// - Parameters:
    ///   - action: The words of the action.
    ///   - id: The id; nil for an item without one.
    ///   - lesson: The text of the action's lesson, which the list may have below the action.
    /// - Returns: What the item says.
    package func saying(
        _ action: ActionWords, before id: ID?, lesson: @autoclosure () -> String? = nil
    ) -> ItemSaying {
        let front = self.front(id)
        let whole = saying(action, in: front, before: id)
        if whole.isExact { return whole }
        var fronts = Self.frontsWithoutLink(front)
        if let last = fronts.last, let below = lesson().map({ ActionWords($0) }),
            below.letters != action.letters, let start = below.start(atEndOf: ItemWords(last))
        {
            fronts.append(last[..<(last.startIndex + start)])
        }
        let sayings = fronts.map { saying(action, in: $0, before: id) }
        return sayings.first(where: \.isExact) ?? sayings.last ?? whole
    }

    /// The most lines of an item after each of which its action's words may end.
    private static let mostLines = 8

    /// Returns what may stand in front of the lesson and the link that end a text.
    ///
    /// That is each run of lines from the first one on, and then all but the link. It is nothing if the text
    /// does not end with a link to a line.
    private static func frontsWithoutLink(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard let last = text.lastIndex(where: { !$0.isWhiteSpace }),
            text[last] == .ascii(")") || text[last] == .ascii("]"),
            var start = text[..<last].lastIndex(of: .ascii("["))
        else { return [] }
        // The name of the note may have brackets, with backslashes before them, and a wiki link begins with
        // two.
        while start > text.startIndex {
            let before = text[start - 1]
            if before == .ascii("[") {
                start -= 1
            } else if before == .ascii("\\"), let next = text[..<(start - 1)].lastIndex(of: .ascii("[")) {
                start = next
            } else {
                break
            }
        }
        guard hasLinkToLine(text[start...last]) else { return [] }
        let front = text[..<start]
        let ends = front.indices.lazy.filter { front[$0] == Byte.lf }.prefix(mostLines)
        return Array(ends).map { front[..<$0] } + [front]
    }

    private func saying(_ action: ActionWords, in front: ArraySlice<UInt8>, before id: ID?) -> ItemSaying {
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
        // Somebody may have put an item of their own before this one. Then the box right before its words is
        // its own.
        let inner = ListedBox.all(within: front[start...])
        for box in inner.reversed() {
            if let exact = saying(from: box.range.upperBound, [box.box]) { return exact }
        }
        let end = max(ItemTail.start(in: front), start)
        var tail = ItemTail(front[end...])
        tail.addDates(rightAfterID: afterID)
        let words = front[start..<end]
        // What stands after the action's own words has boxes of its own.
        let beginsWithAction = action.end(in: ItemWords(front[start...])) != nil
        let letters = ItemWords(words).letters
        let follows =
            letters.count > action.letters.count && letters.reversed().starts(with: action.letters.reversed())
        return ItemSaying(
            box == nil ? [] : boxes + (beginsWithAction ? [] : inner.map(\.box)), words, tail, isExact: false,
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
