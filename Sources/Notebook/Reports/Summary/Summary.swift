/// Where a person stands: what came in, what to do now, and what it all adds up to.
///
/// A value that holds what the report says; `SummaryText` writes it.
public struct Summary: Sendable {
    /// The part of the notebook that the report is about.
    let index: Index
    /// The notebook that it is a part of.
    let whole: Index
    let filter: Filter
    /// What there would be to filter by where the filter lets nothing through.
    let alternatives: [(name: String, values: [String])]
    /// Interviews that have been, latest first.
    let interviews: [Int]
    /// Interviews to come, next first; those without a day last.
    let upcoming: [Int]
    /// How many companies the interviews that have been were with.
    let companyCount: Int
    let firstDay: CalendarDate?
    /// How many interviews' requests are in each state.
    let requestCounts: [RequestState: Int]
    let stageCounts: StageCounts
    let sourceCount: Int
    let agenda: Agenda
    let topics: [TopicHistory]
    /// What was said alike without a topic.
    let alike: [SaidAlike]
    /// What was swallowed, in the whole index, for it may show anywhere; first what slipped last time, then
    /// what is not shown yet, then what has worked.
    let lessons: [Lesson]
    let hunches: HunchTally
    /// Topics that were spat out, and that more than one person has brought up all the same.
    let comeback: [TopicHistory]

    /// - Parameter filter: which part of the index the report is about.
    public init(_ whole: Index, filter: Filter = Filter()) {
        let filter = filter.with(whole.configuration.vocabulary.aliases)
        let index = whole.filtered(by: filter)
        self.index = index
        self.whole = whole
        self.filter = filter
        alternatives =
            filter.isEmpty || !index.notes.isEmpty
            ? []
            : [
                ("companies", whole.names(\.company)), ("roles", whole.names(\.role)),
                ("rounds", whole.names(\.round)),
            ]
        let notes = index.notes
        let held = notes.indices.filter { notes[$0].isInterview }
        upcoming = held.filter {
            notes[$0].isUpcoming(on: index.today) && !notes[$0].hasPassed(on: index.today)
        }
        .sorted { (notes[$0].date?.dayNumber ?? .max, $0) < (notes[$1].date?.dayNumber ?? .max, $1) }
        interviews = held.filter { !notes[$0].isUpcoming(on: index.today) }
            .sorted { (notes[$0].date?.dayNumber ?? .min, $0) > (notes[$1].date?.dayNumber ?? .min, $1) }
        companyCount = Set(interviews.compactMap { notes[$0].company?.lowercased() }).count
        firstDay = interviews.compactMap { notes[$0].date }.min()
        requestCounts = interviews.reduce(into: [:]) {
            $0[index.request(of: notes[$1]), default: 0] += 1
        }
        let table = FeedbackTable(index)
        stageCounts = table.rows.reduce(into: StageCounts()) { $0[$1.stage] += 1 }
        sourceCount = table.sourceCount
        agenda = Agenda(index, table)
        topics = index.topicHistories(table)
        alike = index.saidAlike(TopicSuggestions(index), table, histories: topics)
        lessons = whole.lessons(filter.isEmpty ? table : FeedbackTable(whole)).filter { lesson in
            filter.isEmpty
                || lesson.statements.contains {
                    filter.includes(whole.notes[$0.note]) && filter.includes(whole[$0].topics)
                }
        }.sorted { a, b in
            if a.standing != b.standing { return a.standing < b.standing }
            if a.sources.count != b.sources.count { return a.sources.count > b.sources.count }
            let (first, second) = (a.last?.dayNumber ?? .min, b.last?.dayNumber ?? .min)
            return first != second
                ? first > second : (a.headline.note, a.headline.number) < (b.headline.note, b.headline.number)
        }
        hunches = HunchTally(index, topics: topics)
        comeback = topics.filter { $0.spitSources.count > 1 }
    }

    func count(_ stage: Stage) -> Int { stageCounts[stage] }
    func count(_ state: RequestState) -> Int { requestCounts[state] ?? 0 }
}

extension Note {
    /// Whether the note is about an interview, and not some other page that lies in the folder. A date alone
    /// is none: a diary has one on every page.
    public var isInterview: Bool {
        company != nil || role != nil || round != nil || outcome != nil || !interviewers.isEmpty
            || requestDates != RequestDates() || hasFeedback || !hunches.isEmpty || !evidence.isEmpty
            || !questionsAsked.isEmpty || !questionsToAsk.isEmpty
    }
}
