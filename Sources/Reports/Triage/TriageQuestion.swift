package import Insights
internal import Markup
public import Notes

/// A piece of feedback to decide about, with all that a person wants to see for this.
public struct TriageQuestion: Sendable {
    /// The number that identifies the piece of feedback, even if its text or its note changes meanwhile.
    public let piece: Int
    /// The number of the question, from 1.
    public let number: Int
    /// How many questions there are, with those that were asked before.
    public let count: Int

    /// The path of the note that has the feedback.
    public let path: NotePath
    /// The line of its bullet.
    public let line: Int
    /// The feedback to decide about, with all that its note says of it.
    public let feedback: Feedback

    /// The name of the interview: company and round, or else the title.
    public let interview: String
    /// The role that the interview was for; nil if its note does not say.
    public let role: String?
    /// The day of the interview; nil if it is not known.
    public let date: CalendarDate?
    /// The note's interviewers.
    ///
    /// If nobody is named, one of them is the source.
    private let panel: [String]
    private let today: CalendarDate
    /// The day from which the stage is counted, in words, if it is not the stage's own day.
    private let dayWords: String

    /// The hunches of the same note that share a topic with the feedback.
    public let hunches: [Hunch]
    /// What else was said about each of the feedback's topics, or about its proposed topics if it has none.
    public let topics: [TopicSoFar]

    package init(
        _ index: NotebookIndex, _ id: FeedbackID, piece: Int, number: Int, of count: Int,
        _ known: FeedbackKnowledge
    ) {
        let note = index.notes[id.note]
        let feedback = index[id]
        self.piece = piece
        self.number = number
        self.count = count
        self.feedback = feedback
        path = note.path
        line = feedback.position.line
        let name = [note.company, note.round].compactMap(\.self).joined(separator: ", ")
        interview = note.company == nil ? note.title : name
        role = note.role
        date = note.date
        panel = note.interviewers
        today = index.today
        dayWords = note.dayWords(for: feedback)

        let proposals = known.suggestions.proposals(for: id) ?? []
        let named = feedback.topics.map { TopicProposal(topic: $0, words: "") }
        let about = named.isEmpty ? proposals : named
        let all = about.map(\.topic)
        hunches = note.hunches.filter { $0.topics.contains(where: all.contains) }
        topics = about.map { TopicSoFar(index, $0, besides: id, known) }
    }

    /// The progress: `7 of 23`.
    public var progress: String { "\(number) of \(count)" }

    /// The stage and its age: `in chew for 54 days`, or `in chew, 54 days since the interview` if no other
    /// day is known.
    public var standing: String {
        let days = feedback.since.map { today.days(since: $0) } ?? 0
        if days <= 0 { return feedback.stage.adjective }
        let time = Wording.count(days, "day")
        return feedback.stage.adjective + (dayWords.isEmpty ? " for \(time)" : ", \(time)\(dayWords)")
    }

    /// The interview in one line: `Acme, onsite · Staff Engineer · 2026-10-14, 40 days ago`.
    public var context: String {
        let day = date.map { date in
            let days = today.days(since: date)
            return "\(date), \(days < 0 ? Wording.ahead(-days) : Wording.ago(days))"
        }
        return [interview, role, day].compactMap(\.self).joined(separator: " · ")
    }

    /// The sources in words: `Dana Ruiz and Lee Park said:`.
    ///
    /// The word is `or` if it was one of them.
    public var speakers: String {
        if !feedback.sources.isEmpty { return "\(Wording.list(feedback.sources)) said:" }
        return panel.isEmpty ? "You were told:" : "\(Wording.list(panel, "or")) said:"
    }

    /// The reasons, plans and actions below the feedback in its note, one on each line.
    public var below: [String] {
        let reasons = feedback.reasons.map { ($0.position, "because \($0.text)") }
        let plans = feedback.plans.map { ($0.position, "if \($0.text)") }
        let actions = feedback.actions.map { ($0.position, "[\($0.box.character)] \($0.text)") }
        return (reasons + plans + actions).sorted { $0.0 < $1.0 }.map(\.1)
    }
}
