/// The lines of a source that are skipped: front matter, comments, and merge conflicts.
package struct LineMask: Sendable, Equatable {
    /// Ranges of lines, in order and without overlap.
    ///
    /// Lines count from 1.
    package private(set) var ranges: [Range<Int>] = []

    package init() {}

    /// Makes a mask of some lines.
    ///
    /// - Parameter lines: the lines to hide; may be empty.
    package init(_ lines: Range<Int>) { add(lines) }

    /// Adds lines.
    ///
    /// They must not begin before the lines that were added last.
    package mutating func add(_ lines: Range<Int>) {
        guard !lines.isEmpty else { return }
        if let last = ranges.last, lines.lowerBound <= last.upperBound {
            ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, lines.upperBound)
        } else {
            ranges.append(lines)
        }
    }
}
