package import Markup

// These functions are about paragraphs, quotes and tables that become bullets.
extension AdoptionFinder {
    /// Returns what the bullets of a section are called in a sentence.
    private static func name(_ section: Section?) -> String {
        switch section {
        case .feedback, nil: "a bullet for each thing that was said"
        case .praise: "a bullet for each thing that was good"
        case .stage(let stage): "a bullet for each thing to \(stage.rawValue)"
        case .hunches: "a bullet for each hunch"
        case .evidence: "a bullet for each thing that showed"
        case .questionsAsked, .questionsToAsk: "a bullet for each question"
        default: "a bullet for each sentence"
        }
    }

    package func paragraphDraft(_ found: NotRead) -> Draft? {
        guard let block = paragraph(onLine: found.position.line), let text = block.text else { return nil }
        var lines = lines(text).filter { source.position(of: $0.lowerBound).line >= found.position.line }
        // A bold line at the beginning is a heading when a blank line follows it.
        var parting: [Edit.Replacement] = []
        if lines.count > 1, let line = lines.first, LineText.bold(bytes.span.extracting(line)) != nil {
            parting = [
                Edit.Replacement(
                    line.upperBound..<line.upperBound, with: lineEnd(of: line) + prefix(of: line))
            ]
            lines.removeFirst()
        }
        guard let first = lines.first else { return nil }
        let section = found.section ?? .feedback
        let isSaid = section.isFeedback
        let adopted = AdoptedText(
            source: source, lines: lines, prefix: prefix(of: first),
            passages: passages([lines], in: section, isOwn: isSaid && !text.isQuoted), isSaid: isSaid,
            section: section)
        return textDraft(adopted, found.section, lines: found.position.line...text.lastLine, parting)
    }

    package func quoteDraft(_ found: NotRead) -> Draft? {
        guard let quote = block(at: found.position, { $0.kind == .blockQuote && $0.start == found.position }),
            let (text, lastLine, title) = quotedText(at: quote, in: found.section ?? .feedback)
        else { return nil }
        // The title of a callout may say that it is about something else than what is around it.
        var titles: [Edit.Replacement] = []
        if let title, text.section != found.section ?? .feedback {
            titles = [Edit.Replacement(title, with: "\(text.section.heading) (\(source.text(title)))".utf8)]
        }
        let lines = found.position.line...max(lastLine, found.position.line)
        return textDraft(text, text.section, lines: lines, titles, isCertain: titles.isEmpty)
    }

    /// Returns the text of a quote that has paragraphs alone, the last line of it, and the title of the
    /// callout that it is; nil if there is more in the quote.
    ///
    /// A title that names another section than the quote's decides.
    func quotedText(at quote: Int, in section: Section)
        -> (text: AdoptedText, lastLine: Int, title: Range<Int>?)?
    {
        let blocks = note.outline.blocks
        let inner = blocks[(quote + 1)...].prefix { $0.depth > blocks[quote].depth }
        guard inner.allSatisfy({ $0.kind == .paragraph && $0.depth == blocks[quote].depth + 1 }) else {
            return nil
        }
        var paragraphs = inner.compactMap { $0.text.map(lines) }
        guard let top = paragraphs.first?.first, let lastLine = inner.last?.text?.lastLine else { return nil }
        var section = section
        var title: Range<Int>?
        if let callout = Callout(bytes.span.extracting(top)) {
            paragraphs[0].removeFirst()
            let range =
                callout.title.shifted(by: top.lowerBound)
            if !range.isEmpty, let other = guess(of: range)?.section, other.isFeedback != section.isFeedback {
                section = other
            }
            title = range
        }
        paragraphs.removeAll(where: \.isEmpty)
        guard let first = paragraphs.first?.first, let quotes = inner.first?.text?.quotes else { return nil }
        let firstLine = source.position(of: first.lowerBound).line
        let all = (firstLine...max(lastLine, firstLine)).map { line -> Range<Int> in
            let content = source.content(ofLine: line)
            return Paragraph.continuation(of: content, quotes: quotes, in: bytes)..<content.upperBound
        }
        let text = AdoptedText(
            source: source, lines: all, prefix: prefix(of: first),
            passages: passages(paragraphs, in: section, isOwn: false), isSaid: section.isFeedback,
            section: section)
        return (text, lastLine, title)
    }

