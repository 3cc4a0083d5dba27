/// The form in which a report is written.
public enum ReportForm: Sendable {
    /// Text that reads as it is, and is shown by whatever shows markdown.
    case markdown
    /// One page of HTML that needs no network and no script.
    case page
    /// What a person at a terminal sees.
    case terminal(TerminalLook)

    /// Returns a report in this form.
    ///
    /// - Parameter layout: how it is laid out as markdown.
    func bytes(
        _ report: Markdown, as kind: GeneratedFile.Kind, layout: MarkdownWriter.Layout = .init()
    ) -> [UInt8] {
        switch self {
        case .markdown: Array(MarkdownWriter.text(report, layout: layout).utf8)
        case .page: HTMLPage.bytes(report, as: kind)
        case .terminal(let look): TerminalWriter.bytes(report, look)
        }
    }
}
