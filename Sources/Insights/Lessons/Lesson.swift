public import Notes

/// Something learned: swallowed feedback on one topic, and how it showed in later interviews.
public struct Lesson: Sendable {
    /// How a lesson showed in a later interview.
    ///
    /// However often it slipped there, that is one showing.
    public struct Showing: Sendable {
        /// The first evidence of that kind in the interview's note.
        ///
        /// `others` has all other evidence there.
        package private(set) var evidence: EvidenceID
        package private(set) var others: [EvidenceID] = []
        /// Whether it worked or slipped in the interview.
        public private(set) var kind: Evidence.Kind
        /// The day of the interview; nil if its note does not say it.
        public let day: CalendarDate?
        /// The day on which it was at the latest: the day itself, or else a day on which its interview was
        /// over.
        package let latestDay: CalendarDate?

        package init(evidence: EvidenceID, kind: Evidence.Kind, day: CalendarDate?, latestDay: CalendarDate?)
        {
            (self.evidence, self.kind) = (evidence, kind)
            (self.day, self.latestDay) = (day, latestDay)
        }

        /// Adds evidence from the same interview.
        ///
        /// What slipped there at all slipped there.
        fileprivate mutating func add(_ other: Showing) {
            others.append(other.evidence)
            if kind == .worked, other.kind == .slipped {
                swap(&evidence, &others[others.count - 1])
                kind = .slipped
            }
        }

        /// All evidence in the interview.
        package var allEvidence: [EvidenceID] { [evidence] + others }
    }

    /// The topic that ties the statements together; nil for a statement without a topic.
    public let topic: Topic?
    /// The swallowed feedback, earliest first.
    public package(set) var statements: [FeedbackID]
    /// The statement that says the lesson best.
    ///
    /// It is one with a block id, because somebody gave it a name. Otherwise, it is the one that most follows
    /// from: both a plan and an action, or one of them. Among several equal ones, it is the newest.
    public package(set) var headline: FeedbackID
    /// The statement that tells in which direction the lesson goes: the headline if it wishes for something, or else the
    /// newest that does.
    package var direction: FeedbackID
    /// The people whose feedback on the topic was swallowed or is chewed on.
    ///
    /// Praise does not count.
    public package(set) var people: People
    /// The people who gave unsorted feedback on the topic.
    public package(set) var unsortedPeople: People
    /// The people who wish for the opposite of the headline, on the lesson's topic.
    ///
    /// They do not say the lesson.
    public package(set) var opposed: People
    /// Praise on the topic from the latest interview that was after that of the lesson's first feedback.
    public package(set) var praise: FeedbackID?
    /// The other feedback that counts for the lesson, in reading order: what is chewed on, and what was
    /// swallowed and is first about another topic.
    public package(set) var seconded: [FeedbackID] = []
    /// The notes with swallowed or chewed feedback on the topic, each once and in reading order.
    public package(set) var notes: [Int] = []
    /// The day on which swallowed or chewed feedback on the topic last came.
    public package(set) var last: CalendarDate?
    /// How the lesson showed, once for each interview, earliest first.
    public package(set) var showings: [Showing] = []
    /// Evidence that may belong to the lesson too.
    ///
    /// It names neither a topic nor a lesson, but has the same words.
    public package(set) var looseShowings: [Showing] = []
    /// What worked on the lesson's topic before its feedback came: the last of it.
    ///
    /// It does not count as a showing: the lesson was not known yet.
    package var workedBefore: EvidenceID?
    /// Whether the lesson may have been tried, though nothing says for sure that it was.
    ///
    /// There is evidence or praise that may be about it.
    package var mayHaveBeenTried: Bool {
        isPerhapsShown || looseShowings.contains { $0.kind == .worked }
    }
    /// Whether something worked without belonging to any lesson, or praise on the topic is of an unknown day.
    package var isPerhapsShown = false
    /// How the lesson stands in interviews of any kind.
    public package(set) var standing = Standing.notYetShown

    /// The topic that is proposed for a lesson without a topic.
    public package(set) var proposedTopic: Topic?
    /// The lessons without a topic that are counted with this one, because its topic is proposed for them.
    public package(set) var proposed: [Lesson] = []

    /// How many people said the lesson, at the least.
    public var peopleCount: Int { people.count }

    /// How many other people gave unsorted feedback on the topic.
    public var unsortedCount: Int { people.more(of: unsortedPeople) }

    /// How many other people wish for the opposite.
    public var opposedCount: Int { people.more(of: opposed) }

    /// Returns in how many interviews the lesson worked, or in how many it slipped.
    package func count(_ kind: Evidence.Kind) -> Int { showings.count { $0.kind == kind } }
}

/// What of a lesson was said only after something showed of it.
package enum SaidLater {
    case allOfIt
    /// It had been said before, in other words.
    case theseWords
}

