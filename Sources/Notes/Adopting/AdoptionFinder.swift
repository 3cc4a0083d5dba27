package import Markup

/// Finds what can be written for the things in a note that are not read.
package struct AdoptionFinder {
    package let note: AdoptableNote
    package let table: HeadingTable
    package private(set) var people: NamesInText
    /// The file's name and the first lines of the note, with where each stands.
    package private(set) var noteLines: [NoteLine] = []
    /// The company that the words around its name, or its place, say to be that of the interview.
    private(set) var listedCompany: String?
    /// The people whom the words around their names say to be interviewers.
    private(set) var listed: [String] = []
    /// The names in the note, and whose they probably are.
    package private(set) var names: [ToldName] = []
    /// How probably somebody with a word in the name is an interviewer.
    private(set) var likeliestInterviewers: [String: Double] = [:]
    /// What the sentences of the note probably tell.
    package private(set) var kinds = KindsOfNote()
    package var source: Source { note.source }
    package var bytes: [UInt8] { note.source.bytes }

    /// Looks at a note.
    ///
    /// - Parameters:
    ///   - note: The note.
    ///   - earlier: What its sentences told before something was written in it; nil for nothing.
    package init(_ note: AdoptableNote, knowing earlier: KindsOfNote? = nil) {
        self.note = note
        table = HeadingTable(note.vocabulary)
        let text = String(decoding: note.source.bytes, as: UTF8.self)
        people = NamesInText(in: text, interviewers: note.note.interviewers)
        noteLines = placedLines()
        listedCompany = listedCompanies(today: CalendarDate(dayNumber: 0)).first?.name
        listed = listedPeople()
        names = toldNames()
        likeliestInterviewers = interviewersByWord()
        // Those whom no property names yet may be named in words.
        let interviewers = interviewers(besides: [note.note.company].compactMap(\.self))
        if !interviewers.isEmpty { people = NamesInText(in: text, interviewers: interviewers) }
        kinds = KindsOfNote(noteSentences(), .standard)
        if let earlier { kinds.remember(earlier) }
    }

    /// A draft of an adoption: the lines that it is about, and what can be written.
    package struct Draft {
        package let lines: ClosedRange<Int>
        /// The last line that may be read once a proposal is written.
        package let reach: Int
        package let proposals: [Adoption.Proposal]

        package init(
            lines: ClosedRange<Int>, reach: Int? = nil, proposals: [Adoption.Proposal]
        ) {
            self.lines = lines
            self.reach = max(reach ?? lines.upperBound, lines.upperBound)
            self.proposals = proposals
        }
    }

    /// Returns what can be written for one thing that is not read.
    ///
    /// Nothing of this is proven yet.
    package func adoption(of found: NotRead) -> Adoption {
        let draft = draft(of: found) ?? Draft(lines: found.position.line...found.position.line, proposals: [])
        return adoption(
            at: found.position, draft, subject: .notRead,
            problem: Diagnostic.notRead(found, note.path).message)
    }

    package func adoption(at position: Position, _ draft: Draft, subject: Adoption.Subject, problem: String)
        -> Adoption
    {
        Adoption(
            path: note.path, position: position, lastLine: draft.lines.upperBound, reach: draft.reach,
            subject: subject, problem: problem,
            heading: subject == .notRead ? heading(above: position) : nil,
            lines: (draft.lines.lowerBound...draft.reach).map { source.text(source.content(ofLine: $0)) },
            proposals: draft.proposals,
            people: note.note.interviewers, note: note)
    }

    private func draft(of found: NotRead) -> Draft? {
        switch found.shape {
        // Only the person knows the day of the refusal.
        case .refusal: nil
        case .heading(let word): headingDraft(word, at: found.position)
        case .label(let word): labelDraft(word, at: found.position)
        case .paragraph: paragraphDraft(found)
        case .quote: quoteDraft(found)
        case .table: tableDraft(found)
        case .imitatedList: imitatedListDraft(at: found.position, in: found.section)
        case .indentedList: indentedListDraft(at: found.position, in: found.section)
        case .nestedBullet: nestedBulletDraft(at: found.position)
        case .undecidedEvidence: evidenceDraft(at: found.position)
        case .bulletWithoutBox: actionsDraft(at: found.position)
        // Only the person knows what it was.
        case .bareEvidence: nil
        case .nameInBullet: nameDraft(at: found.position)
        case .boxWithoutBullet: boxDraft(at: found.position)
        case .dayInWords(let day): dayDraft(day, at: found.position)
        // The note does not say which story the part belongs to.
        case .storyPart: nil
        }
    }

    // MARK: Blocks

    /// Returns the index of the last fitting block that begins at a position or shortly before it; nil if
    /// there is none.
    package func block(at position: Position, _ fits: (Outline.Block) -> Bool) -> Int? {
        let blocks = note.outline.blocks
        let end = blocks.partitionPoint { $0.start > position }
        return blocks[..<end].suffix(8).lastIndex(where: fits)
    }

    /// Returns the paragraph outside list items that a line belongs to; nil if there is none.
    package func paragraph(onLine line: Int) -> Outline.Block? {
        let position = Position(line: line, column: .max)
        return block(at: position) { block in
            block.kind == .paragraph
                && (block.text.map { ($0.start.line...$0.lastLine).contains(line) } ?? false)
        }.map { note.outline.blocks[$0] }
    }

    /// Returns the nearest heading above a position, as it is written; nil if there is none.
    private func heading(above position: Position) -> String? {
        let next = note.headings.partitionPoint { $0 >= position }
        return next > 0 ? source.text(source.content(ofLine: note.headings[next - 1].line)) : nil
    }

    // MARK: Text

    /// Returns what stands before a line's text, such as the marks of quotes.
    package func prefix(of line: Range<Int>) -> [UInt8] {
        let start = source.content(ofLine: source.position(of: line.lowerBound).line).lowerBound
        return Array(bytes[start..<line.lowerBound])
    }

    /// Returns marks of quotes with blanks in place of all else, so that no list marker stands there twice.
    static func blanked(_ prefix: [UInt8]) -> [UInt8] {
        prefix.map { $0 == .ascii(">") || $0.isBlank ? $0 : Byte.space }
    }

    /// Returns the line end that a line has, or else the line before.
    func lineEnd(of line: Range<Int>) -> [UInt8] {
        AdoptedText(source: source, lines: [line], prefix: [], passages: []).lineEnd
    }

    /// Returns the ranges of a text's lines.
    ///
    /// An empty line has an empty range.
    package func lines(_ text: Outline.Text) -> [Range<Int>] { NotReadFinder.lines(of: text, in: source) }

    /// Returns the sentences of a run of lines.
    package func sentences(_ lines: [Range<Int>]) -> [(text: String, range: Range<Int>)] {
        var text: [UInt8] = []
        var starts: [(offset: Int, source: Int)] = []
        for line in lines where !line.isEmpty {
            if !text.isEmpty { text.append(Byte.lf) }
            starts.append((text.count, line.lowerBound))
            text += bytes[line]
        }
        func sourceOffset(_ offset: Int) -> Int {
            let line = starts[max(starts.partitionPoint { $0.offset > offset } - 1, 0)]
            return line.source + offset - line.offset
        }
        return Sentences.cut(text).map { sentence in
            (
                String(decoding: text[sentence], as: UTF8.self).folded,
                sourceOffset(sentence.lowerBound)..<sourceOffset(sentence.upperBound - 1) + 1
            )
        }
    }
}
