public import Insights
package import Notes

/// The stories that a person has, the questions that came, and which of those have no story.
///
/// This value holds what the report says, and `StoriesText` writes it.
public struct StoriesReport: Sendable {
    package let index: NotebookIndex
    /// The stories, the one told most often first, then in reading order.
    package let stories: [StoryBook.Entry]
    /// The questions, those that most companies asked first.
    package let questions: [AskedQuestion]
    /// Topics that several companies asked to hear of, and that no story has.
    package let topicGaps: [TopicGap]
    /// Questions for a story that several companies asked and nothing answered.
    ///
    /// Those about one of the `topicGaps` are left out.
    package var questionGaps: [AskedQuestion] {
        questions.filter { question in
            question.companyCount > 1 && question.wantsStory && !question.hasStory
                && !question.topics.contains { topic in topicGaps.contains { $0.topic == topic } }
        }
    }
    /// Questions that came more than once, or that something was told in answer to.
    package var tellingQuestions: [AskedQuestion] {
        questions.filter { $0.group.questions.count > 1 || !$0.answers.isEmpty }
    }

    package struct AskedQuestion: Sendable {
        package let group: QuestionGroup
        /// How many companies asked it at least.
        package let companyCount: Int
        package let answers: [Answer]
        package let topics: [Topic]
        /// Whether a story could answer it and nothing did: no story, nothing else that was told, and nothing
        /// that worked below it.
        package let wantsStory: Bool
        /// Whether a story has one of its topics.
        package let hasStory: Bool
    }

    package struct TopicGap: Sendable {
        package let topic: Topic
        package let companyCount: Int
        /// The questions about it, earliest first.
        package let questions: [QuestionID]
    }

    /// Gathers the stories of a notebook, and the questions that came.
    public init(_ index: NotebookIndex) {
        self.index = index
        let book = StoryBook(index)
        var companies = CompanyCounter(index)
        stories = book.entries.enumerated().sorted {
            (-$0.element.tellings.count, $0.offset) < (-$1.element.tellings.count, $1.offset)
        }.map(\.element)
        let topicsOfStories = book.entries.flatMap { index[$0.story].topics }
        func haveStory(_ topics: [Topic]) -> Bool {
            topics.contains { topic in topicsOfStories.contains { topic.isWithin($0) || $0.isWithin(topic) } }
        }
        questions = index.foldedQuestions().map { group in
            let answers = Answer.all(to: group, book, in: index)
            let topics = index.topics(of: group)
            return AskedQuestion(
                group: group, companyCount: companies.count(group.questions.map(\.note)), answers: answers,
                topics: topics,
                wantsStory: answers.isEmpty && index.asksForStory(group) && !index.hasWorked(group),
                hasStory: haveStory(topics))
        }.enumerated().sorted { a, b in
            func key(_ question: (offset: Int, element: AskedQuestion)) -> (Int, Int, Int) {
                (-question.element.companyCount, -question.element.group.questions.count, question.offset)
            }
            return key(a) < key(b)
        }.map(\.element)
        topicGaps = Self.topicGaps(questions, &companies, haveStory)
    }

    private static func topicGaps(
        _ questions: [AskedQuestion], _ companies: inout CompanyCounter, _ haveStory: ([Topic]) -> Bool
    ) -> [TopicGap] {
        var questionsByTopic: [Topic: [QuestionID]] = [:]
        var topics: [Topic] = []
        for question in questions where question.wantsStory {
            for topic in question.topics where !haveStory([topic]) {
                if questionsByTopic[topic] == nil { topics.append(topic) }
                questionsByTopic[topic, default: []] += question.group.questions
            }
        }
        return topics.map { topic in
            let asked = questionsByTopic[topic] ?? []
            return TopicGap(
                topic: topic, companyCount: companies.count(asked.map(\.note)), questions: asked)
        }.filter { $0.companyCount > 1 }.enumerated().sorted {
            (-$0.element.companyCount, $0.offset) < (-$1.element.companyCount, $1.offset)
        }.map(\.element)
    }
}
