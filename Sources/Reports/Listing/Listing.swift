public import Insights
internal import Markup
public import Notes

/// Bullets of the notebook that were picked by what they are, one line each, for people, editors and scripts.
public struct Listing: Sendable {
    /// Which bullets are listed.
    public struct Query: Sendable {
        /// The part of the notebook that the bullets are from.
        public var filter = Filter()
        /// Feedback in any of these stages; in every stage if this is empty.
        public var stages: [Stage] = []
        /// Feedback from any of these people, whatever the case of the names.
        public var sources: [String] = []
        /// Actions instead of feedback.
        public var actions = false
        /// Only the actions that are still to do.
        public var open = false
        /// Only the actions that are still to do and past their date.
        public var overdue = false
        /// Instead of feedback, what looks meant but is not read, and notes without a company or a date.
        public var notRead = false
        /// The questions that were asked, instead of feedback.
        public var questions = false

        /// Makes a query for all feedback.
        public init() {}
    }

    package enum Entry: Sendable {
        case feedback(FeedbackID)
        case action(note: Int, Action)
        case notRead(Diagnostic)
        case question(QuestionID)
    }

    private let index: NotebookIndex
    /// The notebook that the listing is a part of.
    package let whole: NotebookIndex
    package let query: Query
    package let entries: [Entry]

    /// Whether nothing fits the query.
    public var isEmpty: Bool { entries.isEmpty }

    /// Picks the bullets of a notebook that fit a query.
    public init(_ whole: NotebookIndex, _ query: Query) {
        self.whole = whole
        self.query = query
        let index = whole.filtered(by: query.filter)
        self.index = index
        if query.notRead {
            entries = index.faults.filter(\.isOfWhatIsNotRead).map { .notRead($0) }
        } else if query.questions {
            entries = index.notes.indices.flatMap { note in
                index.notes[note].questionsAsked.indices.map { QuestionID(note: note, number: $0) }
            }.filter {
                query.filter.topics.isEmpty
                    || query.filter.with(whole.configuration.vocabulary.aliases).includes(index[$0].topics)
            }
            .map { .question($0) }
        } else if query.actions || query.open || query.overdue {
            entries = index.notes.indices.flatMap { note in
                index.notes[note].actions(query).filter { action in
                    (!query.open || action.isPending) && (!query.overdue || action.isOverdue(on: index.today))
                }.map { .action(note: note, $0) }
            }
        } else {
            entries = index.allFeedback.filter { id in
                query.fits(index[id])
            }.map { .feedback($0) }
        }
    }

    /// Returns a line for each bullet, `path:line:column: text`.
    ///
    /// Paths are written byte for byte, except for line ends.
    ///
    /// - Parameter prefix: What leads to the notebook from where the reader is.
    /// - Returns: The lines, each with its line end.
    public func text(pathPrefix prefix: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            let (path, position, text) = describe(entry)
            bytes += prefix
            bytes += path.onOneLine
            bytes += Array(":\(position.line):\(position.column): \(text)\n".utf8)
        }
        return bytes
    }

    /// Returns the bullets as a JSON array.
    ///
    /// Each is as `export` writes it, with its note's path first.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.array(entries) { writer, entry in
            switch entry {
            case .feedback(let id):
                writer.feedback(index[id], path: index.notes[id.note].path)
            case .action(let note, let action): writer.action(action, path: index.notes[note].path)
            case .notRead(let diagnostic): writer.diagnostic(diagnostic)
            case .question(let id):
                writer.question(
                    index[id], path: index.notes[id.note].path, told: index.tellings(to: id))
            }
        }
        writer.endLine()
        return writer.bytes
    }

    private func describe(_ entry: Entry) -> (path: NotePath, position: Position, text: String) {
        switch entry {
        case .feedback(let id): (index.notes[id.note].path, index[id].position, index[id].text)
        case .action(let note, let action): (index.notes[note].path, action.position, action.text)
        case .notRead(let diagnostic): (diagnostic.path, diagnostic.position, diagnostic.message)
        case .question(let id): (index.notes[id.note].path, index[id].position, index[id].text)
        }
    }
}

extension Listing.Query {
    fileprivate func fits(_ feedback: Feedback) -> Bool {
        (stages.isEmpty || stages.contains(feedback.stage)) && fits(sources: feedback.sources)
    }

    fileprivate func fits(sources said: [String]) -> Bool {
        if sources.isEmpty { return true }
        let wanted = sources.map(NameKey.ofPerson)
        return said.contains { wanted.contains(NameKey.ofPerson($0)) }
    }
}

extension Note {
    /// Returns the note's actions in reading order.
    ///
    /// If stages or people are wanted, only those of feedback that fits.
    fileprivate func actions(_ query: Listing.Query) -> [Action] {
        if query.stages.isEmpty && query.sources.isEmpty { return allActions }
        return feedback.filter(query.fits).flatMap(\.actions).sorted { $0.position < $1.position }
    }
}
