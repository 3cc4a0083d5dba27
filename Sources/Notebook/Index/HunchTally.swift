internal import Markup

/// How well one's own hunches hold against what people said.
public struct HunchTally: Sendable {
    /// A hunch in a note with an answer.
    public struct Case: Sendable {
        let place: HunchPlace
        public let verdict: Hunch.Verdict
    }

    /// A topic that came up where one had hunches, none of them about it.
    public struct Surprise: Sendable {
        public let topic: Topic
        /// In reading order.
        let places: [FeedbackPlace]
    }

    /// A topic that one has hunches about, and what became of them.
    public struct TopicRecord: Sendable {
        public let topic: Topic
        /// Earliest first.
        public fileprivate(set) var cases: [Case]

        public func count(_ verdict: Hunch.Verdict) -> Int { cases.count { $0.verdict == verdict } }
    }

    let index: Index
    /// Earliest first.
    public let cases: [Case]
    /// Topics that came up in notes whose hunches are about others, those of most people first.
    public let surprises: [Surprise]

    /// Hunches in notes with an answer.
    public var total: Int { cases.count }

    public func count(_ verdict: Hunch.Verdict) -> Int { cases.count { $0.verdict == verdict } }

    /// Those that an answer decided: confirmed or contradicted. Earliest first.
    public var decided: [Case] { cases.filter { $0.verdict == .confirmed || $0.verdict == .contradicted } }

    /// - Parameter topics: the topics of feedback that may be surprises.
    public init(_ index: Index, topics: [TopicHistory]) {
        self.init(index, topics: topics, FeedbackTable(index))
    }

    /// - Parameter table: that of the index; nil where nobody asks for surprises.
    init(_ index: Index, topics: [TopicHistory], _ table: FeedbackTable?) {
        var surprising = table.map { SurprisingTopics($0) }
        var cases: [Case] = []
        let notes = index.notes.span
        for note in notes.indices {
            let hunches = notes[note].hunches
            for number in hunches.indices {
                if let verdict = hunches[number].verdict {
                    cases.append(Case(place: HunchPlace(note: note, number: number), verdict: verdict))
                }
            }
            if !hunches.isEmpty { surprising?.add(note, hunches) }
        }
        self.index = index
        self.cases = cases.sortedByDay { index.notes[$0.place.note].date }
        let found = surprising?.places ?? [:]
        surprises = topics.compactMap { history in
            found[history.topic].map { Surprise(topic: history.topic, places: $0) }
        }
    }

    /// What became of the hunches on each topic, those with the most hunches first, then by name.
    public func topicRecords() -> [TopicRecord] {
        var records: [Topic: TopicRecord] = [:]
        for entry in cases {
            for topic in index[entry.place].topics {
                records[topic, default: TopicRecord(topic: topic, cases: [])].cases.append(entry)
            }
        }
        return records.values.sorted {
            ($1.cases.count, $0.topic.key) < ($0.cases.count, $1.topic.key)
        }
    }
}
