internal import Markup

// These functions cut a note into sentences, each with the words that stand above it.
extension AdoptionFinder {
    /// Returns the sentences of a note in order, without its title and headings.
    package func noteSentences() -> [NoteSentence] {
        var sentences: [NoteSentence] = []
        var heading = NoteSentence.Above()
        var line = NoteSentence.Above()
        // Whether a paragraph stood below that line. The next one is about something else.
        var isLineUsed = false
        // The list items that the block is nested in, by depth.
        var items: [(depth: Int, above: NoteSentence.Above)] = []
        for (index, block) in note.outline.blocks.enumerated() {
            while let last = items.last, last.depth >= block.depth { items.removeLast() }
            guard let text = block.text else { continue }
            let lines = lines(text)
            guard let first = lines.first(where: { !$0.isEmpty }) else { continue }
            if case .heading = block.kind {
                let inner = HeadingText.withoutMarks(bytes.span.extracting(first)).shifted(
                    by: first.lowerBound)
                (heading, line) = (above(inner), NoteSentence.Above())
                continue
            }
            let isItem = block.kind == .listItem
            if !isItem, isTable(block) {
                sentences += ofTable(lines, isQuoted: text.quotes > 0, line: line, heading: heading)
                continue
            }
            if lines.count == 1, let words = headingWords(of: first) {
                if isItem {
                    items.append((block.depth, above(words)))
                } else {
                    line = above(words)
                    isLineUsed = false
                }
                continue
            }
            if !isItem, block.depth == 0 {
                if isLineUsed { line = NoteSentence.Above() }
                isLineUsed = true
            }
            let mark: NoteSentence.Mark
            if isItem {
                let byte = bytes[source.offset(of: block.start)]
                mark = byte.isDigit ? .number : .bullet
            } else {
                mark = .none
            }
            let item = items.last?.above ?? NoteSentence.Above()
            sentences += self.sentences(
                lines, mark: mark, isQuoted: text.quotes > 0, line: line, item: item, heading: heading)
            guard isItem else { continue }
            items.append((block.depth, above(first)))
            for paragraph in nestedParagraphs(ofItem: index) {
                sentences += self.sentences(
                    paragraph, mark: .none, isQuoted: text.quotes > 0, line: line, item: above(first),
                    heading: heading)
            }
        }
        return sentences
    }

    /// Returns the cells of a table, each with the title of its column as its label.
    private func ofTable(
        _ lines: [Range<Int>], isQuoted: Bool, line: NoteSentence.Above, heading: NoteSentence.Above
    ) -> [NoteSentence] {
        let titles = lines.first.map(cellRanges) ?? []
        let labels = titles.map(above)
        return lines.dropFirst(2).flatMap { row in
            zip(cellRanges(row), labels).compactMap { cell, label in
                cell.isEmpty
                    ? nil
                    : NoteSentence(
                        source.text(cell).folded, cell, mark: .none, hasBox: false, isQuoted: isQuoted,
                        label: label, line: line, item: NoteSentence.Above(), heading: heading)
            }
        }
    }

    /// Returns the words of a line that is bold, or that ends in a colon, as a heading does; nil for other lines.
    private func headingWords(of line: Range<Int>) -> Range<Int>? {
        guard !line.isEmpty else { return nil }
        let bold = LineText.bold(bytes.span.extracting(line))?.shifted(by: line.lowerBound)
        return bold ?? wordsInFrontOfColon(atEndOf: line)
    }

    /// Returns the words of a bold line, or of the title of a callout; nil for other lines.
    private func title(of line: Range<Int>) -> Range<Int>? {
        if line.isEmpty { return nil }
        let span = bytes.span.extracting(line)
        if let callout = Callout(span) {
            let words = callout.title.isEmpty ? callout.type : callout.title
            return words.shifted(by: line.lowerBound)
        }
        return LineText.bold(span)?.shifted(by: line.lowerBound)
    }

    private func above(_ words: Range<Int>) -> NoteSentence.Above {
        NoteSentence.Above(source.text(words).sentenceWords, SentenceKind(guess(of: words)?.section))
    }

    private func sentences(
        _ lines: [Range<Int>], mark: NoteSentence.Mark, isQuoted: Bool, line: NoteSentence.Above,
        item: NoteSentence.Above, heading: NoteSentence.Above
    ) -> [NoteSentence] {
        var sentences: [NoteSentence] = []
        var (line, lines) = (line, lines)
        if let first = lines.first, lines.count > 1, let words = title(of: first) {
            line = above(words)
            lines.removeFirst()
        }
        for group in groups(lines, in: nil) {
            if group.isHeading, let words = group.lines.first.flatMap(headingWords) {
                line = above(words)
                continue
            }
            guard var first = group.lines.first else { continue }
            let start = first.lowerBound
            var (mark, hasBox) = (mark, false)
            if let end = endOfMark(first) {
                let line = bytes.span.extracting(first)
                mark = MailParts.arrow(line, at: 0) == nil ? .bullet : .arrow
                hasBox = NotReadFinder.imitatesBox(line)
                first = end..<first.upperBound
            }
            if let box = TaskMarker.box(bytes.span.extracting(first), 0) {
                hasBox = true
                first = min(first.lowerBound + box.end, first.upperBound)..<first.upperBound
            }
            var label = NoteSentence.Above()
            if let (words, rest) = labelInFront(of: first) {
                label = NoteSentence.Above(source.text(words).sentenceWords, kind(ofLabel: first, words))
                first = rest..<first.upperBound
            }
            for (number, (text, range)) in self.sentences([first] + group.lines.dropFirst()).enumerated() {
                sentences.append(
                    NoteSentence(
                        text, (number == 0 ? start : range.lowerBound)..<range.upperBound, mark: mark,
                        hasBox: hasBox, isQuoted: isQuoted, label: label, line: line, item: item,
                        heading: heading
                    ))
            }
        }
        return sentences
    }

    private static let (mostLabelBytes, mostLabelWords) = (48, 5)

    /// Returns the words before the first colon of a line and where the text after it begins; nil if they are too
    /// many for a label.
    private func labelInFront(of line: Range<Int>) -> (words: Range<Int>, rest: Int)? {
        let head = bytes[line].prefix(Self.mostLabelBytes)
        guard let colon = head.firstIndex(of: .ascii(":")), colon + 1 < line.upperBound,
            !head[..<colon].contains(where: { ".?!".utf8.contains($0) })
        else { return nil }
        var rest = colon + 1
        while rest < line.upperBound, bytes[rest].isBlank || "*_:".utf8.contains(bytes[rest]) { rest += 1 }
        let words = line.lowerBound..<colon
        guard rest > colon + 1, rest < line.upperBound,
            LineText.wordCount(bytes.span, words, limit: Self.mostLabelWords) <= Self.mostLabelWords
        else { return nil }
        return (words, rest)
    }

    private func kind(ofLabel line: Range<Int>, _ words: Range<Int>) -> SentenceKind? {
        if case .section(let section) = label(of: line, in: nil)?.meaning { return SentenceKind(section) }
        return SentenceKind(guess(of: words)?.section)
    }
}
