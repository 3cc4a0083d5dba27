package import Insights
internal import Markup
internal import Notes

/// The value in one column of a row.
package enum RowCell: Sendable, Equatable {
    case absent
    case text(String)
    case number(Int)
    case flag(Bool)
    case texts([String])
}

/// Makes the cells of rows, in the order of ``RowTable/columns``.
package struct RowCells {
    private let index: NotebookIndex
    private var name: String?
    private var names: NameWriter
    private let keepsTexts: Bool
    /// The row that is being made.
    private var row: [RowCell] = []

    package init(_ index: NotebookIndex, name: String?, hiding standIns: StandIns?, keepsTexts: Bool) {
        self.index = index
        self.keepsTexts = keepsTexts
        names = NameWriter(standIns)
        self.name = name.map { names.text($0) }
    }

    /// Makes the rows of one note.
    package mutating func each(of table: RowTable, inNote number: Int, _ write: ([RowCell]) -> Void) {
        let note = index.notes[number]
        row = []
        begin(note)
        let beginning = row
        func next(_ add: (inout RowCells) -> Void) {
            add(&self)
            write(row)
            row = beginning
        }
        switch table {
        case .notes: next { $0.add(interviewOf: note) }
        case .feedback: for feedback in note.feedback { next { $0.add(feedback, in: note) } }
        case .actions:
            for id in index.actionIDs(ofNote: number) {
                let line = id.feedback.map { note.feedback[$0].position.line }
                next { $0.add(note[id], below: line) }
            }
        case .plans:
            for feedback in note.feedback {
                for plan in feedback.plans { next { $0.add(plan, of: feedback) } }
            }
        case .hunches: for hunch in note.hunches { next { $0.add(hunch) } }
        case .evidence: for evidence in note.evidence { next { $0.add(evidence) } }
        case .questions:
            for question in note.questionsAsked { next { $0.add(question, "asked") } }
            for question in note.questionsToAsk { next { $0.add(question, "to-ask") } }
        case .lessons, .stories: break
        }
    }

    /// Returns the row of a lesson, which names the position of its headline.
    package mutating func lesson(_ lesson: Lesson) -> [RowCell] {
        row = []
        begin(index.notes[lesson.headline.note])
        let headline = index[lesson.headline]
        let statements = lesson.statements.map { index[$0] }
        add(headline.position)
        addWords(lesson.topic?.name)
        add(text: headline.text)
        add(statements.count)
        add(lesson.peopleCount)
        add(lesson.unsortedCount)
        add(lesson.statements.compactMap { index.day(of: $0) }.min())
        add(lesson.last)
        add(statements.reduce(0) { $0 + $1.plans.count })
        add(statements.reduce(0) { $0 + $1.actions.count })
        add(lesson.count(.worked))
        add(lesson.count(.slipped))
        add(lesson.showings.first { $0.kind == .worked && $0.day != nil }?.day)
        add(lesson.standing.word)
        return row
    }

    /// Makes the row of a story, with where it was told.
    package mutating func story(_ entry: StoryBook.Entry) -> [RowCell] {
        row = []
        begin(index.notes[entry.story.note])
        let story = index[entry.story]
        add(story.position)
        addWords(story.id)
        add(text: story.text)
        add(story.topics)
        for kind in Story.Part.Kind.allCases {
            let parts = story.parts.filter { $0.kind == kind }
            addWords(keepsTexts && !parts.isEmpty ? parts.map(\.text).joined(separator: " ") : nil)
        }
        add(entry.tellings.count)
        add(entry.tellings.compactMap { index.notes[$0.note].date }.max())
        add(entry.count(.worked))
        add(entry.count(.slipped))
        add(entry.standing.word)
        return row
    }

    // MARK: Parts of rows

    private mutating func begin(_ note: Note) {
        add(name)
        add(names.path(note.path))
        add(note.company.map { names.company($0, in: note) })
        addWords(note.role)
        addWords(note.round)
        add(note.date)
    }

    private mutating func add(interviewOf note: Note) {
        add(keepsTexts ? names.text(note.title) : names.path(note.path))
        add(note.time)
        addWords(keepsTexts ? note.place : nil)
        add(people: note.interviewers, in: note)
        addWords(note.outcome?.description)
        row.append(.flag(note.isInterview))
        add(index.request(of: note).rawValue)
        add(note.requestDates.asked)
        add(note.requestDates.answered)
        add(note.requestDates.refused)
        add(note.requestDates.thanked)
        add(note.topics)
    }

    private mutating func add(_ feedback: Feedback, in note: Note) {
        add(feedback.position)
        add(note.dayOfFeedback)
        add(feedback.stage.rawValue)
        add(text: feedback.text)
        add(feedback.topics)
        add(people: feedback.sources, in: note)
        add(feedback.since)
        addWords(feedback.id)
        add(feedback.reasons.count)
        add(feedback.plans.count)
        add(feedback.actions.count)
    }

    private mutating func add(_ action: Action, below feedback: Int?) {
        add(action.position)
        add(feedback)
        add(action.state.rawValue)
        add(text: action.text)
        add(action.topics)
        add(action.due)
        add(action.scheduled)
        add(action.done)
        add(action.dropped)
        addWords(action.repeats)
        addWords(action.id)
    }

    private mutating func add(_ plan: Bullet, of feedback: Feedback) {
        add(plan.position)
        add(feedback.position.line)
        add(text: plan.text)
        add(feedback.topics)
    }

    private mutating func add(_ hunch: Hunch) {
        add(hunch.position)
        add(text: hunch.text)
        add(hunch.topics)
        add(hunch.verdict?.rawValue)
    }

    private mutating func add(_ evidence: Evidence) {
        add(evidence.position)
        add(evidence.kind.rawValue)
        add(text: evidence.text)
        add(evidence.topics)
        addWords(evidence.id)
    }

    private mutating func add(_ question: Question, _ kind: String) {
        add(question.position)
        add(kind)
        add(text: question.text)
        add(question.topics)
    }

    // MARK: Cells

    private mutating func add(_ text: String?) { row.append(text.map { .text($0) } ?? .absent) }
    private mutating func add(_ number: Int?) { row.append(number.map { .number($0) } ?? .absent) }
    private mutating func add(_ date: CalendarDate?) { add(date?.description) }

    private mutating func add(_ position: Position) {
        add(position.line)
        add(position.column)
    }

    /// Adds a few words, which the row has even if texts are left out.
    private mutating func addWords(_ words: String?) { add(words.map { names.text($0) }) }

    private mutating func add(text: String) { addWords(keepsTexts ? text : nil) }

    private mutating func add(_ topics: [Topic]) { row.append(.texts(topics.map { names.text($0.name) })) }

    private mutating func add(people: [String], in note: Note) {
        row.append(.texts(people.map { names.person($0, in: note) }))
    }
}

extension Lesson.Standing {
    /// The standing's name in a row.
    fileprivate var word: String {
        switch self {
        case .slippedEachTime: "slipped-each-time"
        case .slippedLast: "slipped-last"
        case .slippedOften: "slipped-often"
        case .notYetShown: "not-yet-shown"
        case .worked: "worked"
        }
    }
}

extension StoryBook.Standing {
    /// What it is called in a row.
    fileprivate var word: String {
        switch self {
        case .worked: "worked"
        case .untried: "untried"
        case .slipped: "slipped"
        }
    }
}
