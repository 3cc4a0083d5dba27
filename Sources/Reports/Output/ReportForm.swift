/// The form in which a report is written.
public enum ReportForm: Sendable {
    /// Text that reads well as it is, and that every markdown viewer can show.
    case markdown
    /// One page of HTML that needs no network and no script.
    case page
    /// What a person sees on a terminal.
    case terminal(TerminalLook)

    /// Returns a report in this form.
    ///
    /// `layout` says how it is laid out as markdown.
    package func bytes(
        _ report: Markdown, as kind: ReportKind, layout: MarkdownWriter.Layout = .init()
    ) -> [UInt8] {
        switch self {
        case .markdown: Array(MarkdownWriter.text(report, layout: layout).utf8)
        case .page: HTMLPage.bytes(report, as: kind)
        case .terminal(let look): TerminalWriter.bytes(report, look)
        }
    }
}
