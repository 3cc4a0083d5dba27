internal import Insights
internal import Notes

// Says what feedback is about: topic by topic, and what was said alike without a topic.
extension SummaryText {
    private static let mostTopics = 12
    private static let mostDifferences = 3
    private static let mostAlike = 5
    private static let mostQuotes = 3

    package mutating func whatPeopleSay() {
        if summary.topics.isEmpty && summary.alike.isEmpty && summary.differences.isEmpty { return }
        text.heading(2, "What people say")
        topics()
        differences()
        alike()
    }

    // MARK: Topics

    private mutating func topics() {
        let shown = summary.topics.prefix(Self.mostTopics)
        let stages = Stage.allCases.filter { stage in shown.contains { $0.count(stage) > 0 } }
        var columns: [Markdown.Table.Column] = [
            .init(title: "topic", widest: 17), .init(title: "people", isNumber: true),
        ]
        columns += stages.map { .init(title: $0.rawValue, isNumber: true) }
        columns += [
            .init(title: "seen", isSpare: true),
            .init(title: monthNames.map { $0.prefix(1) }.joined(), isCode: true),
        ]
        let highest = shown.flatMap(\.months).max() ?? 1
        let rows = shown.map { history -> [Inline] in
            var row: [Inline] = [.text(history.topic.name), .text("\(history.people.count)")]
            row += stages.map { .text(history.count($0) == 0 ? "" : "\(history.count($0))") }
            row.append(.text(seen(history)))
            row.append(.chart(history.months, highest: max(highest, 2)))
            return row
        }
        if !rows.isEmpty {
            text.chart(stageChart(shown, table: .init(columns: columns, rows: rows)))
            text.chart(monthChart(shown))
        }
        if summary.topics.count > shown.count {
            let rest = summary.topics.count - shown.count
            text.paragraph([
                .text(
                    "And \(Wording.count(rest, "more topic")), \(rest == 1 ? "" : "each ")of as many people or fewer."
                )
            ])
        }
    }

    private func seen(_ history: TopicHistory) -> String {
        guard let first = history.first?.yearAndMonth, let last = history.last?.yearAndMonth else {
            return ""
        }
        return first == last ? first : "\(first) – \(last)"
    }

    // MARK: Where people differ

    /// Writes
    /// `**People differ on #pace**: "Too fast" [Hooli, panel:24](…), "A bit slow" [Acme, onsite:17](…).` What
    /// was praised after it was found fault with is told as that.
    private mutating func differences() {
        for difference in summary.differences.prefix(Self.mostDifferences) {
            let name = "#\(difference.topic)"
            let perhaps = difference.isProposed ? ", perhaps" : ""
            let words =
                switch difference.way {
                case .opposite: "People differ\(perhaps) on \(name)"
                case .laterPraise: "Praised later\(perhaps), \(name)"
                case .praiseAndAdvice: "Praise and advice on \(name)"
                }
            var content: [Inline] = [.strong(words), ": "]
            content += quote(difference.one)
            content.append(difference.way == .laterPraise ? ", then " : ", ")
            content += quote(difference.other)
            content.append(".")
            text.paragraph(content)
        }
        let rest = summary.differences.count - Self.mostDifferences
        if rest > 0 { text.paragraph([.text("And \(rest) more such \(rest == 1 ? "topic" : "topics").")]) }
    }

    private func quote(_ id: FeedbackID) -> [Inline] {
        let (note, line) = index.line(of: id)
        return [.text(Wording.quoted(index[id].text) + " "), citation.link(to: note, line: line)]
    }

    // MARK: About the same thing

    private mutating func alike() {
        if summary.alike.isEmpty { return }
        text.paragraph([.strong("About the same thing"), ", without a topic:"])
        text.list(summary.alike.prefix(Self.mostAlike).map(item))
        if summary.alike.count > Self.mostAlike {
            text.paragraph([.text("And \(summary.alike.count - Self.mostAlike) more.")])
        }
    }

    /// Returns what several people said alike, and the topic to consider for it if there is one.
    ///
    /// For example, it is `"You went on" [Hooli, panel:22](…) and "Too long" [Acme, onsite:15](…): consider
    /// #brevity.`
    private func item(_ alike: SaidAlike) -> Markdown.Item {
        var content: [Inline] = []
        let quoted = Array(alike.pieces.prefix(Self.mostQuotes))
        let rest = alike.pieces.count - quoted.count
        for (number, id) in quoted.enumerated() {
            if number > 0 { content.append(number == quoted.count - 1 && rest == 0 ? " and " : ", ") }
            content += quote(id)
        }
        if rest > 0 { content.append(" and \(rest) more") }
        switch alike.reason {
        case .topic(let topic, let words):
            let people = Wording.count(alike.others, "person", plural: "people")
            let known = alike.others == 0 ? "" : ", which \(people) spoke of"
            content.append(": consider #\(topic)\(known).")
            return .init(
                content, items: explains ? [.init([.text("Words for #\(topic): \(Self.list(words))")])] : [])
        case .words(let words):
            content.append(": nearly the same words, so perhaps one topic.")
            return .init(content, items: explains ? [.init([.text("In common: \(Self.list(words))")])] : [])
        }
    }

    /// Returns words in quotation marks, each once.
    private static func list(_ words: [String]) -> String {
        var seen: Set<String> = []
        let distinct = words.filter { seen.insert($0.lowercased()).inserted }
        let shown = distinct.prefix(mostQuotes * 2).map { Wording.quoted($0) }
        let rest = distinct.count - shown.count
        return Wording.list(shown + (rest > 0 ? ["\(rest) more"] : []))
    }
}
