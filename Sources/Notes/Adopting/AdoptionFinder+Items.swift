internal import Markup

// These functions are about list items that say themselves what they are, in words that are not the format's.
extension AdoptionFinder {
    /// A list item that tells something, and its parts: those that tell nothing belong to the part before.
    private struct TellingItem {
        let index: Int
        /// Where the item's text begins.
        let start: Int
        let passages: [Passage]
        /// The last line of what is nested in it.
        let lastLine: Int
        /// The line on which the end of a mail begins: its closing, or what else tells nothing; nil for none.
        let closing: Int?

        /// Whether a label says what it is.
        var hasLabel: Bool { passages[0].range.lowerBound > passages[0].start }

        /// Whether it tells nothing but how it went.
        var isOwn: Bool {
            passages.allSatisfy { SentenceKind($0.section) == .impression && $0.label == nil }
        }

        var isSingle: Bool { passages.count == 1 && passages[0].start == start }
    }

    /// Returns the guesses about the items of a note: one for each run of items that tell the same.
    func tellingItems() -> [Guess] {
        let blocks = note.outline.blocks
        let said = Set(note.sayings.map(\.position))
        let told = Set(note.notRead.map(\.position))
        let asked = Set(note.note.questionsAsked.map(\.position))
        let questions = questionItems()
        var guesses: [Guess] = []
        // The open run of items at each depth.
        var runs: [Int: [TellingItem]] = [:]
        // The depth of a bullet that is read. What is nested in it belongs to it.
        var readDepth = Int.max
        var isBelowQuestion = false
        func finish(_ depths: PartialRangeFrom<Int>) {
            for depth in runs.keys.sorted() where depths.contains(depth) {
                guesses += guess(runs.removeValue(forKey: depth) ?? [])
            }
        }
        for (index, block) in blocks.enumerated() {
            if block.depth <= readDepth { readDepth = .max }
            guard block.kind == .listItem else { continue }
            finish((block.depth + 1)...)
            if said.contains(block.start) || told.contains(block.start) {
                finish(block.depth...)
                if block.depth < readDepth {
                    readDepth = block.depth
                    isBelowQuestion = asked.contains(block.start)
                }
                continue
            }
            // Below a question stands how it was answered, and perhaps how that went.
            let isRead = block.depth > readDepth
            guard !isRead || isBelowQuestion,
                let item = tellingItem(
                    block, at: index, isAsked: questions.contains(index)),
                !isRead || item.hasLabel || item.isOwn
            else {
                finish(block.depth...)
                continue
            }
            if let last = runs[block.depth]?.last {
                let isSame =
                    item.isSingle && last.isSingle && item.passages[0].section == last.passages[0].section
                    && item.passages[0].label == last.passages[0].label
                if block.beginsList || !isSame { finish(block.depth...) }
            }
            runs[block.depth, default: []].append(item)
        }
        finish(0...)
        return guesses.sorted { $0.position < $1.position }
    }

    /// Returns the draft for an item with a label that the items after it have too, so that they become one
    /// list; nil if it stands alone.
    func repeatedLabelDraft(at index: Int) -> Draft? {
        let blocks = note.outline.blocks
        var items: [TellingItem] = []
        var next = index
        while next < blocks.count, blocks[next].kind == .listItem, blocks[next].depth == blocks[index].depth,
            items.isEmpty || !blocks[next].beginsList,
            let item = tellingItem(blocks[next], at: next),
            item.isSingle, item.hasLabel,
            items.first.map({ $0.passages[0].section == item.passages[0].section }) ?? true
        {
            items.append(item)
            next = blocks[(next + 1)...].firstIndex { $0.depth <= blocks[index].depth } ?? blocks.count
        }
        return items.count > 1 ? guess(items, isCertain: true).first?.draft : nil
    }

