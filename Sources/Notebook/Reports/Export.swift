internal import Markup

/// The whole index as JSON, version 1 of the format's section 5.
public struct Export: Sendable {
    private let index: Index
    private let suggestions: TopicSuggestions?

    /// - Parameter suggesting: whether topics are proposed for feedback that has none of its own.
    public init(_ index: Index, suggesting: Bool = false) {
        self.index = index
        suggestions = suggesting ? TopicSuggestions(index) : nil
    }

    /// The JSON, UTF-8, with a line end.
    public func json() -> [UInt8] { document([notes(index.notes.indices)]) }

    /// The same, written on all cores.
    public func jsonOnAllCores() async -> [UInt8] {
        let size = 1024
        let starts = Array(stride(from: 0, to: index.notes.count, by: size))
        let parts = await withTaskGroup(of: (number: Int, bytes: [UInt8]).self) { group in
            for (number, start) in starts.enumerated() {
                group.addTask { (number, notes(start..<min(start + size, index.notes.count))) }
            }
            var parts: [[UInt8]] = Array(repeating: [], count: starts.count)
            for await part in group { parts[part.number] = part.bytes }
            return parts
        }
        return document(parts)
    }

    /// Some of the notes, as they stand in the array of all.
    private func notes(_ range: Range<Int>) -> [UInt8] {
        var writer = JSONWriter(elementsAtDepth: 2, isFirst: range.lowerBound == 0)
        for number in range {
            writer.element { $0.note(number, of: index, suggestions) }
        }
        return writer.bytes
    }

    private func document(_ notes: [[UInt8]]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("version", 1)
            writer.field("today", index.today)
            writer.key("notes")
            writer.array(written: notes)
            writer.field("diagnostics", index.diagnostics) { $0.diagnostic($1) }
        }
        writer.endLine()
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func note(_ number: Int, of index: Index, _ suggestions: TopicSuggestions?) {
        let note = index.notes[number]
        object { writer in
            writer.field("path", note.path.text)
            writer.field("title", note.title)
            writer.field("company", note.company)
            writer.field("role", note.role)
            writer.field("round", note.round)
            writer.field("date", note.date)
            writer.field("interviewers", note.interviewers)
            writer.field("outcome", note.outcome?.description)
            writer.key("request")
            writer.object { writer in
                writer.field("state", index.request(of: note).rawValue)
                writer.field("asked", note.requestDates.asked)
                writer.field("answered", note.requestDates.answered)
                writer.field("refused", note.requestDates.refused)
                writer.field("thanked", note.requestDates.thanked)
            }
            writer.field("topics", note.topics.map(\.name))
            writer.field("feedback", Array(note.feedback.indices)) { writer, feedback in
                let place = FeedbackPlace(note: number, number: feedback)
                writer.feedback(note.feedback[feedback], suggested: suggestions?.topics(of: place))
            }
            writer.field("actions", note.actions) { $0.action($1) }
            writer.field("hunches", note.hunches) { writer, hunch in
                writer.object { writer in
                    writer.place(hunch.place)
                    writer.field("text", hunch.text)
                    writer.field("topics", hunch.topics.map(\.name))
                    writer.field("verdict", hunch.verdict?.rawValue)
                }
            }
            writer.field("evidence", note.evidence) { writer, evidence in
                writer.object { writer in
                    writer.place(evidence.place)
                    writer.field("kind", evidence.kind.rawValue)
                    writer.field("text", evidence.text)
                    writer.field("topics", evidence.topics.map(\.name))
                }
            }
            writer.field("questionsAsked", note.questionsAsked) { $0.bullet($1) }
            writer.field("questionsToAsk", note.questionsToAsk) { $0.bullet($1) }
        }
    }

    /// - Parameters:
    ///   - path: the note's, where the object does not stand within its note.
    ///   - suggested: the topics that are proposed for it, where any were to be looked for.
    mutating func feedback(_ feedback: Feedback, path: NotePath? = nil, suggested: [Topic]? = nil) {
        object { writer in
            writer.field("path", path?.text)
            writer.place(feedback.place)
            writer.field("stage", feedback.stage.rawValue)
            writer.field("text", feedback.text)
            writer.field("topics", feedback.topics.map(\.name))
            if let suggested { writer.field("suggestedTopics", suggested.map(\.name)) }
            writer.field("sources", feedback.sources)
            writer.field("since", feedback.since)
            writer.field("id", feedback.id)
            writer.field("reasons", feedback.reasons.map(\.text))
            writer.field("plans", feedback.plans.map(\.text))
            writer.field("actions", feedback.actions) { $0.action($1) }
        }
    }

    /// - Parameter path: the note's, where the object does not stand within its note.
    mutating func action(_ action: Action, path: NotePath? = nil) {
        object { writer in
            writer.field("path", path?.text)
            writer.place(action.place)
            writer.field("state", action.state.rawValue)
            writer.field("text", action.text)
            writer.field("topics", action.topics.map(\.name))
            writer.field("due", action.due)
            writer.field("scheduled", action.scheduled)
            writer.field("done", action.done)
            writer.field("dropped", action.dropped)
            writer.field("id", action.id)
        }
    }

    mutating func diagnostic(_ diagnostic: Diagnostic) {
        object { writer in
            writer.field("path", diagnostic.path.text)
            writer.place(diagnostic.place)
            writer.field("severity", diagnostic.severity.rawValue)
            writer.field("code", diagnostic.code.rawValue)
            writer.field("message", diagnostic.message)
        }
    }

    private mutating func bullet(_ bullet: Bullet) {
        object { writer in
            writer.place(bullet.place)
            writer.field("text", bullet.text)
        }
    }

    private mutating func place(_ place: Position) {
        field("line", place.line)
        field("column", place.column)
    }
}
