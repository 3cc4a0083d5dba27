package import Insights
internal import Notes

// Draws topics: what came of them, and how often they came up over the months.
extension SummaryText {
    /// Returns the topics that are shown, each as a bar of its stages.
    package func stageChart(_ topics: some Collection<TopicHistory>, table: Markdown.Table) -> Chart {
        let stages = Stage.allCases.filter { stage in topics.contains { $0.count(stage) > 0 } }
        let rows = topics.map { history in
            Chart.Bars.Row(
                label: history.topic.name, counts: stages.map(history.count),
                remark: Wording.count(history.people.count, "person", plural: "people"))
        }
        let spokenOfMost = topics.first.map {
            ", most by \(Wording.count($0.people.count, "person", plural: "people")): #\($0.topic)"
        }
        return Chart(
            title: "Topics, by what came of them",
            description: "A bar for each of \(Wording.count(rows.count, "topic"))\(spokenOfMost ?? ""). "
                + "Each bar has a part for \(Wording.list(stages.map(\.adjective))).",
            form: .bars(.init(parts: stages.map { ($0.adjective, Chart.Tone($0)) }, rows: rows)),
            table: table, isTableInText: true)
    }

    /// Returns the same topics, each with its last twelve months.
    package func monthChart(_ topics: some Collection<TopicHistory>) -> Chart {
        let names = monthNames
        let rows = topics.map { Chart.Months.Row(label: $0.topic.name, counts: $0.months) }
        let table = Markdown.Table(
            columns: [.init(title: "topic", widest: 17)] + names.map { .init(title: $0, isNumber: true) },
            rows: topics.map { history in
                [.text(history.topic.name)] + history.months.map { .text($0 == 0 ? "" : "\($0)") }
            })
        return Chart(
            title: "Topics over the months",
            description:
                "How often each topic came up in each of the twelve months up to \(names.last ?? "today").",
            form: .months(.init(letters: names.map { String($0.prefix(1)) }, rows: rows)), table: table)
    }

    /// The last twelve months by name, the current one last.
    package var monthNames: [String] {
        (1 - TopicHistory.monthCount...0).map { month in
            let number = (today.monthNumber + month) % 12
            // Months before the year 0 have negative numbers.
            return String(CalendarDate.monthNames[number < 0 ? number + 12 : number].prefix(3))
        }
    }
}
