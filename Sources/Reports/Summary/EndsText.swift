public import Insights
internal import Markup
internal import Notes

/// Says in words where interviews end.
package struct EndsText {
    package let table: EndsTable
    package let index: NotebookIndex
    package let citation: Citation

    private static let mostRows = 12

    /// Whether there is something to tell: an interview that was passed, lost or withdrawn from, or that
    /// waits.
    package var saysSomething: Bool {
        table.rows.contains { $0.notes.count > $0.count(.unknown) }
    }

    /// Writes the table and what it shows.
    ///
    /// `isFull` says whether all rows are shown, and not only the first ones.
    package func write(to text: inout Markdown, isFull: Bool = false) {
        let shown = table.rows.prefix(isFull ? .max : Self.mostRows)
        /// Columns without any count are left out, except for passed and lost.
        let endings = Ending.allCases.filter { ending in
            ending == .passed || ending == .lost || shown.contains { $0.count(ending) > 0 }
        }
        let hasTopics = shown.contains { !$0.topics.isEmpty }
        var columns: [Markdown.Table.Column] = [
            .init(title: table.key.rawValue, widest: 24), .init(title: "interviews", isNumber: true),
        ]
        columns += endings.map { .init(title: "\($0)", isNumber: true) }
        if hasTopics { columns.append(.init(title: "said there")) }
        let rows = shown.map { row -> [Inline] in
            var cells: [Inline] = [.text(row.name ?? "(none named)"), .text("\(row.notes.count)")]
            cells += endings.map { row.count($0) == 0 ? "" : .text("\(row.count($0))") }
            if hasTopics {
                cells.append(.text(row.topics.map { "#\($0.topic) \($0.people)" }.joined(separator: ", ")))
            }
            return cells
        }
        if !rows.isEmpty { text.chart(chart(shown, endings, .init(columns: columns, rows: rows))) }
        if shown.count < table.rows.count {
            text.paragraph([
                .text("And \(table.rows.count - shown.count) more: "),
                .code("debrief summarize --table \(table.key.rawValue)"), ".",
            ])
        }
        text.list([worst].compactMap(\.self) + slips(shown))
    }

    /// Returns a chart of how the interviews of each row ended, with its table.
    private func chart(
        _ rows: ArraySlice<EndsTable.Row>, _ endings: [Ending], _ numbers: Markdown.Table
    ) -> Chart {
        let bars = rows.map { row in
            Chart.Bars.Row(
                label: row.name ?? "(none named)", counts: endings.map(row.count),
                remark: Wording.count(row.notes.count, "interview"))
        }
        return Chart(
            title: "Where it ends, by \(table.key.rawValue)",
            description: "A bar for each \(table.key.rawValue), with a part for "
                + Wording.list(endings.map { "\($0)" }) + ".",
            form: .bars(.init(parts: endings.map { ("\($0)", Chart.Tone($0)) }, rows: bars)),
            table: numbers, isTableInText: true)
    }

    /// The row where more than half of the lost interviews were lost; nil if there is none.
    ///
    /// It gives a share only of five or more.
    private var worst: Markdown.Item? {
        let all = table.rows.reduce(0) { $0 + $1.count(.lost) }
        guard let row = table.rows.first(where: { 2 * $0.count(.lost) > all }), let name = row.name else {
            return nil
        }
        let lost = row.count(.lost)
        if lost < 2 { return nil }
        // Where nearly all interviews are of one kind, that most were lost there says nothing.
        let interviews = table.rows.reduce(0) { $0 + $1.notes.count }
        if lost * interviews < all * row.notes.count { return nil }
        let share = all < 5 ? "" : " (\(percent(lost, of: all)) %)"
        if lost == all {
            return .init([
                .text(
                    all == 2 ? "Both that were lost were lost at " : "All \(all) that were lost were lost at "
                ),
                .strong(name), ".",
            ])
        }
        return .init([
            .text("Most were lost at "), .strong(name),
            .text(": \(lost) of the \(all) that were lost\(share)."),
        ])
    }

    private func percent(_ part: Int, of all: Int) -> Int { (100 * part + all / 2) / all }

    /// Returns the lesson that slipped there, for each row that has one.
    private func slips(_ rows: ArraySlice<EndsTable.Row>) -> [Markdown.Item] {
        rows.compactMap { row in
            guard let name = row.name, let (lesson, last, count) = row.slipped else { return nil }
            let times = count > 1 ? ", \(Wording.times(count))" : ""
            return .init([
                .text("Slipped at \(name)\(times): "),
                .text("\(Wording.quoted(index[lesson.headline].text)) "),
                citation.link(to: index.notes[last.evidence.note], line: index[last.evidence].position.line),
                .text(
                    worked(since: last, lesson, in: row)
                        + (row.slippedLessonCount > 1
                            ? ", and \(Wording.count(row.slippedLessonCount - 1, "more lesson"))." : ".")),
            ])
        }
    }

    /// Returns `, worked there since` if a lesson worked in a row's interviews after it slipped there last.
    private func worked(since slip: Lesson.Showing, _ lesson: Lesson, in row: EndsTable.Row) -> String {
        guard let day = slip.day else { return "" }
        let notes = Set(row.notes)
        let worked = lesson.showings.contains { showing in
            showing.kind == .worked && notes.contains(showing.evidence.note)
                && showing.day.map { $0 > day } ?? false
        }
        return worked ? ", worked there since" : ""
    }
}

extension EndsTable {
    /// Returns the table alone, in a form.
    ///
    /// - Parameters:
    ///   - form: The form to write it in.
    ///   - index: The notebook that the table was made of.
    ///   - filter: The filter that the table was made with, to name it.
    ///   - base: What the links to notes are relative to.
    /// - Returns: The table as UTF-8.
    public func bytes(
        as form: ReportForm, of index: NotebookIndex, _ filter: Filter = Filter(),
        linkingFrom base: LinkBase = .notebook
    ) -> [UInt8] {
        var text = Markdown()
        text.heading(1, "Where it ends, by \(key.rawValue), \(index.today)")
        if !filter.isEmpty { text.paragraph([.text("Only \(filter).")]) }
        if rows.isEmpty {
            text.paragraph(["No interview has taken place yet."])
        } else {
            EndsText(table: self, index: index, citation: Citation(base: base)).write(to: &text, isFull: true)
        }
        return form.bytes(text, as: .summary)
    }
}

extension SummaryText {
    package mutating func whereItEnds() {
        let ends = EndsText(table: summary.ends, index: summary.whole, citation: citation)
        guard ends.saysSomething else { return }
        text.heading(2, "Where it ends")
        ends.write(to: &text)
    }
}
