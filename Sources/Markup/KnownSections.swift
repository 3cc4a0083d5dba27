/// Parses the sections of skeletons, each that is different once.
///
/// A heading at the margin closes all that is open, so what cmark makes of the lines from one to the next
/// depends on nothing else. Of a skeleton little is left but markers, and people structure one note like
/// another: nearly every section of a large notebook has the same skeleton as an earlier one.
struct KnownSections: ~Copyable {
    private let arena = Arena()
    private var known = KnownValues<[CmarkTree.Block]>()

    /// The blocks of a section of a skeleton. Their lines count from the section's first.
    mutating func blocks(of section: Range<Int>, in skeleton: [UInt8]) -> [CmarkTree.Block] {
        if let blocks = known.value(of: section, in: skeleton) { return blocks }
        var blocks: [CmarkTree.Block] = []
        CmarkTree(parsing: skeleton, section, in: arena).forEachBlock { blocks.append($0) }
        known.add(blocks, of: section, in: skeleton)
        return blocks
    }
}
