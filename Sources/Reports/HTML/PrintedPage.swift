internal import Markup
internal import Notes

/// An estimate of how much of a printed page a report takes, by the character widths of a wide typeface.
///
/// A browser's typeface is not known beforehand, so the estimate is large: what fits here fits there.
package struct PrintedPage {
    /// The room, in tenths of a point, that both A4 and Letter have within margins of 12 mm.
    private static let (width, height) = (5270, 7080)
    /// How far a list's items are indented.
    private static let indentation = 200
    /// The height of a line of ten points, and of the space above a heading.
    private static let (line, aboveHeading) = (126, 65)

    private var used = 0

    package static func fits(_ report: Markdown) -> Bool {
        var page = PrintedPage()
        for block in report.blocks { page.add(block) }
        return page.used <= height
    }

    private mutating func add(_ block: Markdown.Block) {
        switch block {
        case .heading(1, let text, _): used += lines([.strong(text)], in: Self.width * 2 / 3) * 180 + 30
        case .heading(_, let text, _):
            used += lines([.strong(text)], in: Self.width) * 140 + Self.aboveHeading + 10
        case .paragraph(let content): used += lines(content, in: Self.width) * Self.line + 20
        case .list(let list):
            used += 20
            for number in 0..<list.count { add(list.item(number), in: Self.width - Self.indentation) }
        case .table(let table): used += (table.rows.count + 1) * 2 * Self.line
        case .chart: used += Self.height
        }
    }

    private mutating func add(_ item: Markdown.Item, in width: Int) {
        let box = item.box == nil ? [] : [Inline.text("— ")]
        used += lines(box + item.content, in: width) * Self.line
        for line in item.lines where !line.isEmpty { used += lines(line, in: width) * Self.line }
        for item in item.items { add(item, in: width - Self.indentation) }
    }

    /// Returns how many lines some inlines take.
    private func lines(_ content: [Inline], in room: Int) -> Int {
        var line = FilledLine(room: room)
        for inline in content {
            switch inline {
            case .text(let text), .code(let text), .link(let text, _): line.add(text)
            case .strong(let text): line.add(text, isBold: true)
            case .chart, .mark: continue
            }
        }
        line.endWord()
        return line.count
    }
}

/// A line that is being filled with words.
///
/// It counts the lines so far, itself included.
private struct FilledLine {
    let room: Int
    private(set) var count = 1
    private var used = 0
    private var word = 0

    init(room: Int) { self.room = room }

    mutating func add(_ text: String, isBold: Bool = false) {
        for character in text {
            if character.isWhitespace {
                endWord()
            } else {
                let width = Self.width(of: character)
                word += isBold ? width * 112 / 100 : width
            }
        }
    }

    mutating func endWord() {
        if word == 0 { return }
        if used > 0, used + Self.space + word > room {
            count += 1
            used = 0
        }
        // A word that is wider than the page is broken.
        count += word / room
        used += (used > 0 ? Self.space : 0) + word % room
        word = 0
    }

    private static let space = 33

    /// Returns a character's width at ten points in a wide typeface.
    private static func width(of character: Character) -> Int {
        guard let byte = character.asciiValue else { return TextWidth.of(String(character)) * 65 + 20 }
        return switch byte {
        case .ascii("i"), .ascii("j"), .ascii("l"), .ascii("'"): 30
        case .ascii("f"), .ascii("r"), .ascii("t"), .ascii("."), .ascii(","), .ascii(":"), .ascii("-"),
            .ascii("("), .ascii(")"):
            42
        case .ascii("m"), .ascii("w"), .ascii("M"), .ascii("W"), .ascii("@"), .ascii("%"): 102
        case 0x30...0x39, 0x41...0x5A: 74
        default: 64
        }
    }
}
