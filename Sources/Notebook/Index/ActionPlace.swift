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
        _read { yield notes[place.note][place] }
    }

    /// A note's actions that fit, in reading order.
    func actions(ofNote note: Int, where fits: (Action) -> Bool = { _ in true }) -> [ActionPlace] {
        notes[note].actionPlaces(ofNote: note, where: fits)
    }
}

extension Note {
    subscript(place: ActionPlace) -> Action {
        _read {
            if let number = place.feedback {
                yield feedback[number].actions[place.number]
            } else {
                yield actions[place.number]
            }
        }
    }

    /// The actions that fit, in reading order.
    ///
    /// - Parameter note: the note's own number in its index.
    func actionPlaces(ofNote note: Int, where fits: (Action) -> Bool = { _ in true }) -> [ActionPlace] {
        var found: [(at: Position, place: ActionPlace)] = []
        for number in feedback.indices {
            for own in feedback[number].actions.indices where fits(feedback[number].actions[own]) {
                found.append(
                    (
                        feedback[number].actions[own].place,
                        ActionPlace(note: note, feedback: number, number: own)
                    ))
            }
        }
        for own in actions.indices where fits(actions[own]) {
            found.append((actions[own].place, ActionPlace(note: note, feedback: nil, number: own)))
        }
        if found.count > 1 { found.sort { $0.at < $1.at } }
        return found.map(\.place)
    }
}
