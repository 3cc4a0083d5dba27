/// How rows are written.
public enum RowForm: String, Sendable, CaseIterable {
    /// A JSON object on each line.
    case jsonl
    /// RFC 4180, with a line of names first.
    case csv

    /// Returns the line before the rows, if the form has one.
    package func header(_ columns: [RowTable.Column]) -> [UInt8] {
        guard self == .csv else { return [] }
        var writer = CSVWriter()
        for column in columns { writer.cell(column.name) }
        writer.endRow()
        return writer.bytes
    }
}

/// Writes rows one after another.
package struct RowWriter {
    private let form: RowForm
    private let columns: [RowTable.Column]
    private var json = JSONWriter(.compact)
    private var csv = CSVWriter()

    package init(_ form: RowForm, _ columns: [RowTable.Column]) {
        self.form = form
        self.columns = columns
    }

    package var bytes: [UInt8] { form == .csv ? csv.bytes : json.bytes }

    package mutating func row(_ cells: [RowCell]) {
        switch form {
        case .csv:
            for cell in cells { csv.cell(cell) }
            csv.endRow()
        case .jsonl:
            json.object { writer in
                for (column, cell) in zip(columns, cells) {
                    writer.key(escaping: column.name)
                    writer.cell(cell)
                }
            }
            json.endLine()
        }
    }
}

extension JSONWriter {
    fileprivate mutating func cell(_ cell: RowCell) {
        switch cell {
        case .absent: literal("null")
        case .text(let text): string(text)
        case .number(let number): literal(String(number))
        case .flag(let flag): literal(flag ? "true" : "false")
        case .texts(let texts): array(texts) { $0.string($1) }
        }
    }
}

extension CSVWriter {
    fileprivate mutating func cell(_ cell: RowCell) {
        switch cell {
        case .absent: self.cell("")
        case .text(let text): self.cell(text)
        case .number(let number): self.cell(String(number))
        case .flag(let flag): self.cell(flag ? "true" : "false")
        case .texts(let texts): self.cell(texts.joined(separator: "; "))
        }
    }
}
