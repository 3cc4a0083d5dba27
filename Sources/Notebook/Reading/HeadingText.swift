internal import Markup

/// A heading's text, without the marks that make it a heading.
enum HeadingText {
    static func withoutMarks(_ heading: [UInt8]) -> ArraySlice<UInt8> {
        var text = trimmed(heading[...])
        let marks = text.prefix { $0 == .ascii("#") }
        let rest = text[marks.endIndex...]
        guard (1...6).contains(marks.count), rest.first?.isBlank ?? true else { return text }
        text = trimmed(rest)
        var end = text.endIndex
        while end > text.startIndex, text[end - 1] == .ascii("#") { end -= 1 }
        // Closing marks are such only behind a blank.
        let hasClosingMarks = end < text.endIndex && (end == text.startIndex || text[end - 1].isBlank)
        return hasClosingMarks ? trimmed(text[..<end]) : text
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: \.isWhiteSpace)
        while let last = text.last, last.isWhiteSpace { text.removeLast() }
        return text
    }
}
