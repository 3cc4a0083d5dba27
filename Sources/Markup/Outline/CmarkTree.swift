private import Ccmark

/// A document as libcmark parsed it.
///
/// This is the one file that touches libcmark, and no type of C leaves it.
///
/// Only some of what libcmark says is used: kinds, nesting, starts, and the last lines of paragraphs and
/// headings. Its ends of items and its inline positions are not reliable.
@safe struct CmarkTree: ~Copyable {
    struct Block: Equatable {
        enum Kind: Equatable {
            case heading(level: Int)
            case listItem
            case blockQuote
            /// A paragraph outside list items.
            case paragraph
            /// Code, indented or fenced, outside list items.
            case code
            /// The first paragraph of a list item. `ofItem` is that item's index among the visited blocks,
            /// which are counted without such paragraphs.
            case firstParagraph(ofItem: Int)
        }

        let kind: Kind
        /// How many block quotes and list items stand around the block.
        ///
        /// `quotes` counts the block quotes alone.
        let depth: Int
        let quotes: Int
        /// Lines and columns count from 1.
        ///
        /// A column counts bytes.
        let line: Int
        let column: Int
        /// The last line of a paragraph or of a heading's text; the first line of any other block.
        var lastLine: Int
        /// Whether the block is the first item of its list.
        let isFirst: Bool
    }

    private let root: OpaquePointer?
    private let arena: Arena

    /// Parses a range of bytes.
    ///
    /// - Parameters:
    ///   - bytes: the bytes of a skeleton.
    ///   - range: the range to parse, which ends in a line end. An empty line is added, and closes all
    ///     blocks.
    ///   - arena: the memory of the tree. The arena is reset when the tree is gone.
    init(parsing bytes: borrowing [UInt8], _ range: Range<Int>, in arena: Arena) {
        self.arena = arena
        // These functions allocate in the thread's arena, and free nothing.
        var memory = unsafe cmark_mem(
            calloc: { count, size in
                let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
                return unsafe isTooMuch ? nil : Arena.withCurrent { unsafe $0.allocate(bytes) }
            },
            realloc: { piece, size in unsafe Arena.withCurrent { unsafe $0.reallocate(piece, size) } },
            free: { _ in })
        unsafe root = arena.use {
            unsafe bytes.withUnsafeBytes { buffer in
                let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory)
                let buffer = unsafe UnsafeRawBufferPointer(rebasing: buffer[range])
                unsafe cmark_parser_feed(parser, buffer.baseAddress, buffer.count)
                unsafe cmark_parser_feed(parser, "\n", 1)
                return unsafe cmark_parser_finish(parser)
            }
        }
    }

    deinit {
        arena.reset()
    }

    /// Visits the blocks in reading order.
    ///
    /// It follows pointers and does not call itself, because the writer of a note chooses how deep the tree
    /// is.
    func forEachBlock(_ visit: (Block) -> Void) {
        struct Container {
            let isQuote: Bool
            /// The block's index if the block is a list item that still lacks its first paragraph.
            var item: Int?
        }
        var containers: [Container] = []
        var quotes = 0
        var items = 0
        var visited = 0
        guard var node = unsafe root else { return }
        while true {
            let type = unsafe cmark_node_get_type(node)
            let kind: Block.Kind?
            switch type {
            case CMARK_NODE_HEADING: kind = unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
            case CMARK_NODE_ITEM: kind = .listItem
            case CMARK_NODE_BLOCK_QUOTE: kind = .blockQuote
            case CMARK_NODE_PARAGRAPH:
                kind =
                    items == 0 ? .paragraph : containers.last?.item.map { .firstParagraph(ofItem: $0) }
            case CMARK_NODE_CODE_BLOCK: kind = items == 0 ? .code : nil
            default: kind = nil
            }
            if let kind {
                let line = unsafe Int(cmark_node_get_start_line(node))
                unsafe visit(
                    Block(
                        kind: kind, depth: containers.count, quotes: quotes, line: line,
                        column: Int(cmark_node_get_start_column(node)), lastLine: Self.lastLine(of: node),
                        isFirst: type == CMARK_NODE_ITEM && cmark_node_previous(node) == nil))
                if case .firstParagraph = kind {
                    containers[containers.count - 1].item = nil
                } else {
                    visited += 1
                }
            }
            let isContainer = type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE
            let hasBlocks = isContainer || type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_LIST
            if hasBlocks, let child = unsafe cmark_node_first_child(node) {
                if isContainer {
                    let isQuote = type == CMARK_NODE_BLOCK_QUOTE
                    containers.append(Container(isQuote: isQuote, item: isQuote ? nil : visited - 1))
                    if isQuote { quotes += 1 } else { items += 1 }
                }
                unsafe node = child
                continue
            }
            while unsafe cmark_node_next(node) == nil {
                guard let parent = unsafe cmark_node_parent(node) else { return }
                let parentType = unsafe cmark_node_get_type(parent)
                if parentType == CMARK_NODE_ITEM || parentType == CMARK_NODE_BLOCK_QUOTE {
                    if containers.removeLast().isQuote { quotes -= 1 } else { items -= 1 }
                }
                unsafe node = parent
            }
            guard let next = unsafe cmark_node_next(node) else { return }
            unsafe node = next
        }
    }

    private static func lastLine(of node: OpaquePointer) -> Int {
        let line = unsafe Int(cmark_node_get_start_line(node))
        switch unsafe cmark_node_get_type(node) {
        // For cmark, an underlined heading ends on the line after the underline.
        case CMARK_NODE_HEADING: return unsafe max(Int(cmark_node_get_end_line(node)) - 2, line)
        case CMARK_NODE_PARAGRAPH: return unsafe Int(cmark_node_get_end_line(node))
        default: return line
        }
    }
}
