internal import Notes

/// Draws charts as SVG within a page.
///
/// A unit is about one pixel of a phone.
///
/// The page's style sheet has the colours, patterns and font sizes.
package struct ChartWriter {
    /// How wide each chart is.
    package static let width = 360

    package var html = HTMLText()
    /// The chart's number on the page, which makes its ids unique.
    private let number: Int

    package static func svg(_ chart: Chart, number: Int) -> HTMLText {
        var writer = ChartWriter(number: number)
        writer.draw(chart)
        return writer.html
    }

    private init(number: Int) {
        self.number = number
    }

    private mutating func draw(_ chart: Chart) {
        html.markup("<svg role=\"img\" viewBox=\"0 0 ")
        html.number(Self.width)
        html.markup(" ")
        html.number(height(of: chart.form))
        html.markup("\" aria-labelledby=\"t")
        html.number(number)
        html.markup(" d")
        html.number(number)
        html.markup("\">\n<title id=\"t")
        html.number(number)
        html.markup("\">")
        html.text(chart.title)
        html.markup("</title>\n<desc id=\"d")
        html.number(number)
        html.markup("\">")
        html.text(chart.description)
        html.markup("</desc>\n")
        switch chart.form {
        case .bars(let bars): draw(bars)
        case .months(let months): draw(months)
        case .marks(let marks): draw(marks)
        }
        html.markup("</svg>\n")
    }

    private func height(of form: Chart.Form) -> Int {
        switch form {
        case .bars(let bars):
            (bars.needsLegend ? Self.legendHeight(bars.parts.map(\.name)) : 4) + bars.rows.count
                * Self.barStep + 4
        case .months(let months): Self.monthRows(months.rows.count) * Self.monthStep + 2
        case .marks(let marks):
            Self.legendHeight([marks.filled, marks.open]) + marks.rows.count * Self.markStep + 22
        }
    }

    // MARK: Parts of every chart

    package mutating func text(
        _ text: String, x: Int, y: Int, _ style: StaticString = "l", isAtEnd: Bool = false
    ) {
        html.markup("<text class=\"")
        html.markup(style)
        html.markup("\"")
        if isAtEnd { html.markup(" text-anchor=\"end\"") }
        html.attribute("x", x)
        html.attribute("y", y)
        html.markup(">")
        html.text(text)
        html.markup("</text>\n")
    }

    package mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
        html.markup("<rect")
        html.attribute("x", x)
        html.attribute("y", y)
        html.attribute("width", width)
        html.attribute("height", height)
    }

    /// Draws a part of a bar: its colour, and its pattern on top.
    package mutating func part(_ tone: Chart.Tone, x: Int, y: Int, width: Int, height: Int) {
        rectangle(x, y, width, height)
        html.markup(" class=\"s")
        html.number(tone.rawValue)
        html.markup("\"/>")
        if tone.hasPattern {
            rectangle(x, y, width, height)
            html.markup(" fill=\"url(#p")
            html.number(number)
            html.markup("-")
            html.number(tone.rawValue)
            html.markup(")\"/>")
        }
        html.markup("\n")
    }

    /// Defines the patterns of some tones, with ids that no other chart of the page has.
    package mutating func patterns(_ tones: [Chart.Tone]) {
        html.markup("<defs>")
        for tone in tones where tone.hasPattern {
            html.markup("<pattern id=\"p")
            html.number(number)
            html.markup("-")
            html.number(tone.rawValue)
            html.markup("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">")
            html.markup(tone.pattern)
            html.markup("</pattern>")
        }
        html.markup("</defs>\n")
    }

    /// Returns a label that takes no more than some room, cut with an ellipsis if it is longer.
    ///
    /// The widths are those of a common font for screens, rounded up.
    package static func cut(_ label: String, to room: Int) -> String {
        func width(_ character: Character) -> Int {
            if TextWidth.of(String(character)) > 1 { return 13 }
            if "iljtfrI.,:;'!|()[]-/ ".contains(character) { return 5 }
            return character.isUppercase || "mw@%&".contains(character) ? 10 : 8
        }
        if label.reduce(0, { $0 + width($1) }) <= room { return label }
        var left = room - 12
        let start = label.prefix { character in
            left -= width(character)
            return left >= 0
        }
        return start + "…"
    }

    /// Returns where each name of a legend stands: in rows, with as many side by side as fit.
    package static func legend(_ names: [String]) -> [(x: Int, row: Int)] {
        var (x, row) = (0, 0)
        return names.map { name in
            let width = 18 + TextWidth.of(name) * 7 + 12
            if x > 0, x + width > Self.width { (x, row) = (0, row + 1) }
            defer { x += width }
            return (x, row)
        }
    }

    package static func legendHeight(_ names: [String]) -> Int {
        names.isEmpty ? 4 : ((legend(names).last?.row ?? 0) + 1) * 18 + 4
    }
}

extension Chart.Tone {
    /// Whether a pattern tells it apart from the others.
    ///
    /// The others are plain.
    fileprivate var hasPattern: Bool { self != .taken && self != .open }

    /// The pattern that is drawn on top of its colour.
    fileprivate var pattern: StaticString {
        switch self {
        case .weighed: "<path class=\"k\" d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\"/>"
        case .left: "<path class=\"k\" d=\"M0 0l6 6M0 6l6-6\"/>"
        case .other: "<circle class=\"kf\" cx=\"3\" cy=\"3\" r=\"1.4\"/>"
        case .open, .taken: ""
        }
    }
}
