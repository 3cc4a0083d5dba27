import Testing

@testable import Markup

/// The skeleton has the block structure of the document that it is drawn from.
struct SkeletonTests {
    @Test(arguments: BlockExamples.all)
    func `the skeleton's blocks are the document's`(_ document: String) {
        expectSameBlocks(Array(document.utf8))
        for end in ["\r\n", "\r"] {
            expectSameBlocks(
                Array(
                    document.split(separator: "\n", omittingEmptySubsequences: false)
                        .joined(separator: end).utf8))
        }
        // Not every line end survives at the end of a file.
        expectSameBlocks(Array(document.utf8.dropLast()))
        // Everything nests.
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        expectSameBlocks(Array(lines.map { "> \($0)\n" }.joined().utf8))
        expectSameBlocks(Array(("- " + lines.map { "  \($0)\n" }.joined().dropFirst(2)).utf8))
        expectSameBlocks(Array(("7) > - " + lines.map { "   >   \($0)\n" }.joined().dropFirst(7)).utf8))
    }

    @Test func `the skeleton's blocks are the document's, whatever the document`() {
        var random = SeededGenerator(seed: 20_261_123)
        for _ in 0..<40_000 {
            var document: [UInt8] = []
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                document += BlockExamples.pieces.randomElement(using: &random) ?? []
            }
            if !expectSameBlocks(document) { break }
        }
    }

    @Test func `masked lines are blank, and none is lost`() {
        var skeleton = Skeleton()
        skeleton.draw(Source(Array("---\n- a: b\n---\n- c\r\n> d".utf8)), masking: 1..<4)
        #expect(skeleton.bytes == Array("\n\n\n- x\n> x\n\n".utf8))
    }

    @Test func `the skeleton of one document knows nothing of the one before`() {
        var skeleton = Skeleton()
        skeleton.draw(Source(Array("<!--\n".utf8)), masking: 1..<1)
        skeleton.draw(Source(Array("a -->\n".utf8)), masking: 1..<1)
        #expect(skeleton.bytes == Array("x\n\n".utf8))
    }

    @Test(arguments: ["- ", "> ", "1. ", ">"])
    func `containers nest a hundred deep`(_ marker: String) {
        expectSameBlocks(Array((String(repeating: marker, count: 99) + "a\n").utf8))
        var skeleton = Skeleton()
        skeleton.draw(Source(Array((String(repeating: marker, count: 100_000) + "a\n").utf8)), masking: 1..<1)
        #expect(
            CmarkBlock.blocks(of: skeleton.bytes).filter { ["item", "block_quote"].contains($0.kind) }.count
                == 100)
        #expect(skeleton.bytes.count <= 100 * marker.utf8.count + 3)
    }

    /// Compares the blocks of a document with those of its skeleton.
    @discardableResult
    private func expectSameBlocks(_ document: [UInt8]) -> Bool {
        var skeleton = Skeleton()
        skeleton.draw(Source(document), masking: 1..<1)
        let blocks = CmarkBlock.blocks(of: skeleton.bytes)
        let expected = CmarkBlock.blocks(of: Self.plain(document))
        if blocks == expected { return true }
        let list = { (blocks: [CmarkBlock]) in blocks.map(\.description).joined(separator: "\n") }
        Issue.record(
            """
            \(String(decoding: document, as: UTF8.self).debugDescription)
            skeleton: \(String(decoding: skeleton.bytes, as: UTF8.self).debugDescription)
            expected:
            \(list(expected))
            actual:
            \(list(blocks))
            """)
        return false
    }

    /// The document as cmark is to read it: as the skeleton means it, and as CommonMark has it.
    ///
    /// - `[` begins no reference definition: those are text to Debrief. To cmark's blocks a backslash is what
    ///   a bracket is.
    /// - Bytes that are not UTF-8 are U+FFFD; behind them cmark would not see the end of an HTML block.
    /// - It ends in a line that is empty.
    /// - VT and FF are no white space. Behind a list marker or in a tag they are to cmark.
    private static func plain(_ document: [UInt8]) -> [UInt8] {
        let cdata = Array("<![cdata[".utf8)
        let document = Array(String(decoding: document, as: UTF8.self).utf8)
        var result = document
        for (at, byte) in document.enumerated() {
            switch byte {
            case 0x0B, 0x0C: result[at] = .ascii("\\")
            case .ascii("["):
                let isCdata = [2, 8].contains { before in
                    at >= before
                        && document[(at - before)...].prefix(cdata.count).map(\.lowercased).elementsEqual(
                            cdata)
                }
                if !isCdata { result[at] = .ascii("\\") }
            default: break
            }
        }
        return result + (document.last == Byte.lf ? "\n" : "\n\n").utf8
    }
}
