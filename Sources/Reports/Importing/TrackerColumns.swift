internal import Markup
internal import Notes

/// What the columns of a tracker's table mean, by their names or as a person says.
public struct TrackerColumns: Sendable {
    /// What a column may give to a note.
    public enum Field: String, Sendable, CaseIterable {
        case company, role, round, date, time, place, link, interviewers, outcome, topics, notes, feedback

        /// The names that it is guessed by, the surest first.
        fileprivate var names: [String] {
            switch self {
            case .company:
                ["company", "company name", "employer", "organization", "organisation", "account", "firm"]
            case .role: ["role", "position", "job title", "title", "job", "role title", "name"]
            case .round:
                [
                    "round", "interview round", "interview type", "type of interview", "interview stage",
                    "stage", "type",
                ]
            case .date:
                [
                    "interview date", "date of interview", "interview", "interviewed", "interview day",
                    "date", "when", "day",
                ]
            case .time: ["time", "interview time"]
            case .place: ["place", "location", "where"]
            case .link: ["meeting link", "link", "url", "job url", "job link", "posting"]
            case .interviewers:
                ["interviewers", "interviewer", "interviewer(s)", "contact", "contacts", "people"]
            case .outcome: ["outcome", "result", "status", "application status", "decision"]
            case .topics: ["topics", "tags"]
            case .notes: ["notes", "note", "comments", "comment", "description", "remarks"]
            case .feedback: ["feedback", "feedback received", "their feedback", "what they said"]
            }
        }
    }

    /// Why the columns cannot be used.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The reason, in words for a person.
        public let description: String
    }

    /// The index of each field's column.
    package let columns: [Field: Int]
    /// The columns' names as the file has them.
    package let names: [String]
    /// The fields that are guessed, each with the name of its column.
    public let guessed: [(field: Field, name: String)]
    /// The columns that give nothing to a note.
    public let unused: [String]

    /// Finds out what the columns mean.
    ///
    /// - Parameters:
    ///   - names: The columns' names as the file has them.
    ///   - given: What a person says, as `company=Employer`.
    /// - Throws: `Failure` if what a person says is not of that form, or names a column that is not there.
    package init(_ names: [String], given: [String]) throws(Failure) {
        self.names = names
        let keys = names.map { $0.folded.caseFolded }
        var columns: [Field: Int] = [:]
        for pair in given {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 2, let field = Field(rawValue: parts[0].folded.caseFolded) else {
                let fields = Field.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(
                    description:
                        "\"\(pair)\" is not FIELD=COLUMN; a field is one of \(fields)")
            }
            guard let column = keys.firstIndex(of: parts[1].folded.caseFolded) else {
                throw Failure(
                    description: "there is no column \"\(parts[1])\"; there are \(Self.list(names))")
            }
            columns[field] = column
        }
        var guessed: [(field: Field, name: String)] = []
        for field in Field.allCases where columns[field] == nil {
            let taken = Set(columns.values)
            let found = field.names.lazy.compactMap { name in
                keys.indices.first { keys[$0] == name && !taken.contains($0) }
            }.first
            guard let found else { continue }
            columns[field] = found
            guessed.append((field, names[found]))
        }
        self.columns = columns
        self.guessed = guessed
        let used = Set(columns.values)
        unused = names.indices.filter { !used.contains($0) && !names[$0].isEmpty }.map { names[$0].folded }
    }

    private static let mostNamed = 12

    package static func list(_ names: [String]) -> String {
        let first = names.prefix(mostNamed).map { "\"\($0.folded)\"" }.joined(separator: ", ")
        return names.count > mostNamed ? "\(first) and \(names.count - mostNamed) more" : first
    }

    package func value(_ field: Field, in cells: [String]) -> String? {
        guard let column = columns[field], cells.indices.contains(column) else { return nil }
        let text = cells[column]
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }
}
