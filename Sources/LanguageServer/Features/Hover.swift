internal import Markup
internal import Notebook

extension Workspace {
    /// The history of the topic at a place; else, of a piece of feedback, the lesson that it is part of.
    func hover(in document: Document, at offset: Int) -> JSON {
        let text = document.text
        if let place = text.topicPlace(at: offset), let shown = report.markdown(of: place.topic) {
            return hover(shown, document.places.range(place.range))
        }
        guard let bullet = text.bullet(onLine: document.source.position(of: offset).line),
            let place = feedbackPlace(in: document, at: bullet.place),
            let shown = report.markdown(ofLessonWith: place)
        else { return .null }
        return hover(shown, document.places.range(document.places.restOfLine(bullet.place)))
    }

    private func hover(_ markdown: String, _ range: JSON) -> JSON {
        let kind: JSON = client.readsMarkdown ? "markdown" : "plaintext"
        return ["contents": ["kind": kind, "value": .string(markdown)], "range": range]
    }

    /// Reports whose links lead to the notes from wherever the client shows them.
    private var report: TopicReport {
        TopicReport(index, linkingFrom: LinkBase(absolutePath: folder?.absolutePath ?? []))
    }

    /// A piece of feedback of an open note, as the index names it.
    func feedbackPlace(in document: Document, at place: Position) -> FeedbackPlace? {
        guard document.isInNotebook, let note = index.number(of: document.path),
            let number = index.notes[note].feedback.firstIndex(where: { $0.place == place })
        else { return nil }
        return FeedbackPlace(note: note, number: number)
    }
}
