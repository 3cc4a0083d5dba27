extension Index {
    /// Returns lessons of which those without a topic are counted with what is about the one topic that is proposed
    /// for them.
    ///
    /// A proposal is not a topic: each keeps its own people, and what is counted with it stays told apart.
    func gathered(_ lessons: [Lesson]) -> [Lesson] {
        let places = lessons.filter { $0.topic == nil }.map(\.headline)
        if places.isEmpty { return lessons }
        let suggestions = TopicSuggestions(
            self, of: places.sorted { ($0.note, $0.number) < ($1.note, $1.number) })
        func proposal(for lesson: Lesson) -> Topic? {
            guard lesson.topic == nil, let topics = suggestions.topics(of: lesson.headline) else {
                return nil
            }
            return topics.count == 1 ? topics.first : nil
        }
        var gathered: [Lesson] = []
        var numbers: [Topic: Int] = [:]
        var waiting: [(topic: Topic, lesson: Lesson)] = []
        for var lesson in lessons {
            if let topic = lesson.topic {
                numbers[topic] = gathered.count
            } else if let topic = proposal(for: lesson) {
                lesson.proposedTopic = topic
                waiting.append((topic, lesson))
                continue
            }
            gathered.append(lesson)
        }
        for (topic, lesson) in waiting {
            if let number = numbers[topic] {
                gathered[number].proposed.append(lesson)
            } else {
                numbers[topic] = gathered.count
                gathered.append(lesson)
            }
        }
        return gathered
    }
}

extension Lesson {
    /// The lesson and what is counted with it.
    private var all: [Lesson] { proposed.isEmpty ? [self] : [self] + proposed }

    /// Those who said it, and those who said what is counted with it.
    var peopleOfAll: People { proposed.reduce(people) { $0.union($1.people) } }

    /// The notes in which it was said, or what is counted with it.
    var notesOfAll: [Int] { all.flatMap(\.notes) }

    /// When it last came, or what is counted with it.
    var lastOfAll: CalendarDate? { all.compactMap(\.last).max() }

    /// The topic that is counted with it only because it is proposed; nil where nothing is.
    var topicOfProposed: Topic? { proposed.first?.proposedTopic }
}
