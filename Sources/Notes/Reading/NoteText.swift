package import Markup

/// A note's text with its bullets and tokens: which bytes say what.
///
/// The index knows what a note says. This type knows what stands at a position, which is what an editor asks.
package struct NoteText: Sendable {
    package struct WrittenBullet: Sendable {
        /// The position of the list marker.
        ///
        /// It identifies the bullet in the index too.
        package let position: Position
        /// How many block quotes and list items stand around the bullet.
        package let depth: Int
        /// The last line of the bullet's text; the line of the marker if there is no text.
        package let lastLine: Int
        /// The last line of the bullet's text and of everything nested in it.
        package fileprivate(set) var lastNestedLine: Int
        /// The tokens of the bullet's text, in order.
        ///
        /// Their ranges are offsets in the source.
        package let tokens: [Token]
    }

    package let source: Source
    package let frontMatter: FrontMatter?
    /// The properties in the note's body.
    package let properties: [PropertyLine]
    /// The line of the last property in the body; nil if there is none.
    package var lastPropertyLine: Int? { properties.last?.line }
    /// The lines on which a merge left two versions.
    ///
    /// They are not read.
    package let conflict: MergeConflict?
    package let bullets: [WrittenBullet]
    package let vocabulary: Vocabulary

    package init(_ source: Source, vocabulary: Vocabulary) {
        self.source = source
        self.vocabulary = vocabulary
        let conflict = MergeConflict(in: source)
        self.conflict = conflict
        // All offsets stay the same.
        let source = conflict?.masked(source) ?? source
        frontMatter = FrontMatter(of: source)
        let masked = frontMatter?.lines ?? FrontMatter.linesOfTOML(in: source) ?? 1..<1
        // The blocks are those of the note as it is read, without its comments.
        let (readable, plain, hidden) = Comments(in: source, outside: LineMask(masked))
            .removed(from: source, hiding: LineMask(masked))
        properties = PropertyBlocks(in: plain, from: masked.upperBound).properties
        var outlines = OutlineReader()
        let outline = outlines.outline(of: readable, masking: hidden)
        var reader = BulletReader(vocabulary: vocabulary)
        var bullets: [WrittenBullet] = outline.blocks.compactMap { block in
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
            return WrittenBullet(
                position: block.start, depth: block.depth, lastLine: lastLine, lastNestedLine: lastLine,
                tokens: tokens)
        }
        Self.addNestedLines(to: &bullets)
        self.bullets = bullets
    }

    /// Sets the last line of what is nested in each bullet.
    private static func addNestedLines(to bullets: inout [WrittenBullet]) {
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

    /// Returns the bullet whose text stands on a line: the innermost one that begins on it or goes on to it;
    /// nil if there is none.
    package func bullet(onLine line: Int) -> WrittenBullet? {
        // Texts do not overlap. So the line belongs to the last bullet that begins on it or before it, or to
        // none.
        let next = bullets.partitionPoint { $0.position.line > line }
        return next > 0 && line <= bullets[next - 1].lastLine ? bullets[next - 1] : nil
    }

    /// Returns the bullet whose list marker stands at a position; nil if there is none.
    package func bullet(at position: Position) -> WrittenBullet? {
        let number = bullets.partitionPoint { $0.position >= position }
        return number < bullets.count && bullets[number].position == position ? bullets[number] : nil
    }

    /// Returns the lines of what is nested in a bullet.
    ///
    /// The indentation that they share is removed.
    package func linesBelow(_ bullet: WrittenBullet) -> [String] {
        guard bullet.lastNestedLine > bullet.lastLine else { return [] }
        let lines = (bullet.lastLine + 1...bullet.lastNestedLine).map { line in
            source.text(source.content(ofLine: line)).replacing("\t", with: "    ")
        }.filter { !$0.allSatisfy(\.isWhitespace) }
        func isMargin(_ character: Character) -> Bool { character == " " || character == ">" }
        let margin = lines.map { $0.prefix(while: isMargin).count }.min() ?? 0
        return lines.map { String($0.dropFirst(margin)) }
    }

    /// Returns the token in which, or directly after which, an offset stands.
    package func token(at offset: Int) -> Token? {
        guard let tokens = bullet(onLine: source.position(of: offset).line)?.tokens else { return nil }
        let first = tokens.partitionPoint { $0.range.upperBound >= offset }
        return first < tokens.count && tokens[first].range.lowerBound <= offset ? tokens[first] : nil
    }
}

extension Paragraph {
    /// Returns the range in the source for a range of the paragraph.
    fileprivate func sourceRange(of range: Range<Int>) -> Range<Int> {
        if range.isEmpty {
            let offset = sourceOffset(of: range.lowerBound)
            return offset..<offset
        }
        return sourceOffset(of: range.lowerBound)..<sourceOffset(of: range.upperBound - 1) + 1
    }
}
