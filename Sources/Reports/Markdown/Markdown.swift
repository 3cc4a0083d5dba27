/// A report as blocks.
///
/// Every report has this form before it becomes text.
package struct Markdown: Sendable {
    package enum Block: Sendable {
        case heading(level: Int, String, Weight)
        case paragraph([Inline])
        case list(List)
        case table(Table)
        case chart(Chart)
    }

    /// How much of the reader's attention a section should have.
    package enum Weight: Sendable {
        case usual
        /// This section should be seen first.
        case first
    }

    package struct Item: Sendable {
        /// The box before the content, as the character between its brackets.
        package var box: Character?
        package var content: [Inline]
        /// Further lines of the item.
        ///
        /// Each begins on a new line wherever the report is shown.
        package var lines: [[Inline]]
        /// Items of a nested list below the item.
        package var items: [Item]
        /// Whether the content stays on one line, however long it is.
        package var isOneLine = false

        package init(box: Character? = nil, _ content: [Inline], lines: [[Inline]] = [], items: [Item] = []) {
            self.box = box
            self.content = content
            self.lines = lines
            self.items = items
        }

        package init(box: Character, oneLine content: [Inline], lines: [[Inline]]) {
            self.init(box: box, content, lines: lines)
            isOneLine = true
        }
    }

    /// Items that are made one by one as they are written, because there may be many.
    package struct List: Sendable {
        package let count: Int
        package let isOrdered: Bool
        package let item: @Sendable (_ number: Int) -> Item
    }

    package struct Table: Sendable {
        package struct Column: Sendable {
            package let title: String
            /// Whether the title is code, in characters of one width.
            package var isCode = false
            package var isNumber = false
            /// Whether the column can be left out if there is no room for it.
            package var isSpare = false
            /// The width beyond which a cell is cut, unless it holds a link.
            package var widest = 40
        }

        package let columns: [Column]
        package var rows: [[Inline]]
    }

    package private(set) var blocks: [Block] = []

    /// The blocks of a report in text.
    ///
    /// A chart is replaced by its table, if the text shows it, and otherwise left out.
    package var textBlocks: [Block] {
        blocks.compactMap { block in
            guard case .chart(let chart) = block else { return block }
            return chart.isTableInText ? .table(chart.table) : nil
        }
    }

    package mutating func heading(_ level: Int, _ text: String, _ weight: Weight = .usual) {
        blocks.append(.heading(level: level, text, weight))
    }
    package mutating func paragraph(_ content: [Inline]) { blocks.append(.paragraph(content)) }
    package mutating func list(_ items: [Item], isOrdered: Bool = false) {
        if !items.isEmpty {
            blocks.append(.list(List(count: items.count, isOrdered: isOrdered) { items[$0] }))
        }
    }
    package mutating func list(_ count: Int, item: @escaping @Sendable (_ number: Int) -> Item) {
        if count > 0 { blocks.append(.list(List(count: count, isOrdered: false, item: item))) }
    }
    package mutating func chart(_ chart: Chart) { blocks.append(.chart(chart)) }
    package mutating func add(_ other: Markdown) { blocks += other.blocks }
    package mutating func table(_ table: Table) {
        if !table.rows.isEmpty { blocks.append(.table(table)) }
    }
}
