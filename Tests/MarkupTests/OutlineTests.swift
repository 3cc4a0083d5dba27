import Properties
import Testing

@testable import Markup

/// What is asked of an outline: the positions of headings, items and quotes, and the lines of their text.
///
/// `line:column kind depth`, then `text line:column-last line` and the block quotes around it.
struct OutlineTests {
    @Test(arguments: [
        ("", []),
        ("text\n", []),
        ("- a\n- b\n", ["1:1 item 0 1:3-1", "2:1 item 0 2:3-2"]),
        ("- a\n  b\nc\n- d", ["1:1 item 0 1:3-3", "4:1 item 0 4:3-4"]),
        ("- a\n  - b\n    1) c\n", ["1:1 item 0 1:3-1", "2:3 item 1 2:5-2", "3:5 item 2 3:8-3"]),
        // Blank lines after an item are not its own.
        ("- a\n\n\n- b\n\n\n", ["1:1 item 0 1:3-1", "4:1 item 0 4:3-4"]),
        ("- a\n\n  second\n- b\n", ["1:1 item 0 1:3-1", "4:1 item 0 4:3-4"]),
        ("-\n- \n-\n  a\n", ["1:1 item 0", "2:1 item 0", "3:1 item 0 4:3-4"]),
        // An item's first block need not be a paragraph, but its text is its first paragraph.
        ("- ```\n  a\n  ```\n  b\n", ["1:1 item 0 4:3-4"]),
        ("- > a\n\n  b\n", ["1:1 item 0 3:3-3", "1:3 quote 1"]),
        ("- - a\n", ["1:1 item 0", "1:3 item 1 1:5-1"]),
        ("- # a\n", ["1:1 item 0", "1:3 heading 1 1 1:3-1"]),
        // Tabs.
        ("-\ta\n\t- b\n\t\t- c\n", ["1:1 item 0 1:3-1", "2:2 item 1 2:4-2", "3:3 item 2 3:5-3"]),
        ("- a\n\tb\n", ["1:1 item 0 1:3-2"]),
        (" - \ta\n -\t \tb\n", ["1:2 item 0 1:5-1", "2:2 item 0"]),
        (">\t- a\n>\t\t- b\n", ["1:1 quote 0", "1:3 item 1 1:5-1 in 1", "2:4 item 2 2:6-2 in 1"]),
        // Quotes.
        ("> - a\n>   b\nlazy\n", ["1:1 quote 0", "1:3 item 1 1:5-3 in 1"]),
        ("> > - a\n> lazy\n", ["1:1 quote 0", "1:3 quote 1", "1:5 item 2 1:7-2 in 2"]),
        (">>- a\n", ["1:1 quote 0", "1:2 quote 1", "1:3 item 2 1:5-1 in 2"]),
        ("- a\n> b\n- c\n", ["1:1 item 0 1:3-1", "2:1 quote 0", "3:1 item 0 3:3-3"]),
        // Line ends.
        (
            "# a\r\n\r\n- b\r\n  c\r\n- d\r\n",
            ["1:1 heading 1 0 1:1-1", "3:1 item 0 3:3-4", "5:1 item 0 5:3-5"]
        ),
        ("# a\r\r- b\r  c\r- d", ["1:1 heading 1 0 1:1-1", "3:1 item 0 3:3-4", "5:1 item 0 5:3-5"]),
        (
            "- a\r- b\n- c\r\n- d",
            ["1:1 item 0 1:3-1", "2:1 item 0 2:3-2", "3:1 item 0 3:3-3", "4:1 item 0 4:3-4"]
        ),
        ("- a\n\r\n- b\r\r\n", ["1:1 item 0 1:3-1", "3:1 item 0 3:3-3"]),
        // A byte order mark is no part of its line; in the midst of the file it is text.
        ("\u{FEFF}- a\n- b\n", ["1:1 item 0 1:3-1", "2:1 item 0 2:3-2"]),
        ("\u{FEFF}  > # a\n", ["1:3 quote 0", "1:5 heading 1 1 1:5-1 in 1"]),
        ("a\n\u{FEFF}- b\n", []),
        // NUL is one byte.
        ("a\0\n- b\0\0\n  - c\n\0- d\n", ["2:1 item 0 2:3-2", "3:3 item 1 3:5-4"]),
        ("- \0a\n\n\0\n- b\n", ["1:1 item 0 1:3-1", "4:1 item 0 4:3-4"]),
        // Headings.
        ("## a\n", ["1:1 heading 2 0 1:1-1"]),
        ("   ###### a ##\n", ["1:4 heading 6 0 1:4-1"]),
        ("a\n===\nb\nc\n---\n", ["1:1 heading 1 0 1:1-1", "3:1 heading 2 0 3:1-4"]),
        ("a\n===", ["1:1 heading 1 0 1:1-1"]),
        ("a\nb\n===\n\n===\n", ["1:1 heading 1 0 1:1-2"]),
        ("> a\n> b\n> ---\n", ["1:1 quote 0", "1:3 heading 2 1 1:3-2 in 1"]),
        ("- a\n  ---\n- b\n", ["1:1 item 0", "1:3 heading 2 1 1:3-1", "3:1 item 0 3:3-3"]),
        // What looks like an item in code, HTML or a comment is none; nor is a definition.
        ("    - a\n\n```\n- b\n```\n\n<div>\n- c\n</div>\n\n<!--\n- d\n-->\n- e\n", ["14:1 item 0 14:3-14"]),
        ("- [a]: b\n- c\n", ["1:1 item 0 1:3-1", "2:1 item 0 2:3-2"]),
        ("[a]: /b\n- c\n", ["2:1 item 0 2:3-2"]),
        // Text of several bytes.
        ("- é😀\n  - 結論\n", ["1:1 item 0 1:3-1", "2:3 item 1 2:5-2"]),
    ])
    func `blocks stand at their positions`(_ text: String, blocks: [String]) {
        var reader = OutlineReader()
        let source = Source(Array(text.utf8))
        #expect(Self.marked(reader.outline(of: source, masking: 1..<1)) == blocks)
        // The same reader reads the same again.
        #expect(Self.marked(reader.outline(of: source, masking: 1..<1)) == blocks)
    }

