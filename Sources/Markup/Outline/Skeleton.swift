/// The copy of a note for cmark: line by line the same blocks, with all text cut away.
///
/// cmark is asked only about the block structure. Each line therefore keeps only what can decide that
/// structure, byte for byte at its offset: white space, the markers of block quotes and list items, and the
/// beginning of a heading, a fence, a rule or an HTML block. A single `x` stands for the text that follows.
/// This has three effects:
///
/// - Inlines cost nothing, and hostile ones are never seen. (`![[]()` 160,000 times takes cmark 25 s.)
/// - `[chew]: x` is text. A link reference definition would take it away.
/// - Containers deeper than 50, on one line or by indentation, are text. cmark looks at each open container
///   again on every line, even on a blank one.
///
/// Each line ends in LF, and what precedes the text keeps its columns. Lines that change no heading, item or
/// quote are left out, so that most of what people write costs nothing:
///
/// - A line of text, or an empty one, that is the same as the line before it. Such a line can only continue
///   the block that the other is in (a paragraph, code, an HTML block).
/// - All but the last of several paragraphs at the margin with blank lines between them.
/// - A blank line before or after a heading at the margin. The heading ends every open block without it.
///
/// So the lines have numbers of their own. Each section can be parsed by itself. The positions in its blocks
/// then count from its first line.
struct Skeleton: ~Copyable {
    /// The bytes for cmark.
    ///
    /// The memory is reused from note to note, so that the hot path allocates nothing.
    private(set) var bytes: [UInt8] = []

    private(set) var lines = Lines()

    var lineCount: Int { lines.lines.count }

    /// A part that can be parsed by itself: a heading at the margin, and what follows up to the next such
    /// heading.
    struct Section {
        /// How many lines of the skeleton stand before the section.
        ///
        /// `start` is how many bytes do.
        let firstLine: Int
        let start: Int
    }

    private(set) var sections: [Section] = []

    func bytes(ofSection number: Int) -> Range<Int> {
        let end = number + 1 < sections.count ? sections[number + 1].start : bytes.count
        return sections[number].start..<end
    }

    /// The table from the lines of a skeleton to the lines of the source.
    ///
    /// All lines count from 1.
    struct Lines {
        fileprivate struct Line {
            let first: Int32
            var last: Int32
            let kind: Kind
            /// The offset in the skeleton at which the line's bytes begin.
            let start: Int
        }

        fileprivate enum Kind {
            case blank
            /// `x` at the margin.
            case text
            /// A heading's `#` at the margin.
            case heading
            case other
        }

        fileprivate var lines: [Line] = []

        func first(of line: Int) -> Int { Int(lines[min(max(line, 1), lines.count) - 1].first) }

        func last(of line: Int) -> Int { Int(lines[min(max(line, 1), lines.count) - 1].last) }
    }

    /// The lines of the paragraphs at the margin that were left out.
    private(set) var plainParagraphs: [ClosedRange<Int>] = []

    /// Whether an HTML block may have begun, so that the ends of HTML blocks have to be kept.
    private var mayBeInHTML = false

    /// Whether a fence has been seen.
    ///
    /// After it, what looks like a heading may be code.
    private var mayBeInCode = false

    /// How many lines since the last blank one begin like a comment, a declaration or an instruction.
    ///
    /// If such a line is paragraph text, cmark looks for its end each time. After a few of them, the others
    /// are kept as text.
    private var openHTML = 0

    /// How many containers around a line are kept at most.
    ///
    /// Each list item takes at least two columns of indentation.
    static let deepestContainer = 50
    private static let mostOpenHTML = 8

    /// Makes the skeleton of a source, without the hidden lines.
    mutating func draw(_ source: Source, masking hidden: LineMask) {
        bytes.removeAll(keepingCapacity: true)
        lines.lines.removeAll(keepingCapacity: true)
        sections.removeAll(keepingCapacity: true)
        sections.append(Section(firstLine: 0, start: 0))
        plainParagraphs.removeAll(keepingCapacity: true)
        mayBeInHTML = false
        mayBeInCode = false
        openHTML = 0
        let span = source.bytes.span
        var masked = hidden.ranges[...]
        var tabs = TabbedList()
        for line in 1...source.lineCount {
            if let range = masked.first, line >= range.lowerBound {
                if line < range.upperBound { continue }
                masked.removeFirst()
                if let next = masked.first, next.contains(line) { continue }
            }
            let content = source.content(ofLine: line)
            let isTabbed = tabs.takes(span, content)
            if goesOn(with: content, in: span) {
                lines.lines[lines.lines.count - 1].last = Int32(truncatingIfNeeded: line)
                continue
            }
            let start = bytes.count
            if isTabbed {
                bytes.append(Byte.space)
                draw(span, content.dropFirst())
            } else {
                draw(span, content)
            }
            add(Int32(truncatingIfNeeded: line), start)
        }
        // This is the empty line that closes all blocks.
        let end = Int32(truncatingIfNeeded: source.lineCount)
        lines.lines.append(.init(first: end + 1, last: end, kind: .blank, start: bytes.count))
    }

