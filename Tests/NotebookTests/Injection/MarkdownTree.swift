import Ccmark

/// A report as cmark itself reads it: what the reader of a report sees, whoever wrote it.
struct MarkdownTree {
    /// The blocks and inlines in reading order, each as it begins; of text only that it stands there.
    ///
    /// A line that is broken elsewhere is the same text.
    private(set) var structure: [String] = []
    /// All text, without white space.
    private(set) var text = ""
    private(set) var destinations: [String] = []

    init(_ markdown: String) {
        // What draws a table's line is as long as the words are.
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let bytes = Array(lines.filter { !Self.isRule($0) }.joined(separator: "\n").utf8)
        let root = unsafe bytes.withUnsafeBytes { buffer in
            unsafe cmark_parse_document(buffer.baseAddress, buffer.count, CMARK_OPT_DEFAULT)
        }
        defer { unsafe cmark_node_free(root) }
        guard let iterator = unsafe cmark_iter_new(root) else { return }
        defer { unsafe cmark_iter_free(iterator) }
        while true {
            let event = unsafe cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = unsafe cmark_iter_get_node(iterator) else { break }
            unsafe add(node, isEnd: event == CMARK_EVENT_EXIT)
        }
    }

    private static func isRule(_ line: Substring) -> Bool {
        line.hasPrefix("| -") && line.allSatisfy { "|-: ".contains($0) }
    }

    private mutating func add(_ node: OpaquePointer, isEnd: Bool) {
        let kind = unsafe String(cString: cmark_node_get_type_string(node))
        if isEnd {
            structure.append("/" + kind)
            return
        }
        var literal = ""
        if let pointer = unsafe cmark_node_get_literal(node) { literal = unsafe String(cString: pointer) }
        text += Self.withoutSpace(literal)
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK:
            if structure.last != "text" { structure.append("text") }
        case CMARK_NODE_HEADING:
            structure.append(unsafe "\(kind) \(cmark_node_get_heading_level(node))")
        case CMARK_NODE_LIST:
            structure.append(unsafe "\(kind) \(cmark_node_get_list_type(node).rawValue)")
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            structure.append(kind)
            if let url = unsafe cmark_node_get_url(node) { destinations.append(unsafe String(cString: url)) }
        default: structure.append(kind)
        }
    }

    /// What is compared of a text: white space is folded in a report, and NUL is none in markdown.
    static func withoutSpace(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            kept.append(scalar == "\0" ? "\u{FFFD}" : scalar)
        }
        return String(kept)
    }

    /// How many cells each line has that is a row of a table, as GitHub counts them.
    static func cells(of markdown: String) -> [Int] {
        markdown.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first == UInt8(ascii: "|") }.map {
            line in
            var isEscaped = false
            return line.reduce(into: 0) { count, byte in
                if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            }
        }
    }
}
