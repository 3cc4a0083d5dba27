internal import Insights
internal import Markup
internal import Notes

// Says what the method suggests to do next.
extension SummaryText {
    package mutating func doNext() {
        let agenda = summary.agenda
        var items: [Markdown.Item] = []
        if !summary.interviews.upcoming.isEmpty {
            items.append(.init([.strong("Prepare"), " for "] + upcoming() + ["."]))
        }
        if !agenda.toUpdate.isEmpty {
            items.append(
                .init(
                    [.strong("Say how it went"), ", and the outcome: "]
                        + some(agenda.toUpdate, separator: ", ") { number in
                            let days = notes[number].date.map { today.days(since: $0) } ?? 0
                            return [citation.link(to: notes[number]), .text(" (\(Wording.ago(days)))")]
                        }))
        }
        if !agenda.unsorted.isEmpty {
            items.append(
                .init(
                    [.strong("Sort \(agenda.unsorted.count)"), ": "]
                        + citation.links(agenda.unsorted, in: index) + ["."]))
        }
        if !agenda.stale.isEmpty {
            items.append(
                .init(
                    [
                        .strong("Decide \(agenda.stale.count)"),
                        .text(" that \(agenda.stale.count == 1 ? "is" : "are") still in chew: "),
                    ]
                        + some(agenda.stale) { id in
                            let days = "\(index.staleDays(of: id) ?? 0) days"
                            let from = notes[id.note].dayWords(for: index[id])
                            return quoted(index[id].text, "(\(days)\(from))", index.line(of: id))
                        }))
        }
        if !agenda.lackingAction.isEmpty {
            items.append(
                .init(
                    [.strong("Give \(agenda.lackingAction.count) an action"), " or a plan: "]
                        + some(agenda.lackingAction) { id in
                            quoted(index[id].text, nil, index.line(of: id))
                        }))
        }
        if !agenda.overdue.isEmpty {
            items.append(
                .init(
                    [.strong("Finish \(Wording.count(agenda.overdue.count, "overdue action"))"), ": "]
                        + some(agenda.overdue) { id in
                            let action = index[id]
                            return quoted(
                                action.text, action.due.map { "(due \($0))" },
                                (notes[id.note], action.position.line))
                        }))
        }
        if !agenda.toAdopt.isEmpty {
            items.append(
                .init(
                    [
                        .strong("Read the answer"), " that is in the note and not read yet, with ",
                        .code("debrief adopt"), ": ",
                    ]
                        + some(agenda.toAdopt, separator: ", ") { [citation.link(to: notes[$0])] }))
        }
        items += requests()
        if items.isEmpty { return }
        text.heading(2, "Do next", .first)
        text.list(items)
    }

    private func upcoming() -> [Inline] {
        some(summary.interviews.upcoming, separator: ", ", end: "") { number in
            var inlines = [citation.link(to: notes[number])]
            if let date = notes[number].date {
                let days = date.days(since: today)
                inlines.append(
                    .text(" on \(date) (\(Wording.ahead(days)))"))
            }
            return inlines
        }
    }

    private func requests() -> [Markdown.Item] {
        let agenda = summary.agenda
        var items: [Markdown.Item] = []
        if !agenda.ask.isEmpty {
            items.append(
                .init(
                    [.strong("Ask"), " for feedback: "]
                        + some(agenda.ask, separator: ", ") { number in
                            let days = notes[number].date.map { today.days(since: $0) } ?? 0
                            return [citation.link(to: notes[number]), .text(" (\(Wording.ago(days)))")]
                        }))
        }
        if !agenda.thank.isEmpty {
            items.append(
                .init(
                    [.strong("Thank"), " "]
                        + some(agenda.thank, separator: " · ") { number in
                            let names = Wording.list(notes[number].thanked)
                            return [
                                .text(names.isEmpty ? "" : names + " for "), citation.link(to: notes[number]),
                            ]
                        }))
        }
        if !agenda.letGo.isEmpty {
            items.append(
                .init(
                    [.strong("Let go"), " of "]
                        + some(agenda.letGo, separator: ", ", end: "") { row in
                            let days = row.since.map { today.days(since: $0) } ?? 0
                            // While they still decide, it is only the request that rests.
                            return [
                                .text(row.state == .open ? "the request to " : ""),
                                citation.link(to: notes[row.note]), .text(" (no answer for \(days) days)"),
                            ]
                        } + [". Many may not answer; it is not personal."]))
        }
        return items
    }
}
