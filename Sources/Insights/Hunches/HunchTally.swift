public import Notes

/// A tally of how well one's own hunches agree with what people said.
public struct HunchTally: Sendable {
    /// A hunch in a note that has an answer.
    public struct Case: Sendable {
        package let hunch: HunchID
        /// How the feedback compares with the hunch.
        public let verdict: Hunch.Verdict
        /// Whether an answer decided it.
        fileprivate var isDecided: Bool {
            finding != .hopeMixed && (verdict == .confirmed || verdict == .contradicted)
        }
        /// What the answer says of the hunch beyond the verdict; nil if the verdict says it all.
        package fileprivate(set) var finding: Finding?
        /// Whether it came true.
        package var held: Bool { finding.map { $0 == .hopeHeld } ?? (verdict == .confirmed) }
    }

    /// What an answer says of a hunch that has the answer's topic, where the verdict alone would mislead.
    package enum Finding: Sendable {
        /// The answer wishes for the opposite: "I was too slow", "You talk too fast".
        case opposite
        /// The hunch was that it went well, and the answer praises.
        case hopeHeld
        /// The hunch was that it went well, and the answer does not praise.
        case hopeFailed
        /// The hunch was that it went well, and the answer both praises and does not.
        case hopeMixed
        /// The answer has no such topic, but one that is nested in it.
        case nested
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

    /// Returns how many of the hunches have a verdict that says all that there is to say.
    package func plainCount(_ verdict: Hunch.Verdict) -> Int {
        cases.count { $0.verdict == verdict && $0.finding == nil }
    }

    /// Returns how many of the hunches have a finding.
    package func count(_ finding: Finding) -> Int { cases.count { $0.finding == finding } }

    /// The hunches that an answer decided: confirmed or contradicted.
    ///
    /// The earliest come first.
    public var decided: [Case] { cases.filter(\.isDecided) }

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
        self.cases = Self.withFindings(cases.sortedByDay { index.notes[$0.hunch.note].date }, in: index)
        let found = surprising?.feedback ?? [:]
        surprises = topics.compactMap { history in
            found[history.topic].map { Surprise(topic: history.topic, pieces: $0) }
        }
    }

    /// The largest number of hunches whose words are compared with the answer, the latest.
    private static let mostCompared = 64

    private static func withFindings(_ cases: [Case], in index: NotebookIndex) -> [Case] {
        var cases = cases
        var wishes = OppositeWishes(index)
        var finder = NoteTopicFinder(index)
        let decided = cases.indices.reversed().lazy.filter { cases[$0].isDecided }
        for number in Array(decided.prefix(mostCompared)) {
            let hunch = cases[number].hunch
            let topics = index[hunch].topics
            let answers = index.notes[hunch.note].feedback.indices.map {
                FeedbackID(note: hunch.note, number: $0)
            }
            .filter { index[$0].topics.contains(where: topics.contains) }
            let faults = answers.filter { [.swallow, .chew].contains(index[$0].stage) }
            finder.read(index[hunch].text, of: hunch.note)
            if finder.stance().tone == .praise {
                let faultCount = faults.count { id in
                    finder.read(index[id].text, of: id.note)
                    return finder.stance().tone != .praise
                }
                let isPraised =
                    faultCount < faults.count || answers.contains { index[$0].stage == .keep }
                switch (isPraised, faultCount > 0) {
                case (true, true): cases[number].finding = .hopeMixed
                case (true, false): cases[number].finding = .hopeHeld
                case (false, true): cases[number].finding = .hopeFailed
                case (false, false): break
                }
            } else if !faults.isEmpty, faults.allSatisfy({ wishes.isOpposite($0, ofHunch: hunch) }) {
                cases[number].finding = .opposite
            }
        }
        let unmentioned = cases.indices.reversed().lazy.filter { cases[$0].verdict == .notMentioned }
        for number in Array(unmentioned.prefix(mostCompared)) {
            let hunch = cases[number].hunch
            let topics = index[hunch].topics
            let isNested = index.notes[hunch.note].feedback.contains { piece in
                piece.topics.contains { $0.outer.contains(where: topics.contains) }
            }
            if isNested { cases[number].finding = .nested }
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
