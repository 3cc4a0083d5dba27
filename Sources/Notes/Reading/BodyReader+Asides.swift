internal import Markup

// These functions find the text below a feedback heading in which nothing can be feedback: the greetings and
// the signature of a mail, the news that the answer is no, the state of a request, and what introduces a
// quote or names somebody.
extension BodyReader {
    /// Returns whether a paragraph is only asides.
    ///
    /// In a quote, it may follow the closing of a mail.
    mutating func areAsides(_ lines: [Range<Int>]) -> Bool {
        if lines.count == 1, NotReadFinder.isEmptyLabel(source.bytes.span.extracting(lines[0])) {
            return true
        }
        let text = text(lines)
        if case .quote = containers.last?.kind { return mail.areAsides(text) }
        return MailParts.areAsides(text)
    }

    /// Returns whether all paragraphs of a quote are only asides.
    func areAsides(inQuoteAt quote: Int) -> Bool {
        var mail = MailParts(isOwn: false)
        var index = quote + 1
        while index < blocks.count, blocks[index].depth > blocks[quote].depth {
            guard blocks[index].kind == .paragraph, let lines = blocks[index].text,
                mail.areAsides(text(NotReadFinder.lines(of: lines, in: source)))
            else { return false }
            index += 1
        }
        return true
    }

    /// Returns whether a paragraph is one sentence that ends in a colon and introduces the block after it:
    /// `Dana wrote:`.
    func isIntroduction(_ lines: [Range<Int>], ofBlockAt index: Int) -> Bool {
        guard let line = lines.first, lines.count == 1,
            LineText.colon(source.bytes.span, atEndOf: line) != nil,
            let next = block(after: index), next.depth == blocks[index].depth
        else { return false }
        if case .heading = next.kind { return false }
        return Sentences.cut(text(lines)).count == 1
    }

    /// Reports a bullet whose last line is the name of an interviewer with a colon, if another item follows.
    ///
    /// For CommonMark, the line belongs to the bullet.
    mutating func tellOfName(_ block: Outline.Block, at index: Int) {
        let bytes = bullets.textWithoutComments
        var next = index + 1
        while next < blocks.count, blocks[next].depth > block.depth { next += 1 }
        guard next < blocks.count, blocks[next].kind == .listItem, blocks[next].depth == block.depth,
            let start = bytes.lastIndex(of: Byte.lf).map({ $0 + 1 }),
            let colon = LineText.colon(bytes.span, atEndOf: start..<bytes.count),
            LineText.wordCount(bytes.span, start..<colon, limit: LineText.mostLabelWords)
                <= LineText.mostLabelWords,
            speakers.interviewer(ofHeading: bytes.span.extracting(start..<colon)) != nil
                || meaning(of: bytes, start..<colon)?.speaker != nil
        else { return }
        notRead.add(.nameInBullet, bulletIn: sections.current, block)
    }

    private func text(_ lines: [Range<Int>]) -> [UInt8] {
        Array(lines.map { source.bytes[$0] }.joined(separator: [Byte.lf]))
    }
}
