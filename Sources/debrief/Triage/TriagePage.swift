import Notebook

/// What is shown for one question, laid out in lines of a width. Nothing in it can do anything to a terminal.
struct TriagePage {
    enum Style {
        case plain, strong, faint, warning
    }

    struct Line {
        let text: String
        let style: Style
    }

    private enum Part {
        case text(String, Style, indentation: Int)
        case space
    }

    private var parts: [Part] = []
    /// What became of the last answer, and whether that is a problem.
    var news: [(text: String, isProblem: Bool)]

    /// More of one piece of feedback would not be read here.
    private static let longestText = 4000
    private static let mostSaid = 3
    private static let longestSaid = 120
    private static let widest = 100

    private mutating func add(_ text: String, _ style: Style = .plain, indentation: Int = 0) {
        parts.append(.text(text, style, indentation: indentation))
    }

    /// The page behind the last question.
    init(endingWith tally: TriageTally, news: [(text: String, isProblem: Bool)]) {
        self.news = news
        add("That was the last one.", .strong)
        add(tally.description)
    }

    /// The page of a question.
    ///
    /// - Parameter prefix: what leads to the notebook from where the reader stands.
    init(_ question: TriageQuestion, pathPrefix prefix: [UInt8], news: [(text: String, isProblem: Bool)]) {
        self.news = news
        let path = String(decoding: prefix + question.path.bytes, as: UTF8.self)
        add("\(question.progress) · \(question.standing)", .strong)
        add(question.context)
        add("\(path):\(question.line)", .faint)
        parts.append(.space)
        add(question.speakers)
        let topics = question.feedback.topics.map { " #\($0)" }.joined()
        let text = question.feedback.text
        add("“\(Self.cut(text))”\(topics)", .strong, indentation: 2)
        for line in question.below { add(Self.cut(line), indentation: 4) }
        for hunch in question.hunches {
            parts.append(.space)
            add("Your hunch: “\(Self.cut(hunch.text))”")
        }
        for topic in question.topics { add(topic, pathPrefix: prefix) }
    }

    private mutating func add(_ topic: TopicSoFar, pathPrefix prefix: [UInt8]) {
        parts.append(.space)
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

    private static func cut(_ text: String) -> String {
        text.count > longestText ? text.prefix(longestText) + "…" : text
    }

    // MARK: Layout

    func lines(width: Int) -> [Line] { Self.lines(parts, width) }

    func newsLines(width: Int) -> [Line] {
        Self.lines(news.map { .text($0.text, $0.isProblem ? .warning : .plain, indentation: 0) }, width)
    }

    private static func lines(_ parts: [Part], _ width: Int) -> [Line] {
        parts.flatMap { part -> [Line] in
            switch part {
            case .space: return [Line(text: "", style: .plain)]
            case .text(let text, let style, let indentation):
                let inner = max(min(width, widest) - indentation, 10)
                let margin = String(repeating: " ", count: indentation)
                return TextWidth.lines(of: VisibleText.line(text), to: inner).map {
                    Line(text: margin + $0, style: style)
                }
            }
        }
    }
}
