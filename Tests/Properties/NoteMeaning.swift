import Markup
import Notebook

/// What a note says, without where it says it, so that the notes before and after an edit can be compared.
struct NoteMeaning: Equatable {
    struct FeedbackMeaning: Equatable {
        var stage: Stage
        var text: String
        var topics: [String]
        let sources: [String]
        var since: CalendarDate?
        let id: String?
        var reasons: [String]
        var plans: [String]
        var actions: [ActionMeaning]
    }

    struct ActionMeaning: Equatable {
        var state: Action.State
        var box: Character
        var text: String
        var topics: [String]
        let due: CalendarDate?
        let scheduled: CalendarDate?
        var done: CalendarDate?
        var dropped: CalendarDate?
        let id: String?

        init(_ action: Action) {
            state = action.state
            box = action.box.character
            text = action.text
            topics = action.topics.map(\.name)
            due = action.due
            scheduled = action.scheduled
            done = action.done
            dropped = action.dropped
            id = action.id
        }
    }

    let head: [String]
    var requests: [CalendarDate?]
    var feedback: [FeedbackMeaning]
    var actions: [ActionMeaning]
    /// All else that stands in bullets.
    var others: [String]

    init(_ note: Note) {
        head = [
            note.title, note.company ?? "", note.role ?? "", note.round ?? "", "\(note.interviewers)",
            note.date?.description ?? "", note.outcome?.description ?? "", "\(note.topics)",
        ]
        let dates = note.requestDates
        requests = [dates.asked, dates.answered, dates.refused, dates.thanked]
        feedback = note.feedback.map { feedback in
            FeedbackMeaning(
                stage: feedback.stage, text: feedback.text, topics: feedback.topics.map(\.name),
                sources: feedback.sources, since: feedback.isSinceWritten ? feedback.since : nil,
                id: feedback.id,
                reasons: feedback.reasons.map(\.text), plans: feedback.plans.map(\.text),
                actions: feedback.actions.map(ActionMeaning.init))
        }
        actions = note.actions.map(ActionMeaning.init)
        others =
            note.hunches.map { "hunch \($0.text) \($0.topics)" }
            + note.evidence.map { "\($0.kind) \($0.text) \($0.topics) \($0.id ?? "")" }
            + note.questionsAsked.map { "asked \($0.text)" } + note.questionsToAsk.map { "ask \($0.text)" }
            + note.stories.map { "story \($0.text) \($0.topics) \($0.id ?? "") \($0.parts.map(\.text))" }
            + note.tellings.map { "told \($0.text) \($0.id ?? "") \($0.question ?? -1)" }
    }

    var countOfActions: Int { feedback.reduce(actions.count) { $0 + $1.actions.count } }

    var withoutActions: NoteMeaning {
        var rest = self
        rest.actions = []
        for number in rest.feedback.indices { rest.feedback[number].actions = [] }
        return rest
    }

    /// Changes the actions that stand at a position of the note that this is the meaning of.
    mutating func changeActions(
        at position: Position, of note: Note, _ change: (inout ActionMeaning) -> Void
    ) {
        for (number, action) in note.actions.enumerated() where action.position == position {
            change(&actions[number])
        }
        for (number, feedback) in note.feedback.enumerated() {
            for (inner, action) in feedback.actions.enumerated() where action.position == position {
                change(&self.feedback[number].actions[inner])
            }
        }
    }
}
