internal import Markup

/// Where a heading's text stands, without the marks that make it a heading.
enum HeadingText {
    static func range(of block: Outline.Block, in source: Source) -> Range<Int> {
        let line = source.content(ofLine: block.start.line)
        let start = min(line.lowerBound + block.start.column - 1, line.upperBound)
        var text = trimmed(start..<line.upperBound, source)
        let marks = source.bytes[text].prefix { $0 == .ascii("#") }
        let isATX =
            (1...6).contains(marks.count)
            && (marks.endIndex == text.upperBound || source.bytes[marks.endIndex].isBlank)
        if isATX {
            text = trimmed(marks.endIndex..<text.upperBound, source)
            var end = text.upperBound
            while end > text.lowerBound, source.bytes[end - 1] == .ascii("#") { end -= 1 }
            // Closing marks are such only behind a blank.
            if end < text.upperBound, end == text.lowerBound || source.bytes[end - 1].isBlank {
                text = trimmed(text.lowerBound..<end, source)
            }
        } else if let lines = block.text, lines.lastLine - 1 > lines.start.line {
            // The last line is the underline.
            text = text.lowerBound..<source.content(ofLine: lines.lastLine - 1).upperBound
        }
        return text
    }

    private static func trimmed(_ range: Range<Int>, _ source: Source) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, source.bytes[start].isWhiteSpace { start += 1 }
        while start < end, source.bytes[end - 1].isWhiteSpace { end -= 1 }
        return start..<end
    }
}
