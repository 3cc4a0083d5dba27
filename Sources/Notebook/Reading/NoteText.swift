package import Markup

/// A note's text taken apart: which of its bytes say what. Where the index tells what a note says, this tells
/// what stands at a place, as an editor asks.
package struct NoteText: Sendable {
    package struct Bullet: Sendable {
        /// Where the list marker stands: what tells the bullet in the index too.
        package let place: Position
        /// The block quotes and list items around it.
        package let depth: Int
        /// The last line of its text; the marker's own where it has none.
        package let lastLine: Int
        /// What in its text is more than prose, in order. Ranges are those of the source.
        package let tokens: [Token]
    }

    package let source: Source
    package let frontMatter: FrontMatter?
    package let bullets: [Bullet]
    package let vocabulary: Vocabulary

    package init(_ source: Source, vocabulary: Vocabulary) {
        self.source = source
        self.vocabulary = vocabulary
        frontMatter = FrontMatter(of: source)
        var outlines = OutlineReader()
        let outline = outlines.outline(of: source, masking: frontMatter?.lines ?? 1..<1)
        var reader = BulletReader(vocabulary: vocabulary)
        bullets = outline.blocks.compactMap { block in
            guard block.kind == .listItem else { return nil }
            var tokens: [Token] = []
            if let text = block.text {
                _ = reader.read(text, of: source)
                let paragraph = reader.paragraph
                tokens = reader.tokens.map { token in
                    Token(
                        token.kind, paragraph.sourceRange(of: token.range),
                        value: paragraph.sourceRange(of: token.value))
                }
            }
            return Bullet(
                place: block.start, depth: block.depth, lastLine: block.text?.lastLine ?? block.start.line,
                tokens: tokens)
        }
    }

    /// The bullet on one of whose lines a line is: the innermost that begins there, or whose text goes on there.
    package func bullet(onLine line: Int) -> Bullet? {
        bullets.last { $0.place.line <= line && line <= $0.lastLine }
    }

    /// The token that an offset stands in, or right behind.
    package func token(at offset: Int) -> Token? {
        bullet(onLine: source.position(of: offset).line)?.tokens.first {
            $0.range.lowerBound <= offset && offset <= $0.range.upperBound
        }
    }

    /// The line behind the last one of a bullet and of all that is nested in it.
    package func lineBehind(_ bullet: Bullet) -> Int {
        let nested = bullets.drop { $0.place <= bullet.place }.prefix { $0.depth > bullet.depth }
        return max(bullet.lastLine, nested.map(\.lastLine).max() ?? 0) + 1
    }
}

extension Paragraph {
    /// The bytes of the source from the first of a range to its last.
    fileprivate func sourceRange(of range: Range<Int>) -> Range<Int> {
        if range.isEmpty {
            let offset = sourceOffset(of: range.lowerBound)
            return offset..<offset
        }
        return sourceOffset(of: range.lowerBound)..<sourceOffset(of: range.upperBound - 1) + 1
    }
}
