public import Insights
package import Notes

/// Where a person stands: what came in, what to do now, and what it all adds up to.
///
/// This value holds what the report says, and `SummaryText` writes it.
public struct Summary: Sendable {
    /// The part of the notebook that the report is about.
    package let index: NotebookIndex
    /// The notebook that this part belongs to.
    package let whole: NotebookIndex
    package let filter: Filter
    /// What one could filter by instead, if nothing fits the filter.
    package let alternatives: [(name: String, values: [String])]
    package let interviews: InterviewOverview
    package let notRead: ReadingGaps
    package let stageCounts: StageCounts
    package let peopleCount: Int
    package let agenda: Agenda
    package let topics: [TopicHistory]
    /// Where people said opposite things on one topic.
    package let differences: [PeopleDiffer]
    /// What several people said about the same thing without a topic.
    package let alike: [SaidAlike]
    /// The lessons of the whole index, because they may show anywhere.
    ///
    /// First come those that slipped last time, then those that are not shown yet, then those that worked.
    package let lessons: [Lesson]
    /// What slipped and belongs to no lesson, in the whole index, earliest first.
    package let slips: [EvidenceID]
    /// What was liked, by most people first.
    package let praise: [Praise]
    package let hunches: HunchTally
    /// Where the interviews end, by round.
    package let ends: EndsTable
    /// Topics that were spat out although more than one person has brought them up.
    package let comeback: [Comeback]

    /// Counts what the report says.
    ///
    /// - Parameters:
    ///   - whole: The notebook.
    ///   - filter: Which part of the index the report is about.
    public init(_ whole: NotebookIndex, filter: Filter = Filter()) {
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
        // Counting looks at every note. Each time, each of the two sides has about half of the work.
        let ((interviews, requests, overdue, suggestions), (table, notRead)) = concurrently(
            {
                (
                    InterviewOverview(index), AskList(index), index.overdueActions(),
                    TopicSuggestions(index, of: index.feedbackWithoutTopic)
                )
            },
            { (FeedbackTable(index, of: filter.isEmpty ? nil : whole), ReadingGaps(index)) })
        let ofWhole = filter.isEmpty ? table : FeedbackTable(whole)
        let ((all, lessons, slips), (topics, hunches, alike, differences, ends)) = concurrently(
            {
                let all = whole.lessons(ofWhole)
                let (lessons, slips) = Self.lessons(all, of: whole, filter)
                return (all, lessons, slips)
            },
            {
                let topics = index.topicHistories(table)
                var finder = DifferenceFinder(index, table)
                return (
                    topics, HunchTally(index, topics: topics, table),
                    index.saidAlike(suggestions, table, histories: topics),
                    finder.differences(suggestions, topics),
                    EndsTable(whole, by: .round, filter: filter, ofWhole)
                )
            })
        agenda = Agenda(
            index, table, lessons: filter.isEmpty ? all : index.lessons(table), requests: requests,
            overdue: overdue)
        (self.interviews, self.notRead) = (interviews, notRead)
        (self.lessons, self.slips) = (lessons, slips)
        (self.topics, self.hunches, self.alike, self.differences) = (topics, hunches, alike, differences)
        var endsWithSlips = ends
        endsWithSlips.addSlips(all, in: whole)
        self.ends = endsWithSlips
        stageCounts = table.rows.reduce(into: StageCounts()) { $0[$1.stage] += 1 }
        peopleCount = table.peopleCount
        praise = index.praise(table)
        comeback = topics.compactMap { Comeback($0, table, in: index) }
    }

    /// Returns the lessons with a statement that a filter lets through, and what slipped and belongs to no
    /// lesson.
    private static func lessons(
        _ all: [Lesson], of whole: NotebookIndex, _ filter: Filter
    ) -> ([Lesson], slips: [EvidenceID]) {
        var keys = NameKeys(ofCompanies: whole.configuration)
        let slips = whole.evidenceOfNoLesson(all, .slipped).filter {
            filter.isEmpty
                || filter.includes(whole.notes[$0.note], &keys) && filter.includes(whole[$0].topics)
        }
        let lessons = all.filter { lesson in
            filter.isEmpty
                || lesson.statements.contains {
                    filter.includes(whole.notes[$0.note], &keys) && filter.includes(whole[$0].topics)
                }
        }.map { lesson in
            let last = lesson.last?.dayNumber ?? .min
            let id = lesson.headline
            return (
                lesson: lesson,
                key: (lesson.standing.rawValue, -lesson.peopleCount, -Int(last), id.note, id.number)
            )
        }.sorted { (a: (lesson: Lesson, key: (Int, Int, Int, Int, Int)), b) in a.key < b.key }
            .map(\.lesson)
        return (lessons, slips)
    }

    package func count(_ stage: Stage) -> Int { stageCounts[stage] }
    package func count(_ state: RequestState) -> Int { interviews.requestCounts[state] ?? 0 }
}
