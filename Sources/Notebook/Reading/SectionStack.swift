/// The headings whose sections the reader stands in.
///
/// A section reaches to the next heading of its own or a higher level, and no further than the block quote
/// or list item that its heading stands in.
struct SectionStack {
    private var open: [(section: Vocabulary.Section?, level: Int, depth: Int)] = []

    /// The innermost section whose heading says something.
    var current: Vocabulary.Section? { open.last { $0.section != nil }?.section }

    /// - Parameter depth: the block quotes and list items around the heading.
    mutating func enter(_ section: Vocabulary.Section?, level: Int, depth: Int) {
        while let last = open.last, last.depth == depth, last.level >= level { open.removeLast() }
        open.append((section, level, depth))
    }

    /// Ends all sections.
    mutating func leaveAll() { open.removeAll(keepingCapacity: true) }

    /// Ends the sections within a container.
    ///
    /// - Parameter depth: that of the block quote or list item itself.
    mutating func leaveContainer(atDepth depth: Int) {
        while let last = open.last, last.depth > depth { open.removeLast() }
    }
}
