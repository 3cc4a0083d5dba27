import Notebook

/// The talk between a person and a triage: a question, an answer, and what came of it.
struct TriageConversation<Console: TriageConsole> {
    private var session: TriageSession
    private var console: Console
    private let pathPrefix: [UInt8]
    private var news: [(text: String, isProblem: Bool)] = []
    /// What was typed for an answer that could not be written, so that it need not be typed again.
    private var draft = ""

    init(_ session: TriageSession, on console: Console, pathPrefix: [UInt8]) {
        self.session = session
        self.console = console
        self.pathPrefix = pathPrefix
    }

    /// What came of it so far.
    var tally: TriageTally { session.triage.tally }

    /// Talks until there is nothing more to ask, or to say.
    ///
    /// - Returns: what came of it.
    /// - Throws: ``StopSignal`` where a signal ended it; every answer so far is written.
    mutating func run() throws -> TriageTally {
        defer { console.close() }
        tell(session.refresh())
        while true {
            guard let question = session.triage.question else {
                guard session.triage.canGoBack else { return session.triage.tally }
                let page = TriagePage(endingWith: session.triage.tally, news: news)
                news = []
                guard try console.choice(of: [.back, .quit], on: page) == .back else {
                    return session.triage.tally
                }
                tell(session.back())
                continue
            }
            let page = TriagePage(question, pathPrefix: pathPrefix, news: news)
            news = []
            switch try console.choice(of: TriageChoice.allCases, on: page) {
            case .chew: tell(session.answer(.chew))
            case .swallow: try swallow(page)
            case .spit: try spit(page)
            case .topic: try name(question, page)
            case .skip:
                draft = ""
                tell(session.skip())
            case .back:
                draft = ""
                tell(session.back())
            case .edit: try edit(question)
            case .quit: return session.triage.tally
            }
        }
    }

    private mutating func tell(_ notices: [TriageNotice]) {
        news = notices.map { ($0.description, $0.isProblem) }
    }

    private mutating func swallow(_ page: TriagePage) throws {
        let problem = session.problem(with: .swallow(nil))
        if !problem.isEmpty { return tell(problem) }
        try ask("What will you do? An action, or “if … → …”, or nothing yet.", draft, page) {
            .swallow(NestedBullet(typed: $0))
        }
    }

    private mutating func spit(_ page: TriagePage) throws {
        let problem = session.problem(with: .spit(reason: nil))
        if !problem.isEmpty { return tell(problem) }
        try ask("Why? A reason, or nothing.", draft, page) { text in
            .spit(reason: text.allSatisfy(\.isWhitespace) ? nil : text)
        }
    }

    /// Names a topic: the one that the feedback seems to be about, or another.
    private mutating func name(_ question: TriageQuestion, _ page: TriagePage) throws {
        let proposed = question.topics.first { $0.words != nil }?.topic.name
        try ask("Which topic is it about?", proposed ?? "", page) { text in
            let name = text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
            return name.isEmpty ? nil : .topic(name)
        }
    }

    /// Asks for the text that goes with an answer, again where the note cannot take it as it was typed.
    ///
    /// - Parameter answer: what is meant by a text; nil where nothing is.
    private mutating func ask(
        _ prompt: String, _ first: String, _ page: TriagePage, _ answer: (String) -> TriageAnswer?
    ) throws {
        var page = page
        page.news = []
        var (typed, isRefused) = (first, false)
        while case .text(let text) = try console.line(prompt, draft: typed, isRefused: isRefused, on: page) {
            guard let answer = answer(text) else { return }
            let notices = session.answer(answer)
            switch notices.first {
            case .refused(.unclearText), .refused(.noTopic):
                (typed, isRefused) = (text, true)
                page.news = notices.map { ($0.description, $0.isProblem) }
                continue
            case .refused, .notWritten, .changed: draft = text
            default: draft = ""
            }
            return tell(notices)
        }
    }

    private mutating func edit(_ question: TriageQuestion) throws {
        let file = pathPrefix + question.path.bytes
        let problem = try console.lend { ExternalEditor.open(file, line: question.line) }
        // That the person changed what they see is no news to them.
        tell(session.refresh().filter { $0 != .changed })
        if let problem { news.append((problem, true)) }
    }
}