    private func textDraft(
        _ text: AdoptedText, _ section: Section?, lines: ClosedRange<Int>, _ parting: [Edit.Replacement] = [],
        isCertain: Bool = true
    ) -> Draft? {
        guard !text.passages.isEmpty else { return nil }
        let marker = note.marker
        // Text before the first bullet is reported as unread too, unless it is within an item of its own.
        let head =
            !text.isSaid ? "In words:" : text.prefix.contains(.ascii(">")) ? "They wrote:" : "They said:"
        // Another marker begins another list, where the list above is not of the same.
        let attempts = [
            Adoption.Attempt(replacements: parting, marker: marker),
            Adoption.Attempt(replacements: parting, marker: marker, head: head),
            Adoption.Attempt(replacements: parting, marker: otherMarker),
        ]
        let proposal = Adoption.Proposal(
            "Make a list of it, \(Self.name(section)).",
            isCertain: isCertain && text.passages.contains { $0.fate == .kept },
            attempts, text: text)
        return Draft(lines: lines, proposals: [proposal])
    }

    // MARK: Labels

    package func labelDraft(_ word: NotRead.Word, at position: Position) -> Draft? {
        if let item = block(at: position, { $0.kind == .listItem && $0.start == position }) {
            return repeatedLabelDraft(at: item) ?? bulletLabelDraft(word, note.outline.blocks[item])
        }
        guard let block = paragraph(onLine: position.line), let text = block.text else { return nil }
        let lines = lines(text)
        var finder = NotReadFinder()
        func isLabel(_ number: Int) -> Bool {
            let goesOn = NotReadFinder.goesOn(afterLine: number, of: lines, in: source)
            if case .label = finder.shape(
                ofLine: bytes.span.extracting(lines[number]), isAboveList: false, goesOn: goesOn, table)
            {
                return true
            }
            return false
        }
        guard let number = lines.indices.first(where: isLabel) else { return nil }
        let end = lines.indices[(number + 1)...].first(where: isLabel) ?? lines.endIndex
        return labelDraft(
            word, lines[number], Array(lines[(number + 1)..<end]), prefix(of: lines[number]), item: nil)
    }

    private func bulletLabelDraft(_ word: NotRead.Word, _ item: Outline.Block) -> Draft? {
        guard let text = item.text else { return nil }
        var lines = lines(text)
        guard let first = lines.first, !first.isEmpty else { return nil }
        lines.removeFirst()
        return labelDraft(word, first, lines, nestedPrefix(of: item), item: item)
    }

    /// Returns what stands before the marker of a list that is nested in an item.
    func nestedPrefix(of item: Outline.Block) -> [UInt8] {
        let blocks = note.outline.blocks
        let next = blocks.partitionPoint { $0.start > item.start }
        if next < blocks.count, blocks[next].kind == .listItem, blocks[next].depth == item.depth + 1 {
            let start = source.offset(of: blocks[next].start)
            return prefix(of: start..<start)
        }
        let start = source.offset(of: item.start)
        let own = prefix(of: start..<start)
        if note.indentsByTabs { return own + [Byte.tab] }
        let content =
            item.text.map { $0.start.line == item.start.line ? $0.start.column - item.start.column : 2 } ?? 2
        return Self.blanked(own) + Array(repeating: Byte.space, count: min(max(content, 2), 5))
    }

