package import Insights
internal import Markup
package import Notes

// Says how the hunches held, and what was spat out and came back.
extension SummaryText {
    package mutating func hunches() {
        let tally = summary.hunches
        guard tally.total > 0 || !tally.surprises.isEmpty && !notes.allSatisfy(\.hunches.isEmpty) else {
            return
        }
        text.heading(2, "Hunches")
        if tally.total > 0 {
            text.paragraph([.text(running(tally))])
            text.chart(hunchChart(tally))
        }
        text.list(items(tally))
    }

    private func items(_ tally: HunchTally) -> [Markdown.Item] {
        var items: [Markdown.Item] = []
        let contradicted = tally.cases.filter { $0.verdict == .contradicted && $0.finding == nil }
        if !contradicted.isEmpty {
            items.append(
                .init(
                    [.strong("Contradicted"), ": "]
                        + some(contradicted.reversed()) { entry in
                            quoted(
                                index[entry.hunch].text, nil,
                                (notes[entry.hunch.note], index[entry.hunch].position.line))
                        }))
        }
        if !tally.surprises.isEmpty {
            items.append(
                .init(
                    [.strong(Wording.sentence(Wording.count(tally.surprises.count, "surprise")))]
                        + [", about which you had no hunch there: "]
                        + some(tally.surprises, separator: ", ") { history in
                            [.text("#\(history.topic) ")]
                                + citation.links(history.pieces.suffix(1), in: index)
                        }))
        }
        let open = tally.cases.filter { $0.verdict == .notCompared }.map(\.hunch)
        items += index.meetings(of: open.reversed(), most: 3).map { meeting in
            .init(
                [.strong("Not compared"), ": "] + quoted(meeting.hunch) + [" and "] + quoted(meeting.feedback)
                    + [.text(": both about #\(meeting.topic)?")])
        }
        return items
    }

    private func quoted(_ hunch: HunchID) -> [Inline] {
        quoted(index[hunch].text, nil, (notes[hunch.note], index[hunch].position.line))
    }

    private func quoted(_ feedback: FeedbackID) -> [Inline] {
        quoted(index[feedback].text, nil, index.line(of: feedback))
    }

    /// Returns what became of how many hunches.
    package static func parts(_ tally: HunchTally) -> [(name: String, count: Int, verdict: Hunch.Verdict)] {
        let parts: [(String, Int, Hunch.Verdict)] = [
            ("confirmed", tally.plainCount(.confirmed), .confirmed),
            ("hopeful and praised", tally.count(.hopeHeld), .confirmed),
            ("met by the opposite", tally.count(.opposite), .contradicted),
            ("hopeful and not praised", tally.count(.hopeFailed), .contradicted),
            ("hopeful, praised and not praised", tally.count(.hopeMixed), .open),
            ("contradicted", tally.plainCount(.contradicted), .contradicted),
            ("open until the answer is sorted", tally.count(.open), .open),
            ("met by a nested topic", tally.count(.nested), .notCompared),
            ("not mentioned", tally.plainCount(.notMentioned), .notMentioned),
            ("not compared: the hunch or an answer names no topic", tally.count(.notCompared), .notCompared),
        ]
        return parts.filter { $0.1 > 0 }
    }

    /// Returns how well the hunches hold: all of them, and the latest.
    private func running(_ tally: HunchTally) -> String {
        let counts = Self.parts(tally).map { "\($0.count) \($0.name)" }
        let noun = Wording.count(tally.total, "hunch", plural: "hunches")
        var text = "\(noun) in notes with an answer: \(counts.joined(separator: ", "))."
        let decided = tally.decided
        let latest = decided.suffix(5)
        if decided.count > latest.count {
            text +=
                " Where an answer decided, \(decided.count(where: \.held)) of \(decided.count) held; of the latest "
            text +=
                "\(Wording.number(latest.count)), \(Wording.number(latest.count(where: \.held)))."
        }
        return text
    }

    package mutating func comeback() {
        guard !summary.comeback.isEmpty else { return }
        text.heading(2, "Spat out, and back again")
        text.list(
            summary.comeback.map { comeback in
                let at = comeback.companyCount > 1 ? " at \(comeback.companyCount) companies" : ""
                let people = comeback.peopleCount
                return .init(
                    [
                        .strong("#\(comeback.topic)"),
                        .text(
                            ": \(people) people\(at). One perspective is one; "
                                + (people > 2 ? "\(Wording.number(people)) are" : "two may be")
                                + " worth another chew? "),
                    ] + citation.links(comeback.pieces, in: index) + ["."])
            })
    }
}
