package import Markup

/// The dates of a request for feedback, as the front matter gives them.
public struct RequestDates: Sendable, Equatable {
    /// The day on which feedback was asked for.
    public var asked: CalendarDate?
    /// The day on which the answer came.
    public var answered: CalendarDate?
    /// The day on which somebody declined to give feedback.
    public var refused: CalendarDate?
    /// The day on which the person gave thanks for the feedback.
    public var thanked: CalendarDate?

    /// Makes dates of which none is known.
    public init() {}

    /// Whether thanks were given since the answer came.
    ///
    /// Earlier thanks were for the interview.
    package var areThanksGiven: Bool {
        guard let thanked else { return false }
        return answered.map { thanked >= $0 } ?? true
    }

    /// The date of a key.
    ///
    /// For any other key it is nil, and setting it does nothing.
    package subscript(_ key: FrontMatterKey) -> CalendarDate? {
        get {
            switch key {
            case .asked: asked
            case .answered: answered
            case .refused: refused
            case .thanked: thanked
            default: nil
            }
        }
        set {
            switch key {
            case .asked: asked = newValue
            case .answered: answered = newValue
            case .refused: refused = newValue
            case .thanked: thanked = newValue
            default: break
            }
        }
    }
}

/// The positions of the dates of a request for feedback, of the interviewers and of the outcome in the note.
package struct RequestPositions: Sendable, Equatable {
    private var asked = Position.start
    private var answered = Position.start
    private var refused = Position.start
    private var thanked = Position.start
    private var interviewers = Position.start
    private var outcome = Position.start

    /// The position of a key's value.
    ///
    /// For a missing value, and for any other key, it is the start of the note.
    package subscript(_ key: FrontMatterKey) -> Position {
        get {
            switch key {
            case .asked: asked
            case .answered: answered
            case .refused: refused
            case .thanked: thanked
            case .interviewers: interviewers
            case .outcome: outcome
            default: .start
            }
        }
        set {
            switch key {
            case .asked: asked = newValue
            case .answered: answered = newValue
            case .refused: refused = newValue
            case .thanked: thanked = newValue
            case .interviewers: interviewers = newValue
            case .outcome: outcome = newValue
            default: break
            }
        }
    }
}

/// The state of the request for feedback about an interview.
public enum RequestState: String, Sendable, CaseIterable {
    case upcoming
    case answered
    case refused
    /// The request was made so long ago that the silence is an answer.
    case silent
    case asked
    case notAsked = "not-asked"
}

extension Note {
    /// Returns the first state that fits on a given day.
    ///
    /// A request is silent after more than so many days without an answer.
    package func request(on today: CalendarDate, silentAfter days: Int) -> RequestState {
        if isUpcoming(on: today) { return .upcoming }
        if requestDates.answered != nil || hasFeedback { return .answered }
        if requestDates.refused != nil { return .refused }
        guard let asked = requestDates.asked else { return .notAsked }
        return today.days(since: asked) > days ? .silent : .asked
    }

    /// Returns whether the note may hold an answer that is not read.
    ///
    /// Then it is unknown whether an answer came.
    public func mayBeAnswered(_ state: RequestState) -> Bool {
        switch state {
        case .notAsked, .asked, .silent: hasUnreadAnswer
        case .upcoming, .answered, .refused: false
        }
    }

    /// Returns whether the interview is still to come: the outcome says so, or its day is after the given
    /// one.
    public func isUpcoming(on today: CalendarDate) -> Bool {
        outcome == .scheduled || date.map { $0 > today } ?? false
    }
}

extension Note {
    /// Whether the note still says that the interview is to come, though its day has passed.
    public func hasPassed(on today: CalendarDate) -> Bool {
        outcome == .scheduled && date.map { $0 < today } ?? false
    }

    /// Whether the interview is surely still to come, so that nobody has asked or told yet what the note says.
    package func isExpected(on today: CalendarDate) -> Bool {
        isUpcoming(on: today) && !hasPassed(on: today)
    }
}
