internal import Markup
public import Notes

/// The index of a piece of feedback.
public typealias FeedbackPlace = ElementPlace<Feedback>

extension Index {
    public subscript(place: FeedbackPlace) -> Feedback {
        // Feedback is lent and not copied. There is much of it, and a look at a few words of each piece costs
        // less than a copy.
        _read { yield notes[place.note].feedback[place.number] }
    }

    /// All feedback, in reading order.
    public var allFeedback: [FeedbackPlace] {
        var places: [FeedbackPlace] = []
        for note in notes.indices {
            for number in notes[note].feedback.indices {
                places.append(FeedbackPlace(note: note, number: number))
            }
        }
        return places
    }

    /// Returns the day on which a piece of feedback came.
    package func day(of place: FeedbackPlace) -> CalendarDate? { notes[place.note].dayOfFeedback }

    package func newestFirst(_ places: [FeedbackPlace]) -> [FeedbackPlace] {
        places.sorted { a, b in
            let (first, second) = (day(of: a)?.dayNumber ?? .min, day(of: b)?.dayNumber ?? .min)
            return (second, b.note, b.number) < (first, a.note, a.number)
        }
    }

    /// Returns the note and the line of a piece of feedback, for a citation.
    package func line(of place: FeedbackPlace) -> (note: Note, line: Int) {
        (notes[place.note], self[place].place.line)
    }
}

extension Index {
    /// Returns for how many days a piece of feedback has been chewed on; nil unless that is too long.
    public func staleDays(of place: FeedbackPlace) -> Int? {
        self[place].staleDays(on: today, staleAfter: configuration.staleAfterDays)
    }
}
