internal import Markup

/// Finds a heading's text without the marks that make it a heading.
package enum HeadingText {
    /// Returns the range of the text within a heading's bytes.
    package static func withoutMarks(_ heading: Span<UInt8>) -> Range<Int> {
        let text = trimmed(heading, 0..<heading.count)
        var marks = text.lowerBound
        while marks < text.upperBound, heading[marks] == .ascii("#") { marks += 1 }
        guard (1...6).contains(marks - text.lowerBound), marks == text.upperBound || heading[marks].isBlank
        else { return text }
        let rest = trimmed(heading, marks..<text.upperBound)
        var end = rest.upperBound
        while end > rest.lowerBound, heading[end - 1] == .ascii("#") { end -= 1 }
        // Marks at the end close the heading only after a blank.
        let hasClosingMarks =
            end < rest.upperBound && (end == rest.lowerBound || heading[end - 1].isBlank)
        return hasClosingMarks ? trimmed(heading, rest.lowerBound..<end) : rest
    }

    private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isWhiteSpace { start += 1 }
        while start < end, text[end - 1].isWhiteSpace { end -= 1 }
        return start..<end
    }
}
