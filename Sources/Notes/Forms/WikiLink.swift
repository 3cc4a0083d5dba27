internal import Markup

/// Reads links as Obsidian writes them: `[[Dana Ruiz]]`, `[[people/Dana Ruiz]]`, `[[Dana Ruiz|Dana]]`.
package enum WikiLink {
    /// Returns the range that a link shows: what stands after the `|`, or else the last part of the path.
    ///
    /// Nil if the range is not exactly one link, or if the link would show nothing.
    package static func shown(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        guard range.count > 4, text.has("[[", at: range.lowerBound), text.has("]]", at: range.upperBound - 2)
        else { return nil }
        var start = range.lowerBound + 2
        var end = range.upperBound - 2
        var hasAlias = false
        for at in start..<end {
            switch text[at] {
            case .ascii("["), .ascii("]"): return nil
            case .ascii("|") where !hasAlias:
                hasAlias = true
                start = at + 1
            case .ascii("/") where !hasAlias: start = at + 1
            default: break
            }
        }
        while start < end, text[start].isWhiteSpace { start += 1 }
        while start < end, text[end - 1].isWhiteSpace { end -= 1 }
        return start < end ? start..<end : nil
    }

    /// Returns what a text shows if it is exactly one link, and otherwise the text itself.
    package static func shown(_ text: String) -> String {
        guard text.utf8.first == .ascii("[") else { return text }
        return text.withBytes { bytes in
            shown(bytes, 0..<bytes.count).map { bytes.extracting($0).text } ?? text
        }
    }
}
