package import Notes

/// The order in which stories are worth having ready for an interview.
///
/// A story that fits a question of this company comes first, then one that fits a question of this kind of
/// round, then one that fits a topic of the sheet. Among these, stories that worked the last time come first,
/// those that always did before others, then untried ones, then those that slipped. After that, stories that
/// fit more questions come first, and then the reading order decides. Stories that fit nothing are left out,
/// and so are stories that this company or one of the interviewers has heard before.
public struct StoryRanking: Sendable {
    /// What a story fits, best first.
    public enum Fit: Int, Sendable, Comparable, CaseIterable {
        case company, round, topic

        /// Returns whether the first fit is the better one.
        public static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
    }

    /// A story with what it fits.
    public struct Entry: Sendable {
        /// The story with its tellings and evidence.
        public let story: StoryBook.Entry
        /// What the story fits.
        public let fit: Fit
        /// How many questions of that fit the story is for.
        package let questionCount: Int
        /// The question that the story is for.
        ///
        /// If there are several, it is the one that was asked most.
        package let question: QuestionGroup?
        /// The topic by which the story fits; nil if the story answered the question before.
        package let topic: Topic?
        /// Whether the topic is only proposed for the question, and not written there.
        package let isProposed: Bool
    }

    /// A question that may come, with its topics.
    package struct ExpectedQuestion: Sendable {
        package let group: QuestionGroup
        package let isOfCompany: Bool
        package let topics: [Topic]
        package let areProposed: Bool
        /// The stories that answered the question before.
        package let answers: Set<StoryID>

        package init(
            group: QuestionGroup, isOfCompany: Bool, topics: [Topic], areProposed: Bool,
            answers: Set<StoryID>
        ) {
            self.group = group
            self.isOfCompany = isOfCompany
            self.topics = topics
            self.areProposed = areProposed
            self.answers = answers
        }
    }

    /// The stories, best first.
    public let entries: [Entry]
    /// The stories that this company or one of the interviewers has heard, in reading order.
    public let toldHere: [StoryBook.Entry]

    /// Ranks the stories of a book.
    ///
    /// - Parameters:
    ///   - book: the stories.
    ///   - questions: the questions of this company and of this kind of round, those asked most first.
    ///   - topics: the other topics that the interview may be about.
    ///   - index: the notebook.
    ///   - isHere: whether a note's interview is at the same company, or with one of the same interviewers.
    package init(
        _ book: StoryBook, _ questions: [ExpectedQuestion], topics: [Topic], in index: NotebookIndex,
        isHere: (_ note: Int) -> Bool
    ) {
        var entries: [Entry] = []
        var toldHere: [StoryBook.Entry] = []
        for story in book.entries {
            if (story.tellings + story.perhapsTold).contains(where: { isHere($0.note) }) {
                toldHere.append(story)
            } else if let entry = Self.entry(story, questions, topics, in: index) {
                entries.append(entry)
            }
        }
        self.toldHere = toldHere
        self.entries = entries.enumerated().sorted { a, b in
            func key(_ entry: (offset: Int, element: Entry)) -> (Int, Int, Int, Int, Int) {
                let story = entry.element.story
                return (
                    entry.element.fit.rawValue, story.standing.rawValue,
                    story.standing == .worked ? story.slipsAmongNewest : 0, -entry.element.questionCount,
                    entry.offset
                )
            }
            return key(a) < key(b)
        }.map(\.element)
    }

    private static func entry(
        _ story: StoryBook.Entry, _ questions: [ExpectedQuestion], _ topics: [Topic], in index: NotebookIndex
    ) -> Entry? {
        let own = index[story.story].topics
        func shared(with topics: [Topic]) -> Topic? {
            own.first { topic in topics.contains { topic.isWithin($0) || $0.isWithin(topic) } }
        }
        for fit in [Fit.company, .round] {
            let fitting = questions.filter { question in
                question.isOfCompany == (fit == .company)
                    && (question.answers.contains(story.story) || shared(with: question.topics) != nil)
            }
            guard let best = fitting.first else { continue }
            let hasAnswered = best.answers.contains(story.story)
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
