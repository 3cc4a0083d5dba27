public import Insights
internal import Markup
internal import Notes

/// The notes that a tracker's table gives, one for each of its rows.
public struct TrackerImport: Sendable {
    /// What becomes of a row.
    public enum Outcome: Sendable {
        case new(NewNote)
        /// The notebook has a note of the same interview, or an earlier row says the same.
        case known(String)
        /// An earlier row is about the same interview, and says something else.
        case doubled(String)
        /// The row gives neither a company, nor a role, nor a day.
        case empty
    }

    /// One row of the table.
    public struct Row: Sendable {
        /// The line of the table on which the row begins.
        public let line: Int
        /// What becomes of the row.
        public let outcome: Outcome
        /// What the row says and the note does not.
        public let remarks: [String]
    }

    /// Which number of a day such as `3/12/2026` comes first.
    public enum DateOrder: String, Sendable, CaseIterable {
        case dayFirst = "day-first"
        case monthFirst = "month-first"
    }

    /// Why the table cannot be read.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The reason, in words for a person.
        public let description: String
    }

    /// What the columns of the table mean.
    public let columns: TrackerColumns
    /// The order of day and month in the column of dates; nil if no row shows it and nobody says it.
    public let dateOrder: DateOrder?
    /// The rows in the table's order.
    public let rows: [Row]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: The table, as CSV.
    ///   - given: What a person says of its columns, as `company=Employer`.
    ///   - order: What a person says of its days; nil to go by the rows.
    ///   - index: The notebook that the notes are for.
    /// - Throws: If the table is not CSV that can be read, or if a column that a person names is not there.
    public init(
        _ bytes: [UInt8], columns given: [String], dates order: DateOrder? = nil, into index: NotebookIndex
    ) throws(Failure) {
        do {
            var records = try CSVReader.records(bytes)[...]
            columns = try TrackerColumns(records.popFirst()?.cells ?? [], given: given)
            let columns = columns
            let dates = DateColumn(
                records.compactMap { columns.value(.date, in: $0.cells) }, order: order, today: index.today)
            dateOrder = dates.order
            var known = KnownInterviews(index)
            var rows: [Row] = []
            for record in records {
                rows.append(Self.row(record, columns, dates, &known, today: index.today))
            }
            self.rows = rows
        } catch let failure as CSVReader.Failure {
            throw Failure(description: "\(failure)")
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    private static func row(
        _ record: CSVReader.Record, _ columns: TrackerColumns, _ dates: DateColumn,
        _ known: inout KnownInterviews, today: CalendarDate
    ) -> Row {
        func value(_ field: TrackerColumns.Field) -> String? { columns.value(field, in: record.cells) }
        var remarks: [String] = []
        var note = NewNote(
            company: value(.company), role: value(.role), round: value(.round), date: nil,
            interviewers: value(.interviewers).map(names) ?? [], today: today)
        var unread: String?
        if let text = value(.date) {
            note.date = dates.date(text)
            if note.date == nil {
                unread = text.folded
                remarks.append("“\(text.folded)” is not certainly a day, and is kept among the notes")
            }
        }
        if let text = value(.time) {
            note.time = ClockTime(whole: text.folded)?.text
            if note.time == nil { remarks.append("“\(text.folded)” is not a time, and is left out") }
        }
        note.place = [value(.place), value(.link)].compactMap { $0?.folded }.joined(separator: " ")
        note.outcomeText = value(.outcome)?.folded
        note.topics = value(.topics).map { $0.split { ",;".contains($0) }.map { String($0).folded } } ?? []
        let notes = [unread.map { "Date: \($0)" }, value(.notes)].compactMap(\.self)
        note.appendix = appendix(notes.isEmpty ? nil : notes.joined(separator: "\n\n"), value(.feedback))
        if record.cells.count > columns.names.count {
            remarks.append("it has more cells than there are columns, and the rest is left out")
        }
        if note.company == nil, note.role == nil, note.date == nil {
            return Row(line: record.line, outcome: .empty, remarks: remarks)
        }
        if let outcome = known.add(&note, record.cells) {
            return Row(line: record.line, outcome: outcome, remarks: [])
        }
        return Row(line: record.line, outcome: .new(note), remarks: remarks)
    }

    private static func names(_ text: String) -> [String] {
        text.replacing(" and ", with: ",").replacing(" & ", with: ",").split {
            ",;/".contains($0) || $0.isNewline
        }
        .map { String($0).folded }.filter { !$0.isEmpty }
    }

    /// Returns what stands below the template: the row's notes and the feedback, each as a quote below a
    /// heading.
    private static func appendix(_ notes: String?, _ feedback: String?) -> String {
        let parts = [("Notes", notes), ("Feedback", feedback)].compactMap { title, text in
            text.map { "## \(title)\n\n\(quote($0))" }
        }
        return parts.isEmpty ? "" : "\n" + parts.joined(separator: "\n\n") + "\n"
    }

    private static func quote(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    }
}

/// The interviews that a notebook and the rows so far have.
private struct KnownInterviews {
    private struct Key: Hashable {
        let company, role, round: String
        let date: CalendarDate?
    }

    private var notes: [Key: String] = [:]
    /// The notebook's notes by what they say beside the day; nil where there are two.
    ///
    /// Somebody may have written the day of an imported row into its note, and the row still has none.
    private var onlyNotes: [Key: String?] = [:]
    /// What the rows say, by the file names of their notes.
    private var rows: [String: [String]] = [:]
    /// The file names that are taken, in lower case.
    private var names: Set<String> = []

    init(_ index: NotebookIndex) {
        for note in index.notes {
            let key = Self.key(note.company, note.role, note.round, note.date)
            notes[key] = notes[key] ?? note.path.description
            let undated = Self.key(note.company, note.role, note.round, nil)
            onlyNotes[undated] = onlyNotes[undated] == nil ? note.path.description : .some(nil)
            if !note.path.bytes.contains(.ascii("/")) { names.insert(note.path.text.caseFolded) }
        }
    }

    private static func key(_ company: String?, _ role: String?, _ round: String?, _ date: CalendarDate?)
        -> Key
    {
        Key(
            company: company.map(NameKey.ofCompany) ?? "", role: role.map(NameKey.folded) ?? "",
            round: round.map(NameKey.folded) ?? "", date: date)
    }

    /// Adds a row's note, under a file name that no other note has.
    ///
    /// - Returns: What there is of the same interview; nil if there is nothing.
    mutating func add(_ note: inout NewNote, _ cells: [String]) -> TrackerImport.Outcome? {
        let key = Self.key(note.company, note.role, note.round, note.date)
        if let known = notes[key] ?? (key.date == nil ? onlyNotes[key] ?? nil : nil) {
            return rows[known].map { $0 == cells } ?? true ? .known(known) : .doubled(known)
        }
        if names.contains(note.fileName.caseFolded) { note.isNamedByRole = true }
        var number = 2
        while names.contains(note.fileName.caseFolded) {
            note.number = number
            number += 1
        }
        names.insert(note.fileName.caseFolded)
        notes[key] = note.fileName
        rows[note.fileName] = cells
        return nil
    }
}
