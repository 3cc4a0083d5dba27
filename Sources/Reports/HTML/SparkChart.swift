/// Draws a row of numbers within a line of text.
package enum SparkChart {
    package static func svg(_ counts: [Int], highest: Int) -> HTMLText {
        var html = HTMLText()
        html.markup("<svg class=\"spark\" role=\"img\" viewBox=\"0 0 ")
        html.number(counts.count * 6)
        html.markup(" 16\"")
        html.attribute("aria-label", counts.map { "\($0)" }.joined(separator: ", "))
        html.markup("><path d=\"")
        for (number, count) in counts.enumerated() {
            let height = count > 0 ? max(14 * count / max(highest, 1), 3) : 1
            html.markup("M")
            html.number(number * 6)
            html.markup(" 16v-")
            html.number(height)
            html.markup("h5v")
            html.number(height)
            html.markup("z")
        }
        html.markup("\"/></svg>")
        return html
    }
}
