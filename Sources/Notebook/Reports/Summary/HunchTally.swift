/// How well one's own hunches hold against what people said.
struct HunchTally: Sendable {
    private(set) var counts: [Hunch.Verdict: Int] = [:]
    /// Topics that people brought up and nobody had a hunch about, most people first.
    let surprises: [Topic]

    /// Hunches in notes with an answer.
    var total: Int { counts.values.reduce(0, +) }

    func count(_ verdict: Hunch.Verdict) -> Int { counts[verdict] ?? 0 }

    init(_ index: Index, topics: [TopicHistory]) {
        var hunched: Set<Topic> = []
        for note in index.notes {
            for hunch in note.hunches {
                hunched.formUnion(hunch.topics)
                if let verdict = hunch.verdict { counts[verdict, default: 0] += 1 }
            }
        }
        surprises = topics.map(\.topic).filter { !hunched.contains($0) }
    }
}
