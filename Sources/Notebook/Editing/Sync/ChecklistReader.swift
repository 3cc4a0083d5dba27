internal import Markup

/// An item of a checklist as it stands in the file now.
struct ChecklistItem: Sendable {
    /// Its line in the checklist, from 1.
    let line: Int
    let box: TaskBox
    /// Nil where the item has none that Debrief could have written: somebody's own.
    let id: ChecklistID?
    /// The day that somebody's editor has put beside the tick.
    let done: CalendarDate?
    let dropped: CalendarDate?
    /// Where the item's link leads to, and the line behind its `#L`; as they are written.
    let destination: ArraySlice<UInt8>
    let linkedLine: Int?
    /// The item's first line, to call it by.
    let text: String
    /// Whether its id is that of its own text and box, so that nobody has changed either.
    let isAsWritten: Bool
}

extension ChecklistItem {
    /// Whether a line is as Debrief wrote it: box, text, perhaps topics and dates, and the id of text and box.
    ///
    /// Where the text ends is for the id to say: a word of it may look like a topic or a date as well.
    fileprivate static func isAsWritten(_ line: [UInt8], _ box: TaskBox, _ id: ChecklistID) -> Bool {
        // Of bytes, for a mark behind a space is one character with it.
        var words = line.split(separator: Byte.space).map { String(decoding: $0, as: UTF8.self) }
        guard words.popLast().flatMap({ ChecklistID($0.utf8.dropFirst()) }) == id,
            let boxEnd = words.firstIndex(where: { $0.utf8.last == .ascii("]") })
        else { return false }
        words.removeFirst(boxEnd + 1)
        while true {
            let hash = StableHash(MarkdownEscape.unescaped(words.joined(separator: " ")).utf8)
            if (0..<64).contains(where: { ChecklistID(hash, ordinal: $0, box: box) == id }) { return true }
            guard let last = words.popLast(), Checklist.Entry.isAdded(last) else { return false }
        }
    }
}

/// Reads a checklist that somebody may have edited since it was written.
enum ChecklistReader {
    /// The items with a box, in their order; nil where the file is none that Debrief wrote.
    static func items(of bytes: [UInt8]) -> [ChecklistItem]? {
        let source = Source(bytes)
        guard let frontMatter = FrontMatter(of: source), case .success(let pairs) = frontMatter.content,
            FrontMatterReader.isGenerated(pairs)
        else { return nil }
        var outlineReader = OutlineReader()
        let outline = outlineReader.outline(of: source, masking: frontMatter.lines)
        var bullets = BulletReader(vocabulary: .standard)
        return outline.blocks.compactMap { block in
            guard block.kind == .listItem, let text = block.text else { return nil }
            // The first line is the action; those behind it say where it comes from.
            let bullet = bullets.read(text.firstLine, of: source)
            guard let box = bullet.box else { return nil }
            let link = link(in: source, lines: text.start.line...text.lastLine)
            let line = bullets.paragraph.bytes
            let id = link == nil ? nil : id(in: line)
            return ChecklistItem(
                line: block.start.line, box: box, id: id, done: bullet.done, dropped: bullet.dropped,
                destination: link?.destination ?? [], linkedLine: link?.line, text: withoutID(bullet.shown.wrappedValue),
                isAsWritten: id.map { ChecklistItem.isAsWritten(line, box, $0) } ?? false)
        }
    }

    /// The items without an id of ours, at the top level of the list and on some lines of the file: what somebody
    /// has written into the generated part by hand, each with all of its lines. Without a box they count too.
    static func ownItems(of source: Source, in lines: Range<Int>) -> [Range<Int>] {
        var outlineReader = OutlineReader()
        let blocks = outlineReader.outline(of: source, masking: FrontMatter(of: source)?.lines ?? 1..<1)
            .blocks
            .filter { $0.depth == 0 && lines.contains($0.start.line) }
        return blocks.indices.compactMap { number in
            guard blocks[number].kind == .listItem else { return nil }
            let start = blocks[number].start.line
            let end = number + 1 < blocks.count ? blocks[number + 1].start.line : lines.upperBound
            let item = start..<max(start + 1, end)
            return isGenerated(item, in: source) ? nil : item
        }
    }

    /// Whether an item is one of Debrief's: with an id, and a link below it.
    private static func isGenerated(_ lines: Range<Int>, in source: Source) -> Bool {
        id(in: source.bytes[source.content(ofLine: lines.lowerBound)]) != nil
            && lines.dropFirst().contains { link(in: source, lines: $0...$0) != nil }
    }

    /// A text without the id, which an editor may have put a date behind.
    private static func withoutID(_ text: String) -> String {
        text.split(separator: " ").filter {
            $0.first != "^" || ChecklistID(Array($0.utf8.dropFirst())) == nil
        }
        .joined(separator: " ")
    }

    /// The last `^…` that has an id's form. An editor may have put a date behind it.
    private static func id(in text: some Sequence<UInt8>) -> ChecklistID? {
        let words = Array(text).split { $0.isWhiteSpace }
        return words.lazy.reversed().compactMap { word in
            word.first == .ascii("^") ? ChecklistID(word.dropFirst()) : nil
        }.first
    }

    /// The last link on some lines that leads to a line. Brackets in a lesson's own words are escaped, and are none.
    private static func link(
        in source: Source, lines: ClosedRange<Int>
    ) -> (destination: ArraySlice<UInt8>, line: Int)? {
        for line in lines.reversed() {
            let text = source.bytes[source.content(ofLine: line)]
            guard let end = text.lastIndex(of: .ascii(")")),
                let mark = text[..<end].lastIndex(of: .ascii("#")),
                text[mark...].dropFirst().first == .ascii("L"),
                let line = Int(String(decoding: text[(mark + 2)..<end], as: UTF8.self)),
                let open = text[..<mark].lastIndex(of: .ascii("(")), open > text.startIndex,
                text[open - 1] == .ascii("]"), text[..<(open - 1)].last != .ascii("\\")
            else { continue }
            return (text[(open + 1)..<mark], line)
        }
        return nil
    }
}
