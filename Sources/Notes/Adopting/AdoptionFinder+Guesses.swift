package import Markup

// These functions are about headings, lines and mails that the table of headings does not name, but that look
// like something that it names.
extension AdoptionFinder {
    /// Something that is probably meant, with what can be written.
    package struct Guess {
        package let kind: SectionGuess
        package let position: Position
        package let draft: Draft
        package let problem: String
    }

    /// Returns what is probably meant in a note that is about an interview, or that looks so by its title or by
    /// two guesses.
    package func guesses() -> [Adoption] {
        var guesses: [Guess] = []
        let blocks = note.outline.blocks
        let reported = Set(note.notRead.map(\.position))
        // As soon as a heading that is nearly read is read, what stands below it belongs to it.
        let hasNearHeading = note.notRead.contains { if case .heading = $0.shape { true } else { false } }
        for (index, block) in blocks.enumerated() where !reported.contains(block.start) {
            switch block.kind {
            case .heading:
                let isTitle = index == 0 && block.kind == .heading(level: 1)
                if !isTitle { guesses += headingGuess(block) }
            case .paragraph:
                guesses +=
                    lineGuess(block, at: index) ?? sayingGuess(block)
                    ?? (hasNearHeading ? [] : mailGuess(block))
            case .blockQuote: guesses += hasNearHeading ? [] : quoteGuess(block, at: index)
            case .listItem: guesses += itemGuess(block, at: index)
            case .code: break
            }
        }
        let looksSo =
            note.note.speaksOfInterview || TitleWords.isOfInterview(note.note.title)
            || note.headings.contains {
                TitleWords.isOfInterview(source.text(source.content(ofLine: $0.line)))
            }
            || Set(guesses.map(\.kind)).count > 1
        return looksSo
            ? guesses.map { adoption(at: $0.position, $0.draft, subject: .guess, problem: $0.problem) } : []
    }

    private func guess(of text: Range<Int>) -> SectionGuess? {
        let words = HeadingWords(bytes.span.extracting(text))
        return SectionGuess(words.small, isMine: words.isMine)
    }

    private func isRead(_ text: Range<Int>) -> Bool {
        table.meaning(of: bytes.span.extracting(text)).kind != .nothing
    }

    /// Returns the guess that some text is a heading, with what has to be written so that it is read.
    ///
    /// - Parameters:
    ///   - kind: what the heading is about.
    ///   - text: the words to be replaced by a name.
    ///   - position: the position of the guess.
    ///   - lastLine: the last line of the guess; nil for the line of its position.
    ///   - list: the text that becomes bullets; nil if there is none.
    ///   - dress: returns the replacements for a new name and for what is written around it.
    private func guess(
        _ kind: SectionGuess, _ text: Range<Int>, at position: Position, lastLine: Int? = nil,
        text list: AdoptedText? = nil, dress: (String) -> [Edit.Replacement]
    ) -> Guess {
        let plain = source.text(text).filter { !"()[]*_#:".contains($0) }.folded
        let names = isRead(text) ? [source.text(text)] : ["\(kind.heading) (\(plain))", kind.heading]
        let attempts = names.map { Adoption.Attempt(replacements: dress($0), marker: note.marker) }
        let proposal = Adoption.Proposal(
            "Make a heading of it that is read: “\(names[0])”.", isCertain: false, attempts, text: list)
        return Guess(
            kind: kind, position: position,
            draft: Draft(lines: position.line...(lastLine ?? position.line), proposals: [proposal]),
            problem: "this may be above \(kind.content), and is not read")
    }

    // MARK: Headings

    private func headingGuess(_ block: Outline.Block) -> [Guess] {
        guard let lines = block.text else { return [] }
        let start = source.offset(of: lines.start)
        let line = start..<max(source.content(ofLine: lines.start.line).upperBound, start)
        let inner = HeadingText.withoutMarks(bytes.span.extracting(line))
        let text = line.lowerBound + inner.lowerBound..<line.lowerBound + inner.upperBound
        guard !isRead(text), let kind = guess(of: text) else { return [] }
        return [guess(kind, text, at: block.start) { [Edit.Replacement(text, with: $0.utf8)] }]
    }

