import Markup
import Notebook

/// The outline is what cmark sees in the document, whatever is left out before cmark gets it, and whatever
/// was read before.
enum OutlineProperty {
    /// Asks whether the property holds of some documents, which are the notes of an input.
    static func check(_ bytes: [UInt8]) throws(Violation) {
        let documents = notes(in: bytes).map(\.bytes).filter {
            !mayBeCut($0) && !mayHaveTabbedList($0)
        }
        var reader = OutlineReader()
        // What is alike in them is known the second time.
        for document in documents + documents {
            let outline = reader.outline(of: Source(document), masking: 1..<1).blocks.map { Block($0) }
            let expected = blocks(of: document)
            try require(
                outline == expected,
                "\(String(decoding: document, as: UTF8.self).debugDescription)\nhas \(outline),\nnot \(expected)"
            )
        }
    }

    fileprivate struct Block: Equatable {
        let kind: Outline.Block.Kind
        let depth: Int
        let start: Position
        var text: Text?

        struct Text: Equatable {
            let start: Position
            let lastLine: Int
            let quotes: Int
        }
    }

    /// Whether a document may have containers that are deeper on a line, or more HTML that never ends, than
    /// is read of one.
    private static func mayBeCut(_ document: [UInt8]) -> Bool {
        var (columns, isInMarkers, unended) = (0, true, 0)
        for (at, byte) in document.enumerated() {
            switch byte {
            case 0x0A, 0x0D: (columns, isInMarkers) = (0, true)
            case 0x09 where isInMarkers: columns += 4
            case _ where isInMarkers && " >-+*.)0123456789".utf8.contains(byte): columns += 1
            default: isInMarkers = false
            }
            if byte == UInt8(ascii: "<"), at + 1 < document.count, "!?".utf8.contains(document[at + 1]) {
                unended += 1
            }
            if columns >= 50 || unended > 8 { return true }
        }
        return false
    }

    /// Whether a document may have a list below properties or a title that is indented by a tab as a whole.
    ///
    /// To cmark it is code, or more of the paragraph.
    private static func mayHaveTabbedList(_ document: [UInt8]) -> Bool {
        let lines = document.split { $0 == 0x0A || $0 == 0x0D }
        let first = lines.first { line in !line.allSatisfy { $0 == 0x20 || $0 == 0x09 } } ?? []
        return (first.first == UInt8(ascii: "#") || first.contains(UInt8(ascii: ":")))
            && lines.contains { $0.first == 0x09 }
    }

    /// What an outline has of a document's blocks, as cmark itself sees them.
    private static func blocks(of document: [UInt8]) -> [Block] {
        var outline: [Block] = []
        /// The items and quotes around a block, with the numbers of items that lack their paragraph so far.
        var around: [(depth: Int, isQuote: Bool, item: Int?)] = []
        for block in CmarkBlock.blocks(of: CmarkBlock.plain(document)) {
            while let last = around.last, last.depth >= block.depth { around.removeLast() }
            let (depth, quotes) = (around.count, around.count { $0.isQuote })
            let start = Position(line: block.line, column: max(block.column, 1))
            func text(upTo line: Int?) -> Block.Text {
                Block.Text(start: start, lastLine: max(line ?? 0, block.line), quotes: quotes)
            }
            switch block.kind {
            case "heading":
                // One that is underlined ends, to cmark, on the line after the underline.
                outline.append(
                    Block(
                        kind: .heading(level: block.details.first ?? 0), depth: depth, start: start,
                        text: text(upTo: block.lastLine.map { $0 - 2 })))
            case "item":
                around.append((block.depth, false, outline.count))
                outline.append(Block(kind: .listItem, depth: depth, start: start))
            case "block_quote":
                around.append((block.depth, true, nil))
                outline.append(Block(kind: .blockQuote, depth: depth, start: start))
            case "paragraph":
                if around.allSatisfy(\.isQuote) {
                    outline.append(
                        Block(kind: .paragraph, depth: depth, start: start, text: text(upTo: block.lastLine)))
                }
                guard let item = around.last?.item else { continue }
                outline[item].text = text(upTo: block.lastLine)
                around[around.count - 1].item = nil
            case "code_block" where around.allSatisfy(\.isQuote):
                outline.append(Block(kind: .code, depth: depth, start: start))
            default: continue
            }
        }
        return outline
    }
}

extension OutlineProperty.Block {
    init(_ block: Outline.Block) {
        kind = block.kind
        depth = block.depth
        start = block.start
        text = block.text.map { Text(start: $0.start, lastLine: $0.lastLine, quotes: $0.quotes) }
    }
}
