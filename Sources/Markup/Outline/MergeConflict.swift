/// The lines from the first conflict marker of git to the last one.
///
/// They hold two versions of the same text.
///
/// A conflict is a line `<<<<<<< …`, later a line `=======` and later a line `>>>>>>> …`, each at the start
/// of its line and outside fenced code.
package struct MergeConflict: Sendable, Equatable {
    /// The lines from the first marker to the last one, both included.
    package let lines: ClosedRange<Int>

    /// Finds the conflicts of a source; nil if there are none.
    package init?(in source: Source) {
        // Nearly all notes lack the sign with which a conflict begins.
        guard source.bytes.span.contains("<<<<<<<") else { return nil }
        var fence = FenceTracker()
        var first: Int?
        var last: Int?
        /// The line on which the open conflict began, and whether its middle has been seen.
        var open: (line: Int, hasMiddle: Bool)?
        for line in 1...source.lineCount {
            let content = source.content(ofLine: line)
            let isOutside = open != nil || !fence.isInCode(content, of: source)
            guard isOutside, let marker = Self.marker(content, in: source) else { continue }
            switch (marker, open) {
            case (.ascii("<"), _): open = (open?.line ?? line, false)
            case (.ascii("="), let begun?): open = (begun.line, true)
            case (.ascii(">"), let begun?) where begun.hasMiddle:
                first = first ?? begun.line
                last = line
                open = nil
            default: break
            }
        }
        guard let first, let last else { return nil }
        lines = first...last
    }

    /// Returns the character that a line's marker repeats; nil if the line is not a marker.
    private static func marker(_ line: Range<Int>, in source: Source) -> UInt8? {
        guard line.count >= 7 else { return nil }
        let sign = source.bytes[line.lowerBound]
        guard "<=>".utf8.contains(sign) else { return nil }
        let end = line.lowerBound + 7
        guard source.bytes[line.lowerBound..<end].allSatisfy({ $0 == sign }) else { return nil }
        let rest = source.bytes[end..<line.upperBound]
        if sign == .ascii("=") { return rest.allSatisfy(\.isBlank) ? sign : nil }
        return rest.first.map(\.isBlank) ?? true ? sign : nil
    }

    /// Returns the source with blank lines in place of the conflict.
    ///
    /// All offsets stay the same.
    ///
    /// If the front matter is closed within the conflict, the last line of the conflict closes it in the
    /// result.
    package func masked(_ source: Source) -> Source {
        var bytes = source.bytes
        for line in lines {
            for offset in source.content(ofLine: line) { bytes[offset] = Byte.space }
        }
        if FrontMatter.isClosed(within: lines, of: source) {
            let start = source.content(ofLine: lines.upperBound).lowerBound
            for offset in start..<start + 3 { bytes[offset] = .ascii("-") }
        }
        return Source(bytes)
    }
}
