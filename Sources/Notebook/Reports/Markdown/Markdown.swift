/// A report as blocks: what every report is before it is text.
struct Markdown: Sendable {
    enum Block: Sendable {
        case heading(level: Int, String)
        case paragraph([Inline])
        case list(List)
        case table(Table)
    }

    struct Item: Sendable {
        /// The box in front, as the character between its brackets.
        var box: Character?
        var content: [Inline]
        /// Further lines of the item, each beginning anew.
        var lines: [[Inline]]
        /// Whether the content stays on one line, however long it is.
        var isOneLine = false

        init(box: Character? = nil, _ content: [Inline], lines: [[Inline]] = []) {
            self.box = box
            self.content = content
            self.lines = lines
        }

        init(box: Character, oneLine text: String, lines: [[Inline]]) {
            self.init(box: box, [.text(text)], lines: lines)
            isOneLine = true
        }
    }

    /// Items that are made one by one as they are written, for there may be many.
    struct List: Sendable {
        let count: Int
        let isOrdered: Bool
        let item: @Sendable (_ number: Int) -> Item
    }

    struct Table: Sendable {
        struct Column: Sendable {
            let title: String
            var isNumber = false
            /// Cells wider than this are cut, where they hold no link.
            var widest = 40
        }

        let columns: [Column]
        var rows: [[Inline]]
    }

    private(set) var blocks: [Block] = []

    mutating func heading(_ level: Int, _ text: String) { blocks.append(.heading(level: level, text)) }
    mutating func paragraph(_ content: [Inline]) { blocks.append(.paragraph(content)) }
    mutating func list(_ items: [Item], isOrdered: Bool = false) {
        if !items.isEmpty {
            blocks.append(.list(List(count: items.count, isOrdered: isOrdered) { items[$0] }))
        }
    }
    mutating func list(_ count: Int, item: @escaping @Sendable (_ number: Int) -> Item) {
        if count > 0 { blocks.append(.list(List(count: count, isOrdered: false, item: item))) }
    }
    mutating func table(_ table: Table) {
        if !table.rows.isEmpty { blocks.append(.table(table)) }
    }
}
