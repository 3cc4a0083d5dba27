/// Lines of a source that are passed over: front matter, what a comment covers, what a merge left undecided.
package struct LineMask: Sendable, Equatable {
    /// In order; no two overlap. Lines count from 1.
    package private(set) var ranges: [Range<Int>] = []

    package init() {}

    /// - Parameter lines: may be empty.
    package init(_ lines: Range<Int>) { add(lines) }

    /// Adds lines. They follow the last ones that were added, or go on with them.
    package mutating func add(_ lines: Range<Int>) {
        guard !lines.isEmpty else { return }
        if let last = ranges.last, lines.lowerBound <= last.upperBound {
            ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, lines.upperBound)
        } else {
            ranges.append(lines)
        }
    }
}
