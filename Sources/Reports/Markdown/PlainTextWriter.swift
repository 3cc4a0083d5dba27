internal import Markup

/// Writes a report's blocks as text without markup, for programs that show only text.
///
/// A link becomes its words.
package enum PlainTextWriter {
    package static func text(_ markdown: Markdown) -> String {
        markdown.textBlocks.map(text).joined(separator: "\n")
    }

    private static func text(_ block: Markdown.Block) -> String {
        switch block {
        case .heading(_, let text, _): return text.folded + "\n"
        case .paragraph(let content): return text(content) + "\n"
        case .list(let list):
            return (0..<list.count).map { number in
                text(list.item(number), marker: list.isOrdered ? "\(number + 1). " : "- ")
            }.joined()
        case .chart: return ""
        case .table(let table):
            return table.rows.map { row in
                let cells = zip(row, table.columns).filter { !$0.0.isChart && !text([$0.0]).isEmpty }
                return "- " + cells.map { "\($1.title): \(text([$0]))" }.joined(separator: ", ") + "\n"
            }.joined()
        }
    }

    private static func text(_ item: Markdown.Item, marker: String) -> String {
        let indentation = String(repeating: " ", count: marker.count)
        let box = item.box.map { "[\($0)] " } ?? ""
        let lines = item.lines.map { indentation + text($0) + "\n" }
        let items = item.items.map { text($0, marker: indentation + "- ") }
        return marker + box + text(item.content) + "\n" + lines.joined() + items.joined()
    }

    private static func text(_ content: [Inline]) -> String {
        content.map { inline in
            switch inline {
            case .text(let text), .strong(let text), .code(let text), .link(let text, _), .mark(let text):
                text
            case .chart(let counts, let highest): Sparkline.text(counts, highest: highest)
            }
        }.joined().folded
    }
}
