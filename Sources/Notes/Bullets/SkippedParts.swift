internal import Markup

/// The parts of a text in which nothing is read: code, the targets of links, URLs, HTML.
///
/// Each function takes the offset of a byte that may begin such a part. It returns the offset at which to
/// read on: after the part, or after that byte if there is no such part. Ends that were not found are
/// remembered, so that a text full of beginnings without an end costs no more than any other text.
package struct SkippedParts {
    private var unclosedRuns: Set<Int> = []
    private var noTagEndBefore = 0
    private var noCommentEndBefore = 0
    private var noWikiLinkEndBefore = 0
    private var noPercentEndBefore = 0
    /// The offset of the first `)` after the offset from which one was looked for last.
    private var nextParenthesis = 0

    /// The length of the longest target of a link, in bytes.
    ///
    /// A longer one is read as text.
    private static let longestTarget = 512

    /// Skips `` `code` ``, which ends with as many backticks as it begins with.
    package mutating func codeSpan(_ text: Span<UInt8>, _ at: Int) -> Int {
        let length = run(of: .ascii("`"), text, at)
        var next = at + length
        if unclosedRuns.contains(length) { return next }
        while next < text.count {
            guard text[next] == .ascii("`") else {
                next += 1
                continue
            }
            let closing = run(of: .ascii("`"), text, next)
            next += closing
            if closing == length { return next }
        }
        unclosedRuns.insert(length)
        return at + length
    }

    /// Returns where the comment that begins at an offset ends, Obsidian's `%% … %%` or HTML's; nil if there
    /// is none.
    ///
    /// A comment that is not closed hides nothing.
    package mutating func comment(_ text: Span<UInt8>, _ at: Int) -> Int? {
        if text.has("%%", at: at) {
            return Self.end("%%", text, from: at + 2, noneBefore: &noPercentEndBefore)
        }
        guard text.has("<!--", at: at) else { return nil }
        return Self.end("-->", text, from: at + 4, noneBefore: &noCommentEndBefore)
    }

    /// Skips `<https://…>` and the tags of HTML.
    package mutating func angled(_ text: Span<UInt8>, _ at: Int) -> Int {
        guard at + 1 < text.count,
            text[at + 1].isLetter || text[at + 1] == .ascii("/") || text[at + 1] == .ascii("!")
        else { return at + 1 }
        // This is a comment that is not closed.
        if text.has("<!--", at: at) { return at + 4 }
        return Self.end(">", text, from: at + 1, noneBefore: &noTagEndBefore) ?? at + 1
    }

    /// Skips `[[note#heading]]`.
    package mutating func wikiLink(_ text: Span<UInt8>, _ at: Int) -> Int {
        guard at + 1 < text.count, text[at + 1] == .ascii("[") else { return at + 1 }
        return Self.end("]]", text, from: at + 2, noneBefore: &noWikiLinkEndBefore) ?? at + 1
    }

    /// Skips the `(target "title")` after a link's text.
    package mutating func linkTarget(_ text: Span<UInt8>, _ at: Int) -> Int {
        guard at + 1 < text.count, text[at + 1] == .ascii("(") else { return at + 1 }
        var next = at + 2
        let limit = min(text.count, at + Self.longestTarget)
        nextParenthesis = max(nextParenthesis, next)
        while nextParenthesis < text.count, text[nextParenthesis] != .ascii(")") { nextParenthesis += 1 }
        if nextParenthesis >= limit { return at + 1 }
        var depth = 1
        while next < limit {
            switch text[next] {
            case .ascii("\\"): next += 1
            case .ascii("("): depth += 1
            case .ascii(")"):
                depth -= 1
                if depth == 0 { return next + 1 }
            default: break
            }
            next += 1
        }
        return at + 1
    }

    /// Skips the rest of a URL whose scheme stands before the `:` at the offset.
    package func url(_ text: Span<UInt8>, _ at: Int) -> Int {
        guard at > 0, at + 2 < text.count, text[at - 1].isLetter || text[at - 1].isDigit,
            text[at + 1] == .ascii("/"), text[at + 2] == .ascii("/")
        else { return at + 1 }
        var next = at + 3
        while next < text.count, !text[next].isWhiteSpace { next += 1 }
        return next
    }

    /// Returns where the first terminator after an offset ends; nil if there is none, which `noneBefore`
    /// remembers.
    private static func end(
        _ terminator: StaticString, _ text: Span<UInt8>, from start: Int, noneBefore: inout Int
    ) -> Int? {
        guard start >= noneBefore else { return nil }
        var next = start
        while next + terminator.utf8CodeUnitCount <= text.count {
            if text.has(terminator, at: next) { return next + terminator.utf8CodeUnitCount }
            next += 1
        }
        noneBefore = text.count
        return nil
    }

    private func run(of byte: UInt8, _ text: Span<UInt8>, _ at: Int) -> Int {
        var next = at
        while next < text.count, text[next] == byte { next += 1 }
        return next - at
    }
}
