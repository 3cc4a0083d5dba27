extension Index {
    /// What showed and is of no lesson, earliest first: nothing on its topic was swallowed, nothing that it names, and
    /// nothing in its words.
    func evidenceOfNoLesson(_ lessons: [Lesson], _ kind: Evidence.Kind) -> [EvidencePlace] {
        var reached: Set<EvidencePlace> = []
        var topics: Set<Topic> = []
        for lesson in lessons {
            for showing in lesson.showings + lesson.looseShowings { reached.insert(showing.place) }
            // What showed before a lesson's feedback came is of it all the same.
            for statement in lesson.statements { topics.formUnion(self[statement].topics) }
        }
        var places: [EvidencePlace] = []
        for note in notes.indices {
            let evidence = notes[note].evidence
            for number in evidence.indices where evidence[number].kind == kind {
                let place = EvidencePlace(note: note, number: number)
                if !reached.contains(place), !evidence[number].topics.contains(where: topics.contains) {
                    places.append(place)
                }
            }
        }
        return places.sortedByDay { notes[$0.note].date }
    }
}
