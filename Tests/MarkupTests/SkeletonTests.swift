import Properties
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

    @Test func `masked lines are left out, and the others keep their numbers`() {
        var skeleton = Skeleton()
        skeleton.draw(Source(Array("---\n- a: b\n---\n- c\r\n> d".utf8)), masking: LineMask(1..<4))
        #expect(skeleton.bytes == Array("- x\n> x\n".utf8))
        #expect([1, 2, 3].map { skeleton.lines.first(of: $0) } == [4, 5, 6])
    }

    @Test func `empty lines that repeat one are left out, in quotes too`() {
        var skeleton = Skeleton()
        skeleton.draw(
            Source(Array("- a\n\n\n  \n  \n  b\n> >\n> >\n> c\n> d\n".utf8)), masking: LineMask(1..<1))
        #expect(skeleton.bytes == Array("- x\n\n  \n  x\n> >\n> x\n".utf8))
        #expect((1...6).map { skeleton.lines.first(of: $0) } == [1, 2, 4, 6, 7, 9])
        #expect(skeleton.lines.last(of: 6) == 10)
    }

    @Test func `text that repeats a line is left out`() {
        var skeleton = Skeleton()
        skeleton.draw(Source(Array("a\nb\nc\n\n- d\n  e\n  f\n g\n".utf8)), masking: LineMask(1..<1))
        #expect(skeleton.bytes == Array("x\n\n- x\n  x\n x\n".utf8))
        #expect((1...6).map { skeleton.lines.first(of: $0) } == [1, 4, 5, 6, 8, 9])
        #expect((1...5).map { skeleton.lines.last(of: $0) } == [3, 4, 5, 7, 8])
    }

    @Test func `paragraphs at the margin, and blank lines around headings, are left out`() {
        var skeleton = Skeleton()
        skeleton.draw(
            Source(Array("a\n\nb\n\nc\n\n# d\n\ne\nf\n\ng\n\n- h\ni\n\nj\n\n# k\n".utf8)),
            masking: LineMask(1..<1))
        #expect(skeleton.bytes == Array("x\n\nx\n#\nx\n\n- x\nx\n\nx\n#\n".utf8))
        #expect((1...11).map { skeleton.lines.first(of: $0) } == [1, 2, 5, 7, 12, 13, 14, 15, 16, 17, 19])
        #expect(skeleton.lines.last(of: 4) == 7)
        // Where HTML may have begun, every line counts.
        skeleton.draw(Source(Array("<!--\n\n# a\n".utf8)), masking: LineMask(1..<1))
        #expect(skeleton.bytes == Array("<!--\n\n# \n".utf8))
    }

    @Test func `the skeleton of one document knows nothing of the one before`() {
        var skeleton = Skeleton()
        skeleton.draw(Source(Array("<!--\n".utf8)), masking: LineMask(1..<1))
        skeleton.draw(Source(Array("a -->\n".utf8)), masking: LineMask(1..<1))
        #expect(skeleton.bytes == Array("x\n".utf8))
    }

    @Test(arguments: ["- ", "> ", "1. ", ">"])
    func `containers on one line nest fifty deep`(_ marker: String) {
        let deepest = Skeleton.deepestContainer
        expectSameBlocks(Array((String(repeating: marker, count: deepest) + "a\n").utf8))
        let blocks = skeletonBlocks(of: String(repeating: marker, count: 100_000) + "a\n")
        #expect(Self.containers(blocks) == deepest)
    }

    @Test func `containers by indentation nest fifty deep`() {
        let lines = { (count: Int) in
            (0..<count).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        }
        let deepest = Skeleton.deepestContainer
        expectSameBlocks(Array(lines(deepest).utf8))
        #expect(skeletonBlocks(of: lines(deepest + 20)).map(\.depth).max() == 2 * deepest)
        // Neither does one help the other to be deeper.
        let both =
            lines(deepest) + String(repeating: "  ", count: deepest - 1) + String(repeating: "> ", count: 99)
        #expect(skeletonBlocks(of: both + "b\n").map(\.depth).max() == 2 * deepest)
    }

    private func skeletonBlocks(of document: String) -> [CmarkBlock] {
        var skeleton = Skeleton()
        skeleton.draw(Source(Array(document.utf8)), masking: LineMask(1..<1))
        return CmarkBlock.blocks(of: skeleton.bytes + [Byte.lf])
    }

    private static func containers(_ blocks: [CmarkBlock]) -> Int {
        blocks.count { $0.kind == "item" || $0.kind == "block_quote" }
    }

    /// Compares the blocks of a document with those of its skeleton.
    @discardableResult
    private func expectSameBlocks(_ document: [UInt8]) -> Bool {
        var skeleton = Skeleton()
        skeleton.draw(Source(document), masking: LineMask(1..<1))
        expectSameSections(skeleton, document)
        expectSameReading(skeleton, document)
        let blocks = CmarkBlock.blocks(of: skeleton.bytes + [Byte.lf]).map { $0.moved(to: skeleton.lines) }
            .filter(\.isNeeded)
        let expected = CmarkBlock.blocks(of: CmarkBlock.plain(document)).filter(\.isNeeded)
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

    /// Compares what is read of a skeleton's sections without cmark with what cmark makes of them.
    private func expectSameReading(_ skeleton: borrowing Skeleton, _ document: [UInt8]) {
        var reader = SectionReader()
        for number in skeleton.sections.indices {
            let section = skeleton.bytes(ofSection: number)
            let bytes = skeleton.bytes
            guard reader.read(section, of: bytes.span) else { continue }
            var expected: [CmarkTree.Block] = []
            CmarkTree(parsing: bytes, section, in: Arena()).forEachBlock { expected.append($0) }
            let blocks = reader.blocks
            #expect(
                blocks == expected,
                """
                \(String(decoding: document, as: UTF8.self).debugDescription)
                section: \(String(decoding: bytes[section], as: UTF8.self).debugDescription)
                """)
        }
    }

    @Test(arguments: [
        "# a\n\nb\nc\n\n- d\n  - e\n    f\n\n  g\n- h\n",
        "## a\n- b\n\t- c\n\t\t- d\n\te\n",
        "> a\n> b\nc\n>\n> - d\n>   e\n\nf\n",
        "1. a\n2. b\n   - c\n\n3) d\n",
        "- a\n* b\n+   c\n\n    d\n\n---\n\ne\n\n***\n",
        "```\n# a\n\n- b\n```\nc\n~~~ d\n    e\n~~~\n- ```\n  f\nh\n",
        "- > a\n  > - b\n- # c\n  d\n",
    ])
    func `what most notes are made of takes no cmark`(_ document: String) {
        var skeleton = Skeleton()
        skeleton.draw(Source(Array(document.utf8)), masking: LineMask(1..<1))
        expectSameReading(skeleton, Array(document.utf8))
        var reader = SectionReader()
        for number in skeleton.sections.indices {
            let bytes = skeleton.bytes
            let isRead = reader.read(skeleton.bytes(ofSection: number), of: bytes.span)
            #expect(isRead)
        }
    }

    /// Documents of markers, of which few need cmark.
    @Test func `blocks are read as cmark reads them, whatever the markers`() {
        let pieces = [
            "\n", "\n", "\n", "\n\n", " ", "  ", "   ", "    ", "\t", "- ", "- ", "* ", "1. ", "2. ", "3) ",
            "> ", ">",
            "# ", "### ", "```", "~~~~", "---", "a", "a", "a", "a b", "- a\n", "  - a\n", "> a\n", "\t- a\n",
        ]
        var random = SeededGenerator(seed: 20_261_126)
        for _ in 0..<60_000 {
            var document = ""
            for _ in 0..<Int.random(in: 1...16, using: &random) {
                document += pieces.randomElement(using: &random) ?? ""
            }
            var skeleton = Skeleton()
            skeleton.draw(Source(Array(document.utf8)), masking: LineMask(1..<1))
            expectSameReading(skeleton, Array(document.utf8))
        }
    }

    /// Compares what cmark makes of a skeleton's sections, one by one, with what it makes of the whole.
    private func expectSameSections(_ skeleton: borrowing Skeleton, _ document: [UInt8]) {
        let whole = CmarkBlock.blocks(of: skeleton.bytes + [Byte.lf]).filter(\.isNeeded)
        let parts = skeleton.sections.indices.flatMap { number in
            let bytes = Array(skeleton.bytes[skeleton.bytes(ofSection: number)])
            return CmarkBlock.blocks(of: bytes + [Byte.lf]).filter(\.isNeeded).map {
                $0.moved(by: skeleton.sections[number].firstLine)
            }
        }
        #expect(parts == whole, "\(String(decoding: document, as: UTF8.self).debugDescription)")
    }
}

extension CmarkBlock {
    /// The block of a skeleton with the lines that it stands for.
    fileprivate func moved(by lines: Int) -> CmarkBlock {
        var block = self
        block.line += lines
        block.lastLine? += lines
        return block
    }

    fileprivate func moved(to lines: Skeleton.Lines) -> CmarkBlock {
        var block = self
        block.line = lines.first(of: line)
        // Of an underlined heading the line is meant that is after the underline.
        let isUnderlined = kind == "heading" && lastLine.map { $0 > line + 1 } ?? false
        block.lastLine = lastLine.map { isUnderlined ? lines.last(of: $0 - 2) + 2 : lines.last(of: $0) }
        return block
    }

    /// Paragraphs around which nothing stands say nothing: some of them are left out.
    fileprivate var isNeeded: Bool { kind != "paragraph" || depth > 0 }
}