    @Test func `front matter is no markdown, and moves no line`() {
        var reader = OutlineReader()
        let source = Source(Array("---\n- a\n# b\n---\n- c\n".utf8))
        #expect(reader.outline(of: source, masking: 1..<5).blocks.map(Self.text) == ["5:1 item 0 5:3-5"])
    }

    @Test func `bytes that are not UTF-8 are text`() {
        var reader = OutlineReader()
        let source = Source([0xFF, 0x0A, 0x0A, 0x2D, 0x20, 0xE9, 0x0A, 0x20, 0x20, 0x2D, 0x20, 0x61])
        #expect(
            Self.marked(reader.outline(of: source, masking: 1..<1))
                == ["3:1 item 0 3:3-3", "4:3 item 1 4:5-4"])
    }

    /// What an outline says of random documents holds, whatever they are.
    @Test func `blocks stand in order within the file`() {
        var random = SeededGenerator(seed: 3)
        var reader = OutlineReader()
        for _ in 0..<10_000 {
            let pieces = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                BlockExamples.pieces.randomElement(using: &random) ?? []
            }
            let source = Source(pieces.flatMap(\.self))
            let blocks = reader.outline(of: source, masking: 1..<1).blocks
            for (block, next) in zip(blocks, blocks.dropFirst()) {
                #expect(block.start < next.start, "\(source.bytes)")
                #expect(next.depth <= block.depth + 1, "\(source.bytes)")
            }
            for block in blocks {
                let offset = source.offset(of: block.start)
                #expect(source.position(of: offset) == block.start, "\(source.bytes)")
                let marks: [UInt8] =
                    switch block.kind {
                    case .listItem: Array("-+*0123456789".utf8)
                    case .blockQuote: Array(">".utf8)
                    case .heading, .paragraph, .code: []
                    }
                #expect(marks.isEmpty || marks.contains(source.bytes[offset]), "\(source.bytes)")
                if let text = block.text {
                    #expect(block.start <= text.start, "\(source.bytes)")
                    #expect((text.start.line...source.lineCount).contains(text.lastLine), "\(source.bytes)")
                    #expect(!source.bytes[source.offset(of: text.start)].isBlank, "\(source.bytes)")
                }
            }
        }
    }

    @Test func `paragraphs and code outside list items stand among the other blocks`() {
        var reader = OutlineReader()
        let text = "a\n\nb\nc\n\nd\n\n    e\n\n```\nf\n\ng\n\nh\n```\n# i\n> j\n\n- k\n\n  l\n\nm\n\nn\n"
        #expect(
            reader.outline(of: Source(Array(text.utf8)), masking: 1..<1).blocks.map(Self.text) == [
                "1:1 paragraph 0 1:1-1", "3:1 paragraph 0 3:1-4", "6:1 paragraph 0 6:1-6", "8:5 code 0",
                "10:1 code 0", "17:1 heading 1 0 17:1-17", "18:1 quote 0", "18:3 paragraph 1 18:3-18 in 1",
                "20:1 item 0 20:3-20", "24:1 paragraph 0 24:1-24", "26:1 paragraph 0 26:1-26",
            ])
    }

    /// The blocks that have a mark: headings, items and quotes.
    private static func marked(_ outline: Outline) -> [String] {
        outline.blocks.filter { $0.kind != .paragraph && $0.kind != .code }.map(text)
    }

    private static func text(_ block: Outline.Block) -> String {
        let kind =
            switch block.kind {
            case .heading(let level): "heading \(level)"
            case .listItem: "item"
            case .blockQuote: "quote"
            case .paragraph: "paragraph"
            case .code: "code"
            }
        var text = "\(block.start.line):\(block.start.column) \(kind) \(block.depth)"
        if let lines = block.text {
            text += " \(lines.start.line):\(lines.start.column)-\(lines.lastLine)"
            if lines.quotes > 0 { text += " in \(lines.quotes)" }
        }
        return text
    }
}
