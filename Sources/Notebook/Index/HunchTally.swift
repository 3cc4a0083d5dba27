internal import Markup

/// How well one's own hunches hold against what people said.
public struct HunchTally: Sendable {
    /// A hunch in a note with an answer.
    public struct Case: Sendable {
        let place: HunchPlace
        public let verdict: Hunch.Verdict
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
    /// Topics that people brought up and nobody had a hunch about, most people first.
    public let surprises: [TopicHistory]

    /// Hunches in notes with an answer.
    public var total: Int { cases.count }

    public func count(_ verdict: Hunch.Verdict) -> Int { cases.count { $0.verdict == verdict } }

    /// Those that an answer decided: confirmed or contradicted. Earliest first.
    public var decided: [Case] { cases.filter { $0.verdict != .notMentioned } }

    /// - Parameter topics: the topics of feedback that may be surprises.
    public init(_ index: Index, topics: [TopicHistory]) {
        var hunched: Set<Topic> = []
        var cases: [Case] = []
        let notes = index.notes.span
        for note in notes.indices {
            let hunches = notes[note].hunches
            for number in hunches.indices {
                for topic in hunches[number].topics { hunched.insert(topic) }
                if let verdict = hunches[number].verdict {
                    cases.append(Case(place: HunchPlace(note: note, number: number), verdict: verdict))
                }
            }
        }
        self.index = index
        self.cases = cases.sortedByDay { index.notes[$0.place.note].date }
        surprises = topics.filter { !hunched.contains($0.topic) }
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
