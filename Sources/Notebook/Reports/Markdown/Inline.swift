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
        case .strong(let text): Self.enclosed(text.trimmed.splitWords().map(MarkdownEscape.text), by: "**")
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
    /// What stands between white space at which a line may break; what is not to break stays in its word. Of
    /// scalars, for a mark behind a space is one character with it.
    func splitWords() -> [String] {
        unicodeScalars.split { scalar in
            guard scalar.properties.isWhitespace else { return false }
            return scalar == " " || scalar.properties.generalCategory != .spaceSeparator
        }.map(String.init)
    }

    /// Without white space of any kind at its ends, beside which marks of emphasis mean nothing.
    fileprivate var trimmed: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let text = unicodeScalars.drop(while: isSpace)
        return String(
            text[..<(text.lastIndex { !isSpace($0) }.map { text.index(after: $0) } ?? text.startIndex)])
    }
}
