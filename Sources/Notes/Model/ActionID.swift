internal import Markup

/// Which action it is, by its number among the actions of its note, or of one piece of the note's feedback.
///
/// It is small, unlike a copy of the action.
package struct ActionID: Hashable, Sendable {
    private let noteNumber: Int32
    /// The index of the feedback; below zero if the action does not belong to feedback.
    private let feedbackNumber: Int32
    private let ownNumber: Int32

    package init(note: Int, feedback: Int?, number: Int) {
        noteNumber = Int32(truncatingIfNeeded: note)
        feedbackNumber = Int32(truncatingIfNeeded: feedback ?? -1)
        ownNumber = Int32(truncatingIfNeeded: number)
    }

    package var note: Int { Int(noteNumber) }
    /// The index in the note of the feedback that the action belongs to; nil if there is none.
    package var feedback: Int? { feedbackNumber < 0 ? nil : Int(feedbackNumber) }
    package var number: Int { Int(ownNumber) }
}

extension Note {
    package subscript(id: ActionID) -> Action {
        _read {
            if let number = id.feedback {
                yield feedback[number].actions[id.number]
            } else {
                yield actions[id.number]
            }
        }
    }

    /// Returns the note's actions that fit, in reading order.
    ///
    /// `note` is the note's own number in its index.
    package func actionIDs(ofNote note: Int, where fits: (Action) -> Bool = { _ in true }) -> [ActionID] {
        var found: [(at: Position, id: ActionID)] = []
        for number in feedback.indices {
            for own in feedback[number].actions.indices where fits(feedback[number].actions[own]) {
                found.append(
                    (
                        feedback[number].actions[own].position,
                        ActionID(note: note, feedback: number, number: own)
                    ))
            }
        }
        for own in actions.indices where fits(actions[own]) {
            found.append((actions[own].position, ActionID(note: note, feedback: nil, number: own)))
        }
        if found.count > 1 { found.sort { $0.at < $1.at } }
        return found.map(\.id)
    }
}
