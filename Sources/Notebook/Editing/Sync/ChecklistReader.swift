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

    /// The lines of the items without an id of ours, at the top level of the list: what somebody has written
    /// into the generated region by hand. Without a box they count too.
    static func ownItems(of bytes: [UInt8]) -> [UInt8] {
        let source = Source(bytes)
        guard let region = try? GeneratedFile.region(of: source), !region.isEmpty else { return [] }
        let first = source.position(of: region.lowerBound).line
        let last = source.position(of: region.upperBound - 1).line
        let masked = FrontMatter(of: source)?.lines ?? 1..<1
        var outlineReader = OutlineReader()
        let blocks = outlineReader.outline(of: source, masking: masked).blocks.filter {
            $0.depth == 0 && (first...last).contains($0.start.line)
        }
        var own: [UInt8] = []
        var bullets = BulletReader(vocabulary: .standard)
        for (number, block) in blocks.enumerated() where block.kind == .listItem {
            if let text = block.text {
                _ = bullets.read(text.firstLine, of: source)
                if id(in: bullets.paragraph.bytes) != nil { continue }
            }
            let end = number + 1 < blocks.count ? blocks[number + 1].start.line - 1 : last
            var lines = (block.start.line...max(end, block.start.line)).map {
                Array(source.bytes[source.content(ofLine: $0)])
            }
            while lines.last?.allSatisfy(\.isBlank) == true { lines.removeLast() }
            for line in lines { own += line + [Byte.lf] }
        }
        return own
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
