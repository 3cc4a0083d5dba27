internal import Notes

extension Index {
    /// Gives each lesson the evidence that names neither a topic nor a lesson, but has nearly the same words.
    package func addLoose(_ loose: [EvidenceID], to lessons: inout [Lesson], _ starts: [LessonStart]) {
        if loose.isEmpty || lessons.isEmpty { return }
        var finder = TopicFinder(configuration.wordBook)
        var stems: [[Int32]] = []
        // The index of the lesson that each statement belongs to.
        var owners: [Int] = []
        for (number, lesson) in lessons.enumerated() {
            for statement in lesson.statements {
                stems.append(finder.stems(of: self[statement].text))
                owners.append(number)
            }
        }
        for id in loose {
            stems.append(finder.stems(of: self[id].text))
        }
        for group in WordOverlap.groups(stems, beginningInFirst: owners.count) {
            let own = Set(group.members.prefix { $0 < owners.count }.map { owners[$0] })
            let evidence = group.members.drop { $0 < owners.count }.map { loose[$0 - owners.count] }
            // Evidence that fits several lessons does not count for any of them.
            guard own.count == 1, let number = own.first else { continue }
            for id in evidence
            where starts[number].comesBefore(
                self[id].kind, in: id.note, on: notes[id.note].date)
            {
                lessons[number].looseShowings.append(showing(id))
            }
        }
    }
}
