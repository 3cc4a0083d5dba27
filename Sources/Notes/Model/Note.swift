public import Markup

/// One note of the notebook with everything that it says.
///
/// A note is usually about one interview.
public struct Note: Sendable, Equatable {
    /// The path of the note in its notebook, which identifies it.
    public let path: NotePath
    /// The title that the note gives itself, or else its first heading of level 1, or else the name of its
    /// file without the extension.
    public var title: String
    /// The company's name, as it is shown; nil if the note does not say it.
    public var company: String?
    /// The role that the interview is for; nil if the note does not say it.
    public var role: String?
    /// Which round of interviews it is; nil if the note does not say it.
    public var round: String?
    /// The day of the interview.
    public var date: CalendarDate?
    /// The time of the interview as `HH:MM`.
    public var time: String?
    /// The offset from UTC that is written after the time, as `+02:00` or `Z`.
    public var timeOffset: String?
    /// Where the interview is: an address, a URL, or both.
    public var place: String?
    /// The names of the interviewers, as they are shown.
    public var interviewers: [String] = []
    /// The links as which interviewers and the company are written, by the text that each link shows.
    ///
    /// Only links that show another text than their target are here.
    package var links: [String: String] = [:]
    /// How the interview ended; nil if the note does not say it.
    public var outcome: Outcome?
    /// The dates of the request for feedback.
    public var requestDates = RequestDates()
    /// The positions of those dates, of the interviewers and of the outcome.
    package var requestPositions = RequestPositions()
    /// Whether the round is given by the key `stage`.
    ///
    /// Notes of other kinds have that key too.
    package var isRoundAStage = false
    /// The topics of the whole note.
    public var topics: [Topic] = []

    /// The feedback, in reading order.
    public var feedback = StoredList<Feedback>()
    /// Whether the note has any feedback.
    ///
    /// It stays true when only a part of the note is looked at.
    public package(set) var hasFeedback = false
    /// Whether a section where feedback is read holds something that looks like an answer and was not read.
    public package(set) var hasUnreadAnswer = false
    /// Whether the note is about an interview.
    public package(set) var isInterview = false
    /// The actions that do not belong to a piece of feedback.
    public var actions = StoredList<Action>()
    /// The hunches, in reading order.
    public var hunches = StoredList<Hunch>()
    /// The evidence of what worked and what slipped, in reading order.
    public var evidence = StoredList<Evidence>()
    /// The questions that interviewers asked, in reading order.
    public var questionsAsked = StoredList<Question>()
    /// The questions to ask interviewers, in reading order.
    public var questionsToAsk = StoredList<Question>()
    /// The stories that the note says are ready to be told, in reading order.
    public var stories = StoredList<Story>()
    /// The stories that were told in the interview.
    public var tellings = StoredList<Telling>()

    /// Makes a note that says nothing but its title.
    public init(path: NotePath, title: String) {
        self.path = path
        self.title = title
    }

    /// Whether the note says something that only notes of interviews say.
    package var speaksOfInterview: Bool {
        company != nil || round != nil && !isRoundAStage || !interviewers.isEmpty
            || requestDates != RequestDates() || hasFeedback || !hunches.isEmpty || !evidence.isEmpty
            || !questionsAsked.isEmpty || !questionsToAsk.isEmpty
    }

    /// All actions in reading order, including those of feedback.
    public var allActions: [Action] {
        (feedback.flatMap(\.actions) + actions).sorted { $0.position < $1.position }
    }

    /// The address at which one joins the interview, if the place has one.
    package var address: String? {
        let words = place?.split(whereSeparator: \.isWhitespace) ?? []
        return words.first { word in
            (word.hasPrefix("https://") || word.hasPrefix("http://"))
                && word.unicodeScalars.allSatisfy { 0x21..<0x7F ~= $0.value && $0 != "<" && $0 != ">" }
        }.map(String.init)
    }

    /// The bullets that can be marked, each with its line, in reading order.
    ///
    /// A bullet that is both feedback and an action is listed once.
    public var markable: [(line: Int, text: String)] {
        let lines =
            feedback.map { ($0.position.line, $0.text) } + allActions.map { ($0.position.line, $0.text) }
        return Dictionary(lines) { first, _ in first }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The day on which the feedback came.
    ///
    /// It is the day of the answer. Without one, it is the later of the day of asking and the day of the
    /// interview. It is never before the interview, whatever the note says.
    package var dayOfFeedback: CalendarDate? {
        if let answered = requestDates.answered { return max(answered, date ?? answered) }
        guard let asked = requestDates.asked, let date else { return requestDates.asked ?? date }
        return max(asked, date)
    }

    /// Sets the day of all feedback whose bullets do not give a day themselves.
    package mutating func dateFeedback() {
        let day = dayOfFeedback
        for number in feedback.indices where !feedback[number].isSinceWritten { feedback[number].since = day }
    }

    /// Compares the hunches with the feedback on the same topics.
    package mutating func compareHunches() {
        guard hasFeedback, !hunches.isEmpty else { return }
        var judge = HunchJudge(feedback)
        for number in hunches.indices { hunches[number].verdict = judge.verdict(on: hunches[number].topics) }
    }
}

/// How an interview ended, or that it has not ended yet.
public enum Outcome: Hashable, Sendable {
    case scheduled, waiting, advanced, rejected, offer, withdrawn
    /// Any other word, as it is written.
    case other(String)

    /// Makes the outcome that an English word means, whatever its case.
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