    /// Makes the draft for a label and what is said after it, on its line and on the lines that follow.
    ///
    /// - Parameters:
    ///   - word: the word of the method that the label has.
    ///   - line: the line of the label.
    ///   - further: the lines that follow.
    ///   - prefix: what stands before each line.
    ///   - item: the list item that the label begins; nil if the label begins a line of a paragraph.
    /// - Returns: the draft; nil if the line has no colon.
    func labelDraft(
        _ word: NotRead.Word, _ line: Range<Int>, _ further: [Range<Int>], _ prefix: [UInt8],
        item: Outline.Block?
    ) -> Draft? {
        guard let colon = bytes[line].firstIndex(of: .ascii(":")) else { return nil }
        let isBold = bytes[line].starts(with: "**".utf8) || bytes[line].starts(with: "__".utf8)
        var end = colon + 1
        if end < line.upperBound, bytes[end] == .ascii(":") { end += 1 }
        let colonEnd = end
        if isBold, bytes[end..<line.upperBound].starts(with: bytes[line].prefix(2)) { end += 2 }
        let start = bytes[end..<line.upperBound].firstIndex { !$0.isBlank } ?? line.upperBound
        var lines = further
        if start < line.upperBound { lines.insert(start..<line.upperBound, at: 0) }
        let label = line.lowerBound..<colon
        let section = word.section
        let isSaid = section.isFeedback
        var passages = passages([lines], in: section, isOwn: false)
        if let first = passages.first, first.fate != .kept, !MailParts.areAsides(Array(first.text.utf8)) {
            passages[0].fate = .kept
        }
        let text = AdoptedText(
            source: source, lines: lines, prefix: prefix, gap: start < line.upperBound ? end..<start : nil,
            passages: passages, isSaid: isSaid, section: section)
        let number = source.position(of: line.lowerBound).line
        let last = lines.last.map { source.position(of: $0.lowerBound).line } ?? number
        var heads = labelHeads(word, label, colonEnd: colonEnd, end: end, isBold: isBold)
        if passages.isEmpty { heads = heads.filter { !$0.isEmpty } }
        let inItem = Edit.Replacement(line.lowerBound..<line.lowerBound, with: [note.marker, Byte.space])
        var attempts: [Adoption.Attempt] = []
        for head in heads {
            if !isBold || item != nil { attempts.append(.init(replacements: head, marker: note.marker)) }
            if item == nil {
                attempts.append(
                    .init(
                        replacements: [inItem] + head, marker: note.marker,
                        indentation: [Byte.space, Byte.space]))
            }
            if isBold, item == nil { attempts.append(.init(replacements: head, marker: note.marker)) }
        }
        let proposal = Adoption.Proposal(
            "Make a heading of the label, and a list of what is behind it.", isCertain: !passages.isEmpty,
            attempts, text: passages.isEmpty ? nil : text, of: [section])
        let index = item.map { item in note.outline.blocks.partitionPoint { $0.start >= item.start } }
        return Draft(
            lines: number...max(last, number),
            reach: index.map(reach(ofHeadingAt:)) ?? (passages.isEmpty ? reach(belowLine: number) : nil),
            proposals: [proposal])
    }

    /// Returns the ways to make a label the heading of the list below it.
    ///
    /// If its words already name a section, the first way keeps them. The other ways replace the words.
    private func labelHeads(
        _ word: NotRead.Word, _ label: Range<Int>, colonEnd: Int, end: Int, isBold: Bool
    ) -> [[Edit.Replacement]] {
        let written = source.text(label)
        let plain = written.filter { $0 != "*" && $0 != "_" }.folded
        // One colon ends the line, even if the label has two like a property.
        let isDouble = colonEnd > label.upperBound + 1
        let colons = isDouble ? [Edit.Replacement(label.upperBound..<colonEnd, with: ":".utf8)] : []
        var heads: [[Edit.Replacement]] = []
        if table.meaning(of: Array(written.utf8).span).section(within: nil) != nil { heads.append(colons) }
        let name = word.heading
        for words in ["\(name) (\(plain.filter { $0 != "(" && $0 != ")" }))", name] {
            let marks = isBold ? "**" : ""
            let isClosed = isBold && end == colonEnd
            heads.append(
                [Edit.Replacement(label, with: (marks + words + (isClosed ? marks : "")).utf8)] + colons)
        }
        return heads
    }
}

extension Outline.Text {
    fileprivate var isQuoted: Bool { quotes > 0 }
}
