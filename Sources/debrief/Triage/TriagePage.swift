import Notebook

// Shows a question of a triage.
extension QuestionPage {
    private static let mostSaid = 3
    private static let mostBelow = 20
    private static let longestSaid = 120

    /// Makes the page after the last question.
    init(endingWith tally: TriageTally, news: [(text: String, isProblem: Bool)]) {
        self.init(news: news)
        add("That was the last one.", .strong)
        add(tally.description)
    }

    /// Makes the page of a question.
    ///
    /// - Parameters:
    ///   - question: The piece of feedback to decide about.
    ///   - below: The lines that are nested below the feedback in its note.
    ///   - prefix: What leads to the notebook from where the reader is.
    ///   - news: What came of the last answer.
    init(
        _ question: TriageQuestion, below: [String], pathPrefix prefix: [UInt8],
        news: [(text: String, isProblem: Bool)]
    ) {
        self.init(news: news)
        let path = String(decoding: prefix + question.path.bytes, as: UTF8.self)
        add("\(question.progress) · \(question.standing)", .strong)
        add(question.context)
        add("\(path):\(question.line)", .faint)
        addSpace()
        add(question.speakers)
        let topics = question.feedback.topics.map { " #\($0)" }.joined()
        let text = question.feedback.text
        add("“\(Self.cut(text))”\(topics)", .strong, indentation: 2)
        for line in below.prefix(Self.mostBelow) { add(line: Self.cut(line), indentation: 4) }
        if below.count > Self.mostBelow {
            add("and \(below.count - Self.mostBelow) lines more", .faint, indentation: 4)
        }
        for hunch in question.hunches {
            addSpace()
            add("Your hunch: “\(Self.cut(hunch.text))”")
        }
        for topic in question.topics { add(topic, pathPrefix: prefix) }
    }

    private mutating func add(_ topic: TopicSoFar, pathPrefix prefix: [UInt8]) {
        addSpace()
        add(topic.headline)
        for said in topic.said.prefix(Self.mostSaid) {
            add("“\(TextWidth.cut(said.text, to: Self.longestSaid))”", indentation: 2)
            add(
                "\(said.occasion). \(TextWidth.cut(said.outcome, to: Self.longestSaid))", .faint,
                indentation: 4)
        }
        let more = topic.said.count - Self.mostSaid
        if more > 0 { add("and \(more) more", .faint, indentation: 2) }
    }
}
