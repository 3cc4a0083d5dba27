/// A run of lines that an edit changes, and the run that takes its place.
///
/// Lines count from 0 here.
package struct LineChange: Equatable, Sendable {
    package private(set) var old: Range<Int>
    package private(set) var new: Range<Int>

    /// Returns the runs of lines that differ, in order.
    ///
    /// At least one unchanged line stands between two runs.
    ///
    /// The caller chooses what a line is: a note's lines also end in CR, and those of `patch` do not.
    ///
    /// - Parameters:
    ///   - edit: the edit.
    ///   - old: the lines of the edit's source, as ranges of its bytes without a gap.
    ///   - new: the lines of `after`, likewise.
    ///   - after: the source as the edit leaves it.
    /// - Returns: each run of old lines with the run of new lines that takes its place.
    package static func changes(
        by edit: Edit, from old: [Range<Int>], to new: [Range<Int>], after: Source
    ) -> [LineChange] {
        var changes: [LineChange] = []
        var growth = 0
        for replacement in edit.replacements {
            // From the byte before the change to the byte after it. Both bytes stand on lines of both
            // sources, whatever line ends the edit adds or removes.
            let (from, to) = (max(replacement.range.lowerBound - 1, 0), replacement.range.upperBound)
            let newFrom = max(replacement.range.lowerBound + growth - 1, 0)
            growth += replacement.bytes.count - replacement.range.count
            let change = LineChange(
                old: lines(old, from: from, to: to), new: lines(new, from: newFrom, to: to + growth))
            if let last = changes.last,
                change.old.lowerBound <= last.old.upperBound || change.new.lowerBound <= last.new.upperBound
            {
                changes[changes.count - 1].old = last.old.lowerBound..<change.old.upperBound
                changes[changes.count - 1].new = last.new.lowerBound..<change.new.upperBound
            } else {
                changes.append(change)
            }
        }
        return changes.map { change in
            change.trimmed { edit.source.bytes[old[$0]].elementsEqual(after.bytes[new[$1]]) }
        }.filter { !$0.old.isEmpty || !$0.new.isEmpty }
    }

    /// Returns the change without the lines at both ends that are the same.
    private func trimmed(areSame: (Int, Int) -> Bool) -> LineChange {
        var (old, new) = (old, new)
        while !old.isEmpty, !new.isEmpty, areSame(old.lowerBound, new.lowerBound) {
            old.removeFirst()
            new.removeFirst()
        }
        while !old.isEmpty, !new.isEmpty, areSame(old.upperBound - 1, new.upperBound - 1) {
            old.removeLast()
            new.removeLast()
        }
        return LineChange(old: old, new: new)
    }

    /// Returns the indices of the lines that hold the bytes from one offset to another, both included.
    private static func lines(_ lines: [Range<Int>], from: Int, to: Int) -> Range<Int> {
        guard !lines.isEmpty else { return 0..<0 }
        return line(lines, from)..<line(lines, to) + 1
    }

    private static func line(_ lines: [Range<Int>], _ offset: Int) -> Int {
        max(lines.partitionPoint { $0.lowerBound > offset } - 1, 0)
    }
}
