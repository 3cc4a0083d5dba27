package import Markup

/// Reads block quotes and callouts.
extension BodyReader {
    package mutating func enterQuote(_ block: Outline.Block, at index: Int) {
        let depth = block.depth
        let feedback = containers.last?.feedback
        let surroundings = containers.last?.surroundings
        let wasBelowHeading = notRead.isBelowHeading
        if case .toldQuote = containers.last?.kind {
            containers.append(Container(depth: depth, kind: .toldQuote, feedback: feedback))
            return
        }
        mail = MailParts(isOwn: false)
        containers.append(
            Container(depth: depth, kind: .quote, feedback: feedback, surroundings: surroundings))
        let isCallout = enterCallout(at: index + 1, depth: depth + 1)
        if !isCallout, !wasBelowHeading { notRead.passBlock() }
        guard let section = sections.current, section.isTold, !isWithinItem, !hasListItem(in: index),
            !isEmptyQuote(at: index, isCallout: isCallout) || isCallout && saysInTitle(index + 1)
                || isCallout && isListRightBelow(index + 1, depth: depth)
        else { return }
        if section.isFeedback, areAsides(inQuoteAt: index) { return }
        notRead.add(.quote, in: section, at: block.start)
        containers[containers.count - 1] = Container(depth: depth, kind: .toldQuote, feedback: feedback)
    }

    /// Enters the sections of a callout, if a block is a callout's first line.
    ///
    /// Returns whether it is.
    private mutating func enterCallout(at index: Int, depth: Int) -> Bool {
        guard index < blocks.count, blocks[index].kind == .paragraph, blocks[index].depth == depth,
            let text = blocks[index].text
        else { return false }
        heading.read(text.firstLine, of: source)
        let bytes = heading.bytes
        guard let callout = Callout(bytes.span) else { return false }
        calloutLine = text.start.line
        if callout.title.isEmpty || !callout.isObsidians(bytes.span) {
            enter(
                bytes, callout.type, level: SectionStack.Level.container, depth: depth,
                at: blocks[index].start)
        }
        if !callout.title.isEmpty {
            enter(
                bytes, callout.title, level: SectionStack.Level.title, depth: depth, at: blocks[index].start)
        }
        return true
    }

    private func hasListItem(in quote: Int) -> Bool {
        var index = quote + 1
        while index < blocks.count, blocks[index].depth > blocks[quote].depth {
            if blocks[index].kind == .listItem { return true }
            index += 1
        }
        return false
    }

    /// Returns whether the title of a callout says something, and is no heading.
    private mutating func saysInTitle(_ index: Int) -> Bool {
        guard let text = blocks[index].text else { return false }
        heading.read(text.firstLine, of: source)
        let bytes = heading.bytes
        guard let callout = Callout(bytes.span), !callout.title.isEmpty else { return false }
        return meaning(of: bytes, callout.title) == nil
            && !LineText.saysNothing(bytes.span.extracting(callout.title))
    }

    /// Returns whether a quote contains only the first line of a callout, or words that say nothing.
    private mutating func isEmptyQuote(at index: Int, isCallout: Bool) -> Bool {
        guard index + 1 < blocks.count, blocks[index + 1].depth > blocks[index].depth else { return true }
        guard let text = blocks[index + 1].text,
            index + 2 == blocks.count || blocks[index + 2].depth <= blocks[index].depth
        else { return false }
        let lines = NotReadFinder.lines(of: text, in: source)
        return lines.dropFirst(isCallout ? 1 : 0).allSatisfy {
            LineText.saysNothing(source.bytes.span.extracting($0))
        }
    }
}
