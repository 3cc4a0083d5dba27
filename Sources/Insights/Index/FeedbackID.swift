internal import Markup
public import Notes

/// Which piece of feedback it is.
public typealias FeedbackID = ElementID<Feedback>

extension NotebookIndex {
    /// The piece of feedback with an id.
    public subscript(id: FeedbackID) -> Feedback {
        // Feedback is lent and not copied. There is much of it, and a look at a few words of each piece costs
        // less than a copy.
        _read { yield notes[id.note].feedback[id.number] }
    }

    /// All feedback, in reading order.
    public var allFeedback: [FeedbackID] {
        var ids: [FeedbackID] = []
        for note in notes.indices {
            for number in notes[note].feedback.indices {
                ids.append(FeedbackID(note: note, number: number))
            }
        }
        return ids
    }

    /// Returns the day on which a piece of feedback came.
    package func day(of id: FeedbackID) -> CalendarDate? { notes[id.note].dayOfFeedback }

    package func newestFirst(_ ids: [FeedbackID]) -> [FeedbackID] {
        ids.sorted { a, b in
            let (first, second) = (day(of: a)?.dayNumber ?? .min, day(of: b)?.dayNumber ?? .min)
            return (second, b.note, b.number) < (first, a.note, a.number)
        }
    }

    /// Returns the note and the line of a piece of feedback, for a citation.
    package func line(of id: FeedbackID) -> (note: Note, line: Int) {
        (notes[id.note], self[id].position.line)
    }
}

extension NotebookIndex {
    /// Returns for how many days a piece of feedback has been chewed on; nil unless that is too long.
    public func staleDays(of id: FeedbackID) -> Int? {
        self[id].staleDays(on: today, staleAfter: configuration.staleAfterDays)
    }
}