    /// Returns whether a line continues a paragraph at the margin.
    ///
    /// Most lines do.
    private func goesOn(with line: Range<Int>, in source: Span<UInt8>) -> Bool {
        guard !line.isEmpty, !mayBeInHTML, lines.lines.last?.kind == .text else { return false }
        let first = source[line.lowerBound]
        return first.isLetter || first >= 0x80
    }

    /// Adds the line whose bytes have been drawn from an offset on, and removes lines that make no
    /// difference.
    private mutating func add(_ number: Int32, _ start: Int) {
        var start = start
        let kind = kind(of: start..<bytes.count)
        let count = lines.lines.count
        if count > 0 {
            if beginsNothing(start..<bytes.count),
                isSame(start..<bytes.count, lines.lines[count - 1].start..<start - 1)
            {
                cut(to: start)
                lines.lines[count - 1].last = number
                return
            }
            if !mayBeInHTML {
                if kind == .blank, lines.lines[count - 1].kind == .heading { return }
                let needless = needlessLines(before: kind)
                if needless > 0 {
                    let first = lines.lines[count - needless].start
                    // Few bytes have been drawn after those that are removed.
                    for offset in 0..<bytes.count - start { bytes[first + offset] = bytes[start + offset] }
                    cut(to: bytes.count - (start - first))
                    if needless > 1 {
                        let paragraph = lines.lines[count - needless]
                        plainParagraphs.append(Int(paragraph.first)...Int(paragraph.last))
                    }
                    for _ in 0..<needless { lines.lines.removeLast() }
                    start = first
                }
                if kind == .heading, !mayBeInCode {
                    sections.append(Section(firstLine: lines.lines.count, start: start))
                }
            }
        }
        lines.lines.append(.init(first: number, last: number, kind: kind, start: start))
        bytes.append(Byte.lf)
    }

    /// Returns how many of the last lines make no difference once a line of the given kind follows them.
    private func needlessLines(before kind: Lines.Kind) -> Int {
        let count = lines.lines.count
        guard lines.lines[count - 1].kind == .blank else { return 0 }
        switch kind {
        case .heading: return 1
        case .text where !mayBeInCode && count >= 3 && lines.lines[count - 2].kind == .text:
            // A paragraph after a blank line or a heading is not a lazy continuation of an item.
            let before = lines.lines[count - 3].kind
            return before == .blank || before == .heading ? 2 : 0
        default: return 0
        }
    }

    /// Removes the bytes from an offset on.
    ///
    /// They are few.
    private mutating func cut(to start: Int) {
        while bytes.count > start { bytes.removeLast() }
    }

    private func kind(of line: Range<Int>) -> Lines.Kind {
        guard let first = line.first else { return .blank }
        switch bytes[first] {
        case .ascii("#"): return .heading
        case .ascii("x") where line.count == 1: return .text
        default: return .other
        }
    }

    /// Returns whether a line of the skeleton has only text or nothing, however deep in quotes.
    private func beginsNothing(_ line: Range<Int>) -> Bool {
        guard let last = line.last else { return true }
        guard bytes[last] == .ascii("x") || isBlankOrQuote(last) else { return false }
        for at in line.lowerBound..<last where !isBlankOrQuote(at) { return false }
        return true
    }

    private func isBlankOrQuote(_ at: Int) -> Bool { bytes[at].isBlank || bytes[at] == .ascii(">") }

    private func isSame(_ line: Range<Int>, _ other: Range<Int>) -> Bool {
        guard line.count == other.count else { return false }
        for offset in 0..<line.count
        where bytes[line.lowerBound + offset] != bytes[other.lowerBound + offset] { return false }
        return true
    }

    private mutating func draw(_ source: Span<UInt8>, _ line: Range<Int>) {
        var at = line.lowerBound
        let end = line.upperBound
        var containers = 0
        var indentation = 0
        while true {
            // White space stays, because it decides how deep a line is.
            let blanks = at
            var columns = 0
            while at < end, source[at].isBlank {
                columns += source[at] == Byte.tab ? 4 : 1
                at += 1
            }
            // The blank after a marker belongs to the marker.
            indentation += containers == 0 ? columns : max(columns - 1, 0)
            guard at < end else {
                if containers == 0 { openHTML = 0 }
                // A blank line continues an item that is still empty only if the line is indented.
                keep(source, blanks..<min(at, blanks + 2 * Self.deepestContainer))
                return
            }
            keep(source, blanks..<at)
            if containers + indentation / 2 >= Self.deepestContainer {
                return keepText(source, at..<end)
            }
            switch Marker(source, at: at, end: end) {
            case .container(let length):
                keep(source, at..<at + length)
                containers += 1
                at += length
            case .whole(let length, let rest):
                if source[at] == .ascii("`") || source[at] == .ascii("~") { mayBeInCode = true }
                keep(source, at..<at + length)
                if rest {
                    bytes.append(Byte.space)
                    keepText(source, at + length..<end)
                } else if mayBeInHTML, source[at] == .ascii("#") {
                    bytes.append(Byte.space)
                    keepHTMLEnds(source, at + length..<end)
                }
                return
            case .html: return keepHTML(source, at..<end)
            case .text: return keepText(source, at..<end)
            }
        }
    }

