internal import Markup

/// Writes a report's blocks as HTML, in sections.
///
/// `HTMLText` escapes what a note says.
package struct HTMLWriter {
    private var html = HTMLText()
    /// How many charts there are so far, which makes their ids unique.
    private var chartCount = 0
    private var isInSection = false
    private var areChartsOpen = false

    /// Returns the blocks as the content of an element.
    package static func html(_ blocks: [Markdown.Block]) -> HTMLText {
        var writer = HTMLWriter()
        for block in blocks { writer.write(block) }
        writer.closeCharts()
        writer.closeSection()
        return writer.html
    }

    private mutating func write(_ block: Markdown.Block) {
        if case .chart = block {} else { closeCharts() }
        switch block {
        case .heading(1, let text, _): element("<h1>", text, "</h1>\n")
        case .heading(_, let text, let weight):
            closeSection()
            html.markup(weight == .first ? "<section class=\"first\">\n" : "<section>\n")
            isInSection = true
            element("<h2>", text, "</h2>\n")
        case .paragraph(let content):
            html.markup("<p>")
            write(content)
            html.markup("</p>\n")
        case .list(let list): write(list)
        case .table(let table): write(table)
        case .chart(let chart): write(chart)
        }
    }

    private mutating func element(_ start: StaticString, _ text: String, _ end: StaticString) {
        html.markup(start)
        html.text(text)
        html.markup(end)
    }

    private mutating func closeSection() {
        if isInSection { html.markup("</section>\n") }
        isInSection = false
    }

    // MARK: Text

    private mutating func write(_ content: [Inline]) {
        for inline in content {
            switch inline {
            case .text(let text): html.text(text)
            case .strong(let text): element("<strong>", text, "</strong>")
            case .code(let text): element("<code>", text, "</code>")
            case .link(let text, let destination): link(text, destination)
            case .chart(let counts, let highest): html.add(SparkChart.svg(counts, highest: highest))
            // A mark is for programs to follow, so a page does not show it.
            case .mark: continue
            }
        }
    }

    private mutating func link(_ text: String, _ destination: String) {
        html.markup("<a")
        html.attribute("href", destination)
        html.markup(">")
        html.text(text)
        html.markup("</a>")
    }

    // MARK: Lists

    private mutating func write(_ list: Markdown.List) {
        let isTicked = list.count > 0 && list.item(0).box != nil
        html.markup(list.isOrdered ? "<ol>\n" : isTicked ? "<ul class=\"boxes\">\n" : "<ul>\n")
        for number in 0..<list.count { write(list.item(number)) }
        html.markup(list.isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private mutating func write(_ item: Markdown.Item) {
        html.markup("<li>")
        if let box = item.box { write(box: box) }
        write(item.content)
        for line in item.lines where !line.isEmpty {
            html.markup("<br>")
            write(line)
        }
        if !item.items.isEmpty {
            html.markup("\n<ul>\n")
            for item in item.items { write(item) }
            html.markup("</ul>\n")
        }
        html.markup("</li>\n")
    }

    /// Writes a box to tick on paper, with its sign and its name.
    private mutating func write(box: Character) {
        html.markup("<span class=\"box\" role=\"img\"")
        switch box {
        case " ": html.markup(" aria-label=\"to do\"></span> ")
        case "x", "X": html.markup(" aria-label=\"done\">✓</span> ")
        case "/": html.markup(" aria-label=\"in progress\">/</span> ")
        case "-": html.markup(" aria-label=\"dropped\">–</span> ")
        default:
            html.attribute("aria-label", String(box))
            html.markup(">")
            html.text(String(box))
            html.markup("</span> ")
        }
    }

    // MARK: Tables

    private mutating func write(_ table: Markdown.Table) {
        html.markup("<table>\n<thead><tr>")
        for column in table.columns {
            html.markup(column.isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
            html.text(column.title)
            html.markup("</th>")
        }
        html.markup("</tr></thead>\n<tbody>\n")
        for row in table.rows {
            html.markup("<tr>")
            for (number, (inline, column)) in zip(row, table.columns).enumerated() {
                write(inline, column, isFirst: number == 0)
            }
            html.markup("</tr>\n")
        }
        html.markup("</tbody>\n</table>\n")
    }

    /// Writes a cell.
    ///
    /// On a narrow screen its column's title stands before it.
    private mutating func write(_ cell: Inline, _ column: Markdown.Table.Column, isFirst: Bool) {
        if cell == .text("") { return html.markup("<td></td>") }
        html.markup(column.isNumber ? "<td class=\"n\"" : cell.isDay ? "<td class=\"d\"" : "<td")
        if !isFirst { html.attribute("data-t", column.title) }
        html.markup(">")
        write([cell])
        html.markup("</td>")
    }

    // MARK: Charts

    private mutating func write(_ chart: Chart) {
        if !areChartsOpen { html.markup("<div class=\"charts\">\n") }
        areChartsOpen = true
        chartCount += 1
        html.markup("<figure>\n<figcaption>")
        html.text(chart.title)
        html.markup("</figcaption>\n")
        html.add(ChartWriter.svg(chart, number: chartCount))
        html.markup("<details><summary>The numbers</summary>\n")
        write(chart.table)
        html.markup("</details>\n</figure>\n")
    }

    private mutating func closeCharts() {
        if areChartsOpen { html.markup("</div>\n") }
        areChartsOpen = false
    }
}

extension Inline {
    /// Whether it is only a day or a month, which is not broken at its hyphens.
    fileprivate var isDay: Bool {
        guard case .text(let text) = self else { return false }
        return (text.utf8.count == 7 || text.utf8.count == 10)
            && text.utf8.enumerated().allSatisfy { at, byte in
                at == 4 || at == 7 ? byte == .ascii("-") : byte.isDigit
            }
    }
}
