/// Something in a note of the index, by its number among those of its kind there. Small, where a copy would not be.
public struct ElementPlace<Element>: Hashable, Sendable {
    // No notebook has notes for more, and a report has a hundred thousand places.
    private let noteNumber: Int32
    private let ownNumber: Int32

    package init(note: Int, number: Int) {
        noteNumber = Int32(truncatingIfNeeded: note)
        ownNumber = Int32(truncatingIfNeeded: number)
    }

    public var note: Int { Int(noteNumber) }
    public var number: Int { Int(ownNumber) }
}

/// A question that was asked, in the index.
public typealias QuestionPlace = ElementPlace<Question>
/// A story in the index.
public typealias StoryPlace = ElementPlace<Story>
/// A telling of a story in the index.
public typealias TellingPlace = ElementPlace<Telling>
typealias EvidencePlace = ElementPlace<Evidence>
package typealias HunchPlace = ElementPlace<Hunch>

extension Index {
    /// What was told in answer to a question, in reading order.
    func tellings(to question: QuestionPlace) -> [Telling] {
        let tellings = notes[question.note].tellings
        return tellings.isEmpty ? [] : tellings.filter { $0.question == question.number }
    }

    // Lent and not copied, as feedback is.

    subscript(place: EvidencePlace) -> Evidence {
        _read { yield notes[place.note].evidence[place.number] }
    }

    package subscript(place: QuestionPlace) -> Question {
        _read { yield notes[place.note].questionsAsked[place.number] }
    }

    package subscript(place: StoryPlace) -> Story {
        _read { yield notes[place.note].stories[place.number] }
    }

    package subscript(place: TellingPlace) -> Telling {
        _read { yield notes[place.note].tellings[place.number] }
    }

    subscript(place: HunchPlace) -> Hunch {
        _read { yield notes[place.note].hunches[place.number] }
    }
}
