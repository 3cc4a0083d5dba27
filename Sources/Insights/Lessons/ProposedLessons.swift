package import Notes

extension NotebookIndex {
    /// Returns lessons in which those without a topic are counted with the lesson about the one topic that is
    /// proposed for them, or with the nearest of them.
    ///
    /// A proposal is not a topic. Each lesson keeps its own people, and what is counted with a lesson stays
    /// separate. A lesson of the same company always stands by itself, and so does one for which a topic is
    /// proposed that covers more than one thing.
    ///
    /// The lessons must be in reading order. The facts say what each note's interview has in common with the
    /// one to prepare for.
    package func gathered(_ lessons: [Lesson], _ facts: [SharedFacts]) -> [Lesson] {
        let ids = lessons.filter { $0.topic == nil }.map(\.headline)
        if ids.isEmpty { return lessons }
        let suggestions = TopicSuggestions(self, of: ids.sorted())
        func proposal(for lesson: Lesson) -> Topic? {
            guard lesson.topic == nil, let topics = suggestions.topics(of: lesson.headline),
                topics.count == 1,
                let topic = topics.first, !suggestions.broadTopics.contains(topic)
            else { return nil }
            return topic
        }
        func sharedFacts(_ lesson: Lesson) -> SharedFacts {
            lesson.notes.reduce(into: SharedFacts()) { $0.formUnion(facts[$1]) }
        }
        var gathered: [Lesson] = []
        var numbers: [Topic: Int] = [:]
        var waiting: [(topic: Topic, lesson: Lesson, key: (Int, Int32, Int))] = []
        var wishes = OppositeWishes(self)
        for (number, var lesson) in lessons.enumerated() {
            if let topic = lesson.topic {
                numbers[topic] = gathered.count
            } else if let topic = proposal(for: lesson) {
                lesson.proposedTopic = topic
                let last = lesson.last?.dayNumber ?? .min
                waiting.append((topic, lesson, (sharedFacts(lesson).rawValue, last, -number)))
                continue
            }
            gathered.append(lesson)
        }
        // The nearest comes first, because the others gather under it.
        for (topic, lesson, _) in waiting.sorted(by: { $0.key > $1.key }) {
            guard let number = numbers[topic] else {
                numbers[topic] = gathered.count
                gathered.append(lesson)
                continue
            }
            // What says the opposite stays by itself.
            if sharedFacts(lesson).contains(.company)
                || wishes.isOpposite(lesson.headline, of: gathered[number].headline)
            {
                gathered.append(lesson)
            } else {
                gathered[number].proposed.append(lesson)
            }
        }
        return gathered
    }
}

extension Lesson {
    /// The lesson and the lessons that are counted with it.
    private var all: [Lesson] { proposed.isEmpty ? [self] : [self] + proposed }

    /// The people who said the lesson or what is counted with it.
    package var peopleOfAll: People { proposed.reduce(people) { $0.union($1.people) } }

    /// The feedback that counts for the lesson or for what is counted with it.
    package var everythingSaid: [FeedbackID] { all.flatMap { $0.statements + $0.seconded } }

    /// The notes in which the lesson was said, or what is counted with it.
    package var notesOfAll: [Int] { all.flatMap(\.notes) }

    /// The day on which the lesson last came, or what is counted with it.
    package var lastOfAll: CalendarDate? { all.compactMap(\.last).max() }

    /// The topic that is proposed for what is counted with the lesson; nil if nothing is counted with it.
    package var topicOfProposed: Topic? { proposed.first?.proposedTopic }
}
