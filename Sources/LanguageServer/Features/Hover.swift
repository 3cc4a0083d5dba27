internal import Markup
internal import Notebook

extension Workspace {
    /// Returns the history of the topic at an offset.
    ///
    /// Elsewhere it is the story that a bullet is or tells of, or the lesson that feedback is part of. It is
    /// markdown if the client shows that, and otherwise text.
    func hover(in document: Document, at offset: Int) -> JSON {
        let text = document.text
        if let written = text.writtenTopic(at: offset), let shown = report.text(of: written.topic, hoverForm)
        {
            return hover(shown, document.positions.range(written.range))
        }
        guard let bullet = text.bullet(onLine: document.source.position(of: offset).line),
            let shown = story(ofBulletAt: bullet.position, in: document)
                ?? feedbackIDs(in: document)[bullet.position].flatMap({
                    report.text(ofLessonWith: $0, hoverForm)
                })
        else { return .null }
        return hover(shown, document.positions.range(document.positions.restOfLine(bullet.position)))
    }

    private func story(ofBulletAt position: Position, in document: Document) -> String? {
        guard document.isInNotebook, let note = index.number(of: document.path) else { return nil }
        return StoryGlance(index, linkingFrom: linkBase).text(ofBulletAt: position, in: note, hoverForm)
    }

    private func hover(_ shown: String, _ range: JSON) -> JSON {
        let kind: JSON = client.readsMarkdown ? "markdown" : "plaintext"
        return ["contents": ["kind": kind, "value": .string(shown)], "range": range]
    }

    private var hoverForm: TopicReport.Form { client.readsMarkdown ? .markdown : .plain }

    /// Reports whose links lead to the notes from wherever the client shows them.
    private var report: TopicReport { TopicReport(index, linkingFrom: linkBase) }

    private var linkBase: LinkBase { LinkBase(absolutePath: folder?.absolutePath ?? []) }

    /// Returns the ids in the index of an open note's feedback, by position.
    func feedbackIDs(in document: Document) -> [Position: FeedbackID] {
        guard document.isInNotebook, let note = index.number(of: document.path) else { return [:] }
        return Dictionary(
            index.notes[note].feedback.enumerated().map { number, feedback in
                (feedback.position, FeedbackID(note: note, number: number))
            }, uniquingKeysWith: { first, _ in first })
    }
}
