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
        /// The last line of its text and of all that is nested in it.
        package fileprivate(set) var lastNestedLine: Int
        /// What in its text is more than prose, in order. Ranges are those of the source.
        package let tokens: [Token]
    }

    package let source: Source
    package let frontMatter: FrontMatter?
    /// The properties in its body.
    let properties: [Property]
    /// The line of the last property in its body; nil where there is none.
    package var lastPropertyLine: Int? { properties.last?.line }
    /// Where a merge left two versions, which nothing is known of.
    package let conflict: MergeConflict?
    package let bullets: [Bullet]
    package let vocabulary: Vocabulary

    package init(_ source: Source, vocabulary: Vocabulary) {
        self.source = source
        self.vocabulary = vocabulary
        let conflict = MergeConflict(in: source)
        self.conflict = conflict
        // All offsets stay.
        let source = conflict?.masked(source) ?? source
        frontMatter = FrontMatter(of: source)
        let masked = frontMatter?.lines ?? FrontMatter.linesOfTOML(in: source) ?? 1..<1
        properties = PropertyBlocks(in: source, from: masked.upperBound).properties
        // Blocks are those of a note without its comments, as it is read.
        let (readable, hidden) = Comments(in: source, outside: LineMask(masked))
            .removed(from: source, hiding: LineMask(masked))
        var outlines = OutlineReader()
        let outline = outlines.outline(of: readable, masking: hidden)
        var reader = BulletReader(vocabulary: vocabulary)
        var bullets: [Bullet] = outline.blocks.compactMap { block in
            guard block.kind == .listItem else { return nil }
            var tokens: [Token] = []
            if let text = block.text {
                _ = reader.read(text, of: readable)
                let paragraph = reader.paragraph
                tokens = reader.tokens.map { token in
                    Token(
                        token.kind, paragraph.sourceRange(of: token.range),
                        value: paragraph.sourceRange(of: token.value))
                }
            }
            let lastLine = block.text?.lastLine ?? block.start.line
            return Bullet(
                place: block.start, depth: block.depth, lastLine: lastLine, lastNestedLine: lastLine,
                tokens: tokens)
        }
        Self.addNestedLines(to: &bullets)
        self.bullets = bullets
    }

    /// Lets each bullet reach to the last line of what is nested in it.
    private static func addNestedLines(to bullets: inout [Bullet]) {
        var enclosing: [Int] = []
        func leave(until depth: Int) {
            while let last = enclosing.last, bullets[last].depth >= depth {
                enclosing.removeLast()
                if let outer = enclosing.last {
                    bullets[outer].lastNestedLine = max(
                        bullets[outer].lastNestedLine, bullets[last].lastNestedLine)
                }
            }
        }
        for number in bullets.indices {
            leave(until: bullets[number].depth)
            enclosing.append(number)
        }
        leave(until: 0)
    }

    /// The bullet on one of whose lines a line is: the innermost that begins there, or whose text goes on there.
    package func bullet(onLine line: Int) -> Bullet? {
        // Texts do not overlap, so that a line is one of the last bullet that begins by then, or of none.
        let next = bullets.partitionPoint { $0.place.line > line }
        return next > 0 && line <= bullets[next - 1].lastLine ? bullets[next - 1] : nil
    }

    /// The bullet whose list marker stands at a place.
    package func bullet(at place: Position) -> Bullet? {
        let number = bullets.partitionPoint { $0.place >= place }
        return number < bullets.count && bullets[number].place == place ? bullets[number] : nil
    }

    /// The lines of what is nested in a bullet, the outermost ones at the margin.
    package func linesBelow(_ bullet: Bullet) -> [String] {
        guard bullet.lastNestedLine > bullet.lastLine else { return [] }
        let lines = (bullet.lastLine + 1...bullet.lastNestedLine).map { line in
            source.text(source.content(ofLine: line)).replacing("\t", with: "    ")
        }.filter { !$0.allSatisfy(\.isWhitespace) }
        func isMargin(_ character: Character) -> Bool { character == " " || character == ">" }
        let margin = lines.map { $0.prefix(while: isMargin).count }.min() ?? 0
        return lines.map { String($0.dropFirst(margin)) }
    }

    /// The token that an offset stands in, or right behind.
    package func token(at offset: Int) -> Token? {
        guard let tokens = bullet(onLine: source.position(of: offset).line)?.tokens else { return nil }
        let first = tokens.partitionPoint { $0.range.upperBound >= offset }
        return first < tokens.count && tokens[first].range.lowerBound <= offset ? tokens[first] : nil
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
