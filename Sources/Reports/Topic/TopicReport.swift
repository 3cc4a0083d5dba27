public import Insights
public import Notes

/// What there is to know about one topic, or one lesson, at a glance: who said it, when, what came of it, and
/// whether it showed.
///
/// It helps a person who is deciding about one bullet.
public struct TopicReport: Sendable {
    private let index: NotebookIndex
    private let base: LinkBase

    /// Prepares a report.
    ///
    /// - Parameters:
    ///   - index: The notebook.
    ///   - base: What the links to notes are relative to.
    public init(_ index: NotebookIndex, linkingFrom base: LinkBase) {
        self.index = index
        self.base = base
    }

    /// How a report is written.
    public enum Form: Sendable {
        case markdown
        /// Without any markup, for programs that do not show it.
        case plain

        package func text(_ report: Markdown) -> String {
            switch self {
            case .markdown: MarkdownWriter.text(report)
            case .plain: PlainTextWriter.text(report)
            }
        }
    }

    private static let mostFeedback = 8

    /// Returns a topic's history, newest first; nil if nobody has said anything about it.
    public func text(of topic: Topic, _ form: Form = .markdown) -> String? {
        guard let history = index.topicHistories().first(where: { $0.topic == topic }) else { return nil }
        let citation = Citation(base: base)
        var text = Markdown()
        let people = Wording.count(history.people.count, "person", plural: "people")
        let stages = Stage.allCases.filter { history.count($0) > 0 }
            .map { "\(history.count($0)) \($0.adjective)" }
        text.paragraph([
            .strong("#\(history.topic)"),
            .text(": \(people)\(Wording.span(history.first, history.last)); \(Wording.list(stages))."),
        ])
        let ids = index.newestFirst(history.feedback)
        text.list(
            ids.prefix(Self.mostFeedback).map { id in
                .init(said(id, citation), lines: [[.text(index[id].outcome)]])
            })
        if ids.count > Self.mostFeedback {
            text.paragraph([.text("And \(ids.count - Self.mostFeedback) more.")])
        }
        if let lesson = index.lessons().first(where: { $0.topic == topic }) {
            text.paragraph(LessonWording(index: index, citation: citation).standing(of: lesson))
        }
        return form.text(text)
    }

    /// Returns the lesson that a piece of feedback is part of; nil if there is none.
    public func text(ofLessonWith id: FeedbackID, _ form: Form = .markdown) -> String? {
        guard let lesson = index.lessons().first(where: { $0.statements.contains(id) }) else { return nil }
        let wording = LessonWording(index: index, citation: Citation(base: base))
        var text = Markdown()
        text.paragraph(wording.content(lesson))
        text.list(
            lesson.statements.flatMap { index[$0].plans }.map { .init([.text("If \($0.text)")]) })
        text.paragraph(wording.standing(of: lesson))
        return form.text(text)
    }

    /// Returns `2026-10-14, Dana Ruiz: "Lead with the conclusion." [Acme, onsite:14](…)`.
    private func said(_ id: FeedbackID, _ citation: Citation) -> [Inline] {
        let feedback = index[id]
        let who = feedback.sources.isEmpty ? "nobody named" : Wording.list(feedback.sources)
        let when = index.day(of: id).map { "\($0), " } ?? ""
        let line = index.line(of: id)
        return [
            .text("\(when)\(who): \(Wording.quoted(feedback.text)) "),
            citation.link(to: line.note, line: line.line),
        ]
    }
}

extension Feedback {
    /// What came of it: `Swallowed, 1 of 2 actions done`.
    package var outcome: String {
        var parts = [Wording.sentence(stage.adjective)]
        let kept = actions.filter { $0.state != .dropped }
        if !kept.isEmpty {
            let done = kept.count { $0.state == .done }
            parts.append("\(done) of \(Wording.count(kept.count, "action")) done")
        }
        if !plans.isEmpty { parts.append(Wording.count(plans.count, "plan")) }
        if let reason = reasons.first { parts.append("because \(reason.text)") }
        return parts.joined(separator: ", ")
    }
}

extension Stage {
    /// What feedback in the stage is called.
    package var adjective: String {
        switch self {
        case .unsorted: "unsorted"
        case .chew: "in chew"
        case .swallow: "swallowed"
        case .spit: "spat out"
        case .keep: "kept"
        }
    }
}
