public import Insights

/// A notebook as the rows of one table, for tools that read tables: DuckDB, pandas, a spreadsheet.
public struct Rows: Sendable {
    /// What the rows say, and what they hide.
    public struct Options: Sendable {
        /// The notebook's name in each row, so that the rows of several notebooks can be put together.
        public var name: String?
        /// Whether the names of people and companies are replaced by stand-ins.
        public var hidesNames = false
        /// Whether the rows have texts even if names are hidden.
        public var keepsTexts = false

        /// Makes options that hide nothing.
        public init() {}
    }

    package let table: RowTable
    private let index: NotebookIndex
    private let options: Options
    private let standIns: StandIns?

    /// Prepares the rows of a table.
    public init(_ table: RowTable, of index: NotebookIndex, _ options: Options = Options()) {
        self.table = table
        self.index = index
        self.options = options
        standIns = options.hidesNames ? StandIns(index) : nil
    }

    /// Writes the rows piece by piece, so that memory never holds much of the whole.
    ///
    /// - Throws: What `write` throws.
    public func write(as form: RowForm, _ write: ([UInt8]) throws -> Void) throws {
        let header = form.header(table.columns)
        if !header.isEmpty { try write(header) }
        // What many notes say together is worked out before there is a row of it.
        if table == .lessons || table == .stories {
            var writer = RowWriter(form, table.columns)
            var cells = makeCells()
            if table == .lessons {
                for lesson in index.lessons() { writer.row(cells.lesson(lesson)) }
            } else {
                for story in StoryBook(index).entries { writer.row(cells.story(story)) }
            }
            return try write(writer.bytes)
        }
        try writeInPieces(of: index.notes.count, 64, write) { notes in
            var writer = RowWriter(form, table.columns)
            var cells = makeCells()
            for note in notes { cells.each(of: table, inNote: note) { writer.row($0) } }
            return writer.bytes
        }
    }

    /// Returns all rows at once.
    public func bytes(as form: RowForm) -> [UInt8] {
        var all: [UInt8] = []
        try? write(as: form) { all += $0 }
        return all
    }

    private func makeCells() -> RowCells {
        RowCells(
            index, name: options.name, hiding: standIns,
            keepsTexts: !options.hidesNames || options.keepsTexts)
    }
}
