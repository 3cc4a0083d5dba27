/// The order in which stories are worth having ready for an interview.
///
/// What fits a question that this company has asked comes before what fits one of this kind of round, and that before
/// what fits a topic of the sheet; then what worked before what is untried before what slipped; then what fits more
/// questions, then reading order. What fits nothing is left out, and so is every story that was told here before.
public struct StoryRanking: Sendable {
    /// What a story is fit for: the best first.
    public enum Fit: Int, Sendable, Comparable, CaseIterable {
        case company, round, topic

        public static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
    }

    public struct Entry: Sendable {
        public let story: StoryBook.Entry
        public let fit: Fit
        /// How many questions of that fit it is for.
        let questionCount: Int
        /// The question that it is for, the one asked most of them.
        let question: QuestionGroup?
        /// The topic by which it fits; nil where it answered the question before.
        let topic: Topic?
        /// Whether the topic is proposed for the question, and not written there.
        let isProposed: Bool
    }

    /// A question that may come, with its topics.
    struct Question: Sendable {
        let group: QuestionGroup
        let isOfCompany: Bool
        let topics: [Topic]
        let areProposed: Bool
        /// The stories that answered it before.
        let answers: Set<StoryPlace>
    }

    /// Best first.
    public let entries: [Entry]
    /// The stories that were told here, in reading order.
    public let toldHere: [StoryBook.Entry]

    /// - Parameters:
    ///   - questions: those of this company and of this kind of round, those asked most first.
    ///   - topics: what else the interview may be about.
    ///   - isHere: whether a note's interview is at the same company.
    init(
        _ book: StoryBook, _ questions: [Question], topics: [Topic], in index: Index,
        isHere: (_ note: Int) -> Bool
    ) {
        var entries: [Entry] = []
        var toldHere: [StoryBook.Entry] = []
        for story in book.entries {
            if story.tellings.contains(where: { isHere($0.note) }) {
                toldHere.append(story)
            } else if let entry = Self.entry(story, questions, topics, in: index) {
                entries.append(entry)
            }
        }
        self.toldHere = toldHere
        self.entries = entries.enumerated().sorted { a, b in
            func key(_ entry: (offset: Int, element: Entry)) -> (Int, Int, Int, Int) {
                (
                    entry.element.fit.rawValue, entry.element.story.standing.rawValue,
                    -entry.element.questionCount, entry.offset
                )
            }
            return key(a) < key(b)
        }.map(\.element)
    }

    private static func entry(
        _ story: StoryBook.Entry, _ questions: [Question], _ topics: [Topic], in index: Index
    ) -> Entry? {
        let own = index[story.place].topics
        func shared(with topics: [Topic]) -> Topic? {
            own.first { topic in topics.contains { topic.isWithin($0) || $0.isWithin(topic) } }
        }
        for fit in [Fit.company, .round] {
            let fitting = questions.filter { question in
                question.isOfCompany == (fit == .company)
                    && (question.answers.contains(story.place) || shared(with: question.topics) != nil)
            }
            guard let best = fitting.first else { continue }
            let hasAnswered = best.answers.contains(story.place)
            return Entry(
                story: story, fit: fit, questionCount: fitting.count, question: best.group,
                topic: hasAnswered ? nil : shared(with: best.topics),
                isProposed: !hasAnswered && best.areProposed)
        }
        return shared(with: topics).map {
            Entry(story: story, fit: .topic, questionCount: 0, question: nil, topic: $0, isProposed: false)
        }
    }
}
