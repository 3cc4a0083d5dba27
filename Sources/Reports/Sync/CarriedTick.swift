package import Notes

extension NoteEditor {
    /// Ticks the action that is meant, if the note says of it what it said when the list was compared with
    /// it.
    package mutating func carry(_ carry: SyncPlan.Carry) throws(Refusal) {
        try tick(carry.key, line: carry.line, from: carry.from, carry.box, today: carry.day)
    }
}
