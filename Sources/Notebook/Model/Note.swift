public import Markup

/// One note of the notebook, and all that it says: as a rule, one interview.
public struct Note: Sendable, Equatable {
    public let path: NotePath
    public var title: String
    public var company: String?
    public var role: String?
    public var round: String?
    /// The day of the interview.
    public var date: CalendarDate?
    /// The time of the interview as `HH:MM`.
    public var time: String?
    /// The offset from UTC that is written after the time, as `+02:00` or `Z`.
    public var timeOffset: String?
    /// Where the interview is: an address, a URL, or both.
    public var place: String?
    public var interviewers: [String] = []
    /// The links that interviewers and the company are written as, by what they show, where that is not their target.
    var links: [String: String] = [:]
    public var outcome: Outcome?
    public var requestDates = RequestDates()
    /// Where those dates and the interviewers stand.
    var requestPlaces = RequestPlaces()
    /// Whether the round is given by the key `stage`, which notes of other kinds have too.
    var isRoundAStage = false
    /// Topics of the whole note.
    public var topics: [Topic] = []

    public var feedback = StoredList<Feedback>()
    /// Whether any feedback stands in the note, whatever part of it is looked at.
    public internal(set) var hasFeedback = false
    /// Whether something stands where feedback is read that looks like an answer and is not read.
    public internal(set) var hasUnreadAnswer = false
    /// Whether the note is of an interview, and not of something else.
    public internal(set) var isInterview = false
    /// The actions that belong to no feedback.
    public var actions = StoredList<Action>()
    public var hunches = StoredList<Hunch>()
    public var evidence = StoredList<Evidence>()
    public var questionsAsked = StoredList<Question>()
    public var questionsToAsk = StoredList<Question>()
    public var stories = StoredList<Story>()
    /// The stories that were told in the interview.
    public var tellings = StoredList<Telling>()

    public init(path: NotePath, title: String) {
        self.path = path
        self.title = title
    }

    /// Whether anything that the whole note says is said of interviews alone.
    var speaksOfInterview: Bool {
        company != nil || round != nil && !isRoundAStage || !interviewers.isEmpty
            || requestDates != RequestDates() || hasFeedback || !hunches.isEmpty || !evidence.isEmpty
            || !questionsAsked.isEmpty || !questionsToAsk.isEmpty
    }

    /// Every action, those of feedback too, in reading order.
    public var allActions: [Action] {
        (feedback.flatMap(\.actions) + actions).sorted { $0.place < $1.place }
    }

    /// What can be marked, by its line, in reading order. A bullet that is both feedback and an action is there once.
    public var markable: [(line: Int, text: String)] {
        let lines = feedback.map { ($0.place.line, $0.text) } + allActions.map { ($0.place.line, $0.text) }
        return Dictionary(lines) { first, _ in first }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The day on which the feedback came: when it was answered, else the later of when it was asked for and the
    /// interview. It came after that, whatever is written.
    var dayOfFeedback: CalendarDate? {
        if let answered = requestDates.answered { return max(answered, date ?? answered) }
        guard let asked = requestDates.asked, let date else { return requestDates.asked ?? date }
        return max(asked, date)
    }

    /// Dates the feedback anew whose bullets say no day themselves.
    mutating func dateFeedback() {
        let day = dayOfFeedback
        for number in feedback.indices where !feedback[number].isSinceWritten { feedback[number].since = day }
    }

    /// Holds the hunches against the feedback on a topic that they share.
    mutating func compareHunches() {
        guard hasFeedback, !hunches.isEmpty else { return }
        var judge = HunchJudge(feedback)
        for number in hunches.indices { hunches[number].verdict = judge.verdict(on: hunches[number].topics) }
    }
}

/// How an interview ended, or that it has not yet.
public enum Outcome: Hashable, Sendable {
    case scheduled, waiting, advanced, rejected, offer, withdrawn
    /// Any other word, kept as it is written.
    case other(String)

    /// Returns the outcome that a word of English means, whatever its case.
    public init(_ text: String) {
        switch text.caseFolded {
        case "scheduled", "upcoming", "booked": self = .scheduled
        case "waiting", "pending": self = .waiting
        case "advanced", "passed": self = .advanced
        case "rejected", "declined", "no", "rejection": self = .rejected
        case "offer": self = .offer
        case "withdrawn": self = .withdrawn
        default: self = .other(text)
        }
    }

