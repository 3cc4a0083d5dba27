internal import Notes

// Draws a small chart of months for each row.
extension ChartWriter {
    package static let monthStep = 68
    private static let monthColumns = 2
    private static let monthWidth = 168

    package static func monthRows(_ count: Int) -> Int { (count + monthColumns - 1) / monthColumns }

    package mutating func draw(_ months: Chart.Months) {
        let highest = max(months.rows.flatMap(\.counts).max() ?? 1, 2)
        for (number, row) in months.rows.enumerated() {
            let x = number % Self.monthColumns * (Self.width - Self.monthWidth)
            let y = number / Self.monthColumns * Self.monthStep
            text(Self.cut(row.label, to: Self.monthWidth), x: x, y: y + 11)
            let floor = y + 42
            html.markup("<path class=\"axis\" d=\"M")
            html.number(x)
            html.markup(" ")
            html.number(floor)
            html.markup("h")
            html.number(Self.monthWidth)
            html.markup("\"/>")
            for (month, count) in row.counts.enumerated() {
                let left = x + month * 14
                if count > 0 {
                    let height = max(26 * count / highest, 3)
                    rectangle(left + 2, floor - height, 10, height)
                    html.markup(" class=\"s2\"/>")
                }
                if months.letters.indices.contains(month) {
                    text(months.letters[month], x: left + 7, y: floor + 12, "m c")
                }
            }
        }
    }
}
