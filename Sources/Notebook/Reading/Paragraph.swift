internal import Markup

/// The text of a bullet: the lines of its first paragraph joined, without what the containers around it
/// put before them.
///
/// Reused from bullet to bullet. It knows for each of its bytes where that stands in the source.
struct Paragraph {
    /// The lines' bytes with LF between them.
    private(set) var bytes: [UInt8] = []

    /// Where the first line begins in the source, and where each further one does, here and there: most have none.
    private var firstLine = 0
    private var furtherLines: [(start: Int, source: Int)] = []

    mutating func read(_ text: Outline.Text, of source: Source) {
        let line = source.content(ofLine: text.start.line)
        firstLine = min(line.lowerBound + text.start.column - 1, line.upperBound)
        bytes.replaceSubrange(bytes.indices, with: source.bytes[firstLine..<line.upperBound])
        if !furtherLines.isEmpty { furtherLines.removeAll(keepingCapacity: true) }
        guard text.lastLine > text.start.line else { return }
        for line in text.start.line + 1...text.lastLine {
            let content = source.content(ofLine: line)
            let start = Self.continuation(of: content, quotes: text.quotes, in: source.bytes)
            bytes.append(Byte.lf)
            furtherLines.append((bytes.count, start))
            bytes.append(contentsOf: source.bytes[start..<content.upperBound])
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
        /// How many of the further lines begin at the offset or before.
        var count = 0
        var high = furtherLines.count
        while count < high {
            let middle = (count + high) / 2
            if furtherLines[middle].start <= offset { count = middle + 1 } else { high = middle }
        }
        guard count > 0 else { return firstLine + offset }
        return furtherLines[count - 1].source + offset - furtherLines[count - 1].start
    }
}
