/// The comments of a source: `%% … %%` and `<!-- … -->`.
///
/// A comment reads as if it were not there, whatever blocks stand in it. Those over several lines are known
/// before there are blocks. Those within a single line are removed for all that is read but the texts of
/// bullets, which find their own: a word goes on after a comment within it. A `%%` without a second one hides
/// nothing.
package struct Comments {
    /// The byte ranges of the comments that begin on one line and end on a later one, in order.
    ///
    /// Each range ends after the closing sign.
    private var ranges: [Range<Int>] = []
    /// The byte ranges of the comments that begin and end on the same line, in order.
    private var rangesWithinLines: [Range<Int>] = []

    /// Finds the comments of a source.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - hidden: the lines that are not markdown.
    package init(in source: Source, outside hidden: LineMask) {
        let bytes = source.bytes.span
        guard Self.mayHaveComments(bytes) else { return }
        // A `%%` that nothing closes must not hide the beginning of another comment.
        if let closed = scan(source, outside: hidden, opening: .max) {
            ranges.removeAll()
            rangesWithinLines.removeAll()
            _ = scan(source, outside: hidden, opening: closed)
        }
    }

    /// Looks for comments.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - hidden: the lines that are not markdown.
    ///   - limit: how many comments over several lines may open with `%%`.
    /// - Returns: how many of these comments are closed, if one is left open; nil if all are closed.
    private mutating func scan(_ source: Source, outside hidden: LineMask, opening limit: Int) -> Int? {
        let bytes = source.bytes.span
        var masked = hidden.ranges[...]
        var fence = FenceTracker()
        /// Where an open comment began, and whether `%%` closes it.
        var open: (start: Int, isPercent: Bool)?
        var closed = 0
        for line in 1...source.lineCount {
            while let range = masked.first, range.upperBound <= line { masked.removeFirst() }
            if masked.first?.contains(line) == true { continue }
            let content = source.content(ofLine: line)
            var at = content.lowerBound
            if let opened = open {
                let closer: StaticString = opened.isPercent ? "%%" : "-->"
                guard let end = Self.closing(closer, bytes, at..<content.upperBound) else { continue }
                ranges.append(opened.start..<end)
                if opened.isPercent { closed += 1 }
                open = nil
                at = end
            } else if fence.isInCode(content, of: source) {
                continue
            }
            open = opener(bytes, at..<content.upperBound, percent: closed < limit)
        }
        return open?.isPercent == true ? closed : nil
    }

    /// Returns the source with blanks in place of comments.
    ///
    /// Line ends stay, so that everything else keeps its position.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - hidden: the lines that are not markdown.
    /// - Returns: the source with the comments within single lines, the source without any comment, and the
    ///   hidden lines together with those that comments over several lines cover entirely.
    package func removed(
        from source: Source, hiding hidden: LineMask
    ) -> (written: Source, plain: Source, hidden: LineMask) {
        let written = Self.blank(ranges, in: source)
        let plain = Self.blank(rangesWithinLines, in: written)
        if ranges.isEmpty { return (written, plain, hidden) }
        var covered: [Range<Int>] = hidden.ranges
        for range in ranges {
            let (first, last) = (
                source.position(of: range.lowerBound).line, source.position(of: range.upperBound).line
            )
            let isBlank = { (line: Int) in
                source.content(ofLine: line).allSatisfy { written.bytes[$0].isBlank }
            }
            covered.append((isBlank(first) ? first : first + 1)..<(isBlank(last) ? last + 1 : last))
        }
        var mask = LineMask()
        for lines in covered.sorted(by: { $0.lowerBound < $1.lowerBound }) { mask.add(lines) }
        return (written, plain, mask)
    }

    private static func blank(_ ranges: [Range<Int>], in source: Source) -> Source {
        if ranges.isEmpty { return source }
        var bytes = source.bytes
        for range in ranges {
            for at in range where bytes[at] != Byte.lf && bytes[at] != Byte.cr { bytes[at] = Byte.space }
        }
        return Source(bytes)
    }

    // MARK: Looking

    /// Returns whether a sign of a comment stands anywhere.
    ///
    /// Nearly all notes have none.
    private static func mayHaveComments(_ bytes: Span<UInt8>) -> Bool {
        bytes.contains("%%") || bytes.contains("<!--")
    }

    private static func find(_ text: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        for at in range where bytes.has(text, at: at) {
            let end = at + text.utf8CodeUnitCount
            return end <= range.upperBound ? end : nil
        }
        return nil
    }

    /// Returns where an open comment of an earlier line ends; nil if it does not end on this line.
    ///
    /// A `%%` in code does not close it.
    private static func closing(_ closer: StaticString, _ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
        var at = line.lowerBound
        while at < line.upperBound {
            if bytes.has(closer, at: at) { return at + closer.utf8CodeUnitCount }
            at = bytes[at] == .ascii("`") ? codeEnd(bytes, at, line.upperBound) : at + 1
        }
        return nil
    }

    /// Returns where a comment opens that does not close on the same line; nil if there is none.
    ///
    /// The comments that do close are added to those within lines.
    private mutating func opener(
        _ bytes: Span<UInt8>, _ line: Range<Int>, percent: Bool
    ) -> (start: Int, isPercent: Bool)? {
        var at = line.lowerBound
        while at < line.upperBound {
            switch bytes[at] {
            case .ascii("%") where bytes.has("%%", at: at):
                if let end = Self.find("%%", bytes, at + 2..<line.upperBound) {
                    rangesWithinLines.append(at..<end)
                    at = end
                } else if percent {
                    return (at, true)
                } else {
                    at += 2
                }
            case .ascii("<") where bytes.has("<!--", at: at):
                guard let end = Self.find("-->", bytes, at + 4..<line.upperBound) else { return (at, false) }
                rangesWithinLines.append(at..<end)
                at = end
            case .ascii("`"): at = Self.codeEnd(bytes, at, line.upperBound)
            // A sign after a backslash is text, as it is in a bullet.
            case .ascii("\\"): at += 2
            default: at += 1
            }
        }
        return nil
    }

    /// Returns where the code span that begins at an offset ends.
    ///
    /// If it does not end on the line, that is after its backticks.
    private static func codeEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var next = start
        while next < end, bytes[next] == .ascii("`") { next += 1 }
        let length = next - start
        var run = 0
        for at in next..<end {
            run = bytes[at] == .ascii("`") ? run + 1 : 0
            if run == length, at + 1 == end || bytes[at + 1] != .ascii("`") { return at + 1 }
        }
        return next
    }
}