    /// Returns the indices of the items that are questions, each in a list with others.
    ///
    /// A question by itself may be the person's own.
    private func questionItems() -> Set<Int> {
        let blocks = note.outline.blocks
        var all: Set<Int> = []
        // The items of the open list at each depth.
        var open: [Int: QuestionList] = [:]
        func finish(_ depths: PartialRangeFrom<Int>) {
            for depth in open.keys where depths.contains(depth) {
                if let list = open.removeValue(forKey: depth) { all.formUnion(list.asked) }
            }
        }
        for (index, block) in blocks.enumerated() {
            guard block.kind == .listItem else {
                finish(block.depth...)
                continue
            }
            finish((block.beginsList ? block.depth : block.depth + 1)...)
            guard let line = block.text.flatMap({ lines($0).first }) else { continue }
            let text = source.text(line)
            if isAskedItem(text) || kinds.kind(in: line) == .asked {
                open[block.depth, default: QuestionList()].add(index, isQuestion: true)
            } else if let first = text.first, let last = text.last, "\"“".contains(first),
                "\"”".contains(last)
            {
                open[block.depth, default: QuestionList()].quoted.append(index)
            } else if label(of: line, in: nil) == nil, SentenceGuess.section(of: text) == nil,
                TaskMarker.box(bytes.span.extracting(line), 0) == nil
            {
                open[block.depth, default: QuestionList()].add(index, isQuestion: false)
            }
        }
        finish(0...)
        return all
    }

    /// The items of a list that may be questions.
    private struct QuestionList {
        private var questions: [Int] = []
        /// The questions, and what stands between them and tells nothing else: `sickness, again`.
        private var span: [Int] = []
        private var others: [Int] = []
        var quoted: [Int] = []

        mutating func add(_ index: Int, isQuestion: Bool) {
            if !isQuestion {
                if !questions.isEmpty { others.append(index) }
                return
            }
            questions.append(index)
            span += others + [index]
            others = []
        }

        /// The items that were asked; none if there is only one question.
        ///
        /// Where most items are questions, those between them are questions in few words.
        var asked: [Int] {
            guard questions.count > 1 else { return [] }
            return (span.count <= 2 * questions.count - 1 ? span : questions) + quoted
        }
    }

    /// Returns whether an item is a question, or what somebody said in quotes that an answer may follow.
    private func isAskedItem(_ text: String) -> Bool {
        guard let first = text.first else { return false }
        let quotes: [Character: Character] = ["\"": "\"", "“": "”"]
        guard let closing = quotes[first] else {
            return Self.isQuestion(text) || Self.asks(text) || AskedQuestion.begins(text)
        }
        guard let end = text.dropFirst().firstIndex(of: closing) else { return false }
        let rest = text[text.index(after: end)...].drop(while: \.isWhitespace)
        let question = text[..<end].dropFirst()
        let isAnswered = rest.utf8.first == .ascii("-") || rest.hasPrefix("=>") || rest.hasPrefix("→")
        return isAnswered
            || rest.isEmpty
                && (question.hasSuffix("?") || Self.isQuestion(question + "?") || Self.asks(String(question)))
    }

    /// Returns an item as what it tells; nil if it tells nothing.
    ///
    /// - Parameters:
    ///   - block: The item.
    ///   - index: The index of the item.
    ///   - isAsked: Whether it is one of several questions, so that it is one as a whole.
    /// - Returns: The item.
    private func tellingItem(
        _ block: Outline.Block, at index: Int, isAsked: Bool = false
    ) -> TellingItem? {
        guard let text = block.text, text.start.line == block.start.line else { return nil }
        let lines = lines(text)
        guard let first = lines.first, !first.isEmpty, TaskMarker.box(bytes.span.extracting(first), 0) == nil
        else {
            return nil
        }
        if isAsked {
            let range = first.lowerBound..<lines[lines.count - 1].upperBound
            let isTheirs = told(in: range, source.text(range)) != .questionsToAsk
            let question = Passage(
                source.text(range).folded, range, .kept, isTheirs ? .questionsAsked : .questionsToAsk)
            return TellingItem(
                index: index, start: first.lowerBound, passages: [question],
                lastLine: reach(ofHeadingAt: index), closing: nil)
        }
        // A table is one thing, and cannot be cut.
        if lines.contains(where: { bytes[$0].first == .ascii("|") }) { return nil }
        let isMail = lines.count > 1 && MailParts.isGreeting(source.text(first))
        let all = isMail ? mailed(lines) : passages(lines)
        var parts = all.filter { $0.fate == .kept }
        guard let one = parts.first, let last = all.lastIndex(where: { $0.fate == .kept }) else { return nil }
        let closing = isMail ? closing(all[(last + 1)...], lines) : nil
        // Words that tell nothing belong to what stands before them.
        let end = closing ?? lines[lines.count - 1].upperBound
        if one.start == first.lowerBound,
            parts.allSatisfy({ $0.section == one.section && $0.label == one.label }),
            one.start == one.range.lowerBound
        {
            parts = [
                Passage(
                    source.text(first.lowerBound..<end).folded, first.lowerBound..<end, .kept, one.section)
            ]
        } else {
            for number in parts.indices {
                let part = parts[number]
                let upper = number + 1 < parts.count ? parts[number + 1].start : end
                let range =
                    part.range
                    .lowerBound..<LineText.trimmed(bytes.span, part.range.lowerBound..<upper).upperBound
                parts[number] = Passage(
                    source.text(range).folded, range, .kept, part.section, label: part.label, from: part.start
                )
            }
        }
        return TellingItem(
            index: index, start: first.lowerBound, passages: parts, lastLine: reach(ofHeadingAt: index),
            closing: closing.map { source.position(of: $0).line })
    }

