internal import Insights
internal import Notes

extension AskList {
    /// Returns the report as markdown.
    ///
    /// - Parameter pathPrefix: What leads from the working directory to the notes, for commands to copy.
    /// - Returns: The text of the report.
    public func markdown(pathPrefix: [UInt8] = []) -> String {
        String(decoding: bytes(as: .markdown, pathPrefix: pathPrefix), as: UTF8.self)
    }

    /// Returns the report in a form.
    ///
    /// - Parameters:
    ///   - form: The form to write it in.
    ///   - pathPrefix: What leads from the working directory to the notes, for commands to copy.
    /// - Returns: The report as UTF-8.
    public func bytes(as form: ReportForm, pathPrefix: [UInt8] = []) -> [UInt8] {
        form.bytes(report(pathPrefix), as: .ask)
    }

    private func report(_ pathPrefix: [UInt8]) -> Markdown {
        var text = Markdown()
        text.heading(1, "Asking for feedback, \(index.today)")
        if rows.isEmpty {
            let which = older + undated > 0 ? " from the last \(Self.recentDays) days" : ""
            text.paragraph([
                .text(
                    "Nobody\(which) is waiting to be asked or thanked. After the next interview, ask for one "
                ),
                "thing that would help you next time.",
            ])
        } else {
            text.table(table)
            text.list(commands(pathPrefix))
        }
        if rows.contains(where: { $0.step == .letGo || $0.step == .wait }) {
            text.paragraph([
                "Many may not answer, by the rules of their company. Silence is a normal end of a request, and ",
                "not personal.",
            ])
        }
        let more = [
            older > 0 ? "\(older) more from over \(Self.recentDays) days ago" : nil,
            undated > 0 ? "\(undated) more without a date" : nil,
        ].compactMap(\.self)
        if !more.isEmpty {
            text.paragraph([
                .text("\(more.joined(separator: ", ")): "),
                .code("debrief ask\(Wording.notebookArgument(pathPrefix)) --all"), ".",
            ])
        }
        return text
    }

    private var table: Markdown.Table {
        Markdown.Table(
            columns: [
                .init(title: "who", widest: 18), .init(title: "for", widest: 28), .init(title: "state"),
                .init(title: "what to do", widest: 21),
            ],
            rows: rows.map { row in
                let note = index.notes[row.note]
                let names = Wording.list(row.people(of: note))
                return [
                    .text(names.isEmpty ? "(no name)" : names), .text(note.shortName), .text(state(row)),
                    .text(advice(row)),
                ]
            })
    }

    private func state(_ row: Row) -> String {
        if row.step == .adopt { return "answer not read" }
        guard let since = row.since else { return "no date" }
        let days = index.today.days(since: since)
        return switch row.step {
        case .ask, .askLater: "was \(Wording.ago(days))"
        case .adopt: ""
        case .thank:
            index.notes[row.note].requestDates.answered == nil ? "answered" : "answered \(Wording.ago(days))"
        case .wait: "asked \(Wording.ago(days))"
        case .letGo: "silent for \(Wording.count(days, "day"))"
        }
    }

    private func advice(_ row: Row) -> String {
        switch row.step {
        case .ask: "ask"
        case .askLater: "ask when they decide"
        case .adopt: "adopt"
        case .thank: "thank"
        case .wait:
            "wait"
                + (row.since.map { " until \($0.adding(days: index.configuration.silentAfterDays))" } ?? "")
        case .letGo: "let go"
        }
    }

    /// Returns the first few things that can be done today, as commands.
    private func commands(_ prefix: [UInt8]) -> [Markdown.Item] {
        func items(_ step: Step, _ option: String, _ words: String) -> [Markdown.Item] {
            rows.filter { $0.step == step }.prefix(3).map { row in
                let note = index.notes[row.note]
                let path = Wording.argument(prefix + note.path.bytes)
                return .init([
                    .code("debrief ask \(path)\(option)"), .text(" has \(words) \(note.shortName)."),
                ])
            }
        }
        return items(.ask, "", "the words to ask with for")
            + items(.thank, " --thank", "the words of thanks for")
            + items(.askLater, "", "the words to ask with for")
    }
}