    /// All outcomes that Debrief knows; `other` is not among them.
    public static let known: [Outcome] = [.scheduled, .waiting, .advanced, .rejected, .offer, .withdrawn]
}

extension Outcome: CustomStringConvertible {
    /// The outcome's standard word, or any other word as it is written.
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

/// A bullet of a note: the position of its list marker, and its text as it is shown.
public struct Bullet: Sendable, Equatable {
    /// The position of the list marker.
    public package(set) var position: Position
    /// The text of the bullet, as it is shown.
    @StoredText public package(set) var text: String
}

/// A question that an interviewer asked, or one to ask an interviewer.
public struct Question: Sendable, Equatable {
    /// The position of the list marker.
    public package(set) var position: Position
    /// The question, as it is shown.
    @StoredText public package(set) var text: String
    /// The topics of the question's bullet.
    public package(set) var topics: [Topic]
}

/// A piece of feedback: what an interviewer said.
public struct Feedback: Sendable, Equatable {
    /// The position of the list marker.
    public package(set) var position: Position
    /// The stage of the feedback.
    public package(set) var stage: Stage
    /// The feedback's words, as they are shown.
    @StoredText public package(set) var text: String
    /// The topics of the feedback's bullet.
    public package(set) var topics: [Topic]
    /// The names of the people who said it, each once; empty if nobody is named.
    public let sources: [String]
    /// The day since which the feedback is in its stage: the day that the bullet gives, or else the day on
    /// which the feedback came.
    public package(set) var since: CalendarDate?
    /// Whether the bullet gives that day.
    package var isSinceWritten = false
    /// The block id of the bullet, without its `^`; nil if it has none.
    public let id: String?
    /// The reasons that are nested in the bullet.
    public var reasons = StoredList<Bullet>()
    /// The if–then plans: what to do when the matter comes up again.
    public var plans = StoredList<Bullet>()
    /// The actions that are nested in the bullet, after the bullet's own if it has a box.
    public var actions = StoredList<Action>()
}

/// How far a piece of feedback has come.
public enum Stage: String, Sendable, CaseIterable {
    /// The feedback is received, and not judged yet.
    case unsorted
    /// The feedback is weighed, to see what has a ring of truth.
    case chew
    /// The feedback is accepted: integrate it, and act on it.
    case swallow
    /// The feedback is discarded, because it was one person's perspective.
    case spit
    /// The feedback is praise: nothing to change, but something to lean on.
    case keep
}

/// Something to do.
public struct Action: Sendable, Equatable {
    /// How far an action has come.
    public enum State: String, Sendable, CaseIterable {
        case open
        case inProgress = "in-progress"
        case done
        case dropped
    }

    /// The position of the list marker.
    public package(set) var position: Position
    /// The state that the box or word says.
    public package(set) var state: State
    /// The sign in the action's box.
    ///
    /// If the action has a word in place of a box, it is the sign of the equivalent box.
    public package(set) var box: TaskBox
    /// What is to do, as it is shown.
    @StoredText public package(set) var text: String
    /// The topics of the action's bullet.
    public package(set) var topics: [Topic]
    /// The day by which the action is due.
    public package(set) var due: CalendarDate?
    /// The day on which the action is to be taken up.
    public package(set) var scheduled: CalendarDate?
    /// The day on which the action was done.
    public package(set) var done: CalendarDate?
    /// The day on which the action was dropped.
    public package(set) var dropped: CalendarDate?
    /// The rule by which the action repeats, as it is written: `every week`, `1w`, `.+1w`.
    public package(set) var repeats: String? = nil
    /// The block id of the bullet, without its `^`; nil if it has none.
    public package(set) var id: String?

    /// Whether the action is still to do: open, or in progress.
    public var isPending: Bool { state == .open || state == .inProgress }

    /// Returns whether the action is still to do, and was due before a day.
    public func isOverdue(on today: CalendarDate) -> Bool {
        isPending && due.map { $0 < today } ?? false
    }
}

/// An assumption of one's own about what went wrong, written down before asking.
public struct Hunch: Sendable, Equatable {
    /// The position of the list marker.
    public package(set) var position: Position
    /// The assumption, as it is shown.
    @StoredText public package(set) var text: String
    /// The topics of the hunch's bullet.
    public package(set) var topics: [Topic]
    /// How the feedback of the same note compares with the hunch; nil while the note has no feedback.
    public package(set) var verdict: Verdict?

    /// How the feedback of the same note compares with a hunch.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Some feedback on the hunch's topic is swallowed or chewed on.
        case confirmed
        /// All sorted feedback on the hunch's topic is spat out or praise.
        case contradicted
        /// The feedback on the hunch's topic is not sorted yet.
        case open
        /// All feedback has topics, but none has the hunch's topic.
        case notMentioned = "not-mentioned"
        /// The hunch has no topic, or some feedback has none.
        case notCompared = "not-compared"
    }
}

/// Something that showed in an interview: a lesson that worked or slipped.
public struct Evidence: Sendable, Equatable {
    /// Whether a lesson worked or slipped.
    public enum Kind: String, Sendable {
        case worked, slipped
    }

    /// What evidence stands below: a question that was asked or a telling of a story.
    ///
    /// The number is its index in the note.
    package enum Context: Equatable, Sendable {
        case question(Int32)
        case telling(Int32)
    }

    /// The position of the list marker.
    public package(set) var position: Position
    package let context: Context?
    /// Whether the lesson worked or slipped.
    public let kind: Kind
    /// What showed, as it is shown.
    @StoredText public package(set) var text: String
    /// The topics of the evidence's bullet.
    public let topics: [Topic]
    /// The block id at the end of the text, without its `^`, which names a lesson; nil if there is none.
    public let id: String?
}
