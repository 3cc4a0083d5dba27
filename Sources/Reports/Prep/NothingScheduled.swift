public import Insights
internal import Notes

/// What to do if no interview is scheduled that one could prepare for.
public struct NothingScheduled: Sendable {
    private let index: NotebookIndex

    /// Makes the advice for a notebook in which no interview is scheduled.
    public init(_ index: NotebookIndex) {
        self.index = index
    }

    /// Returns what there is to do, as markdown.
    public func markdown(linkingFrom base: LinkBase = .notebook) -> String {
        String(decoding: bytes(as: .markdown, linkingFrom: base), as: UTF8.self)
    }

    /// Returns what there is to do, in a form.
    public func bytes(as form: ReportForm, linkingFrom base: LinkBase = .notebook) -> [UInt8] {
        var text = Markdown()
        text.heading(1, "Nothing is scheduled, \(index.today)")
        let citation = Citation(base: base)
        if let missed = index.missed().first, let date = index.notes[missed].date {
            text.paragraph([
                citation.link(to: index.notes[missed]),
                .text(" was to be on \(date): how did it go? Its outcome is still "), .code("scheduled"), ".",
            ])
        }
        text.paragraph(["There are three ways to say what to prepare for:"]
        )
        text.list([
            .init([.code("outcome: scheduled"), " and a ", .code("date:"), " in a note's front matter;"]),
            .init([.code("debrief prep --for NOTE"), " for any note of the notebook;"]),
            .init([
                .code("debrief prep --company Acme --round onsite"),
                ", and ", .code("--role"), " and ", .code("--date"), ", as far as they are known.",
            ]),
        ])
        return form.bytes(text, as: .prep)
    }
}
