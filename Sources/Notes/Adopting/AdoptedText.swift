package import Markup

/// Text of a note that is to become bullets: a paragraph, the paragraphs of a quote, or what stands after a
/// label.
///
/// Nothing in the text is rewritten. Only list markers, line breaks and indentation are inserted between its
/// words.
package struct AdoptedText {
    package let source: Source
    /// The range of each line's text, without the marks of the quotes around it.
    ///
    /// An empty line has an empty range.
    package let lines: [Range<Int>]
    /// What stands before each line or list marker: the marks of the quotes around it, or indentation.
    package let prefix: [UInt8]
    /// The white space between a label and the text; nil if there is no label.
    ///
    /// It is replaced by a line break.
    package var gap: Range<Int>?
    package var passages: [Passage]
    /// Whether the text is what somebody said.
    package var isSaid = false
    /// What the bullets are.
    package var section = Section.feedback

    /// The words of an item in which the bullets are nested, so that the text before the bullets is within
    /// the item too.
    package typealias Head = String

    /// Makes bullets of the text.
    ///
    /// - Parameters:
    ///   - marker: the list marker.
    ///   - indentation: the indentation of the list markers, in addition to the prefix.
    ///   - head: the words of an item around the bullets; nil for none.
    ///   - suffix: what each bullet ends with, which is who said it.
    /// - Returns: the replacements in the source.
    package func replacements(
        marker: UInt8, indentation: [UInt8] = [], head: Head? = nil, suffix: String = ""
    ) -> [Edit.Replacement] {
        let outer = indentation
        let inner = head == nil ? outer : outer + [Byte.space, Byte.space]
        var writer = AdoptedTextWriter(
            text: self, marker: [marker, Byte.space], indentation: inner, suffix: Array(suffix.utf8))
        if let gap { writer.replace(gap, with: lineEnd + prefix) }
        if let head, let first = lines.first {
            let item = outer + [marker, Byte.space] + Array(head.utf8)
            writer.put(item + lineEnd + barePrefix + lineEnd + prefix, at: first.lowerBound)
        }
        writer.write()
        return writer.replacements
    }

    /// The bullets that the text becomes.
    package var bullets: [AdoptedBullet] {
        var bullets: [AdoptedBullet] = []
        var isOpen = false
        for passage in passages {
            switch passage.fate {
            case .kept:
                bullets.append(
                    AdoptedBullet(
                        section: passage.section ?? section, front: passage.front, text: passage.text))
                isOpen = true
            case .joined:
                if isOpen { bullets[bullets.count - 1].text += " " + passage.text }
            case .leftOut: isOpen = false
            }
        }
        return bullets
    }

    /// The line end of the text's first line, or else of the line before.
    package var lineEnd: [UInt8] {
        guard let first = lines.first else { return [Byte.lf] }
        let line = source.position(of: first.lowerBound).line
        for line in [line, line - 1] where line >= 1 {
            let end = source.content(ofLine: line).upperBound..<source.whole(line: line).upperBound
            if !end.isEmpty { return Array(source.bytes[end]) }
        }
        return [Byte.lf]
    }

    /// What stands on an empty line between two paragraphs.
    package var barePrefix: [UInt8] {
        Array(prefix[..<(prefix.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0)])
    }
}

/// Collects the replacements that make bullets of a text, from its first byte to its last.
private struct AdoptedTextWriter {
    let text: AdoptedText
    let marker: [UInt8]
    let indentation: [UInt8]
    let suffix: [UInt8]
    var replacements: [Edit.Replacement] = []
    private var next = 0
    /// Where the open bullet ends; nil if no bullet is open, or if it has ended and text follows within it.
    private var bulletEnd: Int?
    private var isInItem = false
    /// The label of the list that is open.
    private var label: String?

    init(text: AdoptedText, marker: [UInt8], indentation: [UInt8], suffix: [UInt8]) {
        self.text = text
        self.marker = marker
        self.indentation = indentation
        self.suffix = suffix
    }

    mutating func put(_ bytes: [UInt8], at offset: Int) {
        if !bytes.isEmpty { replacements.append(Edit.Replacement(offset..<offset, with: bytes)) }
    }

    mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
        replacements.append(Edit.Replacement(range, with: bytes))
    }

    mutating func write() {
        var isBelowText = false
        for line in text.lines {
            if !line.isEmpty { beginLine(line, isBelowText: isBelowText) }
            isBelowText = !line.isEmpty
            while next < text.passages.count, text.passages[next].range.lowerBound < line.upperBound {
                breakLine()
            }
        }
        endBullet()
    }

    private var within: [UInt8] { indentation + (isInItem ? [Byte.space, Byte.space] : []) }

    /// Inserts what stands before a line.
    private mutating func beginLine(_ line: Range<Int>, isBelowText: Bool) {
        let quotes = missingQuotes(of: line)
        guard next < text.passages.count, text.passages[next].start == line.lowerBound else {
            return goOn(line, with: quotes)
        }
        let passage = text.passages[next]
        next += 1
        switch passage.fate {
        case .kept:
            endBullet()
            align(line)
            let above = heading(of: passage, isBelowText: isBelowText)
            let front = quotes + above + indentation + marker + passage.front.utf8
            replace(passage.start..<passage.range.lowerBound, with: front)
            begin(passage)
        case .joined:
            if let end = bulletEnd, !isBelowText {
                // A blank line would end the bullet's text.
                replace(end..<line.lowerBound, with: text.lineEnd + text.prefix + within)
            } else {
                goOn(line, with: quotes)
            }
            if bulletEnd != nil { bulletEnd = passage.range.upperBound }
        case .leftOut:
            let parts = bulletEnd != nil && isBelowText ? text.lineEnd + text.prefix : []
            endBullet()
            goOn(line, with: quotes + parts)
        }
    }

    /// Inserts what stands before a line that begins no bullet: within an item it is indented as the item's text is.
    private mutating func goOn(_ line: Range<Int>, with front: [UInt8]) {
        if isInItem { align(line) }
        put(front + within, at: line.lowerBound)
    }

    /// Indents a line as the first one is, so that all bullets are of one list.
    private mutating func align(_ line: Range<Int>) {
        let own = front(of: line)
        if own.elementsEqual(text.prefix) { return }
        guard own.filter({ !$0.isBlank }) == text.prefix.filter({ !$0.isBlank }) else { return }
        replace(own.indices, with: text.prefix)
    }

    /// Breaks a line before a passage that begins within it, unless the passage continues what is there.
    private mutating func breakLine() {
        let passage = text.passages[next]
        let last = next > 0 ? text.passages[next - 1] : nil
        let gap = (last?.range.upperBound ?? passage.range.lowerBound)..<passage.range.lowerBound
        next += 1
        switch passage.fate {
        case .kept:
            endBullet()
            let above = heading(of: passage, isBelowText: true)
            replace(
                gap, with: text.lineEnd + text.prefix + above + indentation + marker + passage.front.utf8)
            begin(passage)
        case .joined:
            if bulletEnd != nil { bulletEnd = passage.range.upperBound }
        case .leftOut:
            guard bulletEnd != nil else { return }
            endBullet()
            replace(gap, with: text.lineEnd + text.barePrefix + text.lineEnd + text.prefix + within)
        }
    }

    /// Returns the label of the list that a passage begins, on a line of its own; empty if the passage
    /// belongs to the open list, or needs no label.
    ///
    /// A label that stands below an item is parted from it.
    private mutating func heading(of passage: Passage, isBelowText: Bool) -> [UInt8] {
        guard let new = passage.label, new != label else { return [] }
        label = new
        let parting = isInItem && isBelowText ? text.lineEnd + text.prefix : []
        return parting + indentation + "\(new):".utf8 + text.lineEnd + text.prefix
    }

    private mutating func begin(_ passage: Passage) {
        isInItem = true
        bulletEnd = passage.range.upperBound
    }

    /// Ends the open bullet with who said it.
    private mutating func endBullet() {
        if let bulletEnd { put(suffix, at: bulletEnd) }
        bulletEnd = nil
    }

    /// Returns what stands before a line's text.
    private func front(of line: Range<Int>) -> ArraySlice<UInt8> {
        let start = text.source.content(ofLine: text.source.position(of: line.lowerBound).line).lowerBound
        return text.source.bytes[start..<line.lowerBound]
    }

    /// Returns the marks of quotes for a line that continues a paragraph without them; empty for other lines.
    private func missingQuotes(of line: Range<Int>) -> [UInt8] {
        let isMissing = text.prefix.contains(.ascii(">")) && !front(of: line).contains(.ascii(">"))
        return isMissing && text.gap == nil ? text.prefix : []
    }
}
