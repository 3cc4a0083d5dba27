internal import Markup

/// Reads what a note's headings and bullets say into the note.
struct BodyReader {
    private(set) var note: Note
    private(set) var diagnostics: [Diagnostic] = []
    private let source: Source
    private var sections = SectionStack()
    private var containers: [Container] = []
    private var heading = Paragraph()
    /// Who is taken to have said what names nobody: the interviewers, each once.
    private let interviewers: [String]
    /// The line on which each block id was first seen.
    private var ids: [String: Int] = [:]

    /// A block quote or list item around the block that is read.
    private struct Container {
        let depth: Int
        let isListItem: Bool
        /// The feedback that the block is nested in: the nearest one above it.
        let feedback: Int?
    }

    init(source: Source, note: consuming Note) {
        self.source = source
        var seen = Seen<String>()
        interviewers =
            note.interviewers.count < 2
            ? note.interviewers : note.interviewers.filter { seen.insert($0.caseFolded) }
        self.note = note
    }

    mutating func read(_ outline: Outline, with bullets: inout BulletReader) {
        for block in outline.blocks {
            leaveContainers(above: block.depth)
            switch block.kind {
            case .heading(let level): readHeading(block, level: level, bullets)
            case .blockQuote:
                containers.append(
                    Container(depth: block.depth, isListItem: false, feedback: containers.last?.feedback))
            case .listItem:
                var feedback = containers.last?.feedback
                if let text = block.text {
                    let bullet = bullets.read(text, of: source)
                    report(bullets)
                    feedback = add(bullet, at: block.start, within: feedback) ?? feedback
                }
                containers.append(Container(depth: block.depth, isListItem: true, feedback: feedback))
            }
        }
        note.hasFeedback = !note.feedback.isEmpty
        note.compareHunches()
    }

    private mutating func leaveContainers(above depth: Int) {
        while let last = containers.last, last.depth >= depth {
            sections.leaveContainer(atDepth: last.depth)
            containers.removeLast()
        }
    }

    // MARK: Headings

    private mutating func readHeading(_ block: Outline.Block, level: Int, _ bullets: borrowing BulletReader) {
        guard let lines = block.text else { return }
        heading.read(lines, of: source)
        let bytes = heading.bytes
        let text = bytes.span.extracting(HeadingText.withoutMarks(bytes.span))
        if level == 1, note.title.isEmpty { note.title = text.text.folded }
        sections.enter(bullets.vocabulary.section(ofHeading: text), level: level, depth: block.depth)
    }

    // MARK: Bullets

    /// Adds what a bullet is to the note. Returns the number of its feedback if it is one.
    private mutating func add(_ bullet: borrowing BulletText, at place: Position, within feedback: Int?)
        -> Int?
    {
        let action = bullet.box.map { box in
            Action(
                place: place, state: box.state, box: box, text: bullet.shown, topics: bullet.topics,
                due: bullet.due,
                scheduled: bullet.scheduled, done: bullet.done, dropped: bullet.dropped, id: bullet.id)
        }
        let plain = Bullet(place: place, text: bullet.shown)
        var stage: Stage?
        switch bullet.tag {
        case .stage(let tagged): stage = tagged
        case .hunch: addHunch(bullet, at: place)
        case .evidence(let kind):
            note.evidence.append(
                Evidence(place: place, kind: kind, text: bullet.shown, topics: bullet.topics, id: bullet.id))
        case .plan: if let feedback { note.feedback[feedback].plans.append(plain) }
        case .reason: if let feedback { note.feedback[feedback].reasons.append(plain) }
        case nil where bullet.box == nil:
            if !containers.contains(where: \.isListItem) {
                switch sections.current {
                case .feedback: stage = .unsorted
                case .hunches: addHunch(bullet, at: place)
                case .questionsAsked: note.questionsAsked.append(plain)
                case .questionsToAsk: note.questionsToAsk.append(plain)
                case nil: break
                }
            } else if let feedback, Self.isPlanSentence(bullet.shown) {
                note.feedback[feedback].plans.append(plain)
            }
        case nil: break
        }
        if let stage {
            addFeedback(bullet, stage, at: place)
            if let action { note.feedback[note.feedback.count - 1].actions.append(action) }
            return note.feedback.count - 1
        }
        if let action {
            if let feedback {
                note.feedback[feedback].actions.append(action)
            } else {
                note.actions.append(action)
            }
        }
        return nil
    }

    private mutating func addHunch(_ bullet: borrowing BulletText, at place: Position) {
        note.hunches.append(Hunch(place: place, text: bullet.shown, topics: bullet.topics))
    }

    private mutating func addFeedback(_ bullet: borrowing BulletText, _ stage: Stage, at place: Position) {
        note.feedback.append(
            Feedback(
                place: place, stage: stage, text: bullet.shown, topics: bullet.topics,
                sources: bullet.sources.isEmpty ? interviewers : bullet.sources,
                since: bullet.since ?? note.date, id: bullet.id))
    }

    /// `If … then …`, as a sentence.
    private static func isPlanSentence(_ text: StoredText) -> Bool {
        text.withBytes { bytes in
            guard bytes.count > 3, bytes.extracting(0..<3).isWord("if ") else { return false }
            var at = 3
            while at < bytes.count {
                var end = at
                while end < bytes.count, bytes[end].isLetter || bytes[end] >= 0x80 { end += 1 }
                if bytes.extracting(at..<end).isWord("then") { return true }
                at = end + 1
            }
            return false
        }
    }

    // MARK: Diagnostics

    /// Reports what is wrong with the tokens of the bullet that was read last.
    private mutating func report(_ bullets: borrowing BulletReader) {
        var firstStage: Stage?
        for token in bullets.tokens {
            switch token.kind {
            case .unknownTag(let meant):
                diagnostics.append(
                    .unknownTag(
                        text(token, bullets), meant: bullets.vocabulary.tagWord(meant), note.path,
                        at: place(token, bullets)))
            case .badDate:
                diagnostics.append(
                    .badDate(annotation: text(token, bullets), note.path, at: place(token, bullets)))
            case .tag(.stage(let stage)):
                if let firstStage, firstStage != stage {
                    diagnostics.append(
                        .conflictingStages(firstStage, stage, note.path, at: place(token, bullets)))
                }
                firstStage = firstStage ?? stage
            case .blockID:
                let id = String(decoding: bullets.paragraph.bytes[token.value], as: UTF8.self)
                let place = place(token, bullets)
                if let line = ids[id] {
                    diagnostics.append(.duplicateID(id, firstLine: line, note.path, at: place))
                } else {
                    ids[id] = place.line
                }
            default: break
            }
        }
    }

    private func place(_ token: Token, _ bullets: borrowing BulletReader) -> Position {
        source.position(of: bullets.paragraph.sourceOffset(of: token.range.lowerBound))
    }

    private func text(_ token: Token, _ bullets: borrowing BulletReader) -> String {
        String(decoding: bullets.paragraph.bytes[token.range], as: UTF8.self)
    }
}
