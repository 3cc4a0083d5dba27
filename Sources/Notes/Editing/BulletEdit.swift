package import Markup

/// A bullet that is being edited: its text, the tokens in it, and the replacements so far.
///
/// Offsets count in the text, which is the bullet's first paragraph without what stands before each of its
/// lines. The replacements count in the source.
package struct BulletEdit {
    package let source: Source
    package let block: Outline.Block
    package let lines: Outline.Text
    package let text: [UInt8]
    package let tokens: [Token]
    package let vocabulary: Vocabulary
    private let paragraph: Paragraph
    package private(set) var replacements: [Edit.Replacement] = []

    /// Opens a bullet; nil for a list item without a text.
    ///
    /// - Parameters:
    ///   - block: The block of the bullet.
    ///   - source: The source to edit.
    ///   - readable: The source with blanks in place of the bytes that are not read. Its length is the same.
    ///   - vocabulary: The words that the bullet is read with.
    package init?(_ block: Outline.Block, of source: Source, reading readable: Source, vocabulary: Vocabulary)
    {
        guard let lines = block.text else { return nil }
        var reader = BulletReader(vocabulary: vocabulary)
        _ = reader.read(lines, of: readable)
        self.source = source
        self.vocabulary = vocabulary
        self.block = block
        self.lines = lines
        paragraph = reader.paragraph
        text = reader.paragraph.bytes
        tokens = reader.tokens
    }

    /// The bullet as it was, without any replacements.
    package init(_ other: BulletEdit) {
        self = other
        replacements = []
    }

    // MARK: Replacing

    package mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
        replacements.append(Edit.Replacement(sourceRange(range), with: bytes))
    }

    /// Inserts bytes at an offset of the source.
    package mutating func insert(_ bytes: [UInt8], atSource offset: Int) {
        replacements.append(Edit.Replacement(offset..<offset, with: bytes))
    }

    /// Puts a word in front of the text.
    package mutating func prepend(_ word: [UInt8]) {
        replace(front..<front, with: word + [Byte.space])
    }

    /// Appends an annotation to the text, before a block id.
    ///
    /// Returns the offset in the text at which it stands.
    @discardableResult
    package mutating func append(_ annotation: [UInt8], as dialect: Dialect) -> Int {
        let at = dialect == .emoji ? endOfEmoji : endBeforeEmoji
        if at == 0 {
            replace(front..<front, with: annotation + [Byte.space])
        } else {
            replace(at..<at, with: [Byte.space] + annotation)
        }
        return at
    }

    /// Removes a token, together with the white space that is too much without it.
    package mutating func remove(_ token: Token) {
        replace(rangeWithSpace(token.range), with: [])
    }

    private func rangeWithSpace(_ range: Range<Int>) -> Range<Int> {
        var before = range.lowerBound
        while before > 0, text[before - 1].isBlank { before -= 1 }
        var after = range.upperBound
        while after < text.count, text[after].isBlank { after += 1 }
        let beginsLine = before == 0 || text[before - 1] == Byte.lf
        let endsLine = after == text.count || text[after] == Byte.lf
        if !beginsLine { return before..<range.upperBound }
        if !endsLine { return range.lowerBound..<after }
        // The token fills its lines alone, so a line goes with it: an empty line would end the paragraph.
        if before > 0 { return before - 1..<range.upperBound }
        while after < text.count, text[after].isWhiteSpace { after += 1 }
        return range.lowerBound..<(after < text.count ? after : range.upperBound)
    }

    // MARK: Positions

    /// The offset at which the text begins.
    package var front: Int { text.firstIndex { !$0.isWhiteSpace } ?? 0 }

    /// The offset at which the text ends, without white space and a block id.
    private var end: Int {
        for token in tokens.reversed() {
            if case .blockID = token.kind { return trimmed(token.range.lowerBound) }
        }
        return trimmed(paragraph.insertionEnd)
    }

    /// The end of the text on the line that holds the last emoji annotation.
    ///
    /// Obsidian Tasks reads one line only.
    private var endOfEmoji: Int {
        guard let last = tokens.last(where: { $0.dialect(in: text) == .emoji }) else { return end }
        let lastByte = max(trimmed(last.range.upperBound) - 1, last.range.lowerBound)
        return min(trimmed(text[lastByte...].firstIndex(of: Byte.lf) ?? text.count), end)
    }

    /// The end of the text before its emoji annotations and the topics among them.
    ///
    /// Obsidian Tasks reads a line from its end, up to the first thing that it does not know.
    private var endBeforeEmoji: Int {
        var at = end
        var beforeEmoji = end
        for token in tokens.reversed() where token.range.lowerBound < at {
            guard trimmed(min(token.range.upperBound, at)) == at else { break }
            if token.dialect(in: text) == .emoji {
                at = trimmed(token.range.lowerBound)
                beforeEmoji = at
            } else if case .topic = token.kind {
                at = trimmed(token.range.lowerBound)
            } else {
                break
            }
        }
        return beforeEmoji
    }

    /// The offset at which the part that an edit may change ends, without white space.
    package var textEnd: Int { trimmed(paragraph.writableEnd) }

    /// Returns the offset in the source at which the part before an offset of the text ends.
    package func sourceOffset(ofEnd offset: Int) -> Int { sourceRange(offset..<offset).upperBound }

    private func trimmed(_ offset: Int) -> Int {
        var at = offset
        while at > 0, text[at - 1].isWhiteSpace { at -= 1 }
        return at
    }

    private func sourceRange(_ range: Range<Int>) -> Range<Int> {
        let start = paragraph.sourceOffset(of: range.lowerBound)
        let end = range.upperBound
        // A line ends after its last byte, and the next one begins after what stands before its text.
        let endsLine = end == 0 || end < text.count && text[end - 1] == Byte.lf
        let sourceEnd = paragraph.sourceOffset(of: endsLine ? end : end - 1) + (endsLine ? 0 : 1)
        return min(start, sourceEnd)..<sourceEnd
    }
}
