/// Text within a block of a report, made of parts that know how to be written.
enum Inline: Sendable, Equatable {
    /// Text that means itself: whatever stands in it adds no markup.
    case text(String)
    case strong(String)
    case code(String)
    /// A link whose text means itself.
    case link(String, destination: String)

    /// The same as markdown, in pieces between which a line may break.
    var words: [String] {
        switch self {
        case .text(let text): text.splitWords().map(MarkdownEscape.text)
        case .strong(let text): Self.enclosed(text.splitWords().map(MarkdownEscape.text), by: "**")
        case .code(let text): [MarkdownEscape.code(text)]
        case .link(let text, let destination):
            ["[\(text.splitWords().map(MarkdownEscape.text).joined(separator: " "))](\(destination))"]
        }
    }

    private static func enclosed(_ words: [String], by marks: String) -> [String] {
        guard !words.isEmpty else { return [] }
        var words = words
        words[0] = marks + words[0]
        words[words.count - 1] += marks
        return words
    }
}

extension Inline: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }
}

extension String {
    func splitWords() -> [String] {
        split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
