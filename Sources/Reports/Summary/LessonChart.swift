package import Insights
internal import Notes

// Draws whether lessons showed.
extension SummaryText {
    /// Returns when each lesson worked and slipped; nil if no day is known.
    package func lessonChart(_ lessons: some Collection<Lesson>) -> Chart? {
        let shown = lessons.filter { lesson in lesson.showings.contains { $0.day != nil } }
        let days = shown.flatMap { $0.showings.compactMap(\.day) }
        guard let first = days.min(), let last = days.max() else { return nil }
        let rows = shown.map { lesson in
            Chart.Marks.Row(
                label: summary.whole[lesson.headline].text,
                marks: lesson.showings.compactMap { showing in
                    showing.day.map { .init(day: $0, isFilled: showing.kind == .worked) }
                })
        }
        let table = Markdown.Table(
            columns: [.init(title: "lesson", widest: 60), .init(title: "day"), .init(title: "it")],
            rows: shown.flatMap { lesson in
                lesson.showings.map { showing in
                    [
                        .text(summary.whole[lesson.headline].text),
                        .text(showing.day?.description ?? "no date"),
                        .text(showing.kind.rawValue),
                    ]
                }
            })
        return Chart(
            title: "Whether lessons showed",
            description:
                "A line for each of \(Wording.count(rows.count, "lesson")), with a mark for each time that it "
                + "worked or slipped, from \(first) to \(last).",
            form: .marks(.init(filled: "worked", open: "slipped", first: first, last: last, rows: rows)),
            table: table)
    }
}
