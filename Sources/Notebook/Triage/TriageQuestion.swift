internal import Markup

/// A piece of feedback that is to be decided, and all that one wants to see for it.
public struct TriageQuestion: Sendable {
    /// Which piece of feedback it is about, whatever becomes of its text and its note meanwhile.
    public let piece: Int
    /// Which question it is of how many, from 1.
    public let number: Int
    public let count: Int

    public let path: NotePath
    /// The line of its bullet.
    public let line: Int
    public let feedback: Feedback

    /// What a person calls the interview: company and round, else the title.
    public let interview: String
    public let role: String?
    public let date: CalendarDate?
    /// The note's interviewers, one of whom said it where nobody is named.
    private let panel: [String]
    private let today: CalendarDate
    /// From which day its stage is counted, in words, where that is not the stage's own.
    private let dayWords: String

    /// The hunches of the same note that are about one of its topics.
    public let hunches: [Hunch]
    /// What else was said about each of its topics; where it has none, about those that it seems to have.
    public let topics: [TopicSoFar]

    init(
        _ index: Index, _ place: FeedbackPlace, piece: Int, number: Int, of count: Int,
        _ known: FeedbackKnowledge
    ) {
        let note = index.notes[place.note]
        let feedback = index[place]
        self.piece = piece
        self.number = number
        self.count = count
        self.feedback = feedback
        path = note.path
        line = feedback.place.line
        let name = [note.company, note.round].compactMap(\.self).joined(separator: ", ")
        interview = note.company == nil ? note.title : name
        role = note.role
        date = note.date
        panel = note.interviewers
        today = index.today
        dayWords = note.dayWords(for: feedback)

        let proposals = known.suggestions.proposals(for: place) ?? []
        let named = feedback.topics.map { TopicProposal(topic: $0, words: "") }
        let about = named.isEmpty ? proposals : named
        let all = about.map(\.topic)
        hunches = note.hunches.filter { $0.topics.contains(where: all.contains) }
        topics = about.map { TopicSoFar(index, $0, besides: place, known) }
    }

    /// `7 of 23`.
    public var progress: String { "\(number) of \(count)" }

    /// `in chew for 54 days`; `in chew, 54 days since the interview` where no other day is known.
    public var standing: String {
        let days = feedback.since.map { today.days(since: $0) } ?? 0
        if days <= 0 { return feedback.stage.adjective }
        let time = Wording.count(days, "day")
        return feedback.stage.adjective + (dayWords.isEmpty ? " for \(time)" : ", \(time)\(dayWords)")
    }

    /// Which interview it was: `Acme, onsite · Staff Engineer · 2026-10-14, 40 days ago`.
    public var context: String {
        let day = date.map { date in
            let days = today.days(since: date)
            return "\(date), \(days < 0 ? Wording.ahead(-days) : Wording.ago(days))"
        }
        return [interview, role, day].compactMap(\.self).joined(separator: " · ")
    }

    /// `Dana Ruiz and Lee Park said:`; with `or` where it was one of them.
    public var speakers: String {
        if !feedback.sources.isEmpty { return "\(Wording.list(feedback.sources)) said:" }
        return panel.isEmpty ? "You were told:" : "\(Wording.list(panel, "or")) said:"
    }

    /// What stands below it in its note, a line each.
    public var below: [String] {
        let reasons = feedback.reasons.map { ($0.place, "because \($0.text)") }
        let plans = feedback.plans.map { ($0.place, "if \($0.text)") }
        let actions = feedback.actions.map { ($0.place, "[\($0.box.character)] \($0.text)") }
        return (reasons + plans + actions).sorted { $0.0 < $1.0 }.map(\.1)
    }
}
