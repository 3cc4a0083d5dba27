/// A table of results, as markdown that is aligned as text.
struct Table {
    private var rows: [[String]] = [["what", "time", "processor", "peak memory", "ratio", "goal"]]
    private let title: String

    init(_ contest: Contest, _ results: [Contest.Score]) {
        title = contest.title
        for result in results {
            guard result.isInstalled else {
                rows.append([result.contestant.name, "not installed", "", "", "", ""])
                continue
            }
            var memory = "\(Self.fixed(Double(result.peak) / 1e6, 1)) MB"
            if contest.corpusSize > 0 {
                memory += " (\(Self.fixed(Double(result.peak) / Double(contest.corpusSize), 2)) ×)"
            }
            rows.append([
                result.contestant.name, Self.time(result.wall), Self.time(result.processor), memory,
                Self.fixed(result.ratio, 2), result.contestant.goal.map { "≤ \(Self.fixed($0, 1))" } ?? "",
            ])
        }
    }

    var markdown: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = ["**\(title)**", ""]
        for (number, row) in rows.enumerated() {
            let cells = row.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + padding : padding + row[column]
            }
            lines.append("| \(cells.joined(separator: " | ")) |")
            if number == 0 {
                let rules = widths.indices.map { column in
                    String(repeating: "-", count: widths[column] - (column == 0 ? 0 : 1))
                        + (column == 0 ? "" : ":")
                }
                lines.append("| \(rules.joined(separator: " | ")) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func time(_ seconds: Double) -> String {
        seconds < 1 ? "\(fixed(seconds * 1000, 1)) ms" : "\(fixed(seconds, 2)) s"
    }

    /// Returns a number with a given count of digits after the point.
    static func fixed(_ number: Double, _ digits: Int) -> String {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((number * Double(scale)).rounded())
        if digits == 0 { return "\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
