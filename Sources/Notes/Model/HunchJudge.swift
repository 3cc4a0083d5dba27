/// Compares the hunches of a note with the feedback in it.
package struct HunchJudge {
    private let feedback: StoredList<Feedback>
    /// Whether every piece of feedback has a topic.
    private let allHaveTopics: Bool
    /// How many topics have been looked for.
    private var asked = 0
    /// The verdicts by topic, made when more than a few topics have been looked for.
    ///
    /// A note can have thousands of hunches.
    private var known: [Topic: Hunch.Verdict]?

    private static let few = 8

    package init(_ feedback: StoredList<Feedback>) {
        self.feedback = feedback
        allHaveTopics = feedback.indices.allSatisfy { !feedback[$0].topics.isEmpty }
    }

    /// Returns the verdict on a hunch about some topics.
    ///
    /// Only sorted feedback confirms or contradicts a hunch.
    package mutating func verdict(on topics: [Topic]) -> Hunch.Verdict {
        if topics.isEmpty { return .notCompared }
        asked += topics.count
        if asked > Self.few, known == nil { known = verdictsByTopic() }
        var verdict: Hunch.Verdict?
        if let known {
            for topic in topics { verdict = Self.stronger(verdict, known[topic]) }
        } else {
            for number in feedback.indices where feedback[number].topics.contains(where: topics.contains) {
                verdict = Self.stronger(verdict, Self.verdict(of: feedback[number].stage))
            }
        }
        return verdict ?? (allHaveTopics ? .notMentioned : .notCompared)
    }

    private static func verdict(of stage: Stage) -> Hunch.Verdict {
        switch stage {
        case .swallow, .chew: .confirmed
        case .spit, .keep: .contradicted
        case .unsorted: .open
        }
    }

    /// Returns the verdict that decides: "confirmed" before "contradicted" before "open".
    private static func stronger(_ a: Hunch.Verdict?, _ b: Hunch.Verdict?) -> Hunch.Verdict? {
        guard let a, let b else { return a ?? b }
        for verdict in [Hunch.Verdict.confirmed, .contradicted] where a == verdict || b == verdict {
            return verdict
        }
        return a
    }

    private func verdictsByTopic() -> [Topic: Hunch.Verdict] {
        var verdicts: [Topic: Hunch.Verdict] = [:]
        for number in feedback.indices {
            let verdict = Self.verdict(of: feedback[number].stage)
            for topic in feedback[number].topics {
                verdicts[topic] = Self.stronger(verdicts[topic], verdict)
            }
        }
        return verdicts
    }
}
