package import Insights
internal import Notes

// Draws what became of hunches.
extension SummaryText {
    package func hunchChart(_ tally: HunchTally) -> Chart {
        let shown = SummaryText.parts(tally).map { part in
            (
                name: part.name.split(separator: ":").first.map(String.init) ?? part.name,
                count: part.count, verdict: part.verdict
            )
        }
        // Each row is one bar that has only one part.
        let rows = shown.enumerated().map { number, part in
            var counts = Array(repeating: 0, count: shown.count)
            counts[number] = part.count
            return Chart.Bars.Row(label: part.name, counts: counts, remark: "\(part.count)")
        }
        return Chart(
            title: "What became of your hunches",
            description:
                "A bar for each answer to \(Wording.count(tally.total, "hunch", plural: "hunches")): "
                + Wording.list(shown.map { "\($0.count) \($0.name)" }) + ".",
            form: .bars(.init(parts: shown.map { ($0.name, Chart.Tone($0.verdict)) }, rows: rows)),
            table: Markdown.Table(
                columns: [.init(title: "verdict"), .init(title: "hunches", isNumber: true)],
                rows: shown.map { [.text($0.name), .text("\($0.count)")] }))
    }
}
