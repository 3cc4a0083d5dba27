import Ccmark

/// The blocks of a document as cmark itself sees them, to compare with.
package struct CmarkBlock: Equatable, CustomStringConvertible {
    package let kind: String
    /// A heading's level, a code block's fence, a list's kind, delimiter and first number.
    package let details: [Int]
    /// How many blocks stand around it.
    package let depth: Int
    package var line: Int
    package let column: Int
    /// Of headings and paragraphs; cmark's ends of other blocks are not to be relied on.
    package var lastLine: Int?

    package var description: String {
        let indentation = String(repeating: "  ", count: depth)
        let end = lastLine.map { " to \($0)" } ?? ""
        return "\(indentation)\(kind) \(details) \(line):\(column)\(end)"
    }

    /// The blocks in reading order.
    package static func blocks(of bytes: [UInt8]) -> [CmarkBlock] {
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

    /// The document as cmark is to read it: as the skeleton means it, and as CommonMark has it.
    ///
    /// - `[` begins no reference definition: those are text to Debrief. To cmark's blocks a backslash is what
    ///   a bracket is.
    /// - Bytes that are not UTF-8 are U+FFFD; after them cmark would not see the end of an HTML block.
    /// - It ends in a line that is empty.
    /// - VT and FF are no white space. Behind a list marker or in a tag they are to cmark.
    package static func plain(_ document: [UInt8]) -> [UInt8] {
        let cdata = Array("<![cdata[".utf8)
        let document = Array(String(decoding: document, as: UTF8.self).utf8)
        var result = document
        for (at, byte) in document.enumerated() {
            switch byte {
            case 0x0B, 0x0C: result[at] = UInt8(ascii: "\\")
            case UInt8(ascii: "["):
                let isCdata = [2, 8].contains { before in
                    at >= before
                        && document[(at - before)...].prefix(cdata.count).elementsEqual(cdata) {
                            $0 == $1 || $0 | 0x20 == $1 && (0x61...0x7A).contains($1)
                        }
                }
                if !isCdata { result[at] = UInt8(ascii: "\\") }
            default: break
            }
        }
        return result + (document.last == 0x0A ? "\n" : "\n\n").utf8
    }
}
