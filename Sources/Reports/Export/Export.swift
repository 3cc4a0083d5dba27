public import Insights
internal import Markup
package import Notes

/// The whole index as JSON, version 2 of section 5 of the format.
public struct Export: Sendable {
    private let index: NotebookIndex
    private let suggestions: TopicSuggestions?

    /// Prepares an export.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - suggesting: Whether topics are proposed for feedback and hunches that have none of their own.
    public init(_ index: NotebookIndex, suggesting: Bool = false) {
        self.index = index
        suggestions = suggesting ? TopicSuggestions(index) : nil
    }

    /// Returns the JSON in UTF-8, with a line end.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        begin(&writer)
        for number in index.notes.indices { writeNote(number, &writer) }
        beginDiagnostics(&writer)
        for diagnostic in index.diagnostics { writer.element { $0.diagnostic(diagnostic) } }
        end(&writer)
        return writer.bytes
    }

    /// Writes the same JSON piece by piece.
    ///
    /// Only a few pieces are made at a time, on all cores, so that memory never holds much of the whole.
    ///
    /// - Throws: What `write` throws.
    public func write(_ write: ([UInt8]) throws -> Void) throws {
        var writer = JSONWriter()
        begin(&writer)
        try Self.writeElements(index.notes.count, inPiecesOf: 64, &writer, write) { writeNote($0, &$1) }
        beginDiagnostics(&writer)
        let diagnostics = index.diagnostics
        try Self.writeElements(diagnostics.count, inPiecesOf: 256, &writer, write) { number, writer in
            writer.element { $0.diagnostic(diagnostics[number]) }
        }
        end(&writer)
        try write(writer.takeBytes())
    }

    /// Writes the bytes that a writer holds, and then the elements of the array that it has begun.
    private static func writeElements(
        _ count: Int, inPiecesOf size: Int, _ writer: inout JSONWriter, _ write: ([UInt8]) throws -> Void,
        each writeElement: @Sendable (_ number: Int, _ writer: inout JSONWriter) -> Void
    ) throws {
        try write(writer.takeBytes())
        let beginning = writer
        try writeInPieces(of: count, size, write) { numbers in
            var writer = beginning
            writer.isEmpty = numbers.lowerBound == 0
            for number in numbers { writeElement(number, &writer) }
            return writer.bytes
        }
        writer.isEmpty = count == 0
    }

    private func begin(_ writer: inout JSONWriter) {
        writer.open(.ascii("{"))
        writer.field("version", 2)
        writer.field("today", index.today)
        writer.key("notes")
        writer.open(.ascii("["))
    }

    private func writeNote(_ number: Int, _ writer: inout JSONWriter) {
        writer.element { $0.note(number, of: index, suggestions) }
    }

    private func beginDiagnostics(_ writer: inout JSONWriter) {
        writer.close(.ascii("]"))
        writer.key("diagnostics")
        writer.open(.ascii("["))
    }

    private func end(_ writer: inout JSONWriter) {
        writer.close(.ascii("]"))
        writer.close(.ascii("}"))
        writer.endLine()
    }
}

extension JSONWriter {
    fileprivate mutating func note(
        _ ownNumber: Int, of index: NotebookIndex, _ suggestions: TopicSuggestions?
    ) {
        let note = index.notes[ownNumber]
        object { writer in
            writer.field("path", note.path.text)
            writer.field("title", note.title)
            writer.field("company", note.company)
            writer.field("role", note.role)
            writer.field("round", note.round)
            writer.field("date", note.date)
            writer.field("time", note.time)
            writer.field("place", note.place)
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
            writer.field("topics", note.topics) { $0.string($1.name) }
            writer.field("feedback", note.feedback.indices) { writer, feedback in
                let id = FeedbackID(note: ownNumber, number: feedback)
                writer.feedback(note.feedback[feedback], suggested: suggestions?.proposals(for: id))
            }
            writer.field("actions", note.actions) { $0.action($1) }
            writer.field("hunches", note.hunches.indices) { writer, number in
                let hunch = note.hunches[number]
                let id = HunchID(note: ownNumber, number: number)
                writer.object { writer in
                    writer.position(hunch.position)
                    writer.field("text", hunch.text)
                    writer.field("topics", hunch.topics) { $0.string($1.name) }
                    writer.suggestions(suggestions?.proposals(for: id))
                    writer.field("verdict", hunch.verdict?.rawValue)
                }
            }
            writer.field("evidence", note.evidence) { writer, evidence in
                writer.object { writer in
                    writer.position(evidence.position)
                    writer.field("kind", evidence.kind.rawValue)
                    writer.field("text", evidence.text)
                    writer.field("topics", evidence.topics) { $0.string($1.name) }
                }
            }
            writer.field("questionsAsked", note.questionsAsked.indices) { writer, number in
                let id = QuestionID(note: ownNumber, number: number)
                writer.question(note.questionsAsked[number], told: index.tellings(to: id))
            }
            writer.field("questionsToAsk", note.questionsToAsk) { $0.question($1) }
            writer.stories(of: note)
        }
    }

