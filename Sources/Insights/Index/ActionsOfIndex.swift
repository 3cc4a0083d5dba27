package import Notes

extension ActionID {
    /// The feedback that the action belongs to; nil if there is none.
    package var lesson: FeedbackID? { feedback.map { FeedbackID(note: note, number: $0) } }
}

extension NotebookIndex {
    package subscript(id: ActionID) -> Action {
        // The action is lent and not copied, as feedback is.
        _read { yield notes[id.note][id] }
    }

    /// Returns whether an action belongs to feedback that was spat out.
    ///
    /// Then there is no reason left to do it.
    package func isSpatOut(_ id: ActionID) -> Bool {
        id.lesson.map { self[$0].stage == .spit } ?? false
    }

    /// Returns a note's actions that fit, in reading order.
    package func actionIDs(ofNote note: Int, where fits: (Action) -> Bool = { _ in true }) -> [ActionID] {
        notes[note].actionIDs(ofNote: note, where: fits)
    }
}
