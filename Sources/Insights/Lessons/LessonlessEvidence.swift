package import Notes

extension NotebookIndex {
    /// Returns the evidence that does not belong to a lesson, earliest first.
    ///
    /// No swallowed feedback has its topic or one around it, has the block id that it names, or is in its words. If
    /// just one lesson is nested in its topic, it belongs to that one.
    package func evidenceOfNoLesson(_ lessons: [Lesson], _ kind: Evidence.Kind) -> [EvidenceID] {
        var reached: Set<EvidenceID> = []
        var topics: Set<Topic> = []
        // How many topics of lessons are nested in each topic.
        var nestedCounts: [Topic: Int] = [:]
        for lesson in lessons {
            for showing in lesson.showings + lesson.looseShowings { reached.formUnion(showing.allEvidence) }
            // Evidence from before a lesson's feedback belongs to the lesson all the same.
            for statement in lesson.statements {
                for topic in self[statement].topics where topics.insert(topic).inserted {
                    for outer in topic.outer { nestedCounts[outer, default: 0] += 1 }
                }
            }
        }
        func hasLesson(_ topic: Topic) -> Bool {
            topics.contains(topic) || nestedCounts[topic] == 1 || topic.outer.contains(where: topics.contains)
        }
        var ids: [EvidenceID] = []
        for note in notes.indices {
            let evidence = notes[note].evidence
            for number in evidence.indices where evidence[number].kind == kind {
                let id = EvidenceID(note: note, number: number)
                if !reached.contains(id), !evidence[number].topics.contains(where: hasLesson) {
                    ids.append(id)
                }
            }
        }
        return ids.sortedByDay { notes[$0.note].date }
    }
}