    /// Writes the note's stories, and those told in answer to no known question.
    ///
    /// Writes neither field if it would be empty.
    private mutating func stories(of note: Note) {
        if !note.stories.isEmpty {
            field("stories", note.stories) { writer, story in
                writer.object { writer in
                    writer.position(story.position)
                    writer.field("text", story.text)
                    writer.field("topics", story.topics) { $0.string($1.name) }
                    writer.field("id", story.id)
                    writer.field("parts", story.parts) { writer, part in
                        writer.object { writer in
                            writer.position(part.position)
                            writer.field("kind", part.kind.rawValue)
                            writer.field("text", part.text)
                        }
                    }
                }
            }
        }
        let alone = note.tellings.filter { $0.question == nil }
        if !alone.isEmpty { field("told", alone) { $0.telling($1) } }
    }

    private mutating func telling(_ telling: Telling) {
        object { writer in
            writer.position(telling.position)
            writer.field("id", telling.id)
            writer.field("text", telling.text.isEmpty ? nil : telling.text)
            writer.field("topics", telling.topics) { $0.string($1.name) }
        }
    }

    /// Writes feedback as an object.
    ///
    /// - Parameters:
    ///   - feedback: The feedback with all that is below it.
    ///   - path: The note's path, if the object does not stand within its note.
    ///   - suggested: The topics that are proposed for it; nil if none were looked for.
    package mutating func feedback(
        _ feedback: Feedback, path: NotePath? = nil, suggested: [TopicProposal]? = nil
    ) {
        object { writer in
            writer.field("path", path?.text)
            writer.position(feedback.position)
            writer.field("stage", feedback.stage.rawValue)
            writer.field("text", feedback.text)
            writer.field("topics", feedback.topics) { $0.string($1.name) }
            writer.suggestions(suggested)
            writer.field("sources", feedback.sources)
            writer.field("since", feedback.since)
            writer.field("id", feedback.id)
            writer.field("reasons", feedback.reasons) { $0.string($1.text) }
            writer.field("plans", feedback.plans) { $0.string($1.text) }
            writer.field("actions", feedback.actions) { $0.action($1) }
        }
    }

    /// Writes the proposed topics and the words that spoke for each; nothing if none were looked for.
    private mutating func suggestions(_ proposals: [TopicProposal]?) {
        guard let proposals else { return }
        field("suggestedTopics", proposals) { $0.string($1.topic.name) }
        field("suggestedBy", proposals) { $0.string($1.words) }
    }

    /// Writes an action as an object.
    ///
    /// `path` is the note's path, if the object does not stand within its note.
    package mutating func action(_ action: Action, path: NotePath? = nil) {
        object { writer in
            writer.field("path", path?.text)
            writer.position(action.position)
            writer.field("state", action.state.rawValue)
            writer.field("text", action.text)
            writer.field("topics", action.topics) { $0.string($1.name) }
            writer.field("due", action.due)
            writer.field("scheduled", action.scheduled)
            writer.field("done", action.done)
            writer.field("dropped", action.dropped)
            writer.field("repeats", action.repeats)
            writer.field("id", action.id)
        }
    }

    package mutating func diagnostic(_ diagnostic: Diagnostic) {
        object { writer in
            writer.field("path", diagnostic.path.text)
            writer.position(diagnostic.position)
            writer.field("severity", diagnostic.severity.rawValue)
            writer.field("code", diagnostic.code.rawValue)
            writer.field("message", diagnostic.message)
        }
    }

    /// Writes a question as an object.
    ///
    /// - Parameters:
    ///   - question: What an interviewer asked.
    ///   - path: The note's path, if the object does not stand within its note.
    ///   - tellings: What was told in answer to it.
    package mutating func question(_ question: Question, path: NotePath? = nil, told tellings: [Telling] = [])
    {
        object { writer in
            writer.field("path", path?.text)
            writer.position(question.position)
            writer.field("text", question.text)
            writer.field("topics", question.topics) { $0.string($1.name) }
            if !tellings.isEmpty { writer.field("told", tellings) { $0.telling($1) } }
        }
    }

    private mutating func position(_ position: Position) {
        field("line", position.line)
        field("column", position.column)
    }
}
