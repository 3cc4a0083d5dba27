internal import Markup
internal import Notebook

extension Workspace {
    /// Returns the lenses above feedback with a topic: how many people have said the like, and whether it
    /// showed.
    func codeLenses(of document: Document) -> JSON {
        guard let note = document.note, document.isInNotebook else { return [] }
        let topics = Set(note.feedback.flatMap(\.topics))
        if topics.isEmpty { return [] }
        let sources = Dictionary(
            index.topicHistories().map { ($0.topic, $0.people.count) },
            uniquingKeysWith: { first, _ in first })
        var lessons: [FeedbackID: Lesson] = [:]
        for lesson in index.lessons() where lesson.topic.map(topics.contains) ?? false {
            for statement in lesson.statements { lessons[statement] = lesson }
        }
        let ids = feedbackIDs(in: document)
        return .array(
            note.feedback.compactMap { feedback in
                guard !feedback.topics.isEmpty else { return nil }
                var parts = feedback.topics.map { topic in
                    let count = sources[topic] ?? 0
                    return "#\(topic): \(count) \(count == 1 ? "person" : "people")"
                }
                if let id = ids[feedback.position], let lesson = lessons[id] {
                    parts.append(lesson.standing.words)
                }
                let range = document.positions.restOfLine(feedback.position)
                return [
                    "range": document.positions.range(range),
                    // A lens is only to be read, so there is nothing to run.
                    "command": ["title": .string(parts.joined(separator: " · ")), "command": ""],
                ]
            })
    }
}

extension Lesson.Standing {
    fileprivate var words: String {
        switch self {
        case .slippedEachTime, .slippedLast: "slipped last time"
        case .slippedOften: "worked last time, slipped before"
        case .notYetShown: "not yet shown"
        case .worked: "worked last time"
        }
    }
}
