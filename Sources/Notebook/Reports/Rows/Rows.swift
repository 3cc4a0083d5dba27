internal import Markup

/// A notebook as the rows of one table, for tools that read tables: DuckDB, pandas, a spreadsheet.
public struct Rows: Sendable {
    /// What the rows say, and what they keep to themselves.
    public struct Options: Sendable {
        /// What the notebook is called in each row, so that the rows of many can lie together.
        public var name: String?
        /// Whether stand-ins take the place of the names of people and companies.
        public var hidesNames = false
        /// Whether texts are there although names are hidden.
        public var keepsTexts = false

        public init() {}
    }

    let table: RowTable
    private let index: Index
    private let options: Options
    private let standIns: StandIns?

    public init(_ table: RowTable, of index: Index, _ options: Options = Options()) {
        self.table = table
        self.index = index
        self.options = options
        standIns = options.hidesNames ? StandIns(index) : nil
    }

    /// Writes the rows piece by piece, so that there is never much of the whole in memory.
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

    /// All rows at once.
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
