import Notebook

// Shows something that looks meant and is not read.
extension QuestionPage {
    private static let mostLines = 12
    private static let mostDiffLines = 40

    /// Makes the page for an adoption.
    ///
    /// - Parameters:
    ///   - adoption: What looks meant and is not read.
    ///   - proposal: What would be written; nil if nothing can be proposed.
    ///   - sentence: The index of the passage that is decided about; nil if the proposal is decided about as
    ///     a whole.
    ///   - progress: How far the adoption has come.
    ///   - prefix: What leads to the notebook from where the reader is.
    ///   - news: What came of the last answer.
    init(
        _ adoption: Adoption, _ proposal: Adoption.Proposal?, sentence: Int? = nil,
        progress: AdoptionQueue.Progress,
        pathPrefix prefix: [UInt8], news: [(text: String, isProblem: Bool)]
    ) {
        self.init(news: news)
        let path = String(decoding: prefix + adoption.path.bytes, as: UTF8.self)
        add("\(progress) · \(path):\(adoption.line)", .strong)
        add(adoption.problem)
        addSpace()
        if let heading = adoption.heading { add(heading, .faint, indentation: 2) }
        for line in adoption.lines.prefix(Self.mostLines) { add(line: Self.cut(line), indentation: 2) }
        if adoption.lines.count > Self.mostLines {
            add("and \(adoption.lines.count - Self.mostLines) lines more", .faint, indentation: 2)
        }
        addSpace()
        guard let proposal else {
            add("Only you can tell what is meant here: edit the note, or skip it.")
            return
        }
        add(proposal.title, .strong)
        if let speaker = proposal.speaker { add("Said by \(speaker).") }
        if let sentence {
            add(proposal.passages, at: sentence)
        } else {
            add(editOf: adoption, proposal)
        }
    }

    private mutating func add(_ passages: [Passage], at current: Int) {
        for (number, passage) in passages.enumerated() where abs(number - current) <= 4 {
            let mark =
                switch passage.fate {
                case .kept: "- "
                case .joined: "  "
                case .leftOut: "× "
                }
            let style: Style = number == current ? .strong : passage.fate == .leftOut ? .faint : .plain
            add((number == current ? "→ " : "  ") + mark + Self.cut(passage.text), style, indentation: 2)
        }
    }

    /// Adds what would change in the note.
    private mutating func add(editOf adoption: Adoption, _ proposal: Adoption.Proposal) {
        guard proposal.adoptsAnything else {
            return add("All of it would be left out; decide about its sentences, or skip it.", .faint)
        }
        do throws(Refusal) {
            let edit = try adoption.edit(proposal)
            let lines = String(decoding: edit.diff(), as: UTF8.self).split(separator: "\n").dropFirst(3)
            for line in lines.prefix(Self.mostDiffLines) {
                add(line: Self.cut(String(line)), line.hasPrefix("+") ? .plain : .faint, indentation: 2)
            }
            if lines.count > Self.mostDiffLines { add("and more", .faint, indentation: 2) }
        } catch {
            add("It cannot be written so: \(error.reason)", .warning)
        }
    }

    /// Makes the page after the last question.
    init(endingWith tally: String, news: [(text: String, isProblem: Bool)]) {
        self.init(news: news)
        add("That was the last one.", .strong)
        add(tally)
    }
}
