package import Insights
package import Notes

extension Summary {
    /// Returns the report as markdown.
    ///
    /// - Parameters:
    ///   - base: What the links to notes are relative to.
    ///   - explains: Whether to show the words for which topics are proposed.
    ///   - pathPrefix: What leads from the working directory to the notes, for commands to copy.
    /// - Returns: The text of the report.
    public func markdown(
        linkingFrom base: LinkBase = .notebook, explaining explains: Bool = false, pathPrefix: [UInt8] = []
    ) -> String {
        String(
            decoding: bytes(as: .markdown, linkingFrom: base, explaining: explains, pathPrefix: pathPrefix),
            as: UTF8.self)
    }

    /// Returns the report in a form.
    ///
    /// - Parameters:
    ///   - form: The form to write it in.
    ///   - base: What the links to notes are relative to.
    ///   - explains: Whether to show the words for which topics are proposed.
    ///   - pathPrefix: What leads from the working directory to the notes, for commands to copy.
    /// - Returns: The report as UTF-8.
    public func bytes(
        as form: ReportForm, linkingFrom base: LinkBase = .notebook, explaining explains: Bool = false,
        pathPrefix: [UInt8] = []
    ) -> [UInt8] {
        var text = SummaryText(
            summary: self, citation: Citation(base: base), explains: explains, pathPrefix: pathPrefix)
        return form.bytes(text.markdown(), as: .summary)
    }
}

/// Says a summary in words, one section a function.
///
/// A section without content is left out.
///
/// What is next, the topics, the lessons and the hunches have files of their own beside this one.
package struct SummaryText {
    package let summary: Summary
    package let citation: Citation
    package let explains: Bool
    package let pathPrefix: [UInt8]
    package var text = Markdown()

    package var index: NotebookIndex { summary.index }
    package var notes: [Note] { summary.index.notes }
    package var today: CalendarDate { summary.index.today }

    package init(summary: Summary, citation: Citation, explains: Bool, pathPrefix: [UInt8]) {
        self.summary = summary
        self.citation = citation
        self.explains = explains
        self.pathPrefix = pathPrefix
    }

    package mutating func markdown() -> Markdown {
        text.heading(1, "Where you stand, \(today)")
        if !summary.filter.isEmpty { text.paragraph([.text("Only \(summary.filter).")]) }
        if !notes.contains(where: \.isInterview) && summary.stageCounts.total == 0 {
            if summary.filter.isEmpty { beginning() } else { nothingFits() }
            return text
        }
        opening()
        notRead()
        doNext()
        whatPeopleSay()
        whatTheyLiked()
        courseCorrections()
        hunches()
        whereItEnds()
        comeback()
        interviews()
        return text
    }

    // MARK: Opening

    /// Says what to do if there is nothing to report.
    private mutating func beginning() {
        notRead()
        let read =
            summary.notRead.isEmpty
            ? "There is no interview in this notebook yet" : "No interview is read yet"
        if let notes = summary.whole.notesOfNoInterview { text.paragraph([.text(notes + ".")]) }
        text.paragraph([.text("\(read). To begin, write a note for one, any way you like:")])
        text.list([
            .init([
                .code("debrief new\(Wording.notebookArgument(pathPrefix)) --company Acme --round onsite"),
                " makes one, or make a markdown file in this folder yourself, say ",
                .code("\(today)-acme-onsite.md"), ";",
            ]),
            .init(["below ", .code("## Hunches"), " what you think went wrong, before you ask anybody;"]),
            .init(["below ", .code("## Feedback"), " what they said when you asked, a bullet each."]),
        ])
        text.paragraph([
            "Then mark each bullet as you decide: ", .code("chew:"), ", ", .code("swallow:"), " or ",
            .code("spit:"),
            ".",
        ])
    }

    /// Says what to ask for instead if nothing fits the filter.
    private mutating func nothingFits() {
        var query = Listing.Query()
        query.filter = summary.filter
        let unknown = Listing(summary.whole, query).unknownNames.map {
            Wording.sentence($0) + ($0.hasSuffix("?") ? "" : ".")
        }
        let reasons = unknown.isEmpty ? ["Nothing in the notebook fits that."] : unknown
        text.paragraph([.text("\(reasons.joined(separator: " ")) There are:")])
        text.list(
            summary.alternatives.filter { !$0.values.isEmpty }.map { name, values in
                let limit = 20
                let more = values.count > limit ? ["\(values.count - limit) more"] : []
                return .init([.text("\(name): " + Wording.list(values.prefix(limit) + more) + ".")])
            })
    }

    // MARK: Words that sections share

    /// Returns `"Seemed unsure" (31 days) [Globex, final:18](…)`.
    package func quoted(_ words: String, _ remark: String?, _ source: (note: Note, line: Int)) -> [Inline] {
        [
            .text(Wording.quoted(words) + (remark.map { " " + $0 } ?? "") + " "),
            citation.link(to: source.note, line: source.line),
        ]
    }

    /// Returns the first few elements in words, `most` at most, and how many more there are.
    package func some<Element>(
        _ elements: [Element], separator: Inline = "; ", end: Inline = ".", most: Int = 4,
        _ words: (Element) -> [Inline]
    ) -> [Inline] {
        var inlines: [Inline] = []
        for (number, element) in elements.prefix(most).enumerated() {
            if number > 0 { inlines.append(separator) }
            inlines += words(element)
        }
        if elements.count > most { inlines.append(" and \(elements.count - most) more") }
        return inlines + [end]
    }

    // MARK: Interviews

    private static let mostInterviews = 15

    private func request(of note: Note) -> String {
        let state = index.request(of: note)
        if note.mayBeAnswered(state) { return "not read" }
        // Feedback that nobody is said to have asked for came of itself.
        if state == .answered, note.requestDates.asked == nil { return "came" }
        return state.rawValue.replacing("-", with: " ")
    }

    private mutating func interviews() {
        guard !summary.interviews.past.isEmpty else { return }
        text.heading(2, "Interviews")
        let rows = summary.interviews.past.prefix(Self.mostInterviews).map { number -> [Inline] in
            let note = notes[number]
            return [
                .text(note.date?.description ?? ""), .text(note.company ?? note.title),
                .text(note.round ?? ""),
                .text(note.outcome?.description ?? ""),
                .text(request(of: note)),
                .text(note.feedback.isEmpty ? "" : "\(note.feedback.count)"),
                .text(note.hunches.isEmpty ? "" : "\(note.hunches.count)"),
            ]
        }
        text.table(
            .init(
                columns: [
                    .init(title: "date"), .init(title: "company", widest: 24),
                    .init(title: "round", widest: 18),
                    .init(title: "outcome", widest: 12), .init(title: "request"),
                    .init(title: "feedback", isNumber: true, isSpare: true),
                    .init(title: "hunches", isNumber: true, isSpare: true),
                ], rows: Array(rows)))
        let rest = summary.interviews.past.count - rows.count
        if rest > 0 { text.paragraph([.text("And \(Wording.count(rest, "earlier one")).")]) }
    }
}
