/// The blocks of a note that carry meaning here: headings, list items, the block quotes around them, and the
/// paragraphs and code that stand in no list item.
///
/// A flat array in reading order. A block's depth is the number of block quotes and list items around it, so
/// a block stands inside an earlier one exactly if it and all between them are deeper than that one.
package struct Outline: Sendable, Equatable {
    package struct Block: Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case heading(level: Int)
            case listItem
            case blockQuote
            /// A paragraph that stands in no list item.
            case paragraph
            /// Code, indented or fenced, that stands in no list item.
            case code
        }

        package let kind: Kind
        package let depth: Int

        /// Whether it is a list item, and the first one of its list.
        package var beginsList = false

        /// Where the block begins: the list marker, the heading's `#`, or the quote's `>`.
        package var start: Position

        /// A heading's text with its `#` but without its underline, a paragraph's lines, or a list item's first
        /// paragraph; nil where the item has none.
        package var text: Text?

        package var isListItem: Bool { if case .listItem = kind { true } else { false } }
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
    private var sections = SectionReader()
    private let arena = Arena()

    package init() {}

    /// The outline of a source without some lines, which are not markdown.
    package mutating func outline(of source: Source, masking lines: Range<Int>) -> Outline {
        outline(of: source, masking: LineMask(lines))
    }

    /// The outline of a source.
    ///
    /// - Parameter hidden: the lines that are not markdown: the front matter, and what is not to be read.
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

    /// The blocks of a section of the skeleton. Their lines count from the section's first.
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
    /// Adds a paragraph at the margin that cmark was not asked about.
    fileprivate mutating func append(plainParagraph lines: ClosedRange<Int>, of source: Source) {
        let start = Position(line: lines.lowerBound, column: 1)
        let text = Text(start: start, lastLine: lines.upperBound, quotes: 0)
        blocks.append(Block(kind: .paragraph, depth: 0, start: start, text: text))
    }

    /// Adds a block of a section.
    ///
    /// - Parameters:
    ///   - linesBefore: how many lines the skeleton has before the section.
    ///   - firstBlock: the number of the section's first block, if those that stand between its blocks but did not
    ///     come from cmark stood before it.
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
            // Only blocks inside the item can have come behind it, and none of them is its paragraph.
            guard blocks.indices.contains(firstBlock + item) else { return }
            blocks[firstBlock + item].text = Text(start: start, lastLine: lastLine, quotes: block.quotes)
        }
    }
}