    /// Returns where the line of the first of some passages begins that begins a line; nil if none does.
    private func closing(_ passages: ArraySlice<Passage>, _ lines: [Range<Int>]) -> Int? {
        passages.first { passage in lines.contains { $0.lowerBound == passage.start } }?.start
    }

    /// Returns the passages of an item that is a mail.
    private func mailed(_ lines: [Range<Int>]) -> [Passage] {
        passages([lines], in: .feedback, isOwn: false).map { $0.orFeedback }
    }

    /// Returns the guess about some items that tell the same.
    private func guess(_ items: [TellingItem], isCertain: Bool = false) -> [Guess] {
        guard let first = items.first, let last = items.last else { return [] }
        let blocks = note.outline.blocks
        let passages = items.flatMap(\.passages)
        let sections = passages.compactMap(\.section)
        var replacements: [Edit.Replacement] = []
        for (number, item) in items.enumerated() {
            replacements += self.replacements(item, isFirst: number == 0)
        }
        let bullets = passages.compactMap { passage in
            passage.section.map { AdoptedBullet(section: $0, front: passage.front, text: passage.text) }
        }
        let proposal = Adoption.Proposal(
            "Write it so that it is read.", isCertain: isCertain, isLikely: Self.isLikely(passages),
            [.init(replacements: replacements)],
            bullets: bullets)
        let position = blocks[first.index].start
        return [
            Guess(
                kinds: Set(sections.map { SectionGuess($0) ?? .hunches }), position: position,
                draft: Draft(lines: position.line...last.lastLine, proposals: [proposal]),
                problem: "this may tell \(Self.contents(of: sections)), and is not read",
                saysItself: first.hasLabel,
                parts: items.count > 1 ? items.prefix(Self.mostParts).flatMap { guess([$0]) } : [])
        ]
    }

    /// Returns what is written so that an item is read as what it tells.
    ///
    /// An item of several parts becomes several items, and what needs a heading is nested in an item that is
    /// one.
    private func replacements(_ item: TellingItem, isFirst: Bool) -> [Edit.Replacement] {
        let block = note.outline.blocks[item.index]
        let mark = source.offset(of: block.start)
        let outer = prefix(of: mark..<mark)
        let marker = Array(bytes[mark..<item.start].prefix { !$0.isBlank }) + [Byte.space]
        // A nested list with a number other than 1 would go on with the text above it.
        let nested = marker.first?.isDigit ?? false ? [note.marker, Byte.space] : marker
        let width = item.start - mark
        let unit: [UInt8] =
            note.indentsByTabs ? [Byte.tab] : Array(repeating: Byte.space, count: min(max(width, 2), 4))
        let line = source.content(ofLine: block.start.line)
        let lineEnd = lineEnd(of: line)
        let plain = Self.blanked(outer)
        var replacements: [Edit.Replacement] = []
        var label: String? = isFirst ? nil : item.passages[0].label
        for passage in item.passages {
            let heading: [UInt8] =
                passage.label == nil || passage.label == label
                ? [] : marker + "\(passage.label ?? ""):".utf8 + lineEnd + plain
            let nesting = passage.label == nil ? [] : unit
            label = passage.label
            if passage.start == item.start {
                replacements.append(Edit.Replacement(mark..<mark, with: heading + nesting))
                let cut = passage.start..<passage.range.lowerBound
                if !cut.isEmpty || !passage.front.isEmpty {
                    replacements.append(Edit.Replacement(cut, with: passage.front.utf8))
                }
            } else {
                var gap = passage.start
                while gap > item.start, bytes[gap - 1].isBlank || "#".utf8.contains(bytes[gap - 1]) {
                    gap -= 1
                }
                replacements.append(
                    Edit.Replacement(
                        gap..<passage.range.lowerBound,
                        with: lineEnd + plain + heading + nesting
                            + (passage.label == nil ? marker : nested) + passage.front.utf8))
            }
        }
        if let closing = item.closing {
            let start = source.content(ofLine: closing).lowerBound
            replacements.append(Edit.Replacement(start..<start, with: lineEnd))
        }
        if label != nil, item.lastLine > block.start.line {
            for line in block.start.line + 1...item.lastLine {
                let content = source.content(ofLine: line)
                guard content.count > outer.count else { continue }
                let start = content.lowerBound + outer.count
                replacements.append(Edit.Replacement(start..<start, with: unit))
            }
        }
        return replacements.filter { !$0.range.isEmpty || !$0.bytes.isEmpty }
    }

