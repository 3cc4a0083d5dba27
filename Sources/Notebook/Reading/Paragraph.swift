internal import Markup

/// The text of a bullet: the lines of its first paragraph joined, without what the containers around it
/// put before them.
///
/// Reused from bullet to bullet. It knows for each of its bytes where that stands in the source.
struct Paragraph {
    /// The lines' bytes with LF between them.
    private(set) var bytes: [UInt8] = []

    /// Where each line begins, here and in the source.
    private var lines: [(start: Int, source: Int)] = []

    mutating func read(_ text: Outline.Text, of source: Source) {
        bytes.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        for line in text.start.line...max(text.lastLine, text.start.line) {
            var content = source.content(ofLine: line)
            if line == text.start.line {
                content =
                    min(content.lowerBound + text.start.column - 1, content.upperBound)..<content.upperBound
            } else {
                let start = Self.continuation(of: content, quotes: text.quotes, in: source.bytes)
                content = start..<content.upperBound
                bytes.append(Byte.lf)
            }
            lines.append((bytes.count, content.lowerBound))
            bytes.append(contentsOf: source.bytes.span.extracting(content))
        }
    }

    /// Where the text of a further line begins, behind white space and as many `>` as there are quotes.
    /// A lazy line has fewer.
    static func continuation(of line: Range<Int>, quotes: Int, in bytes: [UInt8]) -> Int {
        var at = line.lowerBound
        var left = quotes
        while at < line.upperBound {
            if bytes[at] == .ascii(">"), left > 0 {
                left -= 1
            } else if !bytes[at].isBlank {
                break
            }
            at += 1
        }
        return at
    }

    /// The offset in the source of a byte of the text.
    func sourceOffset(of offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        return low < lines.count ? lines[low].source + offset - lines[low].start : 0
    }
}
