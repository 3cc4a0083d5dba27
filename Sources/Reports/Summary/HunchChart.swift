package import Insights
internal import Notes

// Draws what became of hunches.
extension SummaryText {
    package func hunchChart(_ tally: HunchTally) -> Chart {
        let verdicts: [(verdict: Hunch.Verdict, name: String)] = [
            (.confirmed, "confirmed"), (.contradicted, "contradicted"), (.notMentioned, "not mentioned"),
            (.open, "answer not sorted"), (.notCompared, "no topic"),
        ]
        let shown = verdicts.filter { tally.count($0.verdict) > 0 }
        // Each row is one bar that has only one part.
        let rows = shown.enumerated().map { number, entry in
            var counts = Array(repeating: 0, count: shown.count)
            counts[number] = tally.count(entry.verdict)
            return Chart.Bars.Row(label: entry.name, counts: counts, remark: "\(tally.count(entry.verdict))")
        }
        return Chart(
            title: "What became of your hunches",
            description:
                "A bar for each answer to \(Wording.count(tally.total, "hunch", plural: "hunches")): "
                + Wording.list(shown.map { "\(tally.count($0.verdict)) \($0.name)" }) + ".",
            form: .bars(.init(parts: shown.map { ($0.name, Chart.Tone($0.verdict)) }, rows: rows)),
            table: Markdown.Table(
                columns: [.init(title: "verdict"), .init(title: "hunches", isNumber: true)],
                rows: shown.map { [.text($0.name), .text("\(tally.count($0.verdict))")] }))
    }
}
