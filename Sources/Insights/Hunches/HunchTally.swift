public import Notes

/// A tally of how well one's own hunches agree with what people said.
public struct HunchTally: Sendable {
    /// A hunch in a note that has an answer.
    public struct Case: Sendable {
        package let hunch: HunchID
        /// How the feedback compares with the hunch.
        public let verdict: Hunch.Verdict
        /// Whether what confirms it wishes for the opposite: "I was too slow", "You talk too fast".
        package fileprivate(set) var isOpposed = false
        /// Whether it came true.
        package var held: Bool { verdict == .confirmed && !isOpposed }
    }

    /// A topic that came up in notes whose hunches were all about other things.
    public struct Surprise: Sendable {
        /// The topic that came up.
        public let topic: Topic
        /// The feedback on the topic, in reading order.
        package let pieces: [FeedbackID]
    }

    /// A topic of hunches, and what became of these hunches.
    public struct TopicRecord: Sendable {
        /// The topic of the hunches.
        public let topic: Topic
        /// The hunches, earliest first.
        public fileprivate(set) var cases: [Case]

        /// Returns how many of the hunches have a verdict.
        public func count(_ verdict: Hunch.Verdict) -> Int { cases.count { $0.verdict == verdict } }
    }

    package let index: NotebookIndex
    /// The hunches, earliest first.
    public let cases: [Case]
    /// The topics that came up in notes whose hunches are about other topics, those of most people first.
    public let surprises: [Surprise]

    /// The number of hunches in notes with an answer.
    public var total: Int { cases.count }

    /// Returns how many of the hunches have a verdict.
    public func count(_ verdict: Hunch.Verdict) -> Int { cases.count { $0.verdict == verdict } }

    /// The hunches that an answer decided: confirmed or contradicted.
    ///
    /// The earliest come first.
    public var decided: [Case] { cases.filter { $0.verdict == .confirmed || $0.verdict == .contradicted } }

    /// Makes the tally of an index.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - topics: the topics of feedback that may be surprises.
    public init(_ index: NotebookIndex, topics: [TopicHistory]) {
        self.init(index, topics: topics, FeedbackTable(index))
    }

    /// Makes the tally of an index.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - topics: the topics of feedback that may be surprises.
    ///   - table: the feedback table of the index; nil if surprises are not needed.
    package init(_ index: NotebookIndex, topics: [TopicHistory], _ table: FeedbackTable?) {
        var surprising = table.map { SurprisingTopics($0) }
        var cases: [Case] = []
        let notes = index.notes.span
        for note in notes.indices {
            let hunches = notes[note].hunches
            for number in hunches.indices {
                if let verdict = hunches[number].verdict {
                    cases.append(Case(hunch: HunchID(note: note, number: number), verdict: verdict))
                }
            }
            if !hunches.isEmpty { surprising?.add(note, hunches) }
        }
        self.index = index
        self.cases = Self.withOpposed(cases.sortedByDay { index.notes[$0.hunch.note].date }, in: index)
        let found = surprising?.feedback ?? [:]
        surprises = topics.compactMap { history in
            found[history.topic].map { Surprise(topic: history.topic, pieces: $0) }
        }
    }

    /// The largest number of hunches whose words are compared with the answer, the latest.
    private static let mostCompared = 64

    private static func withOpposed(_ cases: [Case], in index: NotebookIndex) -> [Case] {
        var cases = cases
        var wishes = OppositeWishes(index)
        for number in cases.indices.reversed().lazy.filter({ cases[$0].verdict == .confirmed }).prefix(
            mostCompared)
        {
            let hunch = cases[number].hunch
            let topics = index[hunch].topics
            let answers = index.notes[hunch.note].feedback.indices.map {
                FeedbackID(note: hunch.note, number: $0)
            }
            .filter {
                [.swallow, .chew].contains(index[$0].stage)
                    && index[$0].topics.contains(where: topics.contains)
            }
            cases[number].isOpposed = answers.allSatisfy { wishes.isOpposite($0, ofHunch: hunch) }
        }
        return cases
    }

    /// Returns what became of the hunches on each topic.
    ///
    /// Topics with the most hunches come first, then the order is by name.
    public func topicRecords() -> [TopicRecord] {
        var records: [Topic: TopicRecord] = [:]
        for entry in cases {
            for topic in index[entry.hunch].topics {
                records[topic, default: TopicRecord(topic: topic, cases: [])].cases.append(entry)
            }
        }
        return records.values.sorted {
            ($1.cases.count, $0.topic.key) < ($0.cases.count, $1.topic.key)
        }
    }
}
