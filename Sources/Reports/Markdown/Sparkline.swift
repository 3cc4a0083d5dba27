/// A row of numbers as a text chart, one character each: `▂·▄█`.
package enum Sparkline {
    private static let bars = Array("▁▂▃▄▅▆▇█")

    /// Returns the chart of some numbers.
    ///
    /// Zero is a dot, because reports join blanks. `highest` is the number that fills a character.
    package static func text(_ numbers: [Int], highest: Int) -> String {
        String(
            numbers.map { number in
                if number <= 0 { return "·" }
                let step = (number * bars.count + highest - 1) / max(highest, 1)
                return bars[min(max(step, 1), bars.count) - 1]
            })
    }
}
