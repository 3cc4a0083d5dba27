public import Notes

extension NotebookIndex {
    /// Returns the occasion that a note of the notebook is about; nil if there is no such note.
    public func occasion(of path: NotePath) -> Occasion? {
        notes.firstIndex { $0.path == path }.map { Occasion(of: $0, in: self) }
    }

    /// Returns the next interview to prepare for that fits what is known; nil if there is none.
    ///
    /// An interview of today or of a later day comes before one without a date.
    ///
    /// Whatever is not given fits everything. If nothing is given, the result is the next interview of all.
    public func nextOccasion(fitting known: Occasion = Occasion()) -> Occasion? {
        toPrepare(fitting: known).first.map { Occasion(of: $0, in: self) }
    }

    /// Returns the other interviews to prepare for on an occasion's day.
    package func others(on occasion: Occasion) -> [Int] {
        guard let date = occasion.date else { return [] }
        return toPrepare(fitting: Occasion(date: date)).filter { $0 != occasion.note }
    }

    /// Returns the scheduled interviews whose day has passed, latest first.
    package func missed() -> [Int] {
        notes.indices.filter { notes[$0].hasPassed(on: today) }.sorted {
            (notes[$0].date?.dayNumber ?? 0, $1) > (notes[$1].date?.dayNumber ?? 0, $0)
        }
    }

    /// Returns the fitting interviews to prepare for from today on, next first.
    ///
    /// Those without a date come last.
    private func toPrepare(fitting known: Occasion) -> [Int] {
        notes.indices.filter { number in
            let note = notes[number]
            guard note.isInterview, note.isToPrepare(on: today), note.date.map({ $0 >= today }) ?? true
            else { return false }
            let shared = known.sharedFacts(with: note, in: self)
            return (known.company == nil || shared.contains(.company))
                && (known.role == nil || shared.contains(.role))
                && (known.round == nil || shared.contains(.round))
                && (known.date == nil || known.date == note.date)
        }.sorted { (notes[$0].date?.dayNumber ?? .max, $0) < (notes[$1].date?.dayNumber ?? .max, $1) }
    }
}

extension Note {
    /// Returns whether one may still prepare for the interview.
    ///
    /// It is still to come, or it is on this day and nothing in the note says that it is over.
    package func isToPrepare(on today: CalendarDate) -> Bool {
        isUpcoming(on: today) || date == today && outcome == nil && !saysHowItWent
    }

    /// Whether the note has something that one writes down after the interview.
    private var saysHowItWent: Bool {
        hasFeedback || !hunches.isEmpty || !evidence.isEmpty || !questionsAsked.isEmpty
            || requestDates != RequestDates()
    }
}
