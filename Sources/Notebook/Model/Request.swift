internal import Markup

/// The dates of asking for feedback, as the front matter has them.
public struct RequestDates: Sendable, Equatable {
    public var asked: CalendarDate?
    public var answered: CalendarDate?
    public var refused: CalendarDate?
    public var thanked: CalendarDate?

    public init() {}

    /// Nil for any other key, which is never set.
    subscript(_ key: FrontMatterKey) -> CalendarDate? {
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

/// Where in its note each date of the request for feedback stands, and where the interviewers and the outcome do.
struct RequestPlaces: Sendable, Equatable {
    private var asked = Position.start
    private var answered = Position.start
    private var refused = Position.start
    private var thanked = Position.start
    private var interviewers = Position.start
    private var outcome = Position.start

    /// The start of the note for what is not there, and for any other key.
    subscript(_ key: FrontMatterKey) -> Position {
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

/// Where the request for feedback about an interview stands.
public enum RequestState: String, Sendable, CaseIterable {
    case upcoming
    case answered
    case refused
    /// Asked so long ago that no answer is a kind of answer.
    case silent
    case asked
    case notAsked = "not-asked"
}

extension Note {
    /// The first state that fits, on a given day.
    ///
    /// - Parameter days: how many days without an answer make a request silent.
    func request(on today: CalendarDate, silentAfter days: Int) -> RequestState {
        if isUpcoming(on: today) { return .upcoming }
        if requestDates.answered != nil || hasFeedback { return .answered }
        if requestDates.refused != nil { return .refused }
        guard let asked = requestDates.asked else { return .notAsked }
        return today.days(since: asked) > days ? .silent : .asked
    }

    /// Whether an answer may stand in the note that is not read, so that nobody can say that none came.
    public func mayBeAnswered(_ state: RequestState) -> Bool {
        switch state {
        case .notAsked, .asked, .silent: hasUnreadAnswer
        case .upcoming, .answered, .refused: false
        }
    }

    public func isUpcoming(on today: CalendarDate) -> Bool {
        outcome == .scheduled || date.map { $0 > today } ?? false
    }
}

extension Index {
    /// Where the request of a note stands.
    public func request(of note: Note) -> RequestState {
        note.request(on: today, silentAfter: configuration.silentAfterDays)
    }
}
