package import Notes

extension ActionPlace {
    /// The feedback that the action belongs to; nil if there is none.
    package var lesson: FeedbackPlace? { feedback.map { FeedbackPlace(note: note, number: $0) } }
}

extension Index {
    package subscript(place: ActionPlace) -> Action {
        // The action is lent and not copied, as feedback is.
        _read { yield notes[place.note][place] }
    }

    /// Returns whether an action belongs to feedback that was spat out. Then there is no reason left to do it.
    package func isSpatOut(_ place: ActionPlace) -> Bool {
        place.lesson.map { self[$0].stage == .spit } ?? false
    }

    /// Returns a note's actions that fit, in reading order.
    package func actions(ofNote note: Int, where fits: (Action) -> Bool = { _ in true }) -> [ActionPlace] {
        notes[note].actionPlaces(ofNote: note, where: fits)
    }
}
