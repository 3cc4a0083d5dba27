internal import Markup

/// A piece of feedback in the index.
public typealias FeedbackPlace = ElementPlace<Feedback>

extension Index {
    public subscript(place: FeedbackPlace) -> Feedback {
        // Lent and not copied: there are many, and a look at a few words of each is cheap but for the copy.
        _read { yield notes[place.note].feedback[place.number] }
    }

    /// Every piece of feedback, in reading order.
    public var allFeedback: [FeedbackPlace] {
        var places: [FeedbackPlace] = []
        for note in notes.indices {
            for number in notes[note].feedback.indices {
                places.append(FeedbackPlace(note: note, number: number))
            }
        }
        return places
    }

    /// The day on which a piece of feedback came.
    package func day(of place: FeedbackPlace) -> CalendarDate? { notes[place.note].dayOfFeedback }

    func newestFirst(_ places: [FeedbackPlace]) -> [FeedbackPlace] {
        places.sorted { a, b in
            let (first, second) = (day(of: a)?.dayNumber ?? .min, day(of: b)?.dayNumber ?? .min)
            return (second, b.note, b.number) < (first, a.note, a.number)
        }
    }

    /// Note and line, for a citation.
    package func line(of place: FeedbackPlace) -> (note: Note, line: Int) {
        (notes[place.note], self[place].place.line)
    }
}
