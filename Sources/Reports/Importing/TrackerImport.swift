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

    /// Why the table cannot be read.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The reason, in words for a person.
        public let description: String
    }

    /// What the columns of the table mean.
    public let columns: TrackerColumns
    /// The rows in the table's order.
    public let rows: [Row]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: The table, as CSV.
    ///   - given: What a person says of its columns, as `company=Employer`.
    ///   - index: The notebook that the notes are for.
    /// - Throws: If the table is not CSV that can be read, or if a column that a person names is not there.
    public init(_ bytes: [UInt8], columns given: [String], into index: Index) throws(Failure) {
        do {
            var records = try CSVReader.records(bytes)[...]
            columns = try TrackerColumns(records.popFirst()?.cells ?? [], given: given)
            var known = KnownInterviews(index)
            var rows: [Row] = []
            for record in records { rows.append(Self.row(record, columns, &known, today: index.today)) }
            self.rows = rows
        } catch let failure as CSVReader.Failure {
            throw Failure(description: "\(failure)")
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    private static func row(
        _ record: CSVReader.Record, _ columns: TrackerColumns, _ known: inout KnownInterviews,
        today: CalendarDate
    ) -> Row {
        func value(_ field: TrackerColumns.Field) -> String? { columns.value(field, in: record.cells) }
        var remarks: [String] = []
        var note = NewNote(
            company: value(.company), role: value(.role), round: value(.round), date: nil,
            interviewers: value(.interviewers).map(names) ?? [], today: today)
        if let text = value(.date) {
            let found =
                CalendarDate(text.folded)
                ?? SpelledDates(in: text, today: today).found.first { $0.isCertain }?.date
            if found == nil { remarks.append("“\(text.folded)” is not certainly a day, and is left out") }
            note.date = found
        }
        if let text = value(.time) {
            note.time = ClockTime(whole: text.folded)?.text
            if note.time == nil { remarks.append("“\(text.folded)” is not a time, and is left out") }
        }
        note.place = [value(.place), value(.link)].compactMap { $0?.folded }.joined(separator: " ")
        note.outcomeText = value(.outcome)?.folded
        note.topics = value(.topics).map { $0.split { ",;".contains($0) }.map { String($0).folded } } ?? []
        note.appendix = appendix(value(.notes), value(.feedback))
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

    /// Returns what stands below the template: the row's notes and the feedback, each as a quote below a heading.
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
    /// What the rows say, by the file names of their notes.
    private var rows: [String: [String]] = [:]
    /// The file names that are taken, in lower case.
    private var names: Set<String> = []

    init(_ index: Index) {
        for note in index.notes {
            let key = Self.key(note.company, note.role, note.round, note.date)
            notes[key] = notes[key] ?? note.path.description
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
        if let known = notes[key] {
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
