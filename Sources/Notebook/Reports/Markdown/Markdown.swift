/// A report as blocks: what every report is before it is text.
struct Markdown: Sendable {
    enum Block: Sendable {
        case heading(level: Int, String, Weight)
        case paragraph([Inline])
        case list(List)
        case table(Table)
        case chart(Chart)
    }

    /// How much of the reader's attention a section is to have.
    enum Weight: Sendable {
        case usual
        /// What is to be seen first.
        case first
    }

    struct Item: Sendable {
        /// The box in front, as the character between its brackets.
        var box: Character?
        var content: [Inline]
        /// Further lines of the item, each beginning anew wherever it is shown.
        var lines: [[Inline]]
        /// Items of a list of their own, below the item.
        var items: [Item]
        /// Whether the content stays on one line, however long it is.
        var isOneLine = false

        init(box: Character? = nil, _ content: [Inline], lines: [[Inline]] = [], items: [Item] = []) {
            self.box = box
            self.content = content
            self.lines = lines
            self.items = items
        }

        init(box: Character, oneLine content: [Inline], lines: [[Inline]]) {
            self.init(box: box, content, lines: lines)
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
            /// Whether the title is of characters of one width.
            var isCode = false
            var isNumber = false
            /// Whether the others say enough where there is no room for it.
            var isSpare = false
            /// Cells wider than this are cut, where they hold no link.
            var widest = 40
        }

        let columns: [Column]
        var rows: [[Inline]]
    }

    private(set) var blocks: [Block] = []

    /// The blocks of a report that is text: in place of a chart there is its table, where the text has one.
    var textBlocks: [Block] {
        blocks.compactMap { block in
            guard case .chart(let chart) = block else { return block }
            return chart.isTableInText ? .table(chart.table) : nil
        }
    }

    mutating func heading(_ level: Int, _ text: String, _ weight: Weight = .usual) {
        blocks.append(.heading(level: level, text, weight))
    }
    mutating func paragraph(_ content: [Inline]) { blocks.append(.paragraph(content)) }
    mutating func list(_ items: [Item], isOrdered: Bool = false) {
        if !items.isEmpty {
            blocks.append(.list(List(count: items.count, isOrdered: isOrdered) { items[$0] }))
        }
    }
    mutating func list(_ count: Int, item: @escaping @Sendable (_ number: Int) -> Item) {
        if count > 0 { blocks.append(.list(List(count: count, isOrdered: false, item: item))) }
    }
    mutating func chart(_ chart: Chart) { blocks.append(.chart(chart)) }
    mutating func add(_ other: Markdown) { blocks += other.blocks }
    mutating func table(_ table: Table) {
        if !table.rows.isEmpty { blocks.append(.table(table)) }
    }
}
