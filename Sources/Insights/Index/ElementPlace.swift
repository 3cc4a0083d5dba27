public import Notes

/// The index of an element of a note: the note's number, and the element's number among those of its kind in the
/// note. It is small, unlike a copy of the element.
public struct ElementPlace<Element>: Hashable, Sendable {
    // 32 bits hold the number of every note, and a report has a hundred thousand of these values.
    private let noteNumber: Int32
    private let ownNumber: Int32

    package init(note: Int, number: Int) {
        noteNumber = Int32(truncatingIfNeeded: note)
        ownNumber = Int32(truncatingIfNeeded: number)
    }

    public var note: Int { Int(noteNumber) }
    public var number: Int { Int(ownNumber) }
}

/// The index of a question that was asked.
public typealias QuestionPlace = ElementPlace<Question>
/// The index of a story.
public typealias StoryPlace = ElementPlace<Story>
/// The index of a telling of a story.
public typealias TellingPlace = ElementPlace<Telling>
package typealias EvidencePlace = ElementPlace<Evidence>
package typealias HunchPlace = ElementPlace<Hunch>

extension Index {
    /// Returns what was told as an answer to a question, in reading order.
    package func tellings(to question: QuestionPlace) -> [Telling] {
        let tellings = notes[question.note].tellings
        return tellings.isEmpty ? [] : tellings.filter { $0.question == question.number }
    }

    // The elements below are lent and not copied, as feedback is.

    package subscript(place: EvidencePlace) -> Evidence {
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

    package subscript(place: HunchPlace) -> Hunch {
        _read { yield notes[place.note].hunches[place.number] }
    }
}
