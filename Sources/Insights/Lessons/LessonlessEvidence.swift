package import Notes

extension Index {
    /// Returns the evidence that does not belong to a lesson, earliest first. No swallowed feedback has its
    /// topic, has the block id that it names, or is in its words.
    package func evidenceOfNoLesson(_ lessons: [Lesson], _ kind: Evidence.Kind) -> [EvidenceID] {
        var reached: Set<EvidenceID> = []
        var topics: Set<Topic> = []
        for lesson in lessons {
            for showing in lesson.showings + lesson.looseShowings { reached.insert(showing.evidence) }
            // Evidence from before a lesson's feedback belongs to the lesson all the same.
            for statement in lesson.statements { topics.formUnion(self[statement].topics) }
        }
        var ids: [EvidenceID] = []
        for note in notes.indices {
            let evidence = notes[note].evidence
            for number in evidence.indices where evidence[number].kind == kind {
                let id = EvidenceID(note: note, number: number)
                if !reached.contains(id), !evidence[number].topics.contains(where: topics.contains) {
                    ids.append(id)
                }
            }
        }
        return ids.sortedByDay { notes[$0.note].date }
    }
}
