import Notebook

/// The dialogue between a person and an adoption: what is not read, what can be written, and what came of it.
struct AdoptConversation<Console: QuestionConsole> {
    private var session: AdoptionSession
    private var console: Console
    private let pathPrefix: [UInt8]
    /// The messages that have not been shown yet.
    private(set) var news: [(text: String, isProblem: Bool)] = []
    /// The index of the proposal that is shown.
    ///
    /// `proposals` holds what has been decided. Both start anew with each question.
    private var number = 0
    private var proposals: [Adoption.Proposal] = []

    init(_ session: AdoptionSession, on console: Console, pathPrefix: [UInt8]) {
        self.session = session
        self.console = console
        self.pathPrefix = pathPrefix
    }

    /// What came of it so far.
    var tally: String { session.tally }

    /// Asks until there is nothing more to ask, or to say.
    ///
    /// - Returns: What came of it.
    /// - Throws: ``StopSignal`` if a signal ended it. All that was answered is written.
    mutating func run() throws -> String {
        defer { console.close() }
        begin(session.refresh())
        while true {
            guard let adoption = session.queue.adoption else {
                guard session.queue.canGoBack else { return tally }
                let page = QuestionPage(endingWith: tally, news: news)
                news = []
                guard try console.choice(of: [AdoptChoice.back, .default, .quit], on: page) == .back else {
                    return tally
                }
                begin(session.back())
                continue
            }
            let page = self.page(adoption)
            news = []
            let choices = choices
            var choice = try console.choice(of: choices, on: page)
            if choice == .default { choice = choices.first }
            switch choice {
            case .write: write()
            case .other: number = (number + 1) % max(proposals.count, 1)
            case .sentences: try decide(adoption)
            case .from: try nameSpeaker(adoption, page)
            case .skip: begin(session.skip())
            case .back: begin(session.back())
            case .edit: try edit(adoption)
            case .quit, .default, nil: return tally
            }
        }
    }

    private func page(_ adoption: Adoption, sentence: Int? = nil) -> QuestionPage {
        QuestionPage(
            adoption, proposal, sentence: sentence, progress: session.queue.progress, pathPrefix: pathPrefix,
            news: news)
    }

    private var proposal: Adoption.Proposal? { proposals.indices.contains(number) ? proposals[number] : nil }

    /// The possible answers, the proposed one first.
    private var choices: [AdoptChoice] {
        let rest: [AdoptChoice] = [.back, .edit, .default, .quit]
        guard let proposal else { return [.skip] + rest }
        var choices: [AdoptChoice] =
            !proposal.adoptsAnything ? [.skip] : proposal.isLikely ? [.write] : [.skip, .write]
        if proposals.count > 1 { choices.append(.other) }
        if proposal.passages.count > 1 || !proposal.adoptsAnything { choices.append(.sentences) }
        if proposal.takesSpeaker { choices.append(.from) }
        return choices + (choices.contains(.skip) ? [] : [.skip]) + rest
    }

    /// Begins the next question.
    private mutating func begin(_ notices: [AdoptionSession.Notice]) {
        news = notices.map { ($0.description, $0.isProblem) }
        number = 0
        proposals = session.queue.adoption?.writableProposals ?? []
    }

    private mutating func write() {
        guard let proposal else { return }
        let notices = session.write(proposal)
        switch notices.first {
        case .refused, .nothingKept, .notWritten: news = notices.map { ($0.description, $0.isProblem) }
        default: begin(notices)
        }
    }

    /// Asks about each sentence, one after another.
    private mutating func decide(_ adoption: Adoption) throws {
        var sentence = 0
        while let count = proposal?.passages.count, sentence < count {
            switch try console.choice(of: SentenceChoice.allCases, on: page(adoption, sentence: sentence)) {
            case .keep: proposals[number].decide(.kept, passage: sentence)
            case .join: proposals[number].decide(.joined, passage: sentence)
            case .leave: proposals[number].decide(.leftOut, passage: sentence)
            case .back:
                sentence = max(sentence - 1, 0)
                continue
            case .done, nil: return
            }
            sentence += 1
        }
    }

    private mutating func nameSpeaker(_ adoption: Adoption, _ page: QuestionPage) throws {
        let people = adoption.people
        let known = proposals[number].speaker
        let prompt =
            people.isEmpty ? "Who said it?" : "Who said it? (\(people.prefix(6).joined(separator: ", ")))"
        guard case .text(let text) = try console.line(prompt, draft: known ?? "", isRefused: false, on: page)
        else {
            return
        }
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        proposals[number].speaker = name.isEmpty ? nil : Self.whole(name, among: people)
    }

    /// Returns the only person whose name begins with what was typed, or else what was typed.
    private static func whole(_ name: String, among people: [String]) -> String {
        let fitting = people.filter { $0.lowercased().hasPrefix(name.lowercased()) }
        return fitting.count == 1 ? fitting[0] : name
    }

    private mutating func edit(_ adoption: Adoption) throws {
        let file = pathPrefix + adoption.path.bytes
        let problem = try console.lend { ExternalEditor.open(file, line: adoption.line) }
        begin(session.refresh())
        if let problem { news.append((problem, true)) }
    }
}
