/// Something learned: swallowed feedback on one topic, what is done about it, and whether it showed.
public struct Lesson: Sendable {
    /// What showed of a lesson in a later interview.
    public struct Showing: Sendable {
        let place: EvidencePlace
        public let kind: Evidence.Kind
        public let day: CalendarDate?
    }

    /// What ties the statements together; nil for one that names no topic.
    public let topic: Topic?
    /// The swallowed feedback, earliest first.
    public internal(set) var statements: [FeedbackPlace]
    /// The statement that says it best: one with a block id, for somebody gave it a name; else the one from
    /// which most follows, a plan and an action before one of them; else the newest.
    public internal(set) var headline: FeedbackPlace
    /// Those whose words on it were swallowed or are chewed. Praise adds nobody.
    public internal(set) var people: People
    /// Those who said something on its topic that is not sorted yet.
    public internal(set) var unsortedPeople: People
    /// The notes in which it was said, swallowed or chewed, each once and in reading order.
    public internal(set) var notes: [Int] = []
    /// When it last came.
    public internal(set) var last: CalendarDate?
    /// Earliest first.
    public internal(set) var showings: [Showing] = []
    /// What may have showed of it too: evidence that names neither a topic nor a lesson, in the same words.
    public internal(set) var looseShowings: [Showing] = []
    /// How it stands in interviews of any kind.
    public internal(set) var standing = Standing.notYetShown

    /// The topic that is proposed for what names none.
    public internal(set) var proposedTopic: Topic?
    /// What is counted with it because its topic is proposed for that.
    public internal(set) var proposed: [Lesson] = []

    /// How many people said it, at the least.
    public var peopleCount: Int { people.count }

    /// How many more there are who said something on its topic that is not sorted yet.
    public var unsortedCount: Int { people.more(of: unsortedPeople) }

    /// How often it showed in a way.
    func count(_ kind: Evidence.Kind) -> Int { showings.count { $0.kind == kind } }
}

extension Lesson {
    /// How a lesson stands, by what showed of it last: what needs most care comes first.
    public enum Standing: Int, Sendable, Comparable, CaseIterable {
        /// It slipped each time.
        case slippedEachTime
        /// It slipped the last time.
        case slippedLast
        /// It worked the last time, and slipped at least half of the times.
        case slippedOften
        /// It was not tried, or too long ago.
        case notYetShown
        case worked

        public static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
    }

    /// How many showings count.
    static let newestCount = 3

    /// The showings that count: the newest three, of one kind of round where there are any, none older than two years.
    ///
    /// - Parameter isOfRound: whether a note's interview is of that kind.
    func newestShowings(
        on today: CalendarDate, isOfRound: (_ note: Int) -> Bool = { _ in false }
    ) -> (showings: [Showing], areOfRound: Bool) {
        Self.newest(of: showings, on: today, isOfRound: isOfRound)
    }

    /// The same of any showings, the earliest first.
    static func newest(
        of showings: [Showing], on today: CalendarDate, isOfRound: (_ note: Int) -> Bool = { _ in false }
    ) -> (showings: [Showing], areOfRound: Bool) {
        let first = today.twoYearsBefore
        var recent: [Showing] = []
        var ofRound: [Showing] = []
        for showing in showings.reversed() where showing.day.map({ $0 >= first }) ?? true {
            if recent.count < newestCount { recent.append(showing) }
            if isOfRound(showing.place.note) { ofRound.append(showing) }
            if ofRound.count == newestCount { break }
        }
        return ofRound.isEmpty ? (recent.reversed(), false) : (ofRound.reversed(), true)
    }

    /// Returns how something stands by its newest showings, the earliest first.
    static func standing(by showings: [Showing]) -> Standing {
        guard let last = showings.last else { return .notYetShown }
        let slips = showings.count { $0.kind == .slipped }
        if slips == showings.count { return .slippedEachTime }
        if last.kind == .slipped { return .slippedLast }
        return 2 * slips >= showings.count ? .slippedOften : .worked
    }
}

extension CalendarDate {
    /// The same day two years before; the day before it where there is none.
    fileprivate var twoYearsBefore: CalendarDate {
        CalendarDate(year: year - 2, month: month, day: day)
            ?? CalendarDate(year: year - 2, month: month, day: 28) ?? self
    }
}
