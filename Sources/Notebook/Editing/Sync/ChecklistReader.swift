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
            let hash = ChecklistID.hash(of: MarkdownEscape.unescaped(words.joined(separator: " ")))
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

    /// The lines of the items without an id of ours, at the top level of the list: what somebody has written
    /// into the generated region by hand. Without a box they count too.
    static func ownItems(of bytes: [UInt8]) -> [UInt8] {
        let source = Source(bytes)
        var own: [UInt8] = []
        for lines in topItems(of: source) where generated(lines, in: source) == nil {
            var lines = lines.map { source.bytes[source.content(ofLine: $0)] }
            while lines.last?.allSatisfy(\.isBlank) == true { lines.removeLast() }
            for line in lines { own += line + [Byte.lf] }
        }
        return own
    }

    /// The items at the top level of the generated region, each with all of its lines.
    private static func topItems(of source: Source) -> [ClosedRange<Int>] {
        guard let region = try? GeneratedFile.region(of: source), !region.isEmpty else { return [] }
        let first = source.position(of: region.lowerBound).line
        let last = source.position(of: region.upperBound - 1).line
        var outlineReader = OutlineReader()
        let blocks = outlineReader.outline(of: source, masking: FrontMatter(of: source)?.lines ?? 1..<1)
            .blocks
            .filter { $0.depth == 0 && (first...last).contains($0.start.line) }
        return blocks.indices.filter { blocks[$0].kind == .listItem }.map { number in
            let end = number + 1 < blocks.count ? blocks[number + 1].start.line - 1 : last
            return blocks[number].start.line...max(end, blocks[number].start.line)
        }
    }

    /// The line of an item's link, which is the last that Debrief wrote of it; nil for somebody's own item.
    private static func generated(_ lines: ClosedRange<Int>, in source: Source) -> Int? {
        guard id(in: source.bytes[source.content(ofLine: lines.lowerBound)]) != nil else { return nil }
        return lines.dropFirst().first { link(in: source, lines: $0...$0) != nil }
    }

    /// The lines that somebody has written below the items of Debrief's.
    static func addedLines(of bytes: [UInt8]) -> [Int] {
        let source = Source(bytes)
        return topItems(of: source).flatMap { lines -> [Int] in
            guard let last = generated(lines, in: source) else { return [] }
            return lines.filter { line in
                line > last && !source.bytes[source.content(ofLine: line)].allSatisfy(\.isBlank)
            }
        }
    }

    /// The text of an item as it is read from its first line.
    static func text(ofLine line: String) -> String {
        let source = Source(Array(line.utf8))
        var outlineReader = OutlineReader()
        var bullets = BulletReader(vocabulary: .standard)
        guard let text = outlineReader.outline(of: source, masking: 1..<1).blocks.first?.text else {
            return line
        }
        let shown = bullets.read(text, of: source).shown.wrappedValue
        return withoutID(shown)
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
