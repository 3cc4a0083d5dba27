/// The headings of the sections around the reader's current block.
///
/// A section reaches to the next heading of its own or a higher level, and no further than the block quote
/// or list item that its heading stands in.
package struct SectionStack {
    /// The level of a heading: 1 to 6 as in CommonMark, and other levels for what people use in place of
    /// headings.
    package enum Level {
        /// The type of a callout or the text of a list item, as the heading of everything within.
        package static let container = -1
        /// The title of a callout.
        package static let title = 0
        package static let boldLine = 7
        /// A line that ends in a colon.
        ///
        /// It is the heading only of the list below it.
        package static let colonLine = 8
    }

    private struct Entry {
        let section: Section?
        let speaker: String?
        let level: Int
        let depth: Int
        /// Whether the list below a line with a colon has begun.
        var hasBegunList = false
    }

    private var open: [Entry] = []

    /// The innermost section whose heading means something.
    package var current: Section? { open.last { $0.section != nil }?.section }

    /// The person whom the innermost heading with a name makes the source of what stands here.
    package var speaker: String? { open.last { $0.speaker != nil }?.speaker }

    /// Ends the sections that a heading ends.
    ///
    /// The depth is how many block quotes and list items stand around the heading.
    package mutating func leave(level: Int, depth: Int) {
        while let last = open.last, last.depth == depth, last.level >= level { open.removeLast() }
    }

    package mutating func enter(_ section: Section?, speaker: String?, level: Int, depth: Int) {
        leave(level: level, depth: depth)
        open.append(Entry(section: section, speaker: speaker, level: level, depth: depth))
    }

    /// Ends the section of a line with a colon if its list has ended.
    ///
    /// - Parameters:
    ///   - depth: how many block quotes and list items stand around the block that begins.
    ///   - isListItem: whether the block is a list item.
    ///   - beginsList: whether the block is the first item of a list.
    package mutating func begin(blockAtDepth depth: Int, isListItem: Bool, beginsList: Bool) {
        guard let last = open.last, last.level == Level.colonLine, last.depth == depth else { return }
        if isListItem, !beginsList || !last.hasBegunList {
            open[open.count - 1].hasBegunList = true
        } else {
            open.removeLast()
        }
    }

    /// Ends all sections.
    package mutating func leaveAll() { open.removeAll(keepingCapacity: true) }

    /// Ends the sections within a container.
    ///
    /// - Parameter depth: the depth of the block quote or list item itself.
    package mutating func leaveContainer(atDepth depth: Int) {
        while let last = open.last, last.depth > depth { open.removeLast() }
    }
}
