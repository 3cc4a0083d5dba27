internal import Markup

extension BulletEdit {
    /// Sets the box of an action, and the dates on which it was done or dropped to match.
    ///
    /// A box in a state already stays as it is, `[X]` too, unless it is to hold a character of its own.
    mutating func tick(_ box: TaskBox, today: CalendarDate, exactly: Bool = false) throws(Refusal.Reason) {
        guard let token = tokens.first, case .box(let state) = token.kind else { throw .noAction }
        let isWord = text[token.range.lowerBound] != .ascii("[")
        if isWord {
            if box.isOwn { throw .noBox }
            if state != box.state {
                replace(token.value, with: Self.workWord(box.state, from: text[token.value]))
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

    /// Logseq's word for a state, of the pair that a word belongs to: `TODO` and `DOING`, `LATER` and `NOW`.
    private static func workWord(_ state: Action.State, from word: ArraySlice<UInt8>) -> [UInt8] {
        let isLater = word.elementsEqual("LATER".utf8) || word.elementsEqual("NOW".utf8)
        switch state {
        case .open: return Array((isLater ? "LATER" : "TODO").utf8)
        case .inProgress: return Array((isLater ? "NOW" : "DOING").utf8)
        case .done: return Array("DONE".utf8)
        case .dropped: return Array("CANCELED".utf8)
        }
    }
}
