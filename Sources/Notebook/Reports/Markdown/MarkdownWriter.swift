/// Writes a report's blocks as CommonMark (tables as GitHub has them) that reads well as plain text.
///
/// The one place where text becomes markup, and so the one that escapes.
struct MarkdownWriter {
    /// How a report is laid out as text.
    struct Layout {
        /// Lines are broken before this column where a link allows it.
        var widest = 100
        /// Whether what stands below a heading follows it at once, to save a line.
        var isCompact = false
    }

    private var lines: [String] = []
    private let layout: Layout
    private var isBehindHeading = false

    private init(layout: Layout) {
        self.layout = layout
    }

    static func text(_ markdown: Markdown, layout: Layout = Layout()) -> String {
        var writer = MarkdownWriter(layout: layout)
        for block in markdown.blocks { writer.write(block) }
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ block: Markdown.Block) {
        if !lines.isEmpty, !(isBehindHeading && layout.isCompact) { lines.append("") }
        isBehindHeading = false
        switch block {
        case .heading(let level, let text):
            let words = Inline.text(text).words.joined(separator: " ")
            // A `#` at the end would be taken for a closing one.
            let escaped = words.hasSuffix("#") ? String(words.dropLast()) + "\\#" : words
            lines.append(String(repeating: "#", count: level) + " " + escaped)
            isBehindHeading = true
        case .paragraph(let content): wrap(content, first: "", rest: "")
        case .list(let items, let isOrdered):
            for (number, item) in items.enumerated() {
                write(item, marker: isOrdered ? "\(number + 1). " : "- ")
            }
        case .table(let table): write(table)
        }
    }

    private mutating func write(_ item: Markdown.Item, marker: String) {
        let indentation = String(repeating: " ", count: marker.utf8.count)
        let box = item.box.map { "[\($0)] " } ?? ""
        wrap(item.content, first: marker + box, rest: indentation, to: item.isOneLine ? .max : nil)
        for line in item.lines { wrap(line, first: indentation, rest: indentation) }
    }

    /// Writes inlines over as many lines as they take.
    private mutating func wrap(_ content: [Inline], first: String, rest: String, to widest: Int? = nil) {
        let widest = widest ?? layout.widest
        var line = first
        var width = TextWidth.of(first)
        var isLineStart = true
        for word in MarkdownWriter.words(of: content) {
            if !isLineStart, width + 1 + TextWidth.of(word) > widest {
                lines.append(line)
                line = rest
                width = TextWidth.of(rest)
                isLineStart = true
            }
            let next = isLineStart ? MarkdownEscape.lineStart(word) : " " + word
            line += next
            width += TextWidth.of(next)
            isLineStart = false
        }
        while line.hasSuffix(" ") { line.removeLast() }
        lines.append(line)
    }

    /// The words of inlines one after another. Where one inline does not end in white space and the next
    /// does not begin with any, their words stay together.
    static func words(of content: [Inline]) -> [String] {
        var words: [String] = []
        var isJoined = false
        for inline in joined(content) {
            var next = inline.words
            var text: String?
            if case .text(let own) = inline { text = own }
            if text?.first?.isWhitespace == true { isJoined = false }
            if isJoined, let first = next.first, let last = words.last {
                // In front of a link an exclamation mark would make an image of it.
                let isMark = first.hasPrefix("[") && last.hasSuffix("!")
                words[words.count - 1] = (isMark ? last.dropLast() + "\\!" : last) + first
                next.removeFirst()
            }
            words += next
            if text != "" { isJoined = text?.last?.isWhitespace != true }
        }
        return words
    }

    /// The inlines with texts that stand side by side made one, for what is escaped hangs on what is beside it.
    private static func joined(_ content: [Inline]) -> [Inline] {
        var joined: [Inline] = []
        for inline in content {
            if case .text(let text) = inline, case .text(let before) = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else {
                joined.append(inline)
            }
        }
        return joined
    }

    private mutating func write(_ table: Markdown.Table) {
        let cells = table.rows.map { row in
            zip(row, table.columns).map { cell, column in Self.cell(cell, column) }
        }
        let widths = table.columns.indices.map { index in
            max(3, TextWidth.of(table.columns[index].title), cells.map { TextWidth.of($0[index]) }.max() ?? 0)
        }
        func row(_ cells: [String]) -> String {
            let padded = cells.indices.map { index in
                let padding = TextWidth.padding(cells[index], to: widths[index])
                return table.columns[index].isNumber ? padding + cells[index] : cells[index] + padding
            }
            return "| " + padded.joined(separator: " | ") + " |"
        }
        lines.append(row(table.columns.map(\.title)))
        lines.append(
            "| "
                + table.columns.indices.map { index in
                    let dashes = String(repeating: "-", count: widths[index] - 1)
                    return table.columns[index].isNumber ? dashes + ":" : dashes + "-"
                }.joined(separator: " | ") + " |")
        lines += cells.map(row)
    }

    private static func cell(_ inline: Inline, _ column: Markdown.Table.Column) -> String {
        if case .text(let text) = inline {
            let isChart = text.contains { $0 >= "▁" && $0 <= "█" }
            if isChart { return text }
            let words = TextWidth.cut(text.splitWords().joined(separator: " "), to: column.widest)
            return Inline.text(words).words.joined(separator: " ")
        }
        return inline.words.joined(separator: " ")
    }
}
