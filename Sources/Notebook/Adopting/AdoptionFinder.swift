internal import Markup

/// Finds what can be written for what is not read in a note.
struct AdoptionFinder {
    let note: AdoptableNote
    let table: HeadingTable
    var source: Source { note.source }
    var bytes: [UInt8] { note.source.bytes }

    init(_ note: AdoptableNote) {
        self.note = note
        table = HeadingTable(note.vocabulary)
    }

    /// A draft of an adoption: what it is about, and what can be written.
    struct Draft {
        let lines: ClosedRange<Int>
        let proposals: [Adoption.Proposal]
    }

    /// What can be written for one thing that is not read. Nothing of it is proven yet.
    func adoption(of found: NotRead) -> Adoption {
        let draft = draft(of: found) ?? Draft(lines: found.place.line...found.place.line, proposals: [])
        return adoption(
            at: found.place, draft, subject: .notRead, problem: Diagnostic.notRead(found, note.path).message)
    }

    func adoption(at place: Position, _ draft: Draft, subject: Adoption.Subject, problem: String) -> Adoption
    {
        Adoption(
            path: note.path, place: place, lastLine: draft.lines.upperBound, subject: subject,
            problem: problem,
            heading: subject == .notRead ? heading(above: place) : nil,
            lines: draft.lines.map { source.text(source.content(ofLine: $0)) }, proposals: draft.proposals,
            people: note.note.interviewers, note: note)
    }

    private func draft(of found: NotRead) -> Draft? {
        switch found.shape {
        // The day on which they said so only the person knows.
        case .refusal: nil
        case .heading(let word): headingDraft(word, at: found.place)
        case .label(let word): labelDraft(word, at: found.place)
        case .paragraph: paragraphDraft(found)
        case .quote: quoteDraft(found)
        case .table: tableDraft(found)
        case .imitatedList: imitatedListDraft(at: found.place)
        case .indentedList: indentedListDraft(at: found.place)
        case .nestedBullet: nestedBulletDraft(at: found.place)
        case .undecidedEvidence: evidenceDraft(at: found.place)
        case .bulletWithoutBox: actionsDraft(at: found.place)
        case .boxWithoutBullet: boxDraft(at: found.place)
        case .dayInWords(let day): dayDraft(day, at: found.place)
        // Whose part it is stands nowhere.
        case .storyPart: nil
        }
    }

    // MARK: Blocks

    /// The number of the last block that begins at a place or before, of those that fit.
    func block(at place: Position, _ fits: (Outline.Block) -> Bool) -> Int? {
        let blocks = note.outline.blocks
        let end = blocks.partitionPoint { $0.start > place }
        return blocks[..<end].suffix(8).lastIndex(where: fits)
    }

    /// The paragraph, outside of list items, that a line is one of.
    func paragraph(onLine line: Int) -> Outline.Block? {
        let place = Position(line: line, column: .max)
        return block(at: place) { block in
            block.kind == .paragraph
                && (block.text.map { ($0.start.line...$0.lastLine).contains(line) } ?? false)
        }.map { note.outline.blocks[$0] }
    }

    /// The words of the nearest heading above a place, as they are written.
    private func heading(above place: Position) -> String? {
        let next = note.headings.partitionPoint { $0 >= place }
        return next > 0 ? source.text(source.content(ofLine: note.headings[next - 1].line)) : nil
    }

    // MARK: Text

    /// What the quotes around a paragraph put in front of its first line.
    func prefix(of line: Range<Int>) -> [UInt8] {
        let start = source.content(ofLine: source.position(of: line.lowerBound).line).lowerBound
        return Array(bytes[start..<line.lowerBound])
    }

    /// The lines of some text, with nothing for those that are empty.
    func lines(_ text: Outline.Text) -> [Range<Int>] { NotReadFinder.lines(of: text, in: source) }

    /// The sentences of a run of lines.
    func sentences(_ lines: [Range<Int>]) -> [(text: String, range: Range<Int>)] {
        var text: [UInt8] = []
        var starts: [(offset: Int, source: Int)] = []
        for line in lines where !line.isEmpty {
            if !text.isEmpty { text.append(Byte.lf) }
            starts.append((text.count, line.lowerBound))
            text += bytes[line]
        }
        func place(_ offset: Int) -> Int {
            let line = starts[max(starts.partitionPoint { $0.offset > offset } - 1, 0)]
            return line.source + offset - line.offset
        }
        return Sentences.cut(text).map { sentence in
            (
                String(decoding: text[sentence], as: UTF8.self).folded,
                place(sentence.lowerBound)..<place(sentence.upperBound - 1) + 1
            )
        }
    }

    /// Passages of paragraphs, with what becomes of each if nobody decides otherwise.
    ///
    /// - Parameters:
    ///   - isSaid: whether it is what somebody said; else it is what the person thought, and all of it is kept.
    ///   - isOwn: whether the person may speak of themselves in between.
    func passages(_ paragraphs: [[Range<Int>]], isSaid: Bool, isOwn: Bool) -> [Passage] {
        var parts = MailParts(isOwn: isOwn)
        var passages: [Passage] = []
        for paragraph in paragraphs {
            let sentences = sentences(paragraph)
            // What ends in a colon introduces what follows, and so does all in front of it.
            let isIntroduction = isSaid && (sentences.last?.text.hasSuffix(":") ?? false)
            var isIntroduced = false
            for (text, range) in sentences {
                let isLeftOut = isSaid && (parts.isLeftOut(text) || isIntroduction)
                let isNothing = text.withBytes { LineText.saysNothing($0) }
                let fate: Passage.Fate = isLeftOut || isNothing ? .leftOut : isIntroduced ? .joined : .kept
                passages.append(Passage(text, range, fate))
                isIntroduced = fate != .leftOut && text.hasSuffix(":")
            }
            if isIntroduced { passages[passages.count - 1].fate = .leftOut }
        }
        if isSaid, !isOwn, passages.count > 1, let last = passages.last, MailParts.isSignature(last.text) {
            passages[passages.count - 1].fate = .leftOut
        }
        return passages
    }
}
