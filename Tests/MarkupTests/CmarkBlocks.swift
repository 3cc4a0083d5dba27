import Ccmark

/// The blocks of a document as cmark itself sees them, to compare with.
struct CmarkBlock: Equatable, CustomStringConvertible {
    let kind: String
    /// A heading's level, a code block's fence, a list's kind, delimiter and first number.
    let details: [Int]
    /// How many blocks stand around it.
    let depth: Int
    var line: Int
    let column: Int
    /// Of headings and paragraphs; cmark's ends of other blocks are not to be relied on.
    var lastLine: Int?

    var description: String {
        let indentation = String(repeating: "  ", count: depth)
        let end = lastLine.map { " to \($0)" } ?? ""
        return "\(indentation)\(kind) \(details) \(line):\(column)\(end)"
    }

    /// The blocks in reading order.
    static func blocks(of bytes: [UInt8]) -> [CmarkBlock] {
        let root = unsafe bytes.withUnsafeBytes { buffer in
            unsafe cmark_parse_document(buffer.baseAddress, buffer.count, CMARK_OPT_DEFAULT)
        }
        defer { unsafe cmark_node_free(root) }
        guard let iterator = unsafe cmark_iter_new(root) else { return [] }
        defer { unsafe cmark_iter_free(iterator) }
        var blocks: [CmarkBlock] = []
        var depth = 0
        while true {
            let event = unsafe cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return blocks }
            guard let node = unsafe cmark_iter_get_node(iterator) else { return blocks }
            let type = unsafe cmark_node_get_type(node)
            guard type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue, type != CMARK_NODE_DOCUMENT else {
                continue
            }
            if event == CMARK_EVENT_EXIT {
                depth -= 1
                continue
            }
            blocks.append(unsafe block(node, type, depth: depth))
            // These have no event for leaving them.
            if ![CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK].contains(type) {
                depth += 1
            }
        }
    }

    private static func block(_ node: OpaquePointer, _ type: cmark_node_type, depth: Int) -> CmarkBlock {
        var details: [Int] = []
        var lastLine: Int?
        switch type {
        case CMARK_NODE_HEADING:
            details = unsafe [Int(cmark_node_get_heading_level(node))]
            lastLine = unsafe Int(cmark_node_get_end_line(node))
        case CMARK_NODE_PARAGRAPH: lastLine = unsafe Int(cmark_node_get_end_line(node))
        case CMARK_NODE_LIST:
            details = unsafe [
                Int(cmark_node_get_list_type(node).rawValue), Int(cmark_node_get_list_delim(node).rawValue),
                Int(cmark_node_get_list_start(node)),
            ]
        default: break
        }
        return unsafe CmarkBlock(
            kind: String(cString: cmark_node_get_type_string(node)), details: details, depth: depth,
            line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)),
            lastLine: lastLine)
    }
}
