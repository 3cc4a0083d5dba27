/// A whole page of HTML: one file that loads nothing from a network and runs no script.
package enum HTMLPage {
    /// Returns a report as a page, with the comment by which Debrief recognises its own pages.
    package static func bytes(_ report: Markdown, as kind: ReportKind) -> [UInt8] {
        var html = HTMLText()
        html.markup(
            """
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="Debrief">
            <title>
            """)
        html.text(title(of: report))
        html.markup("</title>\n<style>\n")
        html.add(trusted: PackageResources.page_css)
        html.markup("</style>\n</head>\n<body")
        html.attribute("class", kind.rawValue)
        html.markup(">\n<main>\n")
        html.add(HTMLWriter.html(report.blocks))
        html.markup("</main>\n</body>\n</html>\n")
        return GeneratedPage.marked(html.bytes, as: kind)
    }

    private static func title(of report: Markdown) -> String {
        for case .heading(_, let text, _) in report.blocks where !text.allSatisfy(\.isWhitespace) {
            return text
        }
        return "Debrief"
    }
}
