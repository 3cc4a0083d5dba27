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
        var surprising: [Topic: [FeedbackPlace]] = [:]
        var cases: [Case] = []
        let notes = index.notes.span
        for note in notes.indices {
            let hunches = notes[note].hunches
            for number in hunches.indices {
                if let verdict = hunches[number].verdict {
                    cases.append(Case(place: HunchPlace(note: note, number: number), verdict: verdict))
                }
            }
            if !topics.isEmpty, !hunches.isEmpty { Self.addSurprises(of: note, notes[note], to: &surprising) }
        }
        self.index = index
        self.cases = cases.sortedByDay { index.notes[$0.place.note].date }
        surprises = topics.compactMap { history in
            surprising[history.topic].map { Surprise(topic: history.topic, places: $0) }
        }
    }

    /// Adds the feedback of a note that none of its hunches is about. Where a hunch names no topic nobody knows, and
    /// praise is no surprise.
    private static func addSurprises(
        of number: Int, _ note: Note, to surprising: inout [Topic: [FeedbackPlace]]
    ) {
        if note.feedback.isEmpty || note.hunches.contains(where: \.topics.isEmpty) { return }
        // With what each is nested in: a hunch about `delivery` is one about `delivery/pace`, and the other way round.
        let hunched = note.hunches.flatMap(\.topics)
        let keys = Set(hunched.map(\.key))
        let around = Set(hunched.flatMap(\.keysAround))
        for feedback in note.feedback.indices where note.feedback[feedback].stage != .keep {
            for topic in note.feedback[feedback].topics
            where !around.contains(topic.key) && keys.isDisjoint(with: topic.keysAround) {
                surprising[topic, default: []].append(FeedbackPlace(note: number, number: feedback))
            }
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

extension Topic {
    /// The keys of what the topic is nested in, and its own.
    fileprivate var keysAround: [String] {
        let parts = key.split(separator: "/", maxSplits: Self.mostNested)
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    /// A topic that is nested deeper is compared by so many levels.
    private static let mostNested = 8
}
