/// The blocks of a note that carry meaning here: headings, list items, and the block quotes around them.
///
/// A flat array in reading order. A block's depth is the number of block quotes and list items around it, so
/// a block stands inside an earlier one exactly if it and all between them are deeper than that one.
package struct Outline: Sendable, Equatable {
    package struct Block: Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case heading(level: Int)
            case listItem
            case blockQuote
        }

        package let kind: Kind
        package let depth: Int

        /// Where the block begins: the list marker, the heading's `#`, or the quote's `>`.
        package var start: Position

        /// A heading's text with its `#` but without its underline, or a list item's first paragraph; nil where
        /// the item has none.
        package var text: Text?
    }

    /// A run of lines that make up one paragraph.
    package struct Text: Sendable, Equatable {
        package var start: Position
        package var lastLine: Int
        /// How many block quotes stand around it: so many `>` at most begin each further line.
        package let quotes: Int

        /// The first line of it alone.
        package var firstLine: Text { Text(start: start, lastLine: start.line, quotes: quotes) }
    }

    package var blocks: [Block] = []

    package init() {}
}

/// Makes outlines of sources, one after another, in the same memory.
package struct OutlineReader: ~Copyable {
    private var skeleton = Skeleton()
    private var sections = KnownSections()

    package init() {}

    /// The outline of a source.
    ///
    /// - Parameter masked: the lines of the front matter, which are no markdown.
    package mutating func outline(of source: Source, masking masked: Range<Int>) -> Outline {
        skeleton.draw(source, masking: masked)
        var outline = Outline()
        outline.blocks.reserveCapacity(min(skeleton.lineCount, 64))
        for number in skeleton.sections.indices {
            let section = skeleton.sections[number]
            let firstBlock = outline.blocks.count
            for block in sections.blocks(of: skeleton.bytes(ofSection: number), in: skeleton.bytes) {
                outline.append(
                    block, skeleton.lines, linesBefore: section.firstLine, firstBlock: firstBlock)
            }
        }
        return outline
    }
}

extension Outline {
    /// Adds a block of a section.
    ///
    /// - Parameters:
    ///   - linesBefore: how many lines the skeleton has before the section.
    ///   - firstBlock: the number of the section's first block.
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
        case .listItem: blocks.append(Block(kind: .listItem, depth: block.depth, start: start))
        case .blockQuote: blocks.append(Block(kind: .blockQuote, depth: block.depth, start: start))
        case .firstParagraph(let item):
            // Only blocks inside the item can have come behind it, and none of them is its paragraph.
            guard blocks.indices.contains(firstBlock + item) else { return }
            blocks[firstBlock + item].text = Text(start: start, lastLine: lastLine, quotes: block.quotes)
        }
    }
}
