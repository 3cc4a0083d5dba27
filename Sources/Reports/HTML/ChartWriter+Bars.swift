internal import Notes

// Draws bars made of parts, with words at both ends of each bar.
extension ChartWriter {
    package static let barStep = 22
    /// Where bars begin, after their labels.
    private static let barStart = 126
    /// The room for the words at their ends.
    private static let barEnd = 74

    package mutating func draw(_ bars: Chart.Bars) {
        let tones = bars.parts.map(\.tone)
        patterns(tones)
        if bars.needsLegend {
            for (part, slot) in zip(bars.parts, Self.legend(bars.parts.map(\.name))) {
                let y = slot.row * 18 + 2
                self.part(part.tone, x: slot.x, y: y, width: 12, height: 12)
                text(part.name, x: slot.x + 17, y: y + 10)
            }
        }
        let top = bars.needsLegend ? Self.legendHeight(bars.parts.map(\.name)) : 4
        let room = Self.width - Self.barStart - Self.barEnd
        let longest = max(bars.rows.map { $0.counts.reduce(0, +) }.max() ?? 1, 1)
        for (number, row) in bars.rows.enumerated() {
            let y = top + number * Self.barStep
            text(Self.cut(row.label, to: Self.barStart - 10), x: Self.barStart - 8, y: y + 13, isAtEnd: true)
            // Each end is rounded by itself, so that the parts add up to the whole.
            var sum = 0
            for (count, tone) in zip(row.counts, tones) where count > 0 {
                let start = room * sum / longest
                sum += count
                let end = max(room * sum / longest, start + 1)
                part(tone, x: Self.barStart + start, y: y + 2, width: end - start, height: 15)
            }
            text(row.remark, x: Self.barStart + max(room * sum / longest, 1) + 6, y: y + 13, "m")
        }
    }
}

extension Chart.Bars {
    /// Whether some bar has several parts, or one that the label before it does not name.
    package var needsLegend: Bool {
        rows.contains { row in
            let shown = zip(parts, row.counts).filter { $0.1 > 0 }
            return shown.count > 1 || shown.contains { $0.0.name != row.label }
        }
    }
}
