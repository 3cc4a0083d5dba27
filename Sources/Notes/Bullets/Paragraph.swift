package import Markup

/// The text of a bullet: the lines of its first paragraph, joined.
///
/// What the containers around it put before each line is left out, and so are Logseq's lines and what follows
/// them.
///
/// A paragraph is reused from bullet to bullet. It knows the offset in the source of each of its bytes.
package struct Paragraph {
    /// The bytes of the lines, with LF between them.
    ///
    /// A line `SCHEDULED: <…>` after Logseq's lines becomes the last one.
    package private(set) var bytes: [UInt8] = []

    /// The end of what an edit may change or remove.
    ///
    /// Only dates that stand after Logseq's lines follow it.
    package private(set) var writableEnd = 0

    /// The end of where an edit may insert something.
    ///
    /// It is the end of the text's last line that holds more than org-mode's dates.
    package private(set) var insertionEnd = 0

    /// The offset in the source at which the first line begins.
    ///
    /// `furtherLines` has the offset of each other line, here and in the source. Most paragraphs have one
    /// line.
    private var firstLine = 0
    private var furtherLines: [(start: Int, source: Int)] = []

    package mutating func read(_ text: Outline.Text, of source: Source) {
        let line = source.content(ofLine: text.start.line)
        firstLine = min(line.lowerBound + text.start.column - 1, line.upperBound)
        bytes.replaceSubrange(bytes.indices, with: source.bytes[firstLine..<line.upperBound])
        if !furtherLines.isEmpty { furtherLines.removeAll(keepingCapacity: true) }
        writableEnd = bytes.count
        insertionEnd = bytes.count
        guard text.lastLine > text.start.line || LogseqLine.mayBegin(bytes.span) else { return }
        readLines(of: text, in: source)
    }

    /// Reads the other lines, and leaves out Logseq's lines and the text after them.
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

    /// Reads one line by itself.
    ///
    /// Offsets in a source have no meaning then.
    package mutating func read(line: Span<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: line)
        writableEnd = bytes.count
        insertionEnd = bytes.count
        firstLine = 0
        if !furtherLines.isEmpty { furtherLines.removeAll(keepingCapacity: true) }
    }

    /// Returns where the text of another line begins, after white space and as many `>` as there are quotes.
    ///
    /// A lazy line has fewer `>`.
    package static func continuation(of line: Range<Int>, quotes: Int, in bytes: [UInt8]) -> Int {
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

    /// Returns the offset in the source of a byte of the text.
    package func sourceOffset(of offset: Int) -> Int {
        /// How many of the other lines begin at the offset or before it.
        let count = furtherLines.partitionPoint { $0.start > offset }
        guard count > 0 else { return firstLine + offset }
        return furtherLines[count - 1].source + offset - furtherLines[count - 1].start
    }
}
