internal import Markup

// These functions are about text below the words of a list item, which the outline has no block for.
extension AdoptionFinder {
    /// Returns the lines of the paragraphs that stand below the words of a list item and above what comes next; empty if
    /// there is anything else among them.
    func nestedParagraphs(ofItem index: Int) -> [[Range<Int>]] {
        let blocks = note.outline.blocks
        guard let text = blocks[index].text else { return [] }
        let end = index + 1 < blocks.count ? blocks[index + 1].start.line - 1 : source.lineCount
        guard end > text.lastLine + 1,
            source.content(ofLine: text.lastLine + 1).allSatisfy({ bytes[$0].isBlank })
        else { return [] }
        var paragraphs: [[Range<Int>]] = [[]]
        for line in (text.lastLine + 1)...end {
            let content = source.content(ofLine: line)
            let indentation = bytes[content].prefix(while: \.isBlank)
            if indentation.count == content.count {
                if !paragraphs[paragraphs.count - 1].isEmpty { paragraphs.append([]) }
                continue
            }
            // Less is not within the item. Code, tables and the like are not text.
            let first = bytes[content.lowerBound + indentation.count]
            guard indentation.contains(Byte.tab) || indentation.count > blocks[index].depth,
                !"|<`~#>=".utf8.contains(first)
            else { return [] }
            paragraphs[paragraphs.count - 1].append(indentation.endIndex..<content.upperBound)
        }
        return paragraphs.filter { !$0.isEmpty }
    }

    /// Returns the guess that the last text below a bullet that is read tells something of its own; empty if it does not.
    ///
    /// It becomes bullets beside that one.
    func nestedGuess(_ item: Outline.Block, at index: Int) -> [Guess] {
        let blocks = note.outline.blocks
        guard index + 1 == blocks.count || blocks[index + 1].depth <= item.depth,
            let section = sectionSaid(at: item.start)
        else { return [] }
        let paragraphs = nestedParagraphs(ofItem: index)
        guard let start = paragraphs.first?.first, let end = paragraphs.last?.last else { return [] }
        // Behind an arrow stands the answer.
        if section == .questionsAsked, MailParts.arrow(bytes.span.extracting(start), at: 0) != nil {
            return []
        }
        let position = source.position(of: start.lowerBound)
        let last = source.position(of: end.lowerBound).line
        let mark = source.offset(of: item.start)
        let outer = Self.blanked(prefix(of: mark..<mark))
        let lines = paragraphs.enumerated().flatMap { number, lines in
            number == 0 ? lines : [lines[0].lowerBound..<lines[0].lowerBound] + lines
        }
        let told = paragraphs.flatMap { passages($0) }
        // In the open list, what is of its kind needs no heading.
        let open = told.map { passage in
            passage.section == section
                ? Passage(passage.text, passage.range, passage.fate, from: passage.start) : passage
        }
        let guesses = [open, told].flatMap { passages in
            tellingGuess(
                AdoptedText(
                    source: source, lines: lines, prefix: outer, passages: passages, section: section),
                at: position, position.line...last)
        }
        guard var guess = guesses.first else { return [] }
        guess.draft = Draft(lines: guess.draft.lines, proposals: guesses.flatMap(\.draft.proposals))
        return [guess]
    }

    /// Returns the section that a bullet is read as being in, of those that its neighbours can be in too; nil if it is not
    /// read.
    private func sectionSaid(at position: Position) -> Section? {
        let next = note.sayings.partitionPoint { $0.position >= position }
        guard next < note.sayings.count, note.sayings[next].position == position else { return nil }
        return switch note.sayings[next].kind {
        case .feedback: .feedback
        case .questionAsked: .questionsAsked
        case .questionToAsk: .questionsToAsk
        case .action: .actions
        case .hunch: .hunches
        case .evidence(let kind): .evidence(kind)
        case .reason, .plan, .story, .storyPart, .telling: nil
        }
    }
}
