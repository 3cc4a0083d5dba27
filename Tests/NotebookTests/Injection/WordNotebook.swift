import Notebook

@testable import Notes

/// A notebook with a word in every place that holds somebody's words, and the same one with others in its
/// place.
struct WordNotebook {
    static let word = "zwort"

    /// What is there with the word as it is.
    static let harmless = NotebookIndex(readingNotes: [
        (
            "2026-02-03-first.md",
            """
            ---
            title: zwort first
            company: zwort
            role: zwort engineer
            round: zwort
            date: 2026-02-03
            interviewers: [D zwort]
            outcome: rejected
            asked: 2026-02-05
            ---
            - hunch: zwort too slow #pace
            - hunch: too vague zwort #detail
            - swallow: Lead zwort first #order
              - because: zwort said so
              - if: zwort asks → answer
              - [ ] Tell zwort three times due:2026-11-01
              - [x] zwort done done:2026-03-01
            - chew: zwort #alone
            - chew: A zwort b #pace
            - spit: Too zwort #detail since:2026-02-06
              - because: zwort
            - You arrived rather late on the zwort second day
            ## Questions they asked
            - zwort why this one? #cause
            - How zwort? #manner
            """
        ),
        (
            "2026-06-01-second.md",
            """
            ---
            company: A zwort
            round: zwort r
            date: 2026-06-01
            interviewers: zwort f
            outcome: zwort
            asked: 2026-06-02
            answered: 2026-06-20
            ---
            - swallow: zwort #alike
              - if: then zwort
            - swallow: Say zwort numbers zwort #order
            - spit: So zwort an answer #detail
            - You arrived rather late on the zwort second day
            - worked: zwort told #order
            - slipped: Was zwort #order
            - [/] zwort alone
            ## Questions they asked
            - zwort for what reason this one of zwort? #reason
              - told: ^outage
              - worked: zwort in the end #order
            - Whose zwort? #owner
              - told: a zwort of my own #order
            ## Stories
            - The zwort outage #order ^outage
              - S: zwort broke
              - R: 3 zwort minutes
            """
        ),
        (
            "2026-11-20-third.md",
            """
            ---
            title: Only zwort
            date: 2026-11-20
            interviewers: [zwort b]
            ---
            - [ ] zwort
            - [ ] a zwort due:2026-11-25
            - [-] b zwort dropped:2026-11-01
            """
        ),
        (
            "2026-11-21-fourth.md",
            """
            ---
            company: zwort C
            date: 2026-11-21
            interviewers: [zwort c]
            outcome: waiting
            ---
            - worked: zwort
            """
        ),
        (
            "2026-11-30-next.md",
            """
            ---
            company: zwort
            role: zwort
            round: zwort
            date: 2026-11-30
            interviewers: [zwort, zwort e]
            outcome: scheduled
            ---
            - [ ] zwort before
            ## Questions to ask
            - Is zwort so?
            - zwort
            """
        ),
        (
            "2026-11-30-other.md",
            """
            ---
            company: Other zwort
            date: 2026-11-30
            outcome: scheduled
            ---
            """
        ),
    ])

    /// The same notebook with other text in the word's place, whatever could be read so from a note.
    static func index(with text: String, paths: (NotePath) -> NotePath = { $0 }) -> NotebookIndex {
        func put(_ old: String) -> String {
            old.replacing(word, with: text)
        }
        let notes = harmless.notes.map { note in
            let replaced = Replaced(put: put)
            return replaced.note(note, path: paths(note.path))
        }
        let faults = harmless.faults.map {
            Diagnostic($0.code, path: paths($0.path), at: $0.position, $0.message)
        }
        return NotebookIndex(today: .formatDay, notes: notes, faults: faults)
    }

    /// Puts text in place of text, field by field.
    private struct Replaced {
        let put: (String) -> String

        func note(_ old: Note, path: NotePath) -> Note {
            var note = Note(path: path, title: put(old.title))
            note.company = old.company.map(put)
            note.role = old.role.map(put)
            note.round = old.round.map(put)
            note.date = old.date
            note.time = old.time
            note.timeOffset = old.timeOffset
            note.place = old.place.map(put)
            note.interviewers = old.interviewers.map(put)
            // A word that means an outcome would be read as that.
            note.outcome = old.outcome.map { outcome in
                if case .other(let word) = outcome { .other(put(word)) } else { outcome }
            }
            note.requestDates = old.requestDates
            note.isInterview = old.isInterview
            note.topics = old.topics.map(topic)
            note.hasFeedback = old.hasFeedback
            note.isInterview = old.isInterview
            note.feedback = StoredList(old.feedback.map(feedback))
            note.actions = StoredList(old.actions.map(action))
            note.hunches = StoredList(
                old.hunches.map {
                    Hunch(
                        position: $0.position, text: StoredText(put($0.text)), topics: $0.topics.map(topic),
                        verdict: $0.verdict)
                })
            note.evidence = StoredList(
                old.evidence.map {
                    Evidence(
                        position: $0.position, context: $0.context, kind: $0.kind,
                        text: StoredText(put($0.text)),
                        topics: $0.topics.map(topic), id: $0.id)
                })
            note.questionsAsked = StoredList(old.questionsAsked.map(question))
            note.questionsToAsk = StoredList(old.questionsToAsk.map(question))
            note.stories = StoredList(old.stories.map(story))
            note.tellings = StoredList(
                old.tellings.map {
                    Telling(
                        position: $0.position, question: $0.question, id: $0.id,
                        text: StoredText(put($0.text)), topics: $0.topics.map(topic))
                })
            return note
        }

        private func story(_ old: Story) -> Story {
            var story = Story(
                position: old.position, text: StoredText(put(old.text)), topics: old.topics.map(topic),
                id: old.id)
            story.parts = StoredList(
                old.parts.map {
                    Story.Part(position: $0.position, kind: $0.kind, text: StoredText(put($0.text)))
                })
            return story
        }

        private func topic(_ old: Topic) -> Topic { Topic(put(old.name)) }

        private func question(_ old: Question) -> Question {
            Question(
                position: old.position, text: StoredText(put(old.text)), topics: old.topics.map(topic))
        }

        private func bullet(_ old: Bullet) -> Bullet {
            Bullet(position: old.position, text: StoredText(put(old.text)))
        }

        private func feedback(_ old: Feedback) -> Feedback {
            var feedback = Feedback(
                position: old.position, stage: old.stage, text: StoredText(put(old.text)),
                topics: old.topics.map(topic),
                sources: old.sources.map(put), since: old.since, id: old.id)
            feedback.reasons = StoredList(old.reasons.map(bullet))
            feedback.plans = StoredList(old.plans.map(bullet))
            feedback.actions = StoredList(old.actions.map(action))
            return feedback
        }

        private func action(_ old: Action) -> Action {
            Action(
                position: old.position, state: old.state, box: old.box, text: StoredText(put(old.text)),
                topics: old.topics.map(topic),
                due: old.due, scheduled: old.scheduled, done: old.done, dropped: old.dropped, id: old.id)
        }
    }
}
