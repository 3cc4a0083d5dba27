package import Markup

// These functions find out what a bullet is: by its box, its tag, the section that it stands in and the
// feedback that it is nested in.
extension BodyReader {
    package mutating func readItem(_ block: Outline.Block, at index: Int) {
        let within = containers.last?.feedback
        let surroundings = containers.last?.surroundings
        guard let text = block.text else {
            let kind: Container.Kind =
                isHeadedItem(index) ? .group(isTop: true) : .bullet(isUntaggedFeedback: false)
            containers.append(
                Container(depth: block.depth, kind: kind, feedback: within, surroundings: surroundings))
            return
        }
        let bullet = bullets.read(text, of: written)
        if case .evidence(let kind) = bullet.tag, bullet.shown.isEmpty, surroundings != nil,
            !hasNestedList(index)
        {
            notRead.add(.bareEvidence(kind), bulletIn: sections.current, block)
        }
        // A tag word without text is the heading of a list of that stage.
        let isPlain = bullet.tag == nil || bullet.shown.isEmpty
        if bullet.box == nil, isPlain, let isTop = enterGroup(block, at: index) {
            containers.append(
                Container(
                    depth: block.depth, kind: .group(isTop: isTop), feedback: within,
                    surroundings: surroundings))
            return
        }
        if isBelowFeedback, text.lastLine > text.start.line { tellOfName(block, at: index) }
        report(isTelling: bullet.tag == .told)
        let isUntagged = bullet.tag == nil && bullet.box == nil
        opened = nil
        let feedback = add(bullet, block, within: within)
        containers.append(
            Container(
                depth: block.depth, kind: .bullet(isUntaggedFeedback: isUntagged && feedback != nil),
                feedback: feedback ?? within, surroundings: opened ?? surroundings))
    }

    /// Whether a bullet stands at the top level of its list, or of a group within the list.
    private var isAtTopLevel: Bool {
        for container in containers.reversed() {
            switch container.kind {
            case .quote, .toldQuote: continue
            case .group(let isTop): return isTop
            case .bullet: return false
            }
        }
        return true
    }

    // MARK: Items that are headings or groups

    /// Returns whether the first block in an item is a heading, as in Logseq's `- ## Feedback`.
    private func isHeadedItem(_ index: Int) -> Bool {
        guard let next = block(after: index), case .heading = next.kind else { return false }
        return next.depth == blocks[index].depth + 1
    }

    /// Enters the section of an untagged item, if the item is a heading or a group.
    ///
    /// - Returns: whether the bullets that are nested in the item stand at the top level; nil if the item is
    ///   an ordinary bullet.
    private mutating func enterGroup(_ block: Outline.Block, at index: Int) -> Bool? {
        if isHeadedItem(index) { return true }
        let text = bullets.textWithoutComments
        let all = LineText.trimmed(text.span, text.indices)
        let colon = LineText.colon(text.span, atEndOf: all)
        let hasList = hasNestedList(index)
        guard hasList || colon != nil else { return nil }
        let bold = LineText.bold(text.span)
        let range = bold ?? all.lowerBound..<(colon ?? all.upperBound)
        let depth = block.depth + 1
        if hasList {
            // A text of many words is a sentence, and cannot be a heading.
            let count = LineText.wordCount(text.span, range, limit: Self.mostWordsOfHeading)
            guard count <= Self.mostWordsOfHeading || bold != nil || colon != nil else { return nil }
            if sections.current == .stories, isStoryWithParts(index) { return nil }
            let isName =
                isBelowFeedback && speakers.interviewer(ofHeading: text.span.extracting(range)) != nil
            let isBoldHeading = bold != nil && hasMoreBelow(index)
            if isBoldHeading || isName || meaning(of: text, range)?.isWhole ?? false {
                enter(text, range, level: SectionStack.Level.container, depth: depth, at: block.start)
                return true
            }
        }
        if colon != nil, hasList, sections.current == nil,
            let shape = notRead.shape(ofLine: text.span, isAboveList: true, table)
        {
            notRead.add(shape, bulletIn: nil, block)
        }
        return colon == nil ? nil : isAtTopLevel
    }

    /// The largest number of words of a list item that is a heading.
    ///
    /// `Questions to ask them` and a few more fit.
    private static let mostWordsOfHeading = 12

    private var isBelowFeedback: Bool { sections.current?.isFeedback ?? false }

    private func hasNestedList(_ index: Int) -> Bool {
        var next = index + 1
        while next < blocks.count, blocks[next].depth > blocks[index].depth {
            if blocks[next].kind == .listItem, blocks[next].depth == blocks[index].depth + 1 { return true }
            next += 1
        }
        return false
    }