    private mutating func keep(_ source: Span<UInt8>, _ range: Range<Int>) {
        for offset in range { bytes.append(source[offset]) }
    }

    private mutating func keepText(_ source: Span<UInt8>, _ range: Range<Int>) {
        bytes.append(.ascii("x"))
        if mayBeInHTML { keepHTMLEnds(source, range) }
    }

    // MARK: HTML

    /// Keeps a line that begins with `<`.
    ///
    /// Its end may matter as much as its beginning.
    ///
    /// A byte that only matters to inlines is replaced by another byte. No HTML tag depends on which of the
    /// two it is.
    private mutating func keepHTML(_ source: Span<UInt8>, _ range: Range<Int>) {
        var at = range.lowerBound
        if Self.isUnended(source, range) {
            openHTML += 1
            if openHTML > Self.mostOpenHTML { return keepText(source, range) }
        }
        mayBeInHTML = true
        bytes.append(.ascii("<"))
        at += 1
        if Self.matches(source, at, range.upperBound, "![cdata[") {
            keep(source, at..<at + 8)
            at += 8
        }
        while at < range.upperBound {
            switch source[at] {
            case .ascii("<"):
                bytes.append(Self.closer(source, at, range.upperBound) == nil ? .ascii("`") : .ascii("<"))
            case .ascii("["), .ascii("*"): bytes.append(.ascii(")"))
            case .ascii("_"): bytes.append(.ascii(":"))
            // These bytes are white space for cmark, but not for CommonMark.
            case 0, 0x0B, 0x0C: bytes.append(.ascii(")"))
            case let byte: bytes.append(byte < 0x80 ? byte : .ascii(")"))
            }
            at += 1
        }
    }

    /// Returns whether a line begins a comment, an instruction, a declaration or CDATA that does not end on
    /// the same line.
    private static func isUnended(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let (at, end) = (range.lowerBound, range.upperBound)
        let terminator: StaticString
        if matches(source, at, end, "<!--") {
            terminator = "-->"
        } else if matches(source, at, end, "<?") {
            terminator = "?>"
        } else if matches(source, at, end, "<![cdata[") {
            terminator = "]]>"
        } else if matches(source, at, end, "<!") {
            terminator = ">"
        } else {
            return false
        }
        return !range.contains { matches(source, $0, end, terminator) }
    }

    /// Keeps those parts of a line of text that would end an HTML block.
    private mutating func keepHTMLEnds(_ source: Span<UInt8>, _ range: Range<Int>) {
        for at in range {
            if source[at] == .ascii(">") {
                let before = at > range.lowerBound ? source[at - 1] : 0
                let twoBefore = at > range.lowerBound + 1 ? source[at - 2] : 0
                if before == .ascii("?") { bytes.append(before) }
                if before == .ascii("-") && twoBefore == before
                    || before == .ascii("]") && twoBefore == before
                {
                    bytes.append(before)
                    bytes.append(before)
                }
                bytes.append(.ascii(">"))
            } else if source[at] == .ascii("<"), let length = Self.closer(source, at, range.upperBound) {
                // The loop keeps the `>` when it comes to it.
                for offset in at..<at + length - 1 { bytes.append(source[offset]) }
            }
        }
    }

    /// Returns the length of `</script>`, `</pre>`, `</style>` or `</textarea>` at an offset; nil if none of
    /// them stands there.
    private static func closer(_ source: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
        guard at + 1 < end, source[at + 1] == .ascii("/") else { return nil }
        if matches(source, at, end, "</pre>") { return 6 }
        if matches(source, at, end, "</style>") { return 8 }
        if matches(source, at, end, "</script>") { return 9 }
        if matches(source, at, end, "</textarea>") { return 11 }
        return nil
    }

    private static func matches(_ source: Span<UInt8>, _ at: Int, _ end: Int, _ text: StaticString) -> Bool {
        guard end - at >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { letters in
            for index in 0..<letters.count where unsafe source[at + index].lowercased != letters[index] {
                return false
            }
            return true
        }
    }
}
