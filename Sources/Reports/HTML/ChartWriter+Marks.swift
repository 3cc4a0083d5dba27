internal import Notes

// Draws a line of days with marks for each row.
extension ChartWriter {
    package static let markStep = 38

    package mutating func draw(_ marks: Chart.Marks) {
        for (name, slot) in zip([marks.filled, marks.open], Self.legend([marks.filled, marks.open])) {
            circle(slot.x + 6, 8, isFilled: name == marks.filled)
            text(name, x: slot.x + 17, y: 12)
        }
        let top = Self.legendHeight([marks.filled, marks.open])
        let (left, right) = (7, Self.width - 7)
        let days = max(marks.last.days(since: marks.first), 1)
        for (number, row) in marks.rows.enumerated() {
            let y = top + number * Self.markStep
            text(Self.cut(row.label, to: Self.width), x: 0, y: y + 12)
            html.markup("<path class=\"axis\" d=\"M0 ")
            html.number(y + 25)
            html.markup("h")
            html.number(Self.width)
            html.markup("\"/>\n")
            var ends: [Int: Int] = [:]
            for mark in row.marks {
                let day = min(max(mark.day.days(since: marks.first), 0), days)
                // Marks of one day stand side by side.
                var x = left + (right - left) * day / days
                x = max(min(x, right), ends[day].map { $0 + 5 } ?? x)
                ends[day] = x
                circle(min(x, right), y + 25, isFilled: mark.isFilled)
            }
        }
        let y = top + marks.rows.count * Self.markStep + 14
        text(marks.first.yearAndMonth, x: 0, y: y, "m")
        text(marks.last.yearAndMonth, x: Self.width, y: y, "m", isAtEnd: true)
    }

    private mutating func circle(_ x: Int, _ y: Int, isFilled: Bool) {
        html.markup("<circle")
        html.attribute("cx", x)
        html.attribute("cy", y)
        html.markup(isFilled ? " r=\"6\" class=\"filled\"/>\n" : " r=\"5\" class=\"hollow\"/>\n")
    }
}
