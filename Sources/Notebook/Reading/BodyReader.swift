internal import Markup

/// Reads what headings and bullets say into notes, one after another, in the same memory.
struct BodyReader: ~Copyable {
    private(set) var bullets: BulletReader
    /// The note and its source, while they are read.
    private var note = Note(path: NotePath(bytes: []), title: "")
    private var source = Source([])
    private var diagnostics: [Diagnostic] = []
    private var sections = SectionStack()
    private var containers: [Container] = []
    private var heading = Paragraph()
    /// Who is taken to have said what names nobody: the interviewers, each once.
    private var interviewers: [String] = []
    /// The line on which each block id was first seen.
    private var ids: [String: Int] = [:]

    // What there is in the note so far. A note gets it as soon as it is whole, in no more memory than it takes.
    private var feedback = Basket<Feedback>()
    private var reasons = NestedBasket<Bullet>()
    private var plans = NestedBasket<Bullet>()
    private var nestedActions = NestedBasket<Action>()
    private var actions = Basket<Action>()
    private var hunches = Basket<Hunch>()
    private var evidence = Basket<Evidence>()
    private var questionsAsked = Basket<Question>()
    private var questionsToAsk = Basket<Question>()

    private var feedbackLists = ListWriter<Feedback>()
    private var actionLists = ListWriter<Action>()
    private var hunchLists = ListWriter<Hunch>()
    private var evidenceLists = ListWriter<Evidence>()
    private var bulletLists = ListWriter<Bullet>()
    private var questionLists = ListWriter<Question>()

    /// A block quote or list item around the block that is read.
    private struct Container {
        let depth: Int
        let isListItem: Bool
        /// The feedback that the block is nested in: the nearest one above it.
        let feedback: Int?
    }

    init(vocabulary: Vocabulary) {
        bullets = BulletReader(vocabulary: vocabulary)
    }

    /// Reads a note's blocks.
    ///
    /// - Parameter note: what is known of the note from its front matter. The rest is added.
    /// - Returns: what is wrong with single bullets.
    mutating func read(_ outline: Outline, of source: Source, into note: inout Note) -> [Diagnostic] {
        self.source = source
        swap(&self.note, &note)
        readInterviewers()
        for block in outline.blocks { read(block) }
        finish()
        swap(&self.note, &note)
        defer { diagnostics = [] }
        return diagnostics
    }

    private mutating func readInterviewers() {
        interviewers = note.interviewers
        if interviewers.count > 1 {
            var seen = Seen<String>()
            interviewers.removeAll { !seen.insert($0.caseFolded) }
        }
    }

    private mutating func read(_ block: Outline.Block) {
        leaveContainers(above: block.depth)
        switch block.kind {
        case .paragraph, .code: break
        case .heading(let level): readHeading(block, level: level)
        case .blockQuote:
            containers.append(
                Container(depth: block.depth, isListItem: false, feedback: containers.last?.feedback))
        case .listItem:
            var within = containers.last?.feedback
            if let text = block.text {
                let bullet = bullets.read(text, of: source)
                report()
                within = add(bullet, at: block.start, within: within) ?? within
            }
            containers.append(Container(depth: block.depth, isListItem: true, feedback: within))
        }
    }

    /// Gives the note what was read.
    private mutating func finish() {
        for number in 0..<feedback.count {
            feedback[number].reasons = reasons.list(of: number, &bulletLists)
            feedback[number].plans = plans.list(of: number, &bulletLists)
            feedback[number].actions = nestedActions.list(of: number, &actionLists)
        }
        note.feedback = feedbackLists.write(&feedback, feedback.count)
        note.hasFeedback = !note.feedback.isEmpty
        if note.hasFeedback {
            var judge = HunchJudge(note.feedback)
            for number in 0..<hunches.count {
                hunches[number].verdict = judge.verdict(on: hunches[number].topics)
            }
        }
        note.actions = actionLists.write(&actions, actions.count)
        note.hunches = hunchLists.write(&hunches, hunches.count)
        note.evidence = evidenceLists.write(&evidence, evidence.count)
        note.questionsAsked = questionLists.write(&questionsAsked, questionsAsked.count)
        note.questionsToAsk = questionLists.write(&questionsToAsk, questionsToAsk.count)
        leaveContainers(above: 0)
        sections.leaveAll()
        if !ids.isEmpty { ids.removeAll() }
    }

