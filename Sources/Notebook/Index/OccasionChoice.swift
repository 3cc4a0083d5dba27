extension Index {
    /// The occasion that a note of the notebook is about.
    public func occasion(of path: NotePath) -> Occasion? {
        notes.firstIndex { $0.path == path }.map { Occasion(of: $0, in: self) }
    }

    /// The next scheduled interview that fits what is known: today's or a later one, then one without a date.
    ///
    /// What is not given fits everything, so that with nothing given it is the next one of all.
    public func nextOccasion(fitting known: Occasion = Occasion()) -> Occasion? {
        scheduled(fitting: known).first.map { Occasion(of: $0, in: self) }
    }

    /// The other interviews that are scheduled for an occasion's day.
    func others(on occasion: Occasion) -> [Int] {
        guard let date = occasion.date else { return [] }
        return scheduled(fitting: Occasion(date: date)).filter { $0 != occasion.note }
    }

    /// The scheduled interviews whose day has gone by, the latest first.
    func missed() -> [Int] {
        notes.indices.filter { notes[$0].hasPassed(on: today) }.sorted {
            (notes[$0].date?.dayNumber ?? 0, $1) > (notes[$1].date?.dayNumber ?? 0, $0)
        }
    }

    /// The scheduled interviews from today on that fit, next first, those without a date last.
    private func scheduled(fitting known: Occasion) -> [Int] {
        notes.indices.filter { number in
            let note = notes[number]
            guard note.isInterview, note.isUpcoming(on: today), note.date.map({ $0 >= today }) ?? true else {
                return false
            }
            let kinship = known.kinship(with: note)
            return (known.company == nil || kinship.contains(.company))
                && (known.role == nil || kinship.contains(.role))
                && (known.round == nil || kinship.contains(.round))
                && (known.date == nil || known.date == note.date)
        }.sorted { (notes[$0].date?.dayNumber ?? .max, $0) < (notes[$1].date?.dayNumber ?? .max, $1) }
    }
}
