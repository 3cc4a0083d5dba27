/// What the feedback of a note says to the hunches in it.
struct HunchJudge {
    private let feedback: StoredList<Feedback>
    /// With hunches by the thousand each topic is looked up: those of the feedback, and whether any that is not spat
    /// out is about them.
    private var mentioned: [Topic: Bool]?

    /// - Parameter topics: how many topics of hunches there are to look for.
    init(_ feedback: StoredList<Feedback>, topics: Int) {
        self.feedback = feedback
        if topics <= 8 { return }
        var mentioned: [Topic: Bool] = [:]
        for number in feedback.indices {
            let isKept = feedback[number].stage != .spit
            for topic in feedback[number].topics where isKept || mentioned[topic] == nil {
                mentioned[topic] = isKept
            }
        }
        self.mentioned = mentioned
    }

    /// What is said to a hunch about some topics.
    func verdict(on topics: [Topic]) -> Hunch.Verdict {
        if topics.isEmpty { return .notMentioned }
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
}
