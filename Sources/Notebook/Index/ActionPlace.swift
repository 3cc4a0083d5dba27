internal import Markup

/// An action in the index, by its number among those of its note, or of one piece of the note's feedback. Small,
/// where a copy would not be.
struct ActionPlace: Hashable, Sendable {
    private let noteNumber: Int32
    /// Below zero where there is none.
    private let feedbackNumber: Int32
    private let ownNumber: Int32

    init(note: Int, feedback: Int?, number: Int) {
        noteNumber = Int32(truncatingIfNeeded: note)
        feedbackNumber = Int32(truncatingIfNeeded: feedback ?? -1)
        ownNumber = Int32(truncatingIfNeeded: number)
    }

    var note: Int { Int(noteNumber) }
    /// The feedback that the action belongs to, by its number in the note.
    var feedback: Int? { feedbackNumber < 0 ? nil : Int(feedbackNumber) }
    var number: Int { Int(ownNumber) }

    /// The feedback that the action belongs to.
    var lesson: FeedbackPlace? { feedback.map { FeedbackPlace(note: note, number: $0) } }
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
        var found: [(at: Position, place: ActionPlace)] = []
        for feedback in notes[note].feedback.indices {
            for number in notes[note].feedback[feedback].actions.indices
            where fits(notes[note].feedback[feedback].actions[number]) {
                found.append(
                    (
                        notes[note].feedback[feedback].actions[number].place,
                        ActionPlace(note: note, feedback: feedback, number: number)
                    ))
            }
        }
        for number in notes[note].actions.indices where fits(notes[note].actions[number]) {
            found.append(
                (notes[note].actions[number].place, ActionPlace(note: note, feedback: nil, number: number)))
        }
        if found.count > 1 { found.sort { $0.at < $1.at } }
        return found.map(\.place)
    }
}
