internal import Markup
internal import Notes

/// Writes a report's blocks for a terminal.
///
/// Colour replaces markup if there is any, names replace addresses, and no line is wider than the terminal.
///
/// What a note says is only text there: control characters are shown and not sent.
package struct TerminalWriter {
    private var bytes: [UInt8] = []
    private let look: TerminalLook
    private var isBelowHeading = false

    package static func bytes(_ report: Markdown, _ look: TerminalLook) -> [UInt8] {
        var writer = TerminalWriter(look: look)
        for block in report.textBlocks { writer.write(block) }
        return writer.bytes
    }

    private init(look: TerminalLook) {
        self.look = look
    }

    private mutating func write(_ block: Markdown.Block) {
        if !bytes.isEmpty, !isBelowHeading { endLine() }
        isBelowHeading = false
        switch block {
        case .heading(let level, let text, _):
            let mark = look.isStyled ? "" : String(repeating: "#", count: level) + " "
            wrap([look.isStyled ? .strong(text) : .text(text)], first: mark, rest: "")
            isBelowHeading = true
        case .paragraph(let content): wrap(content, first: "", rest: "")
        case .list(let list):
            for number in 0..<list.count {
                write(list.item(number), marker: list.isOrdered ? "\(number + 1). " : "- ")
            }
        case .table(let table): write(table)
        case .chart: break
        }
    }

    private mutating func write(_ item: Markdown.Item, marker: String) {
        let indentation = String(repeating: " ", count: marker.utf8.count)
        let box = item.box.map { "[\($0)] " } ?? ""
        wrap(item.content, first: marker + VisibleText.line(box), rest: indentation)
        for line in item.lines where !line.isEmpty { wrap(line, first: indentation, rest: indentation) }
        for item in item.items { write(item, marker: indentation + "- ") }
    }

    /// Writes inlines over as many lines as they take.
    private mutating func wrap(_ content: [Inline], first: String, rest: String) {
        let words = TerminalWords(content, look).words
        bytes += first.utf8
        var width = TextWidth.of(first)
        for (number, word) in words.enumerated() {
            let isFirst = number == 0
            if !isFirst, width + 1 + word.width > look.widest {
                endLine()
                bytes += rest.utf8
                width = rest.utf8.count
            } else if !isFirst {
                bytes.append(Byte.space)
                width += 1
            }
            bytes += word.bytes
            width += word.width
        }
        while bytes.last == Byte.space { bytes.removeLast() }
        endLine()
    }

    private mutating func endLine() { bytes.append(Byte.lf) }

    // MARK: Tables

    private mutating func write(_ table: Markdown.Table) {
        let rows = table.rows.map { row in zip(row, table.columns).map { cell($0, $1) } }
        var shown = Array(table.columns.indices)
        func widths() -> [Int] {
            shown.map { column in
                rows.reduce(TextWidth.of(table.columns[column].title)) { max($0, $1[column].width) }
            }
        }
        func total() -> Int { widths().reduce(-2) { $0 + $1 + 2 } }
        // Columns that can be spared are left out first.
        while total() > look.columns, let spare = shown.last(where: { table.columns[$0].isSpare }) {
            shown.removeAll { $0 == spare }
        }
        guard total() <= look.columns else { return writeAsList(table) }
        let widths = widths()
        let titles = shown.map { TerminalWords([.text(table.columns[$0].title)], look) }
        writeRow(titles, shown.map { table.columns[$0] }, widths, isDim: true)
        for row in rows { writeRow(shown.map { row[$0] }, shown.map { table.columns[$0] }, widths) }
    }

    private mutating func writeRow(
        _ cells: [TerminalWords], _ columns: [Markdown.Table.Column], _ widths: [Int], isDim: Bool = false
    ) {
        if isDim, look.isStyled { bytes += TerminalStyle.dim.start.utf8 }
        for (number, cell) in cells.enumerated() {
            if number > 0 { bytes += "  ".utf8 }
            let padding = repeatElement(Byte.space, count: max(0, widths[number] - cell.width))
            if columns[number].isNumber { bytes += padding }
            bytes += cell.line
            if !columns[number].isNumber, number < cells.count - 1 { bytes += padding }
        }
        while bytes.last == Byte.space { bytes.removeLast() }
        if isDim, look.isStyled { bytes += TerminalStyle.end.utf8 }
        endLine()
    }

    /// Writes a table that does not fit as a list, with an item for each row.
    ///
    /// Each cell except the first has its column's title. Empty cells are left out, and so are charts, which
    /// say something only side by side.
    private mutating func writeAsList(_ table: Markdown.Table) {
        for row in table.rows {
            var content: [Inline] = []
            for (inline, column) in zip(row, table.columns) where !inline.isChart {
                if cell(inline, column).words.isEmpty { continue }
                content += content.isEmpty ? [inline] : [.text(", \(column.title) "), inline]
            }
            write(Markdown.Item(content), marker: "- ")
        }
    }

    private func cell(_ inline: Inline, _ column: Markdown.Table.Column) -> TerminalWords {
        guard case .text(let text) = inline else { return TerminalWords([inline], look) }
        return TerminalWords([.text(TextWidth.cut(VisibleText.line(text).folded, to: column.widest))], look)
    }
}
