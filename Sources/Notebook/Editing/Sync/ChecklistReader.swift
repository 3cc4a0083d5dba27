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
            return ChecklistItem(
                line: block.start.line, box: box, id: id(in: bullets.paragraph.bytes), done: bullet.done,
                dropped: bullet.dropped, destination: link?.destination ?? [], linkedLine: link?.line,
                text: bullet.shown)
        }
    }

    /// The last `^…` that has an id's form. An editor may have put a date behind it.
    private static func id(in text: [UInt8]) -> ChecklistID? {
        let words = text.split { $0.isWhiteSpace }
        return words.lazy.reversed().compactMap { word in
            word.first == .ascii("^") ? ChecklistID(word.dropFirst()) : nil
        }.first
    }

    /// The last link on some lines that leads to a line.
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
                text[open - 1] == .ascii("]")
            else { continue }
            return (text[(open + 1)..<mark], line)
        }
        return nil
    }
}