    public static let known: [Outcome] = [.scheduled, .waiting, .advanced, .rejected, .offer, .withdrawn]
}

extension Outcome: CustomStringConvertible {
    public var description: String {
        switch self {
        case .scheduled: "scheduled"
        case .waiting: "waiting"
        case .advanced: "advanced"
        case .rejected: "rejected"
        case .offer: "offer"
        case .withdrawn: "withdrawn"
        case .other(let text): text
        }
    }
}

/// A bullet as it stands in its note: where its list marker is, and its text as it is shown.
public struct Bullet: Sendable, Equatable {
    public internal(set) var place: Position
    @StoredText public internal(set) var text: String
}

/// A question that an interviewer asked, or one to ask an interviewer.
public struct Question: Sendable, Equatable {
    public internal(set) var place: Position
    @StoredText public internal(set) var text: String
    public internal(set) var topics: [Topic]
}

/// What an interviewer said.
public struct Feedback: Sendable, Equatable {
    public internal(set) var place: Position
    public internal(set) var stage: Stage
    @StoredText public internal(set) var text: String
    public internal(set) var topics: [Topic]
    /// Who said it, by name, each once; none where nobody is named.
    public let sources: [String]
    /// Since when it is in its stage: as it is written there, else the day on which it came.
    public internal(set) var since: CalendarDate?
    /// Whether that day is written in the bullet.
    package internal(set) var isSinceWritten = false
    public let id: String?
    public var reasons = StoredList<Bullet>()
    /// If–then plans: what to do when it comes up again.
    public var plans = StoredList<Bullet>()
    public var actions = StoredList<Action>()
}

/// How far a piece of feedback has come.
public enum Stage: String, Sendable, CaseIterable {
    /// Received, and not judged yet.
    case unsorted
    /// Weighed, to see what has a ring of truth.
    case chew
    /// Accepted: integrate it, and act on it.
    case swallow
    /// Discarded: it was one person's perspective.
    case spit
    /// Praise: nothing to change, something to lean on.
    case keep
}

/// Something to do.
public struct Action: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        case open
        case inProgress = "in-progress"
        case done
        case dropped
    }

    public internal(set) var place: Position
    public internal(set) var state: State
    /// What stands in its box, or would if it had one in place of a word.
    public internal(set) var box: TaskBox
    @StoredText public internal(set) var text: String
    public internal(set) var topics: [Topic]
    public internal(set) var due: CalendarDate?
    public internal(set) var scheduled: CalendarDate?
    public internal(set) var done: CalendarDate?
    public internal(set) var dropped: CalendarDate?
    /// The rule by which it repeats, as it is written: `every week`, `1w`, `.+1w`.
    public internal(set) var repeats: String? = nil
    public internal(set) var id: String?

    /// Whether it is still to do: open, or in progress.
    public var isPending: Bool { state == .open || state == .inProgress }

    public func isOverdue(on today: CalendarDate) -> Bool {
        isPending && due.map { $0 < today } ?? false
    }
}

/// An assumption of one's own about what went wrong, written down before asking.
public struct Hunch: Sendable, Equatable {
    public internal(set) var place: Position
    @StoredText public internal(set) var text: String
    public internal(set) var topics: [Topic]
    /// How the feedback of the same note compares with it; nil while there is none.
    public internal(set) var verdict: Verdict?

    /// How the feedback of the same note compares with it.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Feedback on its topic is swallowed or chewed.
        case confirmed
        /// All sorted feedback on its topic is spat out or praise.
        case contradicted
        /// Feedback on its topic is not sorted yet.
        case open
        /// All feedback has a topic, and none has this one.
        case notMentioned = "not-mentioned"
        /// It has no topic, or some feedback has none.
        case notCompared = "not-compared"
    }
}

/// Something that showed in an interview: a lesson that worked, or slipped.
public struct Evidence: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case worked, slipped
    }

    /// What evidence stands below: a question that was asked, or a telling of a story, by its number in the note.
    enum Context: Equatable, Sendable {
        case question(Int32)
        case telling(Int32)
    }

    public internal(set) var place: Position
    let context: Context?
    public let kind: Kind
    @StoredText public internal(set) var text: String
    public let topics: [Topic]
    public let id: String?
}
