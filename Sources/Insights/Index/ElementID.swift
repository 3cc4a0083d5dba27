public import Notes

/// Which element of an index it is: the number of its note, and its own number among those of its kind in the
/// note.
///
/// It is small, unlike a copy of the element.
public struct ElementID<Element>: Hashable, Sendable, Comparable {
    // 32 bits hold the number of every note, and a report has a hundred thousand of these values.
    private let noteNumber: Int32
    private let ownNumber: Int32

    package init(note: Int, number: Int) {
        noteNumber = Int32(truncatingIfNeeded: note)
        ownNumber = Int32(truncatingIfNeeded: number)
    }

    /// The number of the note in the index, from 0.
    public var note: Int { Int(noteNumber) }
    /// The number of the element in the note, from 0.
    public var number: Int { Int(ownNumber) }

    /// Returns whether the first element stands before the second in reading order.
    public static func < (a: Self, b: Self) -> Bool { (a.note, a.number) < (b.note, b.number) }
}

/// Which question that was asked it is.
public typealias QuestionID = ElementID<Question>
/// Which story it is.
public typealias StoryID = ElementID<Story>
/// Which telling of a story it is.
public typealias TellingID = ElementID<Telling>
package typealias EvidenceID = ElementID<Evidence>
package typealias HunchID = ElementID<Hunch>

extension NotebookIndex {
    /// Returns what was told as an answer to a question, in reading order.
    package func tellings(to question: QuestionID) -> [Telling] {
        let tellings = notes[question.note].tellings
        return tellings.isEmpty ? [] : tellings.filter { $0.question == question.number }
    }

    // The elements below are lent and not copied, as feedback is.

    package subscript(id: EvidenceID) -> Evidence {
        _read { yield notes[id.note].evidence[id.number] }
    }

    package subscript(id: QuestionID) -> Question {
        _read { yield notes[id.note].questionsAsked[id.number] }
    }

    package subscript(id: StoryID) -> Story {
        _read { yield notes[id.note].stories[id.number] }
    }

    package subscript(id: TellingID) -> Telling {
        _read { yield notes[id.note].tellings[id.number] }
    }

    package subscript(id: HunchID) -> Hunch {
        _read { yield notes[id.note].hunches[id.number] }
    }
}