    private mutating func leaveContainers(above depth: Int) {
        while let last = containers.last, last.depth >= depth {
            sections.leaveContainer(atDepth: last.depth)
            containers.removeLast()
        }
    }

    // MARK: Headings

    private mutating func readHeading(_ block: Outline.Block, level: Int) {
        guard let lines = block.text else { return }
        heading.read(lines, of: source)
        let bytes = heading.bytes
        let text = bytes.span.extracting(HeadingText.withoutMarks(bytes.span))
        if level == 1, note.title.isEmpty { note.title = text.text.folded }
        sections.enter(bullets.section(ofHeading: text), level: level, depth: block.depth)
    }

    // MARK: Bullets

    /// Adds what a bullet is to the note. Returns the number of its feedback if it is one.
    private mutating func add(_ bullet: borrowing BulletText, at place: Position, within feedback: Int?)
        -> Int?
    {
        // A box or a tag with nothing behind it is no bullet yet.
        if bullet.shown.isEmpty { return nil }
        let action = bullet.box.map { box in
            Action(
                place: place, state: box.state, box: box, text: bullet.shown, topics: bullet.topics,
                due: bullet.due,
                scheduled: bullet.scheduled, done: bullet.done, dropped: bullet.dropped,
                repeats: bullet.repeats, id: bullet.id)
        }
        let plain = Bullet(place: place, text: bullet.shown)
        var stage: Stage?
        switch bullet.tag {
        case .stage(let tagged): stage = tagged
        case .hunch: addHunch(bullet, at: place)
        case .evidence(let kind):
            evidence.append(
                Evidence(place: place, kind: kind, text: bullet.shown, topics: bullet.topics, id: bullet.id))
        case .plan: if let feedback { plans.append(plain, to: feedback) }
        case .reason: if let feedback { reasons.append(plain, to: feedback) }
        case nil where bullet.box == nil:
            if !containers.contains(where: \.isListItem) {
                switch sections.current {
                case .feedback: stage = .unsorted
                case .hunches: addHunch(bullet, at: place)
                case .questionsAsked: questionsAsked.append(question(bullet, at: place))
                case .questionsToAsk: questionsToAsk.append(question(bullet, at: place))
                case .praise, .worked, .slipped, .actions, .stories, nil: break
                }
            } else if let feedback, Self.isPlanSentence(bullet.shown) {
                plans.append(plain, to: feedback)
            }
        case nil: break
        }
        if let stage {
            addFeedback(bullet, stage, at: place)
            if let action { nestedActions.append(action, to: self.feedback.count - 1) }
            return self.feedback.count - 1
        }
        if let action {
            if let feedback {
                nestedActions.append(action, to: feedback)
            } else {
                actions.append(action)
            }
        }
        return nil
    }

    private func question(_ bullet: borrowing BulletText, at place: Position) -> Question {
        Question(place: place, text: bullet.shown, topics: bullet.topics)
    }

    private mutating func addHunch(_ bullet: borrowing BulletText, at place: Position) {
        hunches.append(Hunch(place: place, text: bullet.shown, topics: bullet.topics))
    }

    private mutating func addFeedback(_ bullet: borrowing BulletText, _ stage: Stage, at place: Position) {
        self.feedback.append(
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
    private mutating func report() {
        var firstStage: Stage?
        for token in bullets.tokens {
            switch token.kind {
            case .unknownTag(let meant):
                diagnostics.append(
                    .unknownTag(
                        text(token), meant: bullets.vocabulary.tagWord(meant), note.path,
                        at: place(token)))
            case .badDate:
                diagnostics.append(
                    .badDate(annotation: text(token), note.path, at: place(token)))
            case .tag(.stage(let stage)):
                if let firstStage, firstStage != stage {
                    diagnostics.append(
                        .conflictingStages(firstStage, stage, note.path, at: place(token)))
                }
                firstStage = firstStage ?? stage
            case .blockID:
                let id = String(decoding: bullets.paragraph.bytes[token.value], as: UTF8.self)
                let place = place(token)
                if let line = ids[id] {
                    diagnostics.append(.duplicateID(id, firstLine: line, note.path, at: place))
                } else {
                    ids[id] = place.line
                }
            default: break
            }
        }
    }

    private func place(_ token: Token) -> Position {
        source.position(of: bullets.paragraph.sourceOffset(of: token.range.lowerBound))
    }

    private func text(_ token: Token) -> String {
        String(decoding: bullets.paragraph.bytes[token.range], as: UTF8.self)
    }
}