    /// Returns the guess that the lines of a quote below a line that ends in a colon are what was asked, or what to ask;
    /// nil if they are not.
    ///
    /// What others said is reported where it is quoted.
    func quotedListGuess(_ block: Outline.Block, at index: Int) -> [Guess]? {
        let blocks = note.outline.blocks
        guard let text = block.text, let line = lines(text).last, !line.isEmpty,
            let colon = LineText.colon(bytes.span, atEndOf: line),
            let kind = guess(of: line.lowerBound..<colon),
            kind == .questionsAsked || kind == .questionsToAsk, index + 2 < blocks.count,
            blocks[index + 1].kind == .blockQuote, blocks[index + 1].start.line == text.lastLine + 1,
            blocks[index + 2].kind == .paragraph, let quoted = blocks[index + 2].text,
            quoted.quotes == text.quotes + 1
        else { return nil }
        let indent = prefix(of: line).count
        // Text above it would be one paragraph with it.
        let parting = text.start.line < text.lastLine ? lineEnd(of: line) + prefix(of: line) : []
        var replacements = [Edit.Replacement(line, with: parting + "\(kind.heading):".utf8)]
        for number in quoted.start.line...quoted.lastLine {
            let content = source.content(ofLine: number)
            let mark = min(content.lowerBound + indent, content.upperBound)
            var start = mark
            while start < content.upperBound, bytes[start] == .ascii(">") || bytes[start].isBlank {
                start += 1
            }
            replacements.append(Edit.Replacement(mark..<start, with: [note.marker, Byte.space]))
        }
        let proposal = Adoption.Proposal(
            "Make a heading and a list of it, a bullet for each line.", isCertain: false,
            [.init(replacements: replacements)], of: [kind.section])
        return [
            Guess(
                kinds: [kind], position: block.start,
                draft: Draft(lines: block.start.line...quoted.lastLine, proposals: [proposal]),
                problem: "this looks like the heading of \(kind.content)")
        ]
    }

    /// Returns the guess that items with quoted words are bullets: `- > Too quiet.`.
    ///
    /// They are nested in an item that is a heading. Returns nothing if the item does not begin such a list.
    func quotedItemGuess(_ block: Outline.Block, at index: Int) -> [Guess] {
        guard block.beginsList, block.depth > 0 else { return [] }
        var replacements: [Edit.Replacement] = []
        var last = block.start.line
        for item in note.outline.blocks[index...] {
            if item.depth < block.depth || item.depth == block.depth && item.kind != .listItem { break }
            if item.depth > block.depth { continue }
            let line = source.content(ofLine: item.start.line)
            let mark = source.offset(of: item.start)
            guard item.text == nil, let quote = bytes[mark..<line.upperBound].firstIndex(of: .ascii(">")),
                bytes[mark..<quote].dropFirst().allSatisfy({ $0.isBlank })
            else { return [] }
            let words = bytes[(quote + 1)..<line.upperBound].firstIndex { !$0.isBlank } ?? line.upperBound
            replacements.append(Edit.Replacement(quote..<words, with: []))
            last = item.start.line
        }
        let proposal = Adoption.Proposal(
            "Take the marks of the quote away.", isCertain: false, [.init(replacements: replacements)],
            of: [.feedback, .praise, .hunches, .questionsAsked, .questionsToAsk])
        return [
            Guess(
                kinds: [.feedback], position: block.start,
                draft: Draft(lines: block.start.line...last, proposals: [proposal]),
                problem: "the words of these bullets are quoted, and are not read")
        ]
    }
}
