internal import Notes

extension NotebookIndex {
    /// Gives each lesson the evidence that belongs to none, but has nearly the same words.
    ///
    /// Evidence with a topic is given only to lessons without one.
    package func addLoose(_ loose: [EvidenceID], to lessons: inout [Lesson], _ starts: [LessonStart]) {
        if loose.isEmpty || lessons.isEmpty { return }
        var finder = TopicFinder(configuration.wordBook)
        var stems: [[Int32]] = []
        var isGiven: Set<EvidenceID> = []
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
                if lessons[number].topic != nil, !self[id].topics.isEmpty { continue }
                lessons[number].looseShowings.append(showing(id))
                isGiven.insert(id)
            }
        }
        let rest = loose.filter { self[$0].kind == .worked && !isGiven.contains($0) }
        addPerhapsShown(rest, to: &lessons, starts)
        addPerhapsShownInAnswers(rest, to: &lessons, starts)
    }

    /// Marks the lessons on the topic of a question whose answer worked.
    ///
    /// What worked there may be the lesson.
    private func addPerhapsShownInAnswers(
        _ worked: [EvidenceID], to lessons: inout [Lesson], _ starts: [LessonStart]
    ) {
        var numbers: [Topic: Int] = [:]
        for (number, lesson) in lessons.enumerated() {
            if let topic = lesson.topic, lesson.showings.isEmpty { numbers[topic] = number }
        }
        if numbers.isEmpty { return }
        for id in worked where self[id].topics.isEmpty {
            for topic in topicsOfQuestion(above: id) {
                guard let number = numbers[topic],
                    starts[number].comesBefore(.worked, in: id.note, on: notes[id.note].date)
                else { continue }
                lessons[number].isPerhapsShown = true
            }
        }
    }

    /// Returns the topics of the question that evidence stands below.
    private func topicsOfQuestion(above id: EvidenceID) -> [Topic] {
        let note = notes[id.note]
        let question: Int?
        switch self[id].context {
        case nil: question = nil
        case .question(let number): question = Int(number)
        case .telling(let number): question = note.tellings[Int(number)].question
        }
        return question.map { note.questionsAsked[$0].topics } ?? []
    }

    /// Marks the lessons without a topic that are followed by something that worked and belongs to no lesson.
    ///
    /// It may be the lesson in other words.
    private func addPerhapsShown(
        _ worked: [EvidenceID], to lessons: inout [Lesson], _ starts: [LessonStart]
    ) {
        // Of all that worked, the last is enough, and the last of another note for the lessons of that note.
        let latest = worked.map { (note: $0.note, day: notes[$0.note].date?.dayNumber ?? .max) }
            .sorted { ($1.day, $0.note) < ($0.day, $1.note) }
        guard let last = latest.first else { return }
        let ends = [last] + latest.filter { $0.note != last.note }.prefix(1)
        for number in lessons.indices where lessons[number].topic == nil {
            lessons[number].isPerhapsShown = ends.contains { end in
                starts[number].comesBefore(.worked, in: end.note, on: notes[end.note].date)
            }
        }
    }
}
