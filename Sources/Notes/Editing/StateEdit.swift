internal import Markup

extension BulletEdit {
    /// What the box says; nil if there is none.
    package var state: Action.State? {
        if case .box(let state) = tokens.first?.kind { state } else { nil }
    }

    /// Sets the box of an action, and sets or removes the dates on which it was done or dropped to match.
    ///
    /// A box that is in the state already stays as it is, `[X]` too, unless it is to hold a character of its
    /// own.
    ///
    /// - Parameters:
    ///   - box: The box to set.
    ///   - today: The day on which the action was done or dropped.
    ///   - exactly: Whether the box gets the character of `box` although it is in that state already.
    ///   - usesLater: Whether the note uses `LATER` and `NOW` in place of `TODO` and `DOING`.
    /// - Throws: `noAction` if the bullet does not begin with a box or one of Logseq's words, and `noBox` if
    ///   a word stands where a character of one's own is to go.
    package mutating func tick(
        _ box: TaskBox, today: CalendarDate, exactly: Bool = false, usesLater: Bool = false
    ) throws(Refusal.Reason) {
        guard let token = tokens.first, case .box(let state) = token.kind else { throw .noAction }
        let isWord = text[token.range.lowerBound] != .ascii("[")
        if isWord {
            if box.isOwn { throw .noBox }
            if state != box.state {
                let word = Self.workWord(box.state, from: text[token.value], usesLater: usesLater)
                replace(token.value, with: word)
            }
        } else if state != box.state || box.isOwn || exactly {
            replace(token.value, with: Array(box.character.utf8))
        }
        guard state != box.state else { return }
        let dialect = Dialect.ofStateDates(among: tokens, in: text)
        for (field, isSet) in [(Token.DateField.done, box.state == .done), (.dropped, box.state == .dropped)]
        {
            if isSet {
                setDate(field, today, as: dialect)
            } else {
                for token in tokens where token.isDate(field) { remove(token) }
            }
        }
    }

    /// Returns Logseq's word for a state, from the pair that a word belongs to: `TODO` and `DOING`, or
    /// `LATER` and `NOW`.
    ///
    /// The word of a finished action does not tell which pair it belongs to.
    package static func workWord(
        _ state: Action.State, from word: ArraySlice<UInt8>, usesLater: Bool = false
    ) -> [UInt8] {
        let isOver = ["DONE", "CANCELED", "CANCELLED"].contains { word.elementsEqual($0.utf8) }
        let isLater = isOver ? usesLater : isOfLater(word)
        switch state {
        case .open: return Array((isLater ? "LATER" : "TODO").utf8)
        case .inProgress: return Array((isLater ? "NOW" : "DOING").utf8)
        case .done: return Array("DONE".utf8)
        case .dropped: return Array("CANCELED".utf8)
        }
    }

    private static func isOfLater(_ word: ArraySlice<UInt8>) -> Bool {
        word.elementsEqual("LATER".utf8) || word.elementsEqual("NOW".utf8)
    }

    /// Whether the action uses the pair `LATER` and `NOW` rather than `TODO` and `DOING`; nil if it uses
    /// neither.
    package var isOfLater: Bool? {
        guard let token = tokens.first, case .box = token.kind else { return nil }
        let word = text[token.value]
        if Self.isOfLater(word) { return true }
        return word.elementsEqual("TODO".utf8) || word.elementsEqual("DOING".utf8) ? false : nil
    }
}