    /// Returns whether other things than actions, plans and reasons are nested in an item.
    private mutating func hasMoreBelow(_ index: Int) -> Bool {
        var next = index + 1
        var reader = BulletReader(vocabulary: bullets.vocabulary)
        while next < blocks.count, blocks[next].depth > blocks[index].depth {
            defer { next += 1 }
            let block = blocks[next]
            guard block.kind == .listItem, block.depth == blocks[index].depth + 1, let text = block.text
            else {
                continue
            }
            let bullet = reader.read(text, of: written)
            switch bullet.tag {
            case .plan, .reason: continue
            case nil where bullet.box != nil || bullets.vocabulary.isPlanSentence(bullet.shown): continue
            default: return true
            }
        }
        return false
    }

    // MARK: Bullets

    /// Adds a bullet to the note as what it is.
    ///
    /// Returns its index if it is feedback.
    private mutating func add(_ bullet: borrowing BulletText, _ block: Outline.Block, within feedback: Int?)
        -> Int?
    {
        let position = block.start
        let section = sections.current
        if bullet.shown.isEmpty || section != nil && bullet.shown.withBytes(LineText.saysNothing) {
            if bullet.tag == .told, bullet.id != nil { addTellings(bullet, at: position) }
            return nil
        }
        if let section, section.isFeedback, bullet.tag == nil, bullet.box == nil,
            let answer = bullet.shown.withBytes({ NoAnswer($0) })
        {
            tell(answer, in: section, block)
            return nil
        }
        let action = bullet.box.map { box in
            Action(
                position: position, state: box.state, box: box, text: bullet.shown, topics: bullet.topics,
                due: bullet.due,
                scheduled: bullet.scheduled, done: bullet.done, dropped: bullet.dropped,
                repeats: bullet.repeats, id: bullet.id)
        }
        let plain = Bullet(position: position, text: bullet.shown)
        var stage: Stage?
        switch bullet.tag {
        case .stage(let tagged): stage = tagged
        case .hunch: addHunch(bullet, at: position)
        case .evidence(let kind): addEvidence(bullet, kind, at: position)
        case .plan: if let feedback { gathered.add(plan: plain, to: feedback) }
        case .reason: if let feedback { gathered.add(reason: plain, to: feedback) }
        case .story: addStory(bullet, at: position)
        case .told: addTellings(bullet, at: position)
        case nil where bullet.box == nil:
            if containers.last?.surroundings != nil, !isAtTopLevel, let kind = bareEvidence(bullet.shown) {
                notRead.add(.bareEvidence(kind), bulletIn: section, block)
            } else if let feedback, !isAtTopLevel, bullets.vocabulary.isPlanSentence(bullet.shown) {
                gathered.add(plan: plain, to: feedback)
            } else if case .story(let story) = containers.last?.surroundings {
                addPart(bullet.shown, at: position, to: story)
            } else if isAtTopLevel {
                stage = addUntagged(bullet, in: section, block)
            } else {
                tellOfNested(bullet, in: section, block)
            }
        case nil: break
        }
        if let stage {
            let index = gathered.add(
                Feedback(
                    position: position, stage: stage, text: bullet.shown, topics: bullet.topics,
                    sources: bullet.sources.isEmpty ? unnamedSources : bullet.sources,
                    since: bullet.since ?? note.dayOfFeedback, isSinceWritten: bullet.since != nil,
                    id: bullet.id))
            if let action {
                tellOfDay(action, in: section, block)
                gathered.add(action, to: index)
            }
            return index
        }
        if let action {
            tellOfDay(action, in: section, block)
            gathered.add(action, to: feedback)
        }
        return nil
    }

    /// Reports a bullet below a feedback heading that says that the company gives no feedback, unless the
    /// note has a date of refusal.
    private mutating func tell(_ answer: NoAnswer, in section: Section, _ block: Outline.Block) {
        if answer == .refusal, note.requestDates.refused == nil {
            notRead.add(.refusal, bulletIn: section, block)
        }
    }

    /// Reports an action that says in words when it is due.
    private mutating func tellOfDay(_ action: Action, in section: Section?, _ block: Outline.Block) {
        guard action.due == nil, action.isPending, let found = action.$text.withBytes({ DayInWords(in: $0) })
        else { return }
        notRead.add(.dayInWords(found.day), bulletIn: section, block)
    }

    /// Adds a bullet without a tag and a box as what its section makes of it.
    ///
    /// Returns its stage if it is feedback.
    private mutating func addUntagged(
        _ bullet: borrowing BulletText, in section: Section?, _ block: Outline.Block
    ) -> Stage? {
        switch section {
        case .feedback, .praise, .stage: return section?.stage
        case .hunches: addHunch(bullet, at: block.start)
        case .evidence(let kind): addEvidence(bullet, kind, at: block.start)
        case .questionsAsked: opened = .question(gathered.add(asked: question(bullet, at: block.start)))
        case .questionsToAsk: gathered.add(toAsk: question(bullet, at: block.start))
        case .undecidedEvidence: notRead.add(.undecidedEvidence, bulletIn: section, block)
        case .actions: notRead.add(.bulletWithoutBox, bulletIn: section, block)
        case .stories: addUntaggedStory(bullet, block)
        case .answer, nil: tellOfProse(in: section, block)
        }
        return nil
    }