    // MARK: Lines

    /// Returns the guess that the first line of a paragraph is the heading of what follows; nil if the line does
    /// not look like a heading.
    private func lineGuess(_ block: Outline.Block, at index: Int) -> [Guess]? {
        guard let text = block.text else { return nil }
        let lines = lines(text)
        guard let line = lines.first, !line.isEmpty else { return nil }
        let span = bytes.span.extracting(line)
        let lineEnd = AdoptedText(source: source, lines: [line], prefix: [], passages: []).lineEnd
        let gap = lines.count > 1 ? lineEnd + prefix(of: line) : []
        if let bold = LineText.bold(span) {
            let words = line.lowerBound + bold.lowerBound..<line.lowerBound + bold.upperBound
            guard let kind = guess(of: words), lines.count > 1 || !isRead(words) else { return nil }
            return [
                guess(kind, words, at: block.start, lastLine: text.lastLine) { name in
                    [Edit.Replacement(words, with: name.utf8)]
                        + (gap.isEmpty
                            ? [] : [Edit.Replacement(line.upperBound..<line.upperBound, with: gap)])
                }
            ]
        }
        let isAboveList = lines.count == 1 && beginsListBelow(index)
        let colon = LineText.colon(bytes.span, atEndOf: line)
        let words = line.lowerBound..<(colon ?? line.upperBound)
        guard
            LineText.wordCount(bytes.span, words, limit: LineText.mostLabelWords) <= LineText.mostLabelWords,
            colon != nil || !".!?,;".utf8.contains(bytes[line.upperBound - 1]),
            lines.count > 1 || isAboveList || colon != nil, let kind = guess(of: words)
        else { return nil }
        if isAboveList, colon != nil, isRead(words) { return nil }
        if lines.count > 1, kind != .actions {
            return [
                listGuess(kind, line, words, Array(lines[1...]), at: block.start, lastLine: text.lastLine)
            ]
        }
        return [
            guess(kind, words, at: block.start, lastLine: text.lastLine) { name in
                isAboveList
                    ? [Edit.Replacement(line, with: "\(name):".utf8)]
                    : [Edit.Replacement(line, with: "**\(name)**".utf8 + gap)]
            }
        ]
    }

    /// Returns the guess that the first line of a paragraph is the heading of the rest. The rest becomes a list,
    /// so that the section ends after it.
    private func listGuess(
        _ kind: SectionGuess, _ line: Range<Int>, _ words: Range<Int>, _ rest: [Range<Int>],
        at position: Position,
        lastLine: Int
    ) -> Guess {
        let isSaid = kind == .feedback || kind == .praise
        let text = AdoptedText(
            source: source, lines: rest, prefix: prefix(of: line),
            passages: passages([rest], isSaid: isSaid, isOwn: isSaid), isSaid: isSaid)
        return guess(kind, words, at: position, lastLine: lastLine, text: text) { name in
            [Edit.Replacement(line, with: "\(name):".utf8)]
        }
    }

    /// Returns whether the words before a colon say that somebody else said what follows: `Rosa said`.
    private static func tellsWhatWasSaid(_ words: [String]) -> Bool {
        guard let first = words.first, !["i", "i've", "we", "tell"].contains(first) else { return false }
        return words.contains { ["said", "wrote", "told", "added"].contains($0) }
            || words.first == "feedback" && !HeadingTable.isOtherFeedback(words, at: 0)
            || words.first == "comments" && words.dropFirst().first == "from"
    }

