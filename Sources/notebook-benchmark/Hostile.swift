/// Notes of a megabyte that are made to take long.
///
/// With such input other readers of markdown take seconds, minutes or all the memory there is.
enum Hostile: String, CaseIterable {
    case openLinks = "![[]() again and again"
    case openBrackets = "[a]( again and again"
    case emphasis = "*a **a again and again"
    case definitions = "link definitions"
    case deepItems = "items in items, then blank lines"
    case deepQuotes = "quotes in quotes"
    case openHTML = "HTML that never ends"
    case backticks = "code spans of all lengths"
    case topics = "topics, all different, on one line"
    case bullets = "a quarter of a million bullets"
    case diagnostics = "slips, each with a diagnostic"
    case keys = "front matter of 64 KB"
    case notUTF8 = "bytes that are not UTF-8"

    private static let size = 1_000_000

    var bytes: [UInt8] {
        switch self {
        case .openLinks: Self.many("![[]()", after: "- chew: ")
        case .openBrackets: Self.many("[a](", after: "- ")
        case .emphasis: Self.many("*a **a ", after: "- ")
        case .definitions: Self.many("[a]: b\n")
        case .deepItems: Self.many("\n", after: String(repeating: "- ", count: 30_000) + "a")
        case .deepQuotes: Self.many("a\n", after: String(repeating: ">", count: 30_000) + "a\n")
        case .openHTML: Self.many("<!--\n")
        case .backticks:
            Self.many("", after: "- " + (1..<1400).map { String(repeating: "`", count: $0) + " " }.joined())
        case .topics: Self.many("", after: "- " + (0..<120_000).map { "#t\($0) " }.joined())
        case .bullets: Self.many("- a\n", after: "## Feedback\n")
        case .diagnostics: Self.many("- swalow: a due:soon\n")
        case .keys:
            Self.many(
                "- a\n", after: "---\n" + (0..<7000).map { "k\($0): a\n" }.joined() + "---\n## Feedback\n")
        case .notUTF8: Array("- chew: ".utf8) + Array(repeating: 0xFF, count: Self.size)
        }
    }

    /// Returns a piece repeated up to the size, after a beginning.
    private static func many(_ piece: String, after start: String = "") -> [UInt8] {
        let count = piece.isEmpty ? 0 : max(0, (size - start.utf8.count) / piece.utf8.count)
        return Array(start.utf8) + Array(repeating: Array(piece.utf8), count: count).joined()
    }
}
