internal import Markup

/// The text of a bullet: the lines of its first paragraph joined, without what the containers around it
/// put before them, up to the first line that is Logseq's and not the text's.
///
/// Reused from bullet to bullet. It knows for each of its bytes where that stands in the source.
struct Paragraph {
    /// The lines' bytes with LF between them. A line `SCHEDULED: <…>` that stands after Logseq's lines is the last
    /// of them.
    private(set) var bytes: [UInt8] = []

    /// Up to where an edit may change or remove what stands there. After it there are only dates that stand after
    /// Logseq's lines.
    private(set) var writableEnd = 0

    /// Up to where an edit may put something in: the end of the last line that is the text's and does not hold
    /// org-mode's dates alone.
    private(set) var insertionEnd = 0

    /// Where the first line begins in the source, and where each further one does, here and there: most have none.
    private var firstLine = 0
    private var furtherLines: [(start: Int, source: Int)] = []

    mutating func read(_ text: Outline.Text, of source: Source) {
        let line = source.content(ofLine: text.start.line)
        firstLine = min(line.lowerBound + text.start.column - 1, line.upperBound)
        bytes.replaceSubrange(bytes.indices, with: source.bytes[firstLine..<line.upperBound])
        if !furtherLines.isEmpty { furtherLines.removeAll(keepingCapacity: true) }
        writableEnd = bytes.count
        insertionEnd = bytes.count
        guard text.lastLine > text.start.line || LogseqLine.mayBegin(bytes.span) else { return }
        readLines(of: text, in: source)
    }

    /// Reads the further lines, and leaves out Logseq's and the text after them.
    private mutating func readLines(of text: Outline.Text, in source: Source) {
        var isInDrawer = false
        var isEnded = false
        if LogseqLine(bytes.span) == .drawer {
            (isInDrawer, isEnded) = (true, true)
        } else if LogseqLine.isOwnProperty(bytes.span) {
            isEnded = true
        }
        if isEnded {
            bytes.removeAll(keepingCapacity: true)
            (writableEnd, insertionEnd) = (0, 0)
        }
        for line in text.start.line..<text.lastLine {
            let content = source.content(ofLine: line + 1)
            let start = Self.continuation(of: content, quotes: text.quotes, in: source.bytes)
            let kind = LogseqLine(source.bytes.span.extracting(start..<content.upperBound))
            if isInDrawer {
                isInDrawer = kind != .drawerEnd
                continue
            }
            switch kind {
            case .property, .clock: isEnded = true
            case .drawer: (isInDrawer, isEnded) = (true, true)
            case .planning, .drawerEnd, nil:
                if isEnded, kind != .planning { continue }
                bytes.append(Byte.lf)
                furtherLines.append((bytes.count, start))
                bytes.append(contentsOf: source.bytes[start..<content.upperBound])
                if !isEnded { writableEnd = bytes.count }
                if kind != .planning { insertionEnd = bytes.count }
            }
        }
    }

    /// Reads one line by itself. Its offsets in a source are of no meaning.
    mutating func read(line: Span<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: line)
        writableEnd = bytes.count
        insertionEnd = bytes.count
        firstLine = 0
        if !furtherLines.isEmpty { furtherLines.removeAll(keepingCapacity: true) }
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
