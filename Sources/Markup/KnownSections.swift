/// Parses the sections of skeletons, each that is different once.
///
/// A heading at the margin closes all that is open, so what cmark makes of the lines from one to the next
/// depends on nothing else. Of a skeleton little is left but markers, and people structure one note like
/// another: nearly every section of a large notebook has the same skeleton as an earlier one.
struct KnownSections: ~Copyable {
    private let arena = Arena()
    private var known = KnownBytes()
    /// What cmark made of the known sections, one after another, and behind them of one that is not kept.
    private(set) var blocks: [CmarkTree.Block] = []
    private var blockEnds: [Int] = [0]

    /// Parses a section of a skeleton.
    ///
    /// - Returns: the numbers of its blocks among all, until the next one is parsed. Their lines count from
    ///   the section's first.
    mutating func parse(_ section: Range<Int>, of skeleton: [UInt8]) -> Range<Int> {
        guard section.count <= KnownBytes.longest else { return parseAnew(section, of: skeleton) }
        if let number = known.number(of: section, in: skeleton) {
            return blockEnds[number]..<blockEnds[number + 1]
        }
        if known.isFull {
            known.removeAll()
            blockEnds = [0]
        }
        let numbers = parseAnew(section, of: skeleton)
        known.add(section, of: skeleton)
        blockEnds.append(numbers.upperBound)
        return numbers
    }

    private mutating func parseAnew(_ section: Range<Int>, of skeleton: [UInt8]) -> Range<Int> {
        let first = blockEnds[known.count]
        blocks.removeSubrange(first...)
        CmarkTree(parsing: skeleton, section, in: arena).forEachBlock { blocks.append($0) }
        return first..<blocks.count
    }
}
