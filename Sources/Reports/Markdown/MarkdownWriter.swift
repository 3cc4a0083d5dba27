internal import Insights
internal import Markup
internal import Notes

/// Writes a report's blocks as CommonMark, with GitHub's tables, that reads well as plain text.
///
/// Only here does text become markdown, so only here is it escaped.
package struct MarkdownWriter {
    /// How a report is laid out as text.
    package struct Layout {
        /// The column before which lines are broken, unless a word is too long.
        package let widest: Int
        /// Whether a heading has no empty line after it, which saves a line.
        package let isCompact: Bool

        package init(widest: Int = 100, isCompact: Bool = false) {
            self.widest = widest
            self.isCompact = isCompact
        }
    }

    private var bytes: [UInt8] = []
    private var words = MarkdownWords()
    private let layout: Layout
    private var isAfterHeading = false

    private init(layout: Layout) {
        self.layout = layout
    }

    package static func text(_ markdown: Markdown, layout: Layout = Layout()) -> String {
        var writer = MarkdownWriter(layout: layout)
        for block in markdown.textBlocks { writer.write(block) }
        if markdown.blocks.isEmpty { writer.endLine() }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private mutating func write(_ block: Markdown.Block) {
        if !bytes.isEmpty, !(isAfterHeading && layout.isCompact) { endLine() }
        isAfterHeading = false
        switch block {
        case .heading(let level, let text, _):
            bytes.append(contentsOf: repeatElement(.ascii("#"), count: level))
            bytes.append(Byte.space)
            bytes += MarkdownEscape.heading(text)
            endLine()
            isAfterHeading = true
        case .paragraph(let content): wrap(content, first: "", rest: "")
        case .list(let list): write(list)
        case .table(let table): write(table)
        case .chart: break
        }
    }

    /// The number of items up to which one core is faster than several.
    private static let few = 256
    /// How many items a core writes one after another.
    private static let run = 64

    private mutating func write(_ list: Markdown.List) {
        guard list.count > Self.few else { return write(list, 0..<list.count) }
        let layout = layout
        let texts = concurrently((list.count + Self.run - 1) / Self.run, few: 1) { number in
            var writer = MarkdownWriter(layout: layout)
            writer.write(list, number * Self.run..<min((number + 1) * Self.run, list.count))
            return writer.bytes
        }
        bytes.reserveCapacity(texts.reduce(bytes.count) { $0 + $1.count })
        for text in texts { bytes += text }
    }

    private mutating func write(_ list: Markdown.List, _ numbers: Range<Int>) {
        for number in numbers {
            write(list.item(number), marker: list.isOrdered ? "\(number + 1). " : "- ")
        }
    }

    private mutating func write(_ item: Markdown.Item, marker: String) {
        let indentation = String(repeating: " ", count: marker.utf8.count)
        let box = item.box.map { "[\($0)] " } ?? ""
        wrap(item.content, first: marker + box, rest: indentation, to: item.isOneLine ? .max : nil)
        for line in item.lines where !line.isEmpty {
            // A line of a checklist ends with its id, as the format says, because editors cut blanks off the
            // end of a line.
            if !item.isOneLine { breakLine() }
            wrap(line, first: indentation, rest: indentation)
        }
        for item in item.items { write(item, marker: indentation + "- ") }
    }

    /// Writes inlines over as many lines as they take.
    private mutating func wrap(_ content: [Inline], first: String, rest: String, to widest: Int? = nil) {
        let widest = widest ?? layout.widest
        words.read(content)
        // The width of plain words is their length, and on one line it does not matter.
        let isPlain = widest == .max || TextWidth.isPlain(words.line.span)
        bytes.append(contentsOf: first.utf8)
        var width = TextWidth.of(first)
        var number = 0
        while number < words.count {
            if number > 0 {
                endLine()
                bytes.append(contentsOf: rest.utf8)
                width = rest.utf8.count
            }
            var start = words[number].lowerBound
            if let mark = MarkdownEscape.lineStart(words.line.span.extracting(words[number])) {
                bytes += words.line[start..<start + mark]
                bytes.append(.ascii("\\"))
                start += mark
                width += 1
            } else if number > 0 || first.isEmpty, isTopic(number) {
                bytes.append(.ascii("\\"))
                width += 1
            }
            let begin = number
            width += self.width(of: words[number], isPlain)
            number += 1
            while number < words.count {
                width += 1 + self.width(of: words[number], isPlain)
                if width > widest { break }
                number += 1
            }
            number = lineBreak(before: number, after: begin)
            let end = words[number - 1].upperBound
            bytes += words.line[start..<end]
        }
        // This trims a marker that has nothing after it.
        while bytes.last == Byte.space { bytes.removeLast() }
        endLine()
    }

    /// Returns where a line breaks that has room for the words before `number`.
    ///
    /// It does not break before a topic, because older markdown would make a heading of it.
    private func lineBreak(before number: Int, after first: Int) -> Int {
        guard number < words.count, isTopic(number) else { return number }
        var index = number
        while index > first + 1, isTopic(index) { index -= 1 }
        return isTopic(index) ? number : index
    }

    private func isTopic(_ number: Int) -> Bool {
        MarkdownEscape.isTopic(words.line.span.extracting(words[number]))
    }

    private func width(of word: Range<Int>, _ isPlain: Bool) -> Int {
        isPlain ? word.count : TextWidth.of(words.line.span.extracting(word))
    }

    private mutating func endLine() {
        bytes.append(Byte.lf)
    }

    /// Ends the last line with two blanks, so that the next one begins a new line where the report is shown.
    private mutating func breakLine() {
        bytes.insert(contentsOf: "  ".utf8, at: bytes.count - 1)
    }

    // MARK: Tables

    private mutating func write(_ table: Markdown.Table) {
        let titles = table.columns.map { Array(($0.isCode ? Wording.code($0.title) : $0.title).utf8) }
        let cells = table.rows.map { row in zip(row, table.columns).map(Self.cell) }
        let widths = table.columns.indices.map { column in
            cells.reduce(max(3, TextWidth.of(titles[column]))) {
                max($0, TextWidth.of($1[column]))
            }
        }
        write(titles, table.columns, widths)
        write(
            zip(table.columns, widths).map { column, width in
                Array(repeatElement(.ascii("-"), count: width - 1)) + [
                    column.isNumber ? .ascii(":") : .ascii("-")
                ]
            }, table.columns, widths)
        for row in cells { write(row, table.columns, widths) }
    }

    /// Writes a row of cells, each as wide as its column.
    private mutating func write(_ row: [[UInt8]], _ columns: [Markdown.Table.Column], _ widths: [Int]) {
        for (number, cell) in row.enumerated() {
            let padding = repeatElement(Byte.space, count: max(0, widths[number] - TextWidth.of(cell)))
            bytes.append(contentsOf: "| ".utf8)
            if columns[number].isNumber { bytes.append(contentsOf: padding) }
            bytes += cell
            if !columns[number].isNumber { bytes.append(contentsOf: padding) }
            bytes.append(Byte.space)
        }
        bytes.append(.ascii("|"))
        endLine()
    }

    private static func cell(_ inline: Inline, _ column: Markdown.Table.Column) -> [UInt8] {
        let words: MarkdownWords
        if case .text(let text) = inline {
            words = MarkdownWords([.text(TextWidth.cut(text.folded, to: column.widest))])
        } else {
            words = MarkdownWords([inline])
        }
        return words.line
    }
}
