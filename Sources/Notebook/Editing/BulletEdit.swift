internal import Markup

/// A bullet that is being edited: its text with the tokens in it, and what is to be replaced so far.
///
/// Offsets are those of the text, which is the bullet's first paragraph without what stands before its lines;
/// the replacements are the source's.
struct BulletEdit {
    let source: Source
    let block: Outline.Block
    let lines: Outline.Text
    let text: [UInt8]
    let tokens: [Token]
    let vocabulary: Vocabulary
    private let paragraph: Paragraph
    private(set) var replacements: [Edit.Replacement] = []

    /// Opens a bullet; nil for a list item without a text.
    ///
    /// - Parameter readable: the source with blanks in place of what nothing is read of, byte for byte.
    init?(_ block: Outline.Block, of source: Source, reading readable: Source, vocabulary: Vocabulary) {
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

    /// The bullet as it is, with nothing to be replaced.
    init(_ other: BulletEdit) {
        self = other
        replacements = []
    }

    // MARK: Replacing

    mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
        replacements.append(Edit.Replacement(sourceRange(range), with: bytes))
    }

    /// Puts bytes in at an offset of the source.
    mutating func insert(_ bytes: [UInt8], atSource offset: Int) {
        replacements.append(Edit.Replacement(offset..<offset, with: bytes))
    }

    /// Puts a word in front of the text.
    mutating func prepend(_ word: [UInt8]) {
        replace(front..<front, with: word + [Byte.space])
    }

    /// Puts an annotation behind the text, before a block id. Returns where in the text that is.
    @discardableResult
    mutating func append(_ annotation: [UInt8], as dialect: Dialect) -> Int {
        let at = dialect == .emoji ? endOfEmoji : endBeforeEmoji
        if at == 0 {
            replace(front..<front, with: annotation + [Byte.space])
        } else {
            replace(at..<at, with: [Byte.space] + annotation)
        }
        return at
    }

    /// Takes a token out, with the white space that is one too much without it.
    mutating func remove(_ token: Token) {
        replace(rangeWithSpace(token.range), with: [])
    }

    private func rangeWithSpace(_ range: Range<Int>) -> Range<Int> {
        var before = range.lowerBound
        while before > 0, text[before - 1].isBlank { before -= 1 }
        var behind = range.upperBound
        while behind < text.count, text[behind].isBlank { behind += 1 }
        let beginsLine = before == 0 || text[before - 1] == Byte.lf
        let endsLine = behind == text.count || text[behind] == Byte.lf
        if !beginsLine { return before..<range.upperBound }
        if !endsLine { return range.lowerBound..<behind }
        // It has a line for itself, which goes with it: an empty one would end the paragraph.
        if before > 0 { return before - 1..<range.upperBound }
        while behind < text.count, text[behind].isWhiteSpace { behind += 1 }
        return range.lowerBound..<(behind < text.count ? behind : range.upperBound)
    }

    // MARK: Places

    /// Where the text begins.
    var front: Int { text.firstIndex { !$0.isWhiteSpace } ?? 0 }

    /// Where the text ends, but for white space and a block id.
    private var end: Int {
        for token in tokens.reversed() {
            if case .blockID = token.kind { return trimmed(token.range.lowerBound) }
        }
        return trimmed(paragraph.insertionEnd)
    }

    /// The end of the text on the line with the last emoji's annotation: Obsidian Tasks reads one line only.
    private var endOfEmoji: Int {
        guard let last = tokens.last(where: { $0.dialect(in: text) == .emoji }) else { return end }
        let lastByte = max(trimmed(last.range.upperBound) - 1, last.range.lowerBound)
        return min(trimmed(text[lastByte...].firstIndex(of: Byte.lf) ?? text.count), end)
    }

    /// The end of the text, but before the emoji's annotations and the topics among them: Obsidian Tasks
    /// reads a line from its end, up to the first thing that it does not know.
    private var endBeforeEmoji: Int {
        var at = end
        var place = end
        for token in tokens.reversed() where token.range.lowerBound < at {
            guard trimmed(min(token.range.upperBound, at)) == at else { break }
            if token.dialect(in: text) == .emoji {
                at = trimmed(token.range.lowerBound)
                place = at
            } else if case .topic = token.kind {
                at = trimmed(token.range.lowerBound)
            } else {
                break
            }
        }
        return place
    }

    /// Where what an edit may change ends, but for white space.
    var textEnd: Int { trimmed(paragraph.writableEnd) }

    /// Where what is before an offset of the text ends in the source.
    func sourceOffset(ofEnd offset: Int) -> Int { sourceRange(offset..<offset).upperBound }

    private func trimmed(_ offset: Int) -> Int {
        var at = offset
        while at > 0, text[at - 1].isWhiteSpace { at -= 1 }
        return at
    }

    private func sourceRange(_ range: Range<Int>) -> Range<Int> {
        let start = paragraph.sourceOffset(of: range.lowerBound)
        let end = range.upperBound
        // A line ends behind its last byte, and the next begins behind what stands before its text.
        let endsLine = end == 0 || end < text.count && text[end - 1] == Byte.lf
        let sourceEnd = paragraph.sourceOffset(of: endsLine ? end : end - 1) + (endsLine ? 0 : 1)
        return min(start, sourceEnd)..<sourceEnd
    }
}
