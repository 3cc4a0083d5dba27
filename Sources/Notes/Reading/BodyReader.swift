package import Markup

/// Reads what headings and bullets say into notes, one after another.
///
/// The memory is reused.
///
/// The reader walks the blocks of the outline, and keeps track of the sections and the bullets around a
/// block. `BodyReader+Bullets` finds out what a single bullet is, `BodyReader+Quotes` what a block quote is.
package struct BodyReader: ~Copyable {
    package var bullets: BulletReader
    package let table: HeadingTable
    /// What headings meant before, by their bytes.
    ///
    /// Most headings that say something recur from note to note.
    private var knownHeadings = KnownValues<HeadingMeaning>()
    /// The note, while it is read.
    package var note = Note(path: NotePath(bytes: []), title: "")
    /// The note's source, with blanks in place of all comments.
    package var source = Source([])
    /// The same source with the comments within single lines, which the texts of bullets find by themselves.
    package private(set) var written = Source([])
    package private(set) var blocks: [Outline.Block] = []
    package var diagnostics: [Diagnostic] = []
    /// Slips in tags outside feedback.
    ///
    /// They are reported if the note is about an interview.
    package var slipsElsewhere: [Diagnostic] = []
    package var sections = SectionStack()
    package var containers: [Container] = []
    package var notRead = NotReadFinder()
    /// What looks meant in the note that was read last, but is not read.
    package private(set) var toldNotRead: [NotRead] = []
    /// What has been read of the mail in the current quote.
    package var mail = MailParts(isOwn: false)
    package var speakers = Speakers(Note(path: NotePath(bytes: []), title: ""))
    /// The heading that was read last, or the first line of a callout.
    package var heading = Paragraph()
    /// The lines of the paragraph that is being read.
    private var lines: [Range<Int>] = []
    /// The line of a callout's type and title.
    ///
    /// It does not belong to the callout's text.
    package var calloutLine: Int?
    /// The line on which each block id was first seen.
    package var ids: [String: Int] = [:]
    package var gathered = GatheredNote()
    /// The index of the question of the last heading that asks one.
    package var headingQuestion: Int?
    /// The question, telling or story that the current bullet opens for the bullets nested in it.
    package var opened: Surroundings?
    /// The diagnostics of evidence without a lesson below a question, with the question's index.
    ///
    /// They count unless a story answered the question.
    package var looseBelowQuestions: [(question: Int, Diagnostic)] = []

    /// A block quote or list item around the current block.
    package struct Container {
        package enum Kind {
            case quote
            /// A quote that has been reported as a whole.
            case toldQuote
            /// A list item that is only the heading of what is nested in it.
            case group(isTop: Bool)
            case bullet(isUntaggedFeedback: Bool)
        }

        package let depth: Int
        package let kind: Kind
        /// The index of the nearest feedback that the block is nested in.
        package let feedback: Int?
        /// The nearest question, telling or story that the block is nested in.
        package var surroundings: Surroundings?
    }

    /// The nearest question, telling or story above a block, by its index.
    package enum Surroundings {
        case question(Int)
        case telling(Int)
        case story(Int)
    }

    package init(vocabulary: Vocabulary) {
        bullets = BulletReader(vocabulary: vocabulary)
        table = HeadingTable(vocabulary)
    }

    /// Reads a note's blocks.
    ///
    /// - Parameters:
    ///   - outline: the note's blocks.
    ///   - source: the note's bytes, with blanks in place of all comments.
    ///   - written: the same bytes with the comments within single lines.
    ///   - note: the note with what its front matter says. The rest is added.
    /// - Returns: the diagnostics of single bullets, and of what looks meant but is not read.
    package mutating func read(
        _ outline: Outline, of source: Source, written: Source, into note: inout Note
    ) -> [Diagnostic] {
        self.source = source
        self.written = written
        blocks = outline.blocks
        swap(&self.note, &note)
        speakers = Speakers(self.note)
        notRead.begin()
        for index in blocks.indices { read(blockAt: index) }
        finish()
        swap(&self.note, &note)
        defer { diagnostics = [] }
        return diagnostics
    }

    private mutating func finish() {
        gathered.finish(&note)
        if !looseBelowQuestions.isEmpty { tellOfLooseBelowQuestions() }
        toldNotRead = note.speaksOfInterview || notRead.isOfInterview ? notRead.found : []
        note.hasUnreadAnswer = toldNotRead.contains(where: \.isAnswer)
        for found in toldNotRead { diagnostics.append(.notRead(found, note.path)) }
        if !slipsElsewhere.isEmpty {
            if note.speaksOfInterview { diagnostics += slipsElsewhere }
            slipsElsewhere.removeAll()
        }
        leaveContainers(above: 0)
        sections.leaveAll()
        if !ids.isEmpty { ids.removeAll() }
        calloutLine = nil
    }

    private mutating func read(blockAt index: Int) {
        let block = blocks[index]
        leaveContainers(above: block.depth)
        sections.begin(
            blockAtDepth: block.depth, isListItem: block.isListItem, beginsList: block.beginsList)
        switch block.kind {
        case .heading(let level): readHeading(block, level: level)
        case .paragraph: readParagraph(block, at: index)
        case .code: readCode(block)
        case .blockQuote: enterQuote(block, at: index)
        case .listItem:
            if block.beginsList { notRead.beginList(atDepth: block.depth) }
            readItem(block, at: index)
            notRead.passBlock()
        }
    }

    private mutating func leaveContainers(above depth: Int) {
        while let last = containers.last, last.depth >= depth {
            sections.leaveContainer(atDepth: last.depth)
            containers.removeLast()
        }
    }

    package func block(after index: Int) -> Outline.Block? {
        index + 1 < blocks.count ? blocks[index + 1] : nil
    }

    // MARK: Headings

    private mutating func readHeading(_ block: Outline.Block, level: Int) {
        guard let lines = block.text else { return }
        heading.read(lines, of: source)
        let bytes = heading.bytes
        let range = HeadingText.withoutMarks(bytes.span)
        let isTitle = level == 1 && note.title.isEmpty
        if isTitle { note.title = bytes.span.extracting(range).text.folded }
        enter(bytes, range, level: level, depth: block.depth, at: block.start, isTitle: isTitle)
    }

    /// Enters the section of a heading.
    ///
    /// - Parameters:
    ///   - text: the bytes in which the heading's words stand.
    ///   - range: the range of the words.
    ///   - level: the level of the heading.
    ///   - depth: how many block quotes and list items stand around the heading.
    ///   - position: the position of the heading's first mark.
    ///   - isTitle: whether the heading is the note's title, which may contain any word.
    package mutating func enter(
        _ text: [UInt8], _ range: Range<Int>, level: Int, depth: Int, at position: Position,
        isTitle: Bool = false
    ) {
        let meaning = meaning(of: text, range)
        sections.leave(level: level, depth: depth)
        let outer = sections.current
        let section = meaning?.section(within: outer)
        var speaker: String?
        if let name = meaning?.speaker {
            if (section ?? outer)?.isFeedback ?? false { speaker = speakers.source(named: name) }
        } else if section == nil, outer?.isFeedback ?? false {
            speaker = speakers.interviewer(ofHeading: text.span.extracting(range))
        }
        if let meaning {
            if meaning.kind == .question {
                let words = text.span.extracting(range)
                addQuestion(words.extracting(LineText.question(words)), at: position)
            }
            let isNamed = isTitle && meaning.words.small.count > 2
            if section == nil, speaker == nil, outer == nil, !isNamed,
                let word = NotRead.Word(in: meaning.words.small)
            {
                notRead.add(.heading(word), in: nil, at: position)
            }
            if meaning.isOfFeedbackOrHunches { notRead.isOfInterview = true }
        }
        sections.enter(section, speaker: speaker, level: level, depth: depth)
        notRead.enterHeading()
    }

    /// Returns what a heading means; nil for most headings, which have no word of the method.
    package mutating func meaning(of text: [UInt8], _ range: Range<Int>) -> HeadingMeaning? {
        guard table.filter.passes(text.span.extracting(range)) else { return nil }
        if let known = knownHeadings.value(of: range, in: text) { return known }
        let meaning = table.meaning(of: text.span.extracting(range))
        knownHeadings.add(meaning, of: range, in: text)
        return meaning
    }

    package var isWithinItem: Bool {
        containers.contains {
            switch $0.kind {
            case .quote, .toldQuote: false
            case .group, .bullet: true
            }
        }
    }

    // MARK: Paragraphs and code

    private mutating func readParagraph(_ block: Outline.Block, at index: Int) {
        guard let text = block.text else { return }
        var lines: [Range<Int>] = []
        swap(&lines, &self.lines)
        defer { swap(&lines, &self.lines) }
        NotReadFinder.read(text, of: source, into: &lines)
        if calloutLine == text.start.line { lines.removeFirst() }
        calloutLine = nil
        // A line without text has only a comment. A link's definition is no text.
        lines.removeAll { line in
            source.bytes[line].allSatisfy(\.isBlank)
                || LineText.isLinkDefinition(source.bytes.span.extracting(line))
        }
        guard let last = lines.last else { return }
        let isAboveList = isListRightBelow(index)
        if lines.count == 1, let bold = LineText.bold(source.bytes.span.extracting(last)) {
            let range = bold.shifted(by: last.lowerBound)
            return enterLine(range, level: SectionStack.Level.boldLine, block, firstLine: last)
        }
        if isAboveList, let end = LineText.colon(source.bytes.span, atEndOf: last),
            LineText.wordCount(source.bytes.span, last, limit: LineText.mostLabelWords)
                <= LineText.mostLabelWords
        {
            lines.removeLast()
            if !lines.isEmpty { tell(lines, ofBlockAt: index, isAboveList: true) }
            return enterLine(
                last.lowerBound..<end, level: SectionStack.Level.colonLine, block, firstLine: last)
        }
        tell(lines, ofBlockAt: index, isAboveList: isAboveList)
        notRead.passBlock()
    }

    /// Enters the section of a line that is a heading for people, but a paragraph for CommonMark.
    private mutating func enterLine(
        _ range: Range<Int>, level: Int, _ block: Outline.Block, firstLine: Range<Int>
    ) {
        let bytes = Array(source.bytes[range])
        enter(
            bytes, bytes.indices, level: level, depth: block.depth,
            at: source.position(of: firstLine.lowerBound))
    }

    /// Returns whether only blank lines stand between a block and the first item of a list.
    package func isListRightBelow(_ index: Int, depth: Int? = nil) -> Bool {
        guard let next = block(after: index), next.kind == .listItem,
            next.depth == depth ?? blocks[index].depth, let last = blocks[index].text?.lastLine
        else { return false }
        return (last + 1..<max(next.start.line, last + 1)).allSatisfy { line in
            source.bytes[source.content(ofLine: line)].allSatisfy { $0.isWhiteSpace || $0 == .ascii(">") }
        }
    }

    /// Returns whether a list follows a paragraph, in a quote or not.
    private func isAboveAnyList(_ index: Int) -> Bool {
        if isListRightBelow(index) { return true }
        guard let quote = block(after: index), quote.kind == .blockQuote, let item = block(after: index + 1)
        else { return false }
        return item.kind == .listItem && item.depth == quote.depth + 1
    }

    /// Reports a paragraph that looks meant.
    private mutating func tell(_ lines: [Range<Int>], ofBlockAt index: Int, isAboveList: Bool) {
        if case .toldQuote = containers.last?.kind { return }
        let position = source.position(of: lines[0].lowerBound)
        let dress = NotReadFinder.shape(ofParagraph: lines, in: source)
        if let section = sections.current, section.isTold {
            if let dress { return notRead.add(dress, in: section, at: position) }
            let saysNothing = lines.count == 1 && LineText.saysNothing(source.bytes.span.extracting(lines[0]))
            if section.isFeedback, lines.count == 1,
                let answer = NoAnswer(source.bytes.span.extracting(lines[0]))
            {
                if answer == .refusal, note.requestDates.refused == nil {
                    notRead.add(.refusal, in: section, at: position)
                }
                return
            }
            if section.isFeedback, areAsides(lines) || isIntroduction(lines, ofBlockAt: index) { return }
            if !saysNothing, !(notRead.isBelowHeading && isAboveAnyList(index)) {
                return notRead.add(.paragraph, in: section, at: position)
            }
        }
        if dress == .table { return }
        let bytes = source.bytes
        for number in lines.indices {
            let isLast = number == lines.count - 1
            let text = bytes.span.extracting(lines[number])
            let goesOn = NotReadFinder.goesOn(afterLine: number, of: lines, in: source)
            if let shape = notRead.shape(
                ofLine: text, isAboveList: isLast && isAboveList, goesOn: goesOn, table)
            {
                if shape == .refusal, note.requestDates.refused != nil { continue }
                return notRead.add(shape, in: sections.current, at: position)
            }
        }
    }

    private mutating func readCode(_ block: Outline.Block) {
        defer { notRead.passBlock() }
        guard let section = sections.current, section.isTold, !isWithinItem,
            NotReadFinder.isIndentedItem(source.content(ofLine: block.start.line), in: source)
        else { return }
        notRead.add(.indentedList, in: section, at: block.start)
    }
}