    /// Returns the guess that a line tells after a colon what somebody said: `They told me: too quiet`. Nil if it
    /// does not.
    private func sayingGuess(_ block: Outline.Block) -> [Guess]? {
        guard let text = block.text else { return nil }
        let lines = lines(text)
        let colons = lines.map { line in bytes[line].firstIndex(of: .ascii(":")) }
        let number = lines.indices.first { number in
            guard let colon = colons[number] else { return false }
            let line = lines[number]
            guard
                LineText.wordCount(bytes.span, line.lowerBound..<colon, limit: SectionGuess.mostWords)
                    <= SectionGuess.mostWords,
                bytes[(colon + 1)..<line.upperBound].contains(where: { !$0.isBlank })
            else { return false }
            let words = HeadingWords(bytes.span.extracting(line.lowerBound..<colon)).small
            return Self.tellsWhatWasSaid(words)
                && !MailParts.areAsides(Array(bytes[(colon + 1)..<line.upperBound]))
        }
        guard let number else { return nil }
        let end = lines.indices[(number + 1)...].first { colons[$0] != nil } ?? lines.endIndex
        let further = Array(lines[(number + 1)..<end])
        let draft = labelDraft(.feedback, lines[number], further, prefix(of: lines[number]), item: nil)
        return draft.map { draft in
            [
                Guess(
                    kind: .feedback, position: source.position(of: lines[number].lowerBound), draft: draft,
                    problem: "this may be what they said, and is not read")
            ]
        }
    }

    private func beginsListBelow(_ index: Int) -> Bool {
        let blocks = note.outline.blocks
        return index + 1 < blocks.count && blocks[index + 1].kind == .listItem
            && blocks[index + 1].depth == blocks[index].depth
    }

    /// Returns the guess that an item is the heading of what is nested in it.
    private func itemGuess(_ block: Outline.Block, at index: Int) -> [Guess] {
        let blocks = note.outline.blocks
        guard index + 1 < blocks.count, blocks[index + 1].kind == .listItem,
            blocks[index + 1].depth > block.depth,
            let text = block.text, let line = lines(text).first, !line.isEmpty,
            text.lastLine == text.start.line
        else { return [] }
        let words = line.lowerBound..<(LineText.colon(bytes.span, atEndOf: line) ?? line.upperBound)
        guard
            LineText.wordCount(bytes.span, words, limit: LineText.mostLabelWords) <= LineText.mostLabelWords,
            TaskMarker.box(bytes.span, words.lowerBound) == nil, !isRead(words), let kind = guess(of: words)
        else { return [] }
        return [
            guess(kind, words, at: block.start) { [Edit.Replacement(line, with: "\($0):".utf8)] }
        ]
    }

    // MARK: Mails

    /// Returns the guess that a paragraph with a greeting begins a mail with feedback.
    private func mailGuess(_ block: Outline.Block) -> [Guess] {
        // A mail in a quote is one guess, about the quote.
        guard let text = block.text, text.quotes == 0, let line = lines(text).first,
            MailParts.isGreeting(source.text(line))
        else {
            return []
        }
        return [mail(at: block.start, line, lastLine: text.lastLine)]
    }

    private func quoteGuess(_ block: Outline.Block, at index: Int) -> [Guess] {
        let blocks = note.outline.blocks
        guard block.depth == 0, index + 1 < blocks.count, blocks[index + 1].kind == .paragraph,
            let text = blocks[index + 1].text, let line = lines(text).first,
            Callout(bytes.span.extracting(line)) == nil
        else { return [] }
        let start = source.offset(of: block.start)
        return [mail(at: block.start, start..<start, lastLine: text.lastLine)]
    }

    /// Returns the guess that a heading of feedback is missing above what may be a mail.
    private func mail(at position: Position, _ line: Range<Int>, lastLine: Int) -> Guess {
        let end = AdoptedText(source: source, lines: [line], prefix: [], passages: []).lineEnd
        let heading = Array("**Feedback**".utf8) + end + prefix(of: line) + end + prefix(of: line)
        let proposal = Adoption.Proposal(
            "Write “**Feedback**” above it.", isCertain: false,
            [.init(replacements: [Edit.Replacement(line.lowerBound..<line.lowerBound, with: heading)])])
        return Guess(
            kind: .feedback, position: position,
            draft: Draft(lines: position.line...lastLine, proposals: [proposal]),
            problem: "this may be what they wrote, and is not read")
    }
}