    /// Reports a bullet that is nested in another one and is not read.
    private mutating func tellOfNested(
        _ bullet: borrowing BulletText, in section: Section?, _ block: Outline.Block
    ) {
        if case .bullet(isUntaggedFeedback: true) = containers.last?.kind {
            notRead.add(.nestedBullet, bulletIn: section, block)
        } else {
            tellOfProse(in: section, block)
        }
    }

    /// Reports a bullet that is not read, if one of its lines has a label that looks meant.
    private mutating func tellOfProse(in section: Section?, _ block: Outline.Block) {
        let hasUnknownTag = bullets.tokens.contains {
            if case .unknownTag(_, let isPlain) = $0.kind { isPlain || isBelowFeedback } else { false }
        }
        if hasUnknownTag { return }
        let bytes = bullets.textWithoutComments
        if !NotReadFinder.mayHaveShape(bytes.span) { return }
        let next = blocks.partitionPoint { $0.start > block.start }
        let isAboveList = next < blocks.count && blocks[next].depth > block.depth
        var start = 0
        while start < bytes.count {
            let end = bytes.span.firstIndex(of: Byte.lf, in: start..<bytes.count) ?? bytes.count
            // What the label says may go on in the next line, or in the list below.
            if let shape = notRead.shape(
                ofLine: bytes.span.extracting(start..<end), isAboveList: false,
                goesOn: end < bytes.count || isAboveList, table),
                shape != .boxWithoutBullet, shape != .refusal || note.requestDates.refused == nil
            {
                return notRead.add(shape, bulletIn: section, block)
            }
            start = end + 1
        }
    }

    private func question(_ bullet: borrowing BulletText, at position: Position) -> Question {
        Question(position: position, text: bullet.shown, topics: bullet.topics)
    }

    /// Adds the question that a heading asks.
    package mutating func addQuestion(_ text: Span<UInt8>, at position: Position) {
        let bullet = bullets.read(line: text)
        headingQuestion = bullet.shown.isEmpty ? nil : gathered.add(asked: question(bullet, at: position))
    }

    private mutating func addHunch(_ bullet: borrowing BulletText, at position: Position) {
        gathered.add(Hunch(position: position, text: bullet.shown, topics: bullet.topics))
    }

    private mutating func addEvidence(
        _ bullet: borrowing BulletText, _ kind: Evidence.Kind, at position: Position
    ) {
        let context = contextOfEvidence
        gathered.add(
            Evidence(
                position: position, context: context, kind: kind, text: bullet.shown, topics: bullet.topics,
                id: bullet.id))
        guard bullet.topics.isEmpty, bullet.id == nil else { return }
        let loose = Diagnostic.looseEvidence(kind, note.path, at: position)
        switch context {
        case .telling: break
        case .question(let question): looseBelowQuestions.append((Int(question), loose))
        case nil: diagnostics.append(loose)
        }
    }

    /// The people who are taken as the source of feedback that names nobody.
    private var unnamedSources: [String] {
        if let speaker = sections.speaker { return [speaker] }
        return note.interviewers.count == 1 ? note.interviewers : []
    }

    // MARK: Diagnostics

    /// Reports what is wrong in the tokens of the bullet that was read last.
    ///
    /// - Parameter isTelling: whether a block id in the bullet names a story that stands elsewhere.
    private mutating func report(isTelling: Bool) {
        var firstStage: Stage?
        for token in bullets.tokens {
            switch token.kind {
            case .unknownTag(let meant, let isPlain):
                let slip = Diagnostic.unknownTag(
                    text(token), meant: bullets.vocabulary.tagWord(meant), note.path, at: position(token))
                if isBelowFeedback {
                    diagnostics.append(slip)
                } else if isPlain {
                    slipsElsewhere.append(slip)
                }
            case .badDate:
                diagnostics.append(
                    .badDate(annotation: text(token), note.path, at: position(token)))
            case .tag(.stage(let stage)):
                if let firstStage, firstStage != stage {
                    diagnostics.append(
                        .conflictingStages(firstStage, stage, note.path, at: position(token)))
                }
                firstStage = firstStage ?? stage
            case .blockID where !isTelling:
                let id = String(decoding: bullets.paragraph.bytes[token.value], as: UTF8.self)
                let position = position(token)
                if let line = ids[id] {
                    diagnostics.append(.duplicateID(id, firstLine: line, note.path, at: position))
                } else {
                    ids[id] = position.line
                }
            default: break
            }
        }
    }

    private func position(_ token: Token) -> Position {
        source.position(of: bullets.paragraph.sourceOffset(of: token.range.lowerBound))
    }

    private func text(_ token: Token) -> String {
        String(decoding: bullets.paragraph.bytes[token.range], as: UTF8.self)
    }
}

extension Diagnostic {
    package static func looseEvidence(_ kind: Evidence.Kind, _ path: NotePath, at position: Position)
        -> Diagnostic
    {
        Diagnostic(
            .looseEvidence, path: path, at: position,
            "what \(kind.rawValue) is tied to no lesson; add its topic, `#…`, or the `^name` of the feedback")
    }
}
