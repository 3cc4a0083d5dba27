package import Notes

extension Index {
    /// Returns lessons in which those without a topic are counted with the lesson about the one topic that is
    /// proposed for them.
    ///
    /// A proposal is not a topic. Each lesson keeps its own people, and what is counted with a lesson stays
    /// separate.
    package func gathered(_ lessons: [Lesson]) -> [Lesson] {
        let ids = lessons.filter { $0.topic == nil }.map(\.headline)
        if ids.isEmpty { return lessons }
        let suggestions = TopicSuggestions(
            self, of: ids.sorted { ($0.note, $0.number) < ($1.note, $1.number) })
        func proposal(for lesson: Lesson) -> Topic? {
            guard lesson.topic == nil, let topics = suggestions.topics(of: lesson.headline) else {
                return nil
            }
            return topics.count == 1 ? topics.first : nil
        }
        var gathered: [Lesson] = []
        var numbers: [Topic: Int] = [:]
        var waiting: [(topic: Topic, lesson: Lesson)] = []
        var wishes = OppositeWishes(self)
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
                // What says the opposite stays by itself.
                if wishes.isOpposite(lesson.headline, of: gathered[number].headline) {
                    gathered.append(lesson)
                    continue
                }
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
    /// The lesson and the lessons that are counted with it.
    private var all: [Lesson] { proposed.isEmpty ? [self] : [self] + proposed }

    /// The people who said the lesson or what is counted with it.
    package var peopleOfAll: People { proposed.reduce(people) { $0.union($1.people) } }

    /// The notes in which the lesson was said, or what is counted with it.
    package var notesOfAll: [Int] { all.flatMap(\.notes) }

    /// The day on which the lesson last came, or what is counted with it.
    package var lastOfAll: CalendarDate? { all.compactMap(\.last).max() }

    /// The topic that is proposed for what is counted with the lesson; nil if nothing is counted with it.
    package var topicOfProposed: Topic? { proposed.first?.proposedTopic }
}
