/// What was said about one topic: by whom, when, and what came of it.
public struct TopicHistory: Sendable {
    public let topic: Topic
    /// In reading order.
    public fileprivate(set) var feedback: [FeedbackPlace] = []
    public fileprivate(set) var sources: Set<FeedbackSource> = []
    /// Who said it where it was spat out.
    public fileprivate(set) var spitSources: Set<FeedbackSource> = []
    public fileprivate(set) var countByStage: [Stage: Int] = [:]
    public fileprivate(set) var first: CalendarDate?
    public fileprivate(set) var last: CalendarDate?
    /// How often in each of the last twelve months, the current one last.
    public fileprivate(set) var months: [Int] = Array(repeating: 0, count: Self.monthCount)

    public static let monthCount = 12

    fileprivate init(topic: Topic) {
        self.topic = topic
    }

    public func count(_ stage: Stage) -> Int { countByStage[stage] ?? 0 }
}

extension Index {
    /// The topics that feedback was about: most people first, then the latest, then by name.
    public func topicHistories() -> [TopicHistory] {
        var numbers: [Topic: Int] = [:]
        var histories: [TopicHistory] = []
        let thisMonth = today.monthNumber
        for place in allFeedback {
            if self[place].topics.isEmpty { continue }
            let (topics, stage) = (self[place].topics, self[place].stage)
            let sources = notes[place.note].sources(of: self[place])
            let day = day(of: place)
            for topic in topics {
                let number = numbers[topic] ?? histories.count
                if number == histories.count {
                    numbers[topic] = number
                    let aliases = configuration.vocabulary.aliases
                    histories.append(TopicHistory(topic: aliases.canonical(topic)))
                }
                histories[number].feedback.append(place)
                for source in sources {
                    histories[number].sources.insert(source)
                    if stage == .spit { histories[number].spitSources.insert(source) }
                }
                histories[number].countByStage[stage, default: 0] += 1
                guard let day else { continue }
                histories[number].first = histories[number].first.map { min($0, day) } ?? day
                histories[number].last = histories[number].last.map { max($0, day) } ?? day
                let month = day.monthNumber - thisMonth + TopicHistory.monthCount - 1
                if histories[number].months.indices.contains(month) { histories[number].months[month] += 1 }
            }
        }
        return histories.sorted { a, b in
            if a.sources.count != b.sources.count { return a.sources.count > b.sources.count }
            if a.last != b.last { return (a.last?.dayNumber ?? .min) > (b.last?.dayNumber ?? .min) }
            return a.topic.key < b.topic.key
        }
    }
}

extension Index {
    /// How many people have spoken about each of some topics.
    package func sources(of topics: Set<Topic>) -> [Topic: Int] {
        var sources: [Topic: Set<FeedbackSource>] = [:]
        for note in notes {
            for feedback in note.feedback {
                for topic in feedback.topics where topics.contains(topic) {
                    sources[topic, default: []].formUnion(note.sources(of: feedback))
                }
            }
        }
        return sources.mapValues(\.count)
    }
}
