public import Notes

/// A table of where interviews end.
///
/// For each round, role or company, it says how many interviews were passed, were lost, and are not decided.
public struct EndsTable: Sendable {
    /// What the rows of the table stand for.
    public enum Key: String, Sendable, CaseIterable {
        case round, role, company
    }

    /// A row of the table: the interviews of one round, role or company.
    public struct Row: Sendable {
        /// The name as it is written most often; nil for the row of notes that do not say it.
        public let name: String?
        /// The numbers of the interviews' notes, in reading order.
        public let notes: [Int]
        /// How many of the interviews ended in each way.
        public let counts: [Ending: Int]
        /// The topics that most people spoke of in these interviews, at most two.
        ///
        /// Praise is not counted.
        public package(set) var topics: [(topic: Topic, people: Int)] = []
        /// The lesson that slipped most often in these interviews, where it slipped last, and how often it
        /// slipped.
        package var slipped: (lesson: Lesson, last: Lesson.Showing, count: Int)?
        /// How many lessons slipped in these interviews.
        package var slippedLessonCount = 0

        /// Returns how many of the interviews ended in a way.
        public func count(_ ending: Ending) -> Int { counts[ending] ?? 0 }
        package var decidedCount: Int { count(.passed) + count(.lost) }
    }

    /// What the rows stand for.
    public let key: Key
    /// The rows with the most interviews first, then by name.
    ///
    /// The row without a name comes last.
    public private(set) var rows: [Row] = []

    /// Makes the table of an index.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - key: what makes the rows.
    ///   - filter: which interviews are counted. How these ended depends on all interviews.
    public init(_ index: NotebookIndex, by key: Key, filter: Filter = Filter()) {
        let table = FeedbackTable(index)
        self.init(index, by: key, filter: filter, table)
        addSlips(index.lessons(table), in: index)
    }

    /// Makes the table of an index, without the lessons that slipped.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - key: what makes the rows.
    ///   - filter: which interviews are counted.
    ///   - table: the feedback table of the index.
    package init(_ index: NotebookIndex, by key: Key, filter: Filter, _ table: FeedbackTable) {
        self.key = key
        let counted = filter.isEmpty ? nil : Set(index.filtered(by: filter).notes.map(\.path))
        var names = RowNames(index, key)
        var rows: [RowNames.Identity?: (notes: [Int], counts: [Ending: Int])] = [:]
        for thread in index.interviewThreads() {
            for (note, ending) in thread.endings(in: index)
            where counted?.contains(index.notes[note].path) ?? true {
                let identity = names.identity(of: index.notes[note])
                rows[identity, default: ([], [:])].notes.append(note)
                rows[identity, default: ([], [:])].counts[ending, default: 0] += 1
            }
        }
        self.rows = rows.map { identity, row in
            Row(name: identity.map { names.name(of: $0) }, notes: row.notes.sorted(), counts: row.counts)
        }.sorted { a, b in
            if (a.name == nil) != (b.name == nil) { return b.name == nil }
            return (-a.notes.count, a.name ?? "") < (-b.notes.count, b.name ?? "")
        }
        addTopics(table)
    }

    private mutating func addTopics(_ table: FeedbackTable) {
        for number in rows.indices {
            var people: [Int: People] = [:]
            for note in rows[number].notes {
                for row in table.rows(ofNote: note) where row.stage != .keep {
                    for topic in table.topics(of: row) {
                        people[topic, default: table.nobody].add(table.sources(of: row))
                    }
                }
            }
            let counted = people.map { (number: $0.key, people: $0.value.count) }.sorted {
                ($1.people, $0.number) < ($0.people, $1.number)
            }
            rows[number].topics = counted.prefix(2).map { (table.topics[$0.number], $0.people) }
        }
    }

    /// Says of each row which of the index's lessons slipped there most often.
    package mutating func addSlips(_ lessons: [Lesson], in index: NotebookIndex) {
        var rowOfNote: [Int: Int] = [:]
        for (number, row) in rows.enumerated() { for note in row.notes { rowOfNote[note] = number } }
        for lesson in lessons {
            var slips: [Int: [Lesson.Showing]] = [:]
            for showing in lesson.showings where showing.kind == .slipped {
                if let row = rowOfNote[showing.evidence.note] { slips[row, default: []].append(showing) }
            }
            for (row, showings) in slips {
                guard let last = showings.last else { continue }
                rows[row].slippedLessonCount += 1
                let other = rows[row].slipped
                let isMore = other.map {
                    ($0.count, $0.last.day?.dayNumber ?? .min) < (showings.count, last.day?.dayNumber ?? .min)
                }
                if isMore ?? true { rows[row].slipped = (lesson, last, showings.count) }
            }
        }
    }
}

/// The names of rows.
///
/// `On-site (2nd)` and `onsite` are one row, which has the name that most notes use.
private struct RowNames {
    enum Identity: Hashable {
        case round(RoundKind)
        case role(String)
        case company(String)
    }

    private let key: EndsTable.Key
    private var companies: NameKeys
    private var rounds: [String: RoundKind] = [:]
    private var uses: [Identity: [String: Int]] = [:]

    init(_ index: NotebookIndex, _ key: EndsTable.Key) {
        self.key = key
        companies = NameKeys(ofCompanies: index.configuration)
    }

    mutating func identity(of note: Note) -> Identity? {
        let identity: Identity
        let name: String
        switch key {
        case .round:
            guard let round = note.round else { return nil }
            let kind = rounds[round] ?? RoundKind(round)
            rounds[round] = kind
            (identity, name) = (.round(kind), round)
        case .role:
            guard let role = note.role else { return nil }
            (identity, name) = (.role(role.caseFolded), role)
        case .company:
            guard let company = note.company else { return nil }
            (identity, name) = (.company(companies.key(of: note.linked(company))), company)
        }
        uses[identity, default: [:]][name, default: 0] += 1
        return identity
    }

    func name(of identity: Identity) -> String {
        uses[identity]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }
}
