package import Notes

extension ActionID {
    /// The feedback that the action belongs to; nil if there is none.
    package var lesson: FeedbackID? { feedback.map { FeedbackID(note: note, number: $0) } }
}

extension Index {
    package subscript(id: ActionID) -> Action {
        // The action is lent and not copied, as feedback is.
        _read { yield notes[id.note][id] }
    }

    /// Returns a note's actions that fit, in reading order.
    package func actionIDs(ofNote note: Int, where fits: (Action) -> Bool = { _ in true }) -> [ActionID] {
        notes[note].actionIDs(ofNote: note, where: fits)
    }
}
