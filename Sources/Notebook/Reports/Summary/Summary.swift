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
    let interviews: InterviewOverview
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
        // All that is to be counted takes a look at every note, and each side has about half of it.
        let ((interviews, requests, overdue, suggestions), table) = concurrently(
            { (InterviewOverview(index), AskList(index), index.overdueActions(), TopicSuggestions(index)) },
            { FeedbackTable(index) })
        self.interviews = interviews
        agenda = Agenda(index, table, requests: requests, overdue: overdue)
        stageCounts = table.rows.reduce(into: StageCounts()) { $0[$1.stage] += 1 }
        sourceCount = table.sourceCount
        let (lessons, (topics, hunches)) = concurrently(
            { Self.lessons(of: whole, filter, filter.isEmpty ? table : FeedbackTable(whole)) },
            {
                let topics = index.topicHistories(table)
                return (topics, HunchTally(index, topics: topics))
            })
        (self.lessons, self.topics, self.hunches) = (lessons, topics, hunches)
        alike = index.saidAlike(suggestions, table, histories: topics)
        comeback = topics.filter { $0.spitSources.count > 1 }
    }

    /// The lessons with a statement that a filter lets through.
    private static func lessons(of whole: Index, _ filter: Filter, _ table: FeedbackTable) -> [Lesson] {
        whole.lessons(table).filter { lesson in
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
    }

    func count(_ stage: Stage) -> Int { stageCounts[stage] }
    func count(_ state: RequestState) -> Int { interviews.requestCounts[state] ?? 0 }
}
