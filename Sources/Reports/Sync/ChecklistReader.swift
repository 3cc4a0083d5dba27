package import Markup
internal import Notes

/// Reads a checklist that somebody may have edited since it was written, by hand or with another tool.
package enum ChecklistReader {
    /// Returns the items with a box or an id, in order; nil if Debrief did not write the file.
    ///
    /// An id that is not in an item any more, as in a paragraph or in code, becomes an item without a box.
    package static func items(of bytes: [UInt8]) -> [ChecklistItem]? {
        let source = Source(bytes)
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content,
            FrontMatterReader.isGenerated(pairs)
        else { return nil }
        var outlineReader = OutlineReader()
        let blocks = outlineReader.outline(of: source, masking: frontMatter.lines).blocks
        let masked = LineMask(frontMatter.lines)
        let readable = Comments(in: source, outside: masked).removed(from: source, hiding: masked).written
        var reader = ItemReader(source, withoutComments: readable)
        let start = frontMatter.lines.upperBound
        var items: [ChecklistItem] = []
        guard start <= source.lineCount else { return items }
        var from = source.content(ofLine: start).lowerBound
        for (number, block) in blocks.enumerated() {
            let begin = source.offset(of: block.start)
            if number == 0 { items += reader.strays(in: from..<max(begin, from)) }
            let next = number + 1 < blocks.count ? source.offset(of: blocks[number + 1].start) : bytes.count
            from = max(begin, next)
            items += reader.items(of: block, in: begin..<from)
        }
        if blocks.isEmpty { items += reader.strays(in: from..<bytes.count) }
        return items
    }

    /// Returns the lines of each top-level item without one of our ids, among some lines of the file.
    ///
    /// Somebody has written these into the generated part by hand. Items without a box count too.
    package static func ownItems(of source: Source, in lines: Range<Int>) -> [Range<Int>] {
        var outlineReader = OutlineReader()
        let blocks = outlineReader.outline(of: source, masking: FrontMatter(of: source)?.lines ?? 1..<1)
            .blocks
            .filter { $0.depth == 0 && lines.contains($0.start.line) }
        return blocks.indices.compactMap { number in
            guard blocks[number].kind == .listItem else { return nil }
            let start = blocks[number].start.line
            let next = number + 1 < blocks.count ? blocks[number + 1].start.line : lines.upperBound
            let item = start..<max(start + 1, next)
            let end = source.content(ofLine: item.last ?? start).upperBound
            return isOurs(source.bytes[source.content(ofLine: start).lowerBound..<end]) ? nil : item
        }
    }

    /// Whether the bytes of an item have an id.
    ///
    /// An id of the older form counts only beside a link to a line.
    private static func isOurs(_ bytes: ArraySlice<UInt8>) -> Bool {
        if !ChecklistID.all(in: bytes).isEmpty { return true }
        let words = bytes.split { $0.isWhiteSpace }
        return words.contains { $0.first == .ascii("^") && ChecklistID.hasOlderForm($0.dropFirst()) }
            && ChecklistItem.hasLinkToLine(bytes)
    }
}

/// Reads the blocks of a checklist, one after another.
private struct ItemReader: ~Copyable {
    private let source: Source
    /// The same source with blanks in place of the comments that go on over several lines.
    private let readable: Source
    private var bullets = BulletReader(vocabulary: .standard)

    init(_ source: Source, withoutComments readable: Source) {
        self.source = source
        self.readable = readable
    }

    /// Returns the item that a block is, and an item for each id in the block that is not the first item's.
    ///
    /// `range` is the bytes from the block's beginning to that of the next.
    mutating func items(of block: Outline.Block, in range: Range<Int>) -> [ChecklistItem] {
        guard block.kind == .listItem, let text = block.text, !isInComment(range) else {
            return strays(in: range)
        }
        // Code may stand before the text, as after a marker and five blanks.
        let start = min(
            max(source.content(ofLine: text.start.line).lowerBound, range.lowerBound), range.upperBound)
        let end = max(source.content(ofLine: text.lastLine).upperBound, start)
        let paragraph = start..<min(end, range.upperBound)
        let rest = paragraph.upperBound..<range.upperBound
        let hasOwn = !ChecklistID.all(in: source.bytes[paragraph]).isEmpty
        // An Enter may have parted the mark from its item, so that it stands below.
        let below = hasOwn ? [] : ChecklistID.all(in: source.bytes[rest])
        var items = strays(in: range.lowerBound..<start)
        if let item = item(text, at: block.start.line, below.first?.id) { items.append(item) }
        return items + strays(in: (below.first?.range.upperBound ?? rest.lowerBound)..<rest.upperBound)
    }

    /// Whether a block's first byte is within a comment that goes on over several lines.
    ///
    /// Text in such a comment is no item even if it looks like one, as in an HTML block.
    private func isInComment(_ range: Range<Int>) -> Bool {
        guard let byte = source.bytes[range].first, let shown = readable.bytes[range].first else {
            return false
        }
        return byte != shown
    }

    /// Reads a list item; nil if it has neither a box nor an id.
    ///
    /// `below` is the id that stands below the text, if the text has none.
    private mutating func item(_ text: Outline.Text, at line: Int, _ below: ChecklistID?) -> ChecklistItem? {
        let bullet = bullets.read(text, of: source)
        let bytes = bullets.paragraph.bytes
        var (box, textStart) = (bullet.box, 0)
        if box != nil, let token = bullets.tokens.first {
            textStart = token.range.upperBound
        } else if let (other, end) = ListedBox.foreign(bytes.span, 0) {
            (box, textStart) = (other, end)
        }
        // Some editors write a no-break space into an open box.
        if box?.character.isWhitespace == true { box = .open }
        var ids = ChecklistID.all(in: bytes[...])
        if let below { ids.append(.init(id: below, range: bytes.count..<bytes.count)) }
        if ids.isEmpty, box == nil { return nil }
        return ChecklistItem(
            line: line, box: box, ids: ids,
            text: ids.isEmpty
                ? Self.firstLine(of: bytes, from: textStart) : Self.name(bullet.shown.wrappedValue),
            bytes: bytes, textStart: textStart)
    }

    /// Returns an item for each id in a part of the file that is not an item.
    func strays(in range: Range<Int>) -> [ChecklistItem] {
        if range.isEmpty { return [] }
        return ChecklistID.all(in: source.bytes[range]).map { found in
            let line = source.position(of: found.range.lowerBound).line
            let content = source.content(ofLine: line)
            let text = source.bytes[content.lowerBound..<max(found.range.lowerBound, content.lowerBound)]
            return ChecklistItem(
                line: line, box: nil, ids: [.init(id: found.id, range: text.count..<text.count)],
                text: String(decoding: text, as: UTF8.self).folded,
                bytes: Array(text), textStart: 0)
        }
    }

    /// Returns the first words of an item, up to the last id among them.
    private static func name(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let last = ChecklistID.all(in: bytes[...]).last else { return text }
        return String(decoding: bytes[..<last.range.lowerBound], as: UTF8.self).folded
    }

    private static func firstLine(of bytes: [UInt8], from start: Int) -> String {
        String(decoding: bytes[start...].prefix { $0 != Byte.lf }, as: UTF8.self).folded
    }
}
