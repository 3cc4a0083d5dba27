package import Markup

// These functions are about headings, lines and mails that the table of headings does not name, but that look
// like something that it names.
extension AdoptionFinder {
    /// Something that is probably meant, with what can be written.
    package struct Guess {
        /// What it is about.
        package var kinds: Set<SectionGuess>
        package let position: Position
        package var draft: Draft
        package let problem: String
        /// Whether a label in it says what it is, whatever the heading above it is about.
        ///
        /// Such guesses come first, because a heading that is read decides about all that is below it.
        var saysItself = false
        /// The guesses about its pieces, for where it cannot be written as a whole.
        var parts: [Guess] = []
    }

    /// Returns what is probably meant in a note that is about an interview, or that looks so by its title or
    /// by two guesses.
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
                if !isTitle { guesses += headingGuess(block, at: index) }
            case .paragraph where isTable(block): guesses += tableGuess(block)
            case .paragraph:
                guesses +=
                    quotedListGuess(block, at: index) ?? lineGuess(block, at: index) ?? sayingGuess(block)
                    ?? (hasNearHeading ? nil : mailGuess(block, at: index)) ?? tellingGuess(block)
            case .blockQuote: guesses += hasNearHeading ? [] : quoteGuess(block, at: index)
            case .listItem:
                guesses +=
                    itemGuess(block, at: index) + quotedItemGuess(block, at: index)
                    + nestedGuess(block, at: index)
            case .code: break
            }
        }
        guesses += tellingItems()
        guesses = guesses.filter(\.saysItself) + guesses.filter { !$0.saysItself }
        let looksSo =
            note.note.speaksOfInterview || TitleWords.isOfInterview(note.note.title)
            || note.headings.contains {
                TitleWords.isOfInterview(source.text(source.content(ofLine: $0.line)))
            }
            || guesses.reduce(into: Set()) { $0.formUnion($1.kinds) }.count > 1 || beginsOfInterview
            || isFiledUnderInterviews
        return looksSo
            ? (guesses + answerGuesses() + dueGuesses()).map(adoption) : []
    }

    private func adoption(of guess: Guess) -> Adoption {
        var adoption = adoption(at: guess.position, guess.draft, subject: .guess, problem: guess.problem)
        adoption.parts = guess.parts.map(self.adoption)
        return adoption
    }

    /// Whether the note is in a folder of interviews.
    private var isFiledUnderInterviews: Bool {
        note.path.text.split(separator: "/").dropLast().contains { TitleWords.isOfInterview(String($0)) }
    }

    /// Whether one of the first lines says that it is about an interview.
    private var beginsOfInterview: Bool {
        note.outline.blocks.prefix(4).contains { block in
            guard let text = block.text else { return false }
            let first = source.offset(of: text.start)..<source.content(ofLine: text.lastLine).upperBound
            return TitleWords.tellsOfInterview(source.text(first))
        }
    }

    /// Returns what words are the heading of; nil if they do not tell.
    ///
    /// What the table of headings knows is that.
    func guess(of text: Range<Int>) -> SectionGuess? {
        let meaning = table.meaning(of: bytes.span.extracting(text))
        if let kind = SectionGuess(meaning.section(within: nil)) { return kind }
        return SectionGuess(meaning.words.small, isMine: meaning.words.isMine)
    }

    private func isRead(_ text: Range<Int>) -> Bool {
        table.meaning(of: bytes.span.extracting(text)).section(within: nil) != nil
    }

    /// Guesses that some text is a heading, and proposes what has to be written so that it is read.
    ///
    /// - Parameters:
    ///   - kind: what the heading is about.
    ///   - text: the words to be replaced by a name.
    ///   - position: the position of the guess.
    ///   - lastLine: the last line of the guess; nil for the line of its position.
    ///   - reach: the last line of what is below the heading.
    ///   - list: the text that becomes bullets; nil if there is none.
    ///   - dress: returns the replacements for a new name and for what is written around it.
    /// - Returns: the guess. It is never certain.
    private func guess(
        _ kind: SectionGuess, _ text: Range<Int>, at position: Position, lastLine: Int? = nil,
        reach: Int? = nil, text list: AdoptedText? = nil, dress: (String) -> [Edit.Replacement]
    ) -> Guess {
        let written = source.text(text)
        let marks = written.contains("[[") ? "()*_#:" : "()[]*_#:"
        let plain = written.filter { !marks.contains($0) }.folded
        let names = isRead(text) ? [written] : ["\(kind.heading) (\(plain))", kind.heading]
        let attempts = names.map { Adoption.Attempt(replacements: dress($0), marker: note.marker) }
        let proposal = Adoption.Proposal(
            "Make a heading of it that is read: “\(names[0])”.", isCertain: false, attempts, text: list,
            of: [kind.section])
        return Guess(
            kinds: [kind], position: position,
            draft: Draft(
                lines: position.line...(lastLine ?? position.line), reach: reach, proposals: [proposal]),
            problem: "this looks like the heading of \(kind.content)")
    }

    // MARK: Headings

    private func headingGuess(_ block: Outline.Block, at index: Int) -> [Guess] {
        guard let lines = block.text else { return [] }
        let start = source.offset(of: lines.start)
        let line = start..<max(source.content(ofLine: lines.start.line).upperBound, start)
        let inner = HeadingText.withoutMarks(bytes.span.extracting(line))
        let text = inner.shifted(by: line.lowerBound)
        guard !isRead(text), let guess = guess(of: text) else { return [] }
        let kind = settled(guess, ofHeadingAt: index)
        return [
            self.guess(kind, text, at: block.start, reach: reach(ofHeadingAt: index)) {
                [Edit.Replacement(text, with: $0.utf8)]
            }
        ]
    }

    /// Returns what a heading is about: what its words say, unless most of what stands below it tells something else.
    private func settled(_ kind: SectionGuess, ofHeadingAt index: Int) -> SectionGuess {
        let block = note.outline.blocks[index]
        return settled(kind, by: told(belowHeadingAt: index, after: block.text?.lastLine ?? block.start.line))
    }

    private func settled(_ kind: SectionGuess, above lines: [Range<Int>]) -> SectionGuess {
        guard let first = lines.first, let last = lines.last else { return kind }
        return settled(kind, by: kinds.prevailingKind(in: first.lowerBound..<last.upperBound))
    }

    private func settled(_ kind: SectionGuess, by told: SentenceKind?) -> SectionGuess {
        guard let told, told != SentenceKind(kind.section) else { return kind }
        return SectionGuess(told.section) ?? kind
    }

    /// Returns what most of the text tells that stands below a heading and after a line; nil if it tells different things.
    private func told(belowHeadingAt index: Int, after line: Int) -> SentenceKind? {
        let start = source.content(ofLine: line).upperBound
        let end = source.content(ofLine: reach(ofHeadingAt: index)).upperBound
        return end > start ? kinds.prevailingKind(in: start..<end) : nil
    }

    // MARK: Lines

    /// Returns the guess that the first line of a paragraph is the heading of what follows; nil if the line
    /// does not look like a heading.
    private func lineGuess(_ block: Outline.Block, at index: Int) -> [Guess]? {
        guard let text = block.text else { return nil }
        let lines = lines(text)
        guard let line = lines.first, !line.isEmpty else { return nil }
        let span = bytes.span.extracting(line)
        if let callout = Callout(span) { return titleGuess(callout, line, block, at: index) }
        if let bold = LineText.bold(span) {
            let words = bold.shifted(by: line.lowerBound)
            guard let kind = guess(of: words), lines.count > 1 || !isRead(words) else { return nil }
            if lines.count > 1 { return [listGuess(kind, line, words, Array(lines[1...]), block)] }
            return [
                guess(kind, words, at: block.start, reach: reach(ofHeadingAt: index)) {
                    [Edit.Replacement(words, with: $0.utf8)]
                }
            ]
        }
        let isAboveList = lines.count == 1 && beginsListBelow(index)
        let colon = LineText.colon(bytes.span, atEndOf: line)
        let words = line.lowerBound..<(colon ?? line.upperBound)
        if isAboveList, colon != nil, let named = nameGuess(words, line, block, at: index) { return [named] }
        let mostWords = isAboveList && colon != nil ? SectionGuess.mostWords : LineText.mostLabelWords
        guard LineText.wordCount(bytes.span, words, limit: mostWords) <= mostWords,
            colon != nil || !".!?,;".utf8.contains(bytes[line.upperBound - 1]),
            label(of: line, in: nil) == nil, endOfMark(line) == nil,
            lines.count > 1 || isAboveList,
            let kind = guess(of: words)
                ?? (colon == nil ? nil : guess(ofQuestions: lines[1...], below: words))
        else { return nil }
        if isAboveList, colon != nil, isRead(words) { return nil }
        if lines.count > 1 {
            let rest = Array(lines[1...])
            return [listGuess(settled(kind, above: rest), line, words, rest, block)]
        }
        return [
            guess(settled(kind, ofHeadingAt: index), words, at: block.start, reach: reach(ofHeadingAt: index))
            {
                [Edit.Replacement(line, with: "\($0):".utf8)]
            }
        ]
    }

    /// Returns whose questions some lines are: `For the panel:` stands above those to ask; nil unless there are
    /// several and nothing else.
    private func guess(ofQuestions lines: ArraySlice<Range<Int>>, below words: Range<Int>) -> SectionGuess? {
        guard lines.count > 1, lines.allSatisfy({ Self.isQuestion(source.text($0)) }) else { return nil }
        return source.text(words).sentenceWords.first == "for" ? .questionsToAsk : .questionsAsked
    }

    /// Returns the guess that a list below a person's name is what they said; nil if the words do not name a
    /// person.
    private func nameGuess(
        _ words: Range<Int>, _ line: Range<Int>, _ block: Outline.Block, at index: Int
    ) -> Guess? {
        guard let name = LabelGuess.name(bytes.span.extracting(words)), isSpeaker(name) else { return nil }
        let heading = "Feedback from \(name):"
        let proposal = Adoption.Proposal(
            "Make a heading of it that is read: “\(heading)”.", isCertain: false,
            [.init(replacements: [Edit.Replacement(line, with: heading.utf8)])], of: [.feedback])
        return Guess(
            kinds: [.feedback], position: block.start,
            draft: Draft(
                lines: block.start.line...block.start.line, reach: reach(ofHeadingAt: index),
                proposals: [proposal]),
            problem: "this looks like the name of who said what is below it")
    }

    /// Returns the guess that the title of a callout is a heading; nil if it does not look like one, or is
    /// read.
    private func titleGuess(
        _ callout: Callout, _ line: Range<Int>, _ block: Outline.Block, at index: Int
    ) -> [Guess]? {
        let title = callout.title.shifted(by: line.lowerBound)
        let told = told(belowHeadingAt: index, after: block.start.line).flatMap { SectionGuess($0.section) }
        guard !title.isEmpty, !isRead(title), let kind = told ?? guess(of: title) else { return [] }
        return [
            guess(kind, title, at: block.start, reach: reach(ofHeadingAt: index)) {
                [Edit.Replacement(title, with: $0.utf8)]
            }
        ]
    }

    /// Returns the guess that the first line of a paragraph is the heading of the rest.
    ///
    /// The rest becomes a list, so that the section ends after it.
    private func listGuess(
        _ kind: SectionGuess, _ line: Range<Int>, _ words: Range<Int>, _ rest: [Range<Int>],
        _ block: Outline.Block
    ) -> Guess {
        let section = kind.section
        let text = AdoptedText(
            source: source, lines: rest, prefix: prefix(of: line),
            passages: passages([rest], in: section, isOwn: section.isFeedback), isSaid: section.isFeedback,
            section: section)
        return guess(kind, words, at: block.start, lastLine: block.text?.lastLine, text: text) { name in
            [Edit.Replacement(line, with: "\(name):".utf8)]
        }
    }

    /// Returns the last line of what a heading, a label or an item that is a heading is above.
    func reach(ofHeadingAt index: Int) -> Int {
        let blocks = note.outline.blocks
        let (own, text) = (blocks[index], blocks[index].text)
        var last = text?.lastLine ?? own.start.line
        let isLabel =
            own.kind == .paragraph
            && !isBold(own) && beginsListBelow(index)
        for (offset, block) in blocks[(index + 1)...].enumerated() {
            if own.kind == .paragraph, !isLabel, isBold(block) { return last }
            switch (own.kind, block.kind) {
            case (.listItem, _) where block.depth <= own.depth: return last
            case (_, _) where block.depth < own.depth: return last
            case (.heading(let level), .heading(let other)) where other <= level: return last
            case (.paragraph, .heading): return last
            case (_, _) where isLabel && block.depth == own.depth:
                if block.kind != .listItem || block.beginsList && offset > 0 { return last }
            default: break
            }
            last = max(last, block.text?.lastLine ?? block.start.line)
        }
        return last
    }

    /// Returns the last line of what is below the heading on a line.
    func reach(belowLine line: Int) -> Int {
        let blocks = note.outline.blocks
        let next = blocks.partitionPoint { $0.start.line > line }
        let own = blocks[..<next].lastIndex { $0.start.line == line && $0.text != nil }
        return (own ?? (next > 0 ? next - 1 : nil)).map(reach(ofHeadingAt:)) ?? line
    }

    private func isBold(_ block: Outline.Block) -> Bool {
        guard block.kind == .paragraph, let line = block.text.flatMap({ lines($0).first }) else {
            return false
        }
        return LineText.bold(bytes.span.extracting(line)) != nil
    }

    /// Returns whether the words before a colon say that somebody else said what follows: `Rosa said`.
    private static func tellsWhatWasSaid(_ words: [String]) -> Bool {
        guard let first = words.first, !["i", "i've", "we", "tell"].contains(first) else { return false }
        return words.contains { ["said", "wrote", "told", "added", "comment"].contains($0) }
            || words.count > 1 && words.last == "words"
                && ["his", "her", "their"].contains(words[words.count - 2])
            || ["feedback", "fb"].contains(first) && !HeadingTable.isOtherFeedback(words, at: 0)
            || words.first == "comments" && words.dropFirst().first == "from"
    }

    /// Returns the guess that a line tells after a colon what somebody said: `They told me: too quiet`.
    ///
    /// Nil if it does not.
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
                bytes[(colon + 1)..<line.upperBound].contains(where: { !$0.isBlank }),
                // `1:5` is a ratio.
                !bytes[colon + 1].isDigit
            else { return false }
            // A label is no sentence and the beginning of another.
            if source.text(line.lowerBound..<colon).contains(". ") { return false }
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
                    kinds: [.feedback], position: source.position(of: lines[number].lowerBound), draft: draft,
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
            TaskMarker.box(bytes.span, words.lowerBound) == nil, !isRead(words),
            let kind = guess(of: words)
                ?? told(belowHeadingAt: index, after: text.lastLine).flatMap({ SectionGuess($0.section) })
        else { return [] }
        return [
            guess(settled(kind, ofHeadingAt: index), words, at: block.start, reach: reach(ofHeadingAt: index))
            {
                [Edit.Replacement(line, with: "\($0):".utf8)]
            }
        ]
    }
}
