/// An action in the index, by its number among those of its note, or of one piece of the note's feedback. Small,
/// where a copy would not be.
struct ActionPlace: Hashable, Sendable {
    let note: Int
    /// The feedback that the action belongs to, by its number in the note.
    let feedback: Int?
    let number: Int
}

extension Index {
    subscript(place: ActionPlace) -> Action {
        // Lent and not copied, as feedback is.
        _read {
            if let feedback = place.feedback {
                yield notes[place.note].feedback[feedback].actions[place.number]
            } else {
                yield notes[place.note].actions[place.number]
            }
        }
    }

    /// A note's actions that fit, in reading order.
    func actions(ofNote note: Int, where fits: (Action) -> Bool = { _ in true }) -> [ActionPlace] {
        var places: [ActionPlace] = []
        for feedback in notes[note].feedback.indices {
            for number in notes[note].feedback[feedback].actions.indices
            where fits(notes[note].feedback[feedback].actions[number]) {
                places.append(ActionPlace(note: note, feedback: feedback, number: number))
            }
        }
        for number in notes[note].actions.indices where fits(notes[note].actions[number]) {
            places.append(ActionPlace(note: note, feedback: nil, number: number))
        }
        return places.count > 1 ? places.sorted { self[$0].place < self[$1].place } : places
    }
}
