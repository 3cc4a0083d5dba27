/// A change of one source: ranges of its bytes, and what replaces them.
///
/// An edit is a value that holds its source, so that it cannot be applied to another source. The ranges are
/// in order and do not overlap. Replacements that change nothing are left out.
package struct Edit: Sendable {
    package struct Replacement: Sendable, Equatable {
        /// Offsets in the source.
        ///
        /// Bytes are inserted at an empty range.
        package let range: Range<Int>
        package let bytes: [UInt8]

        package init(_ range: Range<Int>, with bytes: some Sequence<UInt8>) {
            self.range = range
            self.bytes = Array(bytes)
        }

        fileprivate var growth: Int { bytes.count - range.count }
    }

    /// Why replacements do not make an edit.
    package enum Failure: Error, Equatable, Sendable {
        /// A range that reaches past the end of the source.
        case outside(Range<Int>)
        case overlapping(Range<Int>, Range<Int>)
    }

    package let source: Source
    package let replacements: [Replacement]
    /// By how many bytes the source has grown before each replacement.
    private let growths: [Int]

    /// Makes an edit from replacements in any order.
    ///
    /// Bytes that are inserted at one offset stand in the order in which they are given. They stand before
    /// the replacement of the bytes that begin at that offset.
    ///
    /// - Throws: `Failure` if a range reaches past the end of the source, or if two ranges overlap.
    package init(of source: Source, _ replacements: [Replacement]) throws(Failure) {
        let effective = replacements.enumerated().filter { _, replacement in
            let range = replacement.range
            return range.upperBound > source.bytes.count || range.lowerBound < 0
                || !source.bytes.span.extracting(range).isSame(as: replacement.bytes.span)
        }
        let sorted = effective.sorted { a, b in
            let (x, y) = (a.element.range, b.element.range)
            return (x.lowerBound, x.upperBound, a.offset) < (y.lowerBound, y.upperBound, b.offset)
        }.map(\.element)
        var last = 0..<0
        for replacement in sorted {
            let range = replacement.range
            guard range.lowerBound >= 0, range.upperBound <= source.bytes.count else { throw .outside(range) }
            guard range.lowerBound >= last.upperBound else { throw .overlapping(last, range) }
            last = range
        }
        self.init(source, checked: sorted)
    }

    private init(_ source: Source, checked replacements: [Replacement]) {
        self.source = source
        self.replacements = replacements
        var growth = 0
        growths = replacements.map { replacement in
            defer { growth += replacement.growth }
            return growth
        }
    }

    /// Whether the edit changes nothing.
    package var isEmpty: Bool { replacements.isEmpty }

    /// Returns the source as the edit leaves it.
    package func applied() -> Source { Source(applied(to: 0..<source.bytes.count)) }

    /// Returns what the edit leaves of a range of the source.
    ///
    /// Bytes that are inserted at an end of the range belong to it. Replacements that do not lie within the range
    /// are left out.
    package func applied(to range: Range<Int>) -> [UInt8] {
        let within = replacements.filter {
            range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(within.reduce(range.count) { $0 + $1.growth })
        var at = range.lowerBound
        for replacement in within {
            bytes += source.bytes[at..<replacement.range.lowerBound]
            bytes += replacement.bytes
            at = replacement.range.upperBound
        }
        bytes += source.bytes[at..<range.upperBound]
        return bytes
    }

    /// Returns the edit that turns the changed source back into this edit's source.
    package func inverse() -> Edit {
        var growth = 0
        let inverted = replacements.map { replacement in
            let start = replacement.range.lowerBound + growth
            growth += replacement.bytes.count - replacement.range.count
            return Replacement(
                start..<start + replacement.bytes.count, with: source.bytes[replacement.range])
        }
        return Edit(applied(), checked: inverted)
    }

    /// Returns the same replacements in a source that differs from this edit's source elsewhere.
    ///
    /// - Returns: nil if the sources differ on the lines of the replacements, or both before and after them.
    package func rebased(onto other: Source) -> Edit? {
        if source.bytes == other.bytes { return self }
        let (old, new) = (source.lineCount, other.lineCount)
        func isSame(_ line: Int, _ otherLine: Int) -> Bool {
            source.bytes[source.whole(line: line)].elementsEqual(other.bytes[other.whole(line: otherLine)])
        }
        let fewest = min(old, new)
        let first = (0..<fewest).first { !isSame($0 + 1, $0 + 1) } ?? fewest
        let last = (0..<fewest - first).first { !isSame(old - $0, new - $0) } ?? fewest - first
        let begin = first == 0 ? 0 : source.whole(line: first).upperBound
        let end = last == 0 ? source.bytes.count : source.whole(line: old - last + 1).lowerBound
        var moved: [Replacement] = []
        for replacement in replacements {
            let range = replacement.range
            if range.upperBound < begin || range.upperBound == begin && !range.isEmpty {
                moved.append(replacement)
            } else if last > 0, range.lowerBound >= end {
                let growth = other.bytes.count - source.bytes.count
                moved.append(
                    Replacement(
                        range.lowerBound + growth..<range.upperBound + growth, with: replacement.bytes))
            } else {
                return nil
            }
        }
        return try? Edit(of: other, moved)
    }

    /// Returns where a byte of the source stands after the edit.
    ///
    /// For a byte that is replaced, that is where its replacement begins.
    package func offset(after offset: Int) -> Int {
        let low = replacements.partitionPoint { $0.range.upperBound > offset }
        if low < replacements.count {
            return min(offset, replacements[low].range.lowerBound) + growths[low]
        }
        return offset + (growths.last ?? 0) + (replacements.last?.growth ?? 0)
    }
}
