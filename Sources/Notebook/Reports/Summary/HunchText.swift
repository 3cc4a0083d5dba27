internal import Markup

// How the hunches held, and what was spat out and came back.
extension SummaryText {
    mutating func hunches() {
        let tally = summary.hunches
        guard tally.total > 0 || !tally.surprises.isEmpty && !notes.allSatisfy(\.hunches.isEmpty) else {
            return
        }
        text.heading(2, "Hunches")
        if tally.total > 0 { text.paragraph([.text(running(tally))]) }
        var items: [Markdown.Item] = []
        let contradicted = tally.cases.filter { $0.verdict == .contradicted }
        if !contradicted.isEmpty {
            items.append(
                .init(
                    [.strong("Contradicted"), ": "]
                        + some(contradicted.reversed()) { entry in
                            quoted(
                                index[entry.place].text, nil,
                                (notes[entry.place.note], index[entry.place].place.line))
                        }))
        }
        if !tally.surprises.isEmpty {
            items.append(
                .init(
                    [.strong(Wording.sentence(Wording.count(tally.surprises.count, "surprise")))]
                        + [", which you had no hunch about: "]
                        + some(tally.surprises, separator: ", ") { history in
                            [.text("#\(history.topic) ")]
                                + citation.links(history.feedback.suffix(1), in: index)
                        }))
        }
        text.list(items)
    }

    /// How well they hold: of all of them, and of the latest.
    private func running(_ tally: HunchTally) -> String {
        let verdicts: [(Hunch.Verdict, String)] = [
            (.confirmed, "confirmed"), (.contradicted, "contradicted"), (.notMentioned, "not mentioned"),
        ]
        let counts = verdicts.filter { tally.count($0.0) > 0 }.map { "\(tally.count($0.0)) \($0.1)" }
        let noun = Wording.count(tally.total, "hunch", plural: "hunches")
        var text = "\(noun) in notes with an answer: \(counts.joined(separator: ", "))."
        let decided = tally.decided
        let latest = decided.suffix(5)
        if decided.count > latest.count {
            text +=
                " Where an answer decided, \(tally.count(.confirmed)) of \(decided.count) held; of the latest "
            text +=
                "\(Wording.number(latest.count)), \(Wording.number(latest.count { $0.verdict == .confirmed }))."
        }
        return text
    }

    mutating func comeback() {
        guard !summary.comeback.isEmpty else { return }
        text.heading(2, "Spat out, and back again")
        text.list(
            summary.comeback.map { history in
                let places = history.feedback.filter {
                    index[$0].stage == .spit
                }
                let written = Set(places.compactMap { notes[$0.note].company })
                let companies = Set(written.map { $0.lowercased() }).count
                let at = companies > 1 ? " at \(companies) companies" : ""
                let people = history.spitSources.count
                return .init(
                    [
                        .strong("#\(history.topic)"),
                        .text(
                            ": \(people) people\(at). One perspective is one; "
                                + (people > 2 ? "\(Wording.number(people)) are" : "two may be")
                                + " worth another chew? "),
                    ] + citation.links(places, in: index) + ["."])
            })
    }
}
