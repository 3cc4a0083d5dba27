package import Insights
internal import Markup
public import Notes

/// What others said about a topic, and what became of it.
///
/// It helps somebody who decides about one more piece of feedback.
public struct TopicSoFar: Sendable {
    /// One other piece of feedback on the topic.
    public struct Said: Sendable {
        /// The path of its note.
        public let path: NotePath
        /// The line of its bullet, from 1.
        public let line: Int
        /// The interview and the source: `2026-10-14, Acme, onsite, Dana Ruiz`.
        public let occasion: String
        /// The words of the feedback, without its topics and its sources.
        public let text: String
        /// What became of the feedback: `Swallowed, 1 of 2 actions done`.
        public let outcome: String
    }

    /// The topic by its own name, even if the feedback names it by an alias.
    public let topic: Topic
    /// The words of the feedback by which it seems to be about the topic; nil if the feedback names the
    /// topic.
    public let words: String?
    /// How many people have spoken about the topic, including those of the piece that is asked about.
    public let people: Int
    /// The earliest day of another piece; nil if no other piece has a day.
    public let first: CalendarDate?
    /// The latest day of another piece; nil if no other piece has a day.
    public let last: CalendarDate?
    /// How many of the other pieces are in each stage.
    public let countByStage: [Stage: Int]
    /// The other pieces, newest first.
    public let said: [Said]

    /// Gathers what was said about a proposed or named topic.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - proposal: the topic.
    ///   - id: the piece that is asked about.
    ///   - known: what is known of all feedback.
    package init(
        _ index: NotebookIndex, _ proposal: TopicProposal, besides id: FeedbackID, _ known: FeedbackKnowledge
    ) {
        let topic = index.configuration.vocabulary.aliases.canonical(proposal.topic)
        self.topic = topic
        words = proposal.words.isEmpty ? nil : proposal.words
        var about = [id]
        var others: [FeedbackID] = []
        for other in index.allFeedback where other != id {
            let topics = index[other].topics
            let isAbout =
                topics.contains(topic)
                || topics.isEmpty && known.suggestions.topics(of: other)?.contains(topic) ?? false
            guard isAbout else { continue }
            others.append(other)
            about.append(other)
        }
        people = known.people(of: about).count
        let days = others.compactMap { index.day(of: $0) }
        first = days.min()
        last = days.max()
        countByStage = others.reduce(into: [:]) { $0[index[$1].stage, default: 0] += 1 }
        said = index.newestFirst(others).map { Said($0, in: index) }
    }

    /// The topic in one line: `#structure: 3 people, 2026-01 – 2026-10; 2 swallowed`.
    ///
    /// If the feedback does not name the topic, it begins with `Perhaps #structure (“went on”): …`.
    public var headline: String {
        let name = words.map { "Perhaps #\(topic) (“\($0)”)" } ?? "#\(topic)"
        if said.isEmpty { return "\(name): nobody else so far" }
        let stages = Stage.allCases.compactMap { stage in
            countByStage[stage].map { "\($0) \(stage.adjective)" }
        }
        return "\(name): \(Wording.count(people, "person", plural: "people"))"
            + "\(Wording.span(first, last)); \(Wording.list(stages))"
    }
}

/// What is known of all feedback of an index, except for its stages.
package struct FeedbackKnowledge: Sendable {
    package let suggestions: TopicSuggestions
    private let table: FeedbackTable

    package init(_ index: NotebookIndex) {
        suggestions = TopicSuggestions(index, of: index.feedbackWithoutTopic)
        table = FeedbackTable(index)
    }

    package func people(of ids: [FeedbackID]) -> People { table.people(of: ids) }
}

extension TopicSoFar.Said {
    fileprivate init(_ id: FeedbackID, in index: NotebookIndex) {
        let note = index.notes[id.note]
        let feedback = index[id]
        path = note.path
        line = feedback.position.line
        let names = feedback.sources.isEmpty ? nil : Wording.list(feedback.sources)
        occasion = [index.day(of: id)?.description, note.shortName, names].compactMap(\.self)
            .joined(separator: ", ")
        text = feedback.text
        outcome = feedback.outcome
    }
}