extension Lesson {
    /// How a lesson stands, by its latest evidence.
    ///
    /// What needs most care comes first.
    public enum Standing: Int, Sendable, Comparable, CaseIterable {
        /// The lesson slipped each time.
        case slippedEachTime
        /// The lesson slipped the last time.
        case slippedLast
        /// The lesson worked the last time, but slipped at least half of the times.
        case slippedOften
        /// The lesson was not tried, or too long ago.
        case notYetShown
        case worked

        /// Returns whether the first standing needs more care.
        public static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
    }

    /// The number of showings that count.
    package static let newestCount = 3

    /// Returns the showings that count: at most the newest three, none older than two years.
    ///
    /// If there are any of one kind of round, only these count.
    ///
    /// - Parameters:
    ///   - today: the day from which the two years are counted.
    ///   - isOfRound: whether a note's interview is of that kind of round.
    /// - Returns: these showings, earliest first, and whether they are only those of that kind of round.
    package func newestShowings(
        on today: CalendarDate, isOfRound: (_ note: Int) -> Bool = { _ in false }
    ) -> (showings: [Showing], areOfRound: Bool) {
        Self.newest(of: showings, on: today, isOfRound: isOfRound)
    }

    /// Returns the showings that count among any showings, earliest first.
    package static func newest(
        of showings: [Showing], on today: CalendarDate, isOfRound: (_ note: Int) -> Bool = { _ in false }
    ) -> (showings: [Showing], areOfRound: Bool) {
        let first = today.twoYearsBefore
        var recent: [Showing] = []
        var ofRound: [Showing] = []
        for showing in showings.reversed() where showing.latestDay.map({ $0 >= first }) ?? true {
            if recent.count < newestCount { recent.append(showing) }
            if isOfRound(showing.evidence.note) { ofRound.append(showing) }
            if ofRound.count == newestCount { break }
        }
        return ofRound.isEmpty ? (recent.reversed(), false) : (ofRound.reversed(), true)
    }

    /// Returns how something stands by its newest showings, which are given earliest first.
    package static func standing(by showings: [Showing]) -> Standing {
        guard let last = showings.last else { return .notYetShown }
        let slips = showings.count { $0.kind == .slipped }
        if slips == showings.count { return .slippedEachTime }
        if last.kind == .slipped { return .slippedLast }
        return 2 * slips >= showings.count ? .slippedOften : .worked
    }
}

extension NotebookIndex {
    /// Returns whether something showed of a lesson before it was said, or before its headline's words of it were; nil if
    /// it showed after those.
    package func saidLater(_ showing: Lesson.Showing, _ lesson: Lesson) -> SaidLater? {
        if !isBefore(showing, lesson.headline) { return nil }
        let earlier = lesson.statements.filter { !isBefore(showing, $0) }
        if earlier.isEmpty { return .allOfIt }
        let words = self[lesson.headline].text.caseFolded
        return earlier.contains { self[$0].text.caseFolded == words } ? nil : .theseWords
    }

    /// Returns whether something worked or slipped before the interview that a piece of feedback is about, or worked in
    /// that interview.
    ///
    /// Then it does not show whether the feedback was heeded.
    private func isBefore(_ showing: Lesson.Showing, _ feedback: FeedbackID) -> Bool {
        let note = notes[feedback.note]
        guard let day = showing.day, let said = showing.kind == .worked ? note.dayOfFeedback : note.date
        else { return false }
        return day < said || day == said && showing.kind == .worked
    }
}

extension [Lesson.Showing] {
    /// Returns these showings with one for each interview.
    ///
    /// Those of one interview stand side by side.
    package var onePerInterview: Self {
        var folded: Self = []
        folded.reserveCapacity(count)
        for showing in self {
            if let last = folded.last, last.evidence.note == showing.evidence.note {
                folded[folded.count - 1].add(showing)
            } else {
                folded.append(showing)
            }
        }
        return folded
    }

    /// These showings by their days; of those of one day, what slipped is last.
    package var inOrder: Self {
        (filter { $0.kind == .worked } + filter { $0.kind == .slipped }).sortedByDay(\.day)
    }

    /// Whether the last of these showings was surely the last.
    ///
    /// One without a day may have been later, unless its interview was over by then.
    package var isLastKnown: Bool {
        guard count > 1 else { return true }
        guard let last = last?.day else { return false }
        return allSatisfy { showing in showing.latestDay.map { $0 <= last } ?? false }
    }
}

extension CalendarDate {
    /// The same day two years before, or the day before that if there is no such day.
    fileprivate var twoYearsBefore: CalendarDate {
        CalendarDate(year: year - 2, month: month, day: day)
            ?? CalendarDate(year: year - 2, month: month, day: 28) ?? self
    }
}
