internal import Markup

// These functions are about what somebody wrote and the person pasted: a mail in paragraphs, or in a quote.
extension AdoptionFinder {
    /// Returns the guess that a paragraph with a greeting begins a mail with feedback; nil if it has none.
    func mailGuess(_ block: Outline.Block, at index: Int) -> [Guess]? {
        // A mail in a quote is one guess, about the quote.
        guard let text = block.text, text.quotes == 0, let line = lines(text).first,
            MailParts.isGreeting(source.text(line))
        else { return nil }
        let blocks = note.outline.blocks
        var paragraphs: [[Range<Int>]] = []
        for block in blocks[index...] {
            guard block.kind == .paragraph, block.depth == blocks[index].depth, let text = block.text else {
                break
            }
            paragraphs.append(lines(text))
            if paragraphs[paragraphs.count - 1].contains(where: { MailParts.isClosing(source.text($0)) }) {
                break
            }
        }
        guard let last = paragraphs.last?.last else { return nil }
        let lines = block.start.line...source.position(of: last.lowerBound).line
        let mailed = AdoptedText(
            source: source, lines: lines.map { source.content(ofLine: $0) }, prefix: prefix(of: line),
            passages: passages(paragraphs, in: .feedback, isOwn: false), isSaid: true)
        return mail(withoutOwn(mailed), at: block.start, lines)
    }

    /// Returns a mail without what the person says themselves: what begins as a letter does may be a page of their diary.
    ///
    /// Nothing is left where nobody said anything of them.
    private func withoutOwn(_ text: AdoptedText) -> AdoptedText {
        var text = text
        let isSaid = text.passages.contains { passage in
            kinds.kind(in: passage.range) == .said
                || passage.text.sentenceWords.contains { Self.addressing.contains($0) }
        }
        for number in text.passages.indices where text.passages[number].fate == .kept {
            if !isSaid || kinds.isOwn(text.passages[number].range) { text.passages[number].fate = .leftOut }
        }
        return text
    }

    private static let addressing: Set<String> = ["you", "your", "you're", "you'd", "you've"]

    /// Returns the guess that a quote is a mail.
    ///
    /// A callout is one only if its type says that it quotes.
    func quoteGuess(_ block: Outline.Block, at index: Int) -> [Guess] {
        let blocks = note.outline.blocks
        guard block.depth == 0, index + 1 < blocks.count, blocks[index + 1].kind == .paragraph,
            let line = blocks[index + 1].text.flatMap({ lines($0).first })
        else { return [] }
        let span = bytes.span.extracting(line)
        if let callout = Callout(span) {
            let type = source.text(
                callout.type.shifted(by: line.lowerBound))
            let title =
                callout.title.shifted(by: line.lowerBound)
            let isQuote = ["quote", "cite", "mail", "email"].contains(type.lowercased())
            guard isQuote, title.isEmpty || guess(of: title).map({ $0 == .feedback }) ?? true else {
                return []
            }
        }
        guard let (text, lastLine, _) = quotedText(at: index, in: .feedback), text.section == .feedback else {
            return []
        }
        let numbers = block.start.line...max(lastLine, block.start.line)
        return quotedOwn(text, at: block.start, numbers) ?? mail(text, at: block.start, numbers)
    }

    /// Returns the guess about a quote of something else than what was said: of questions, or of what to do; nil if it is
    /// none.
    private func quotedOwn(_ text: AdoptedText, at position: Position, _ lines: ClosedRange<Int>) -> [Guess]?
    {
        let told = text.passages.map { passage in self.told(in: passage.range, passage.text) }
        let sections = told.compactMap(\.self)
        guard sections.count(where: { !$0.isFeedback }) * 2 > sections.count else { return nil }
        var text = text
        text.isSaid = false
        text.passages = zip(text.passages, told).map { passage, section in
            Passage(
                passage.text, passage.range, section == nil ? .leftOut : .kept, section, from: passage.start)
        }
        return tellingGuess(text, at: position, lines)
    }

    /// Returns the guess that some text is what somebody wrote.
    private func mail(_ text: AdoptedText, at position: Position, _ lines: ClosedRange<Int>) -> [Guess] {
        var text = text
        text.passages = text.passages.map { $0.orFeedback }
        guard text.passages.contains(where: { $0.fate == .kept }) else { return [] }
        let words = text.passages.flatMap { $0.text.sentenceWords }
        let attempts = [note.marker, otherMarker].map { Adoption.Attempt(marker: $0) }
        let proposal = Adoption.Proposal(
            "Make a list of it below “Feedback:”.", isCertain: false,
            isLikely: words.contains { $0 == "us" || Self.addressing.contains($0) }
                || text.passages.contains { $0.fate == .kept && kinds.kind(in: $0.range) == .said },
            attempts, text: text)
        return [
            Guess(
                kinds: [.feedback], position: position, draft: Draft(lines: lines, proposals: [proposal]),
                problem: "this may be what they wrote, and is not read")
        ]
    }
}
