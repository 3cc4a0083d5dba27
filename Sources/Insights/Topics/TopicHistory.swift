public import Notes

/// The history of one topic: who said what about it, when, and what came of it.
public struct TopicHistory: Sendable {
    /// The topic, by the name that its aliases stand for.
    public let topic: Topic
    /// The feedback on the topic, in reading order.
    public fileprivate(set) var feedback: [FeedbackID] = []
    /// The people who said anything about the topic.
    public fileprivate(set) var people: People
    private var counts = StageCounts()
    /// The day on which the first feedback on the topic came; nil if no feedback has a day.
    public fileprivate(set) var first: CalendarDate?
    /// The day on which the latest feedback on the topic came; nil if no feedback has a day.
    public fileprivate(set) var last: CalendarDate?
    /// How much feedback came in each of the last twelve months.
    ///
    /// The current month is the last.
    public fileprivate(set) var months: [Int] = Array(repeating: 0, count: Self.monthCount)

    /// How many months are counted, the current one included.
    public static let monthCount = 12

    fileprivate init(topic: Topic, people: People) {
        self.topic = topic
        self.people = people
    }

    /// Returns how much feedback on the topic is in a stage.
    public func count(_ stage: Stage) -> Int { counts[stage] }

    fileprivate mutating func add(_ row: FeedbackTable.Row, of table: FeedbackTable, thisMonth: Int) {
        feedback.append(row.id)
        people.add(table.sources(of: row))
        counts[row.stage] += 1
        guard let day = row.day else { return }
        first = first.map { min($0, day) } ?? day
        last = last.map { max($0, day) } ?? day
        let month = day.monthNumber - thisMonth + Self.monthCount - 1
        if months.indices.contains(month) { months[month] += 1 }
    }
}

extension NotebookIndex {
    /// Returns the topics of feedback: those of most people first, then the latest, then by name.
    public func topicHistories() -> [TopicHistory] { topicHistories(FeedbackTable(self)) }

    /// Returns the topics of feedback, in the same order.
    ///
    /// The table must be that of this index. If numbers of topics are given, the others are left out.
    package func topicHistories(_ table: FeedbackTable, of wanted: Set<Int>? = nil) -> [TopicHistory] {
        let aliases = configuration.vocabulary.aliases
        var histories = table.topics.map { TopicHistory(topic: aliases.canonical($0), people: table.nobody) }
        let thisMonth = today.monthNumber
        for row in table.rows {
            for topic in table.topics(of: row) where wanted?.contains(topic) ?? true {
                histories[topic].add(row, of: table, thisMonth: thisMonth)
            }
        }
        let keys = histories.map { ($0.people.count, $0.last?.dayNumber ?? .min) }
        return histories.indices.filter { wanted?.contains($0) ?? true }.sorted { a, b in
            keys[a] == keys[b] ? histories[a].topic.key < histories[b].topic.key : keys[a] > keys[b]
        }.map { histories[$0] }
    }
}

/// The number of pieces of feedback in each stage.
package struct StageCounts: Sendable {
    package init() {}

    private var unsorted = 0
    private var chew = 0
    private var swallow = 0
    private var spit = 0
    private var keep = 0

    package var total: Int { unsorted + chew + swallow + spit + keep }

    package subscript(stage: Stage) -> Int {
        get {
            switch stage {
            case .unsorted: unsorted
            case .chew: chew
            case .swallow: swallow
            case .spit: spit
            case .keep: keep
            }
        }
        set {
            switch stage {
            case .unsorted: unsorted = newValue
            case .chew: chew = newValue
            case .swallow: swallow = newValue
            case .spit: spit = newValue
            case .keep: keep = newValue
            }
        }
    }
}
