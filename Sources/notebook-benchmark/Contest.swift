/// Programs that do similar work, measured side by side.
struct Contest {
    struct Contestant {
        let name: String
        let command: [String]
        /// The goal: at most this many times the first contestant's time.
        var goal: Double?
    }

    struct Score {
        let contestant: Contestant
        let runs: [Run]
        /// The runs of the contest's first contestant, in the same rounds.
        let floor: [Run]

        var wall: Double { median(runs.map(\.wall)) }
        var processor: Double { median(runs.map(\.processor)) }
        var peak: Int { Int(median(runs.map { Double($0.peak) })) }

        /// How many times the floor it takes.
        ///
        /// It is the median over rounds, because whatever slows down one contestant in a round slows down the
        /// other too.
        var ratio: Double { median(zip(runs, floor).map { $0.wall / $1.wall }) }

        var isInstalled: Bool { runs.first?.status != 127 }
    }

    let title: String
    let contestants: [Contestant]
    /// How many bytes the notes have; 0 if there are none to compare memory with.
    var corpusSize = 0

    /// Runs each contestant in turn, round after round, after one round that only warms up.
    ///
    /// A program whose round takes over ten seconds is run once. A verb that this build of the program lacks
    /// is left out.
    func run(rounds: Int) -> [Score] {
        var runs: [[Run]] = Array(repeating: [], count: contestants.count)
        for round in 0...rounds {
            for (number, contestant) in contestants.enumerated() {
                if let last = runs[number].last, last.status > 1 || last.wall > 10 { continue }
                let run = Run(contestant.command)
                if round > 0 || run.status > 1 || run.wall > 10 { runs[number].append(run) }
            }
        }
        return zip(contestants, runs).compactMap { contestant, own in
            let isMissingVerb = own.first.map { $0.status > 1 && $0.status != 127 } ?? true
            return isMissingVerb ? nil : Score(contestant: contestant, runs: own, floor: runs[0])
        }
    }
}

func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
