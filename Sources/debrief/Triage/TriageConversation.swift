import Notebook

/// The dialogue between a person and a triage: a question, an answer, and what came of it.
struct TriageConversation<Console: QuestionConsole> {
    private var session: TriageSession
    private var console: Console
    private let pathPrefix: [UInt8]
    /// The messages that have not been shown yet.
    private(set) var news: [(text: String, isProblem: Bool)] = []
    private var draft: Draft?

    /// What was typed for an answer that could not be written, so that it need not be typed again.
    private struct Draft {
        /// The piece of feedback that it was typed for.
        ///
        /// `choice` is the answer.
        let piece: Int
        let choice: TriageChoice
        let text: String
    }

    init(_ session: TriageSession, on console: Console, pathPrefix: [UInt8]) {
        self.session = session
        self.console = console
        self.pathPrefix = pathPrefix
    }

    /// What came of it so far.
    var tally: TriageTally { session.triage.tally }

    /// Asks until there is nothing more to ask, or to say.
    ///
    /// - Returns: What came of it.
    /// - Throws: ``StopSignal`` if a signal ended it. Every answer so far is written.
    mutating func run() throws -> TriageTally {
        defer { console.close() }
        tell(session.refresh())
        while true {
            guard let question = session.triage.question else {
                guard session.triage.canGoBack else { return session.triage.tally }
                let page = QuestionPage(endingWith: session.triage.tally, news: news)
                news = []
                guard try console.choice(of: [TriageChoice.back, .quit], on: page) == .back else {
                    return session.triage.tally
                }
                tell(session.back())
                continue
            }
            let page = QuestionPage(
                question, below: session.linesBelow, pathPrefix: pathPrefix, news: news)
            news = []
            switch try console.choice(of: TriageChoice.allCases, on: page) {
            case .chew: tell(session.answer(.chew))
            case .swallow: try swallow(question, page)
            case .spit: try spit(question, page)
            case .keep: tell(session.answer(.keep))
            case .topic: try name(question, page)
            case .skip: tell(session.skip())
            case .back: tell(session.back())
            case .edit: try edit(question)
            case .quit, nil: return session.triage.tally
            }
        }
    }

    private mutating func tell(_ notices: [TriageNotice]) {
        news = notices.map { ($0.description, $0.isProblem) }
    }

    private mutating func swallow(_ question: TriageQuestion, _ page: QuestionPage) throws {
        let problem = session.problem(with: .swallow(nil))
        if !problem.isEmpty { return tell(problem) }
        let prompt = "What will you do? An action, or “if … → …”, or nothing yet."
        try ask(prompt, for: .swallow, question, page) { .swallow(NestedBullet(typed: $0)) }
    }

    private mutating func spit(_ question: TriageQuestion, _ page: QuestionPage) throws {
        let problem = session.problem(with: .spit(reason: nil))
        if !problem.isEmpty { return tell(problem) }
        try ask("Why? A reason, or nothing.", for: .spit, question, page) { text in
            .spit(reason: text.allSatisfy(\.isWhitespace) ? nil : text)
        }
    }

    /// Asks for a topic: the one that the feedback seems to be about, or another.
    private mutating func name(_ question: TriageQuestion, _ page: QuestionPage) throws {
        let proposed = question.topics.first { $0.words != nil }?.topic.name ?? ""
        try ask("Which topic is it about?", for: .topic, question, page, proposing: proposed) { text in
            let name = text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
            return name.isEmpty ? nil : .topic(name)
        }
    }

    /// Asks for the text that goes with an answer.
    ///
    /// It asks again if the note cannot have the text as it was typed. `answer` returns the answer that a
    /// text means; nil if it means nothing.
    private mutating func ask(
        _ prompt: String, for choice: TriageChoice, _ question: TriageQuestion, _ page: QuestionPage,
        proposing proposed: String = "", _ answer: (String) -> TriageAnswer?
    ) throws {
        var page = page
        page.news = []
        let isTypedBefore = draft?.piece == question.piece && draft?.choice == choice
        var typed = isTypedBefore ? draft?.text ?? proposed : proposed
        var isRefused = false
        while case .text(let text) = try console.line(prompt, draft: typed, isRefused: isRefused, on: page) {
            guard let answer = answer(text) else { return }
            let notices = session.answer(answer)
            switch notices.first {
            case .refused(.unclearText), .refused(.noTopic):
                (typed, isRefused) = (text, true)
                page.news = notices.map { ($0.description, $0.isProblem) }
                continue
            case .refused, .notWritten, .changed:
                draft = Draft(piece: question.piece, choice: choice, text: text)
            default: draft = nil
            }
            return tell(notices)
        }
    }

    private mutating func edit(_ question: TriageQuestion) throws {
        let file = pathPrefix + question.path.bytes
        let problem = try console.lend { ExternalEditor.open(file, line: question.line) }
        // A change by the person themselves is not news to them.
        tell(session.refresh().filter { $0 != .changed })
        if let problem { news.append((problem, true)) }
    }
}
