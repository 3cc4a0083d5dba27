/// What the feedback of a note says to the hunches in it.
struct HunchJudge {
    private let feedback: StoredList<Feedback>
    /// How many topics have been looked for.
    private var asked = 0
    /// With hunches by the thousand each topic is looked up: those of the feedback, and whether any that is not spat
    /// out is about them.
    private var mentioned: [Topic: Bool]?

    private static let few = 8

    init(_ feedback: StoredList<Feedback>) {
        self.feedback = feedback
    }

    /// What is said to a hunch about some topics.
    mutating func verdict(on topics: [Topic]) -> Hunch.Verdict {
        if topics.isEmpty { return .notMentioned }
        asked += topics.count
        if asked > Self.few, mentioned == nil { mentioned = keptTopics() }
        if let mentioned {
            let related = topics.compactMap { mentioned[$0] }
            return related.isEmpty ? .notMentioned : related.contains(true) ? .confirmed : .contradicted
        }
        var verdict = Hunch.Verdict.notMentioned
        for number in feedback.indices where feedback[number].topics.contains(where: topics.contains) {
            if feedback[number].stage != .spit { return .confirmed }
            verdict = .contradicted
        }
        return verdict
    }

    private func keptTopics() -> [Topic: Bool] {
        var topics: [Topic: Bool] = [:]
        for number in feedback.indices {
            let isKept = feedback[number].stage != .spit
            for topic in feedback[number].topics where isKept || topics[topic] == nil {
                topics[topic] = isKept
            }
        }
        return topics
    }
}
