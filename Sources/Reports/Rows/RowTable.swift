/// One of the tables that a notebook is exported as.
///
/// Each row is one thing of its kind.
///
/// The columns do not depend on the notes: each row has all of them, in this order.
public enum RowTable: String, Sendable, CaseIterable {
    case notes, feedback, actions, plans, hunches, evidence, questions, lessons, stories

    /// A column of a table.
    public struct Column: Sendable, Equatable {
        /// The column's name, as the rows write it.
        public let name: String
        /// The type of its values.
        public let kind: Kind
    }

    /// The type of a column's values.
    public enum Kind: String, Sendable {
        case text, number, flag
        /// A calendar date, `YYYY-MM-DD`.
        case date
        /// An array of texts; in CSV one text, with `; ` between them.
        case texts
    }

    /// The columns of the table, in order.
    public var columns: [Column] {
        let own = ownColumns.split(separator: " ").map { word in
            let parts = word.split(separator: ":")
            let kind = parts.count > 1 ? Kind(rawValue: String(parts[1])) : nil
            return Column(name: String(parts[0]), kind: kind ?? .text)
        }
        return Self.ofNote + own
    }

    /// The columns that say something of a row's note.
    private static let ofNote: [Column] = [
        Column(name: "notebook", kind: .text), Column(name: "path", kind: .text),
        Column(name: "company", kind: .text), Column(name: "role", kind: .text),
        Column(name: "round", kind: .text), Column(name: "date", kind: .date),
    ]

    /// The names of the other columns, each with its kind unless it is text.
    private var ownColumns: String {
        switch self {
        case .notes:
            "title time place interviewers:texts outcome interview:flag request asked:date answered:date "
                + "refused:date thanked:date topics:texts"
        case .feedback:
            "line:number column:number came:date stage text topics:texts sources:texts since:date id "
                + "reasons:number plans:number actions:number"
        case .actions:
            "line:number column:number feedback:number state text topics:texts due:date scheduled:date "
                + "done:date dropped:date repeats id"
        case .plans: "line:number column:number feedback:number text topics:texts"
        case .hunches: "line:number column:number text topics:texts verdict"
        case .evidence: "line:number column:number kind text topics:texts id"
        case .questions: "line:number column:number kind text topics:texts"
        case .lessons:
            "line:number column:number topic text statements:number people:number unsorted:number first:date "
                + "last:date plans:number actions:number worked:number slipped:number shown:date standing"
        case .stories:
            "line:number column:number id text topics:texts situation task action result told:number "
                + "last:date worked:number slipped:number standing"
        }
    }
}
