/// The blocks of a note that carry meaning here: headings, list items, block quotes, and the paragraphs and
/// code outside list items.
///
/// The blocks are a flat array in reading order. A block's depth is the number of block quotes and list items
/// around it. A block stands inside an earlier one exactly if it and all blocks between them are deeper than
/// the earlier one.
package struct Outline: Sendable, Equatable {
    package struct Block: Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case heading(level: Int)
            case listItem
            case blockQuote
            /// A paragraph outside list items.
            case paragraph
            /// Code, indented or fenced, outside list items.
            case code
        }

        package let kind: Kind
        package let depth: Int

        /// Whether the block is the first item of its list.
        package var beginsList = false

        /// Where the block begins: the list marker, the heading's `#`, or the quote's `>`.
        package var start: Position

        /// The text of a heading with its `#` but without its underline, the lines of a paragraph, or the
        /// first paragraph of a list item; nil if the item has none.
        package var text: Text?

        package var isListItem: Bool { if case .listItem = kind { true } else { false } }
    }

    /// The lines that make up one paragraph.
    package struct Text: Sendable, Equatable {
        package var start: Position
        package var lastLine: Int
        /// How many block quotes stand around the text.
        ///
        /// Each further line begins with at most that many `>`.
        package let quotes: Int

        /// The first line of the text alone.
        package var firstLine: Text { Text(start: start, lastLine: start.line, quotes: quotes) }
    }

    package var blocks: [Block] = []

    package init() {}
}

/// Makes outlines of sources, one after another.
///
/// The memory is reused.
package struct OutlineReader: ~Copyable {
    private var skeleton = Skeleton()
    private var sections = SectionReader()
    private let arena = Arena()

    package init() {}

    /// Returns the outline of a source without lines that are not markdown.
    package mutating func outline(of source: Source, masking lines: Range<Int>) -> Outline {
        outline(of: source, masking: LineMask(lines))
    }

    /// Returns the outline of a source.
    ///
    /// The hidden lines are not read as markdown: the front matter, comments and merge conflicts.
    package mutating func outline(of source: Source, masking hidden: LineMask) -> Outline {
        skeleton.draw(source, masking: hidden)
        var outline = Outline()
        outline.blocks.reserveCapacity(min(skeleton.lineCount, 64))
        var paragraphs = skeleton.plainParagraphs[...]
        for number in skeleton.sections.indices {
            let section = skeleton.sections[number]
            var firstBlock = outline.blocks.count
            for block in blocks(ofSection: number) {
                let line = skeleton.lines.first(of: section.firstLine + block.line)
                while let paragraph = paragraphs.first, paragraph.lowerBound < line {
                    outline.append(plainParagraph: paragraph, of: source)
                    paragraphs.removeFirst()
                    firstBlock += 1
                }
                outline.append(
                    block, skeleton.lines, linesBefore: section.firstLine, firstBlock: firstBlock)
            }
        }
        for paragraph in paragraphs { outline.append(plainParagraph: paragraph, of: source) }
        return outline
    }

    /// Returns the blocks of a section of the skeleton.
    ///
    /// Their lines count from the section's first line.
    private mutating func blocks(ofSection number: Int) -> [CmarkTree.Block] {
        let range = skeleton.bytes(ofSection: number)
        let bytes = skeleton.bytes
        if sections.read(range, of: bytes.span) { return sections.blocks }
        var blocks: [CmarkTree.Block] = []
        CmarkTree(parsing: bytes, range, in: arena).forEachBlock { blocks.append($0) }
        return blocks
    }
}

extension Outline {
    /// Adds a paragraph at the margin that the skeleton left out.
    fileprivate mutating func append(plainParagraph lines: ClosedRange<Int>, of source: Source) {
        let start = Position(line: lines.lowerBound, column: 1)
        let text = Text(start: start, lastLine: lines.upperBound, quotes: 0)
        blocks.append(Block(kind: .paragraph, depth: 0, start: start, text: text))
    }

    /// Adds a block of a section.
    ///
    /// - Parameters:
    ///   - block: the block. Its lines count from the section's first line.
    ///   - lines: the table from the lines of the skeleton to the lines of the source.
    ///   - linesBefore: how many lines of the skeleton stand before the section.
    ///   - firstBlock: the index of the section's first block, shifted by the paragraphs that the skeleton
    ///     left out and that were added between the section's blocks.
    fileprivate mutating func append(
        _ block: CmarkTree.Block, _ lines: Skeleton.Lines, linesBefore: Int, firstBlock: Int
    ) {
        let line = lines.first(of: linesBefore + block.line)
        let start = Position(line: line, column: max(block.column, 1))
        let lastLine = max(lines.last(of: linesBefore + block.lastLine), line)
        switch block.kind {
        case .heading(let level):
            let text = Text(start: start, lastLine: lastLine, quotes: block.quotes)
            blocks.append(Block(kind: .heading(level: level), depth: block.depth, start: start, text: text))
        case .listItem:
            blocks.append(
                Block(kind: .listItem, depth: block.depth, beginsList: block.isFirst, start: start))
        case .paragraph:
            let text = Text(start: start, lastLine: lastLine, quotes: block.quotes)
            blocks.append(Block(kind: .paragraph, depth: block.depth, start: start, text: text))
        case .code: blocks.append(Block(kind: .code, depth: block.depth, start: start))
        case .blockQuote: blocks.append(Block(kind: .blockQuote, depth: block.depth, start: start))
        case .firstParagraph(let item):
            // Only blocks inside the item can stand after it, and none of them is its first paragraph.
            guard blocks.indices.contains(firstBlock + item) else { return }
            blocks[firstBlock + item].text = Text(start: start, lastLine: lastLine, quotes: block.quotes)
        }
    }
}
