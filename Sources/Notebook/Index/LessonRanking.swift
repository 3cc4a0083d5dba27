internal import Markup

/// The order in which lessons are worth carrying into an interview.
///
/// Each lesson gets points for what speaks for it, and every point can be named:
///
/// | what | points | why |
/// | --- | ---: | --- |
/// | each person who said it | 1 | one perspective is one perspective; three are three |
/// | one of them at this company | 3 | the same people listen again |
/// | in this kind of round | 2 | the same things are asked there |
/// | for this role | 1 | the same things are expected |
/// | it slipped when it was last seen | 5 | where it goes wrong is where care helps most |
/// | it has not been seen since | 2 | it wants a first try; what has worked since needs none |
/// | said within 90 days, within a year | 2, 1 | people change, and so do oneself's habits |
///
/// More points come first, then more people, then what was said last, then reading order. No point is ever
/// taken away for what speaks for a lesson, and of two that differ in one thing alone the one with more of it
/// comes first. What was spat out is no lesson, and counts for none.
public struct LessonRanking: Sendable {
    /// Something that speaks for a lesson.
    public enum Reason: Hashable, Sendable {
        case people(Int)
        case company, round, role
        case slipped, notYetShown
        case recent, thisYear

        public var points: Int {
            switch self {
            case .people(let count): count
            case .company: 3
            case .round: 2
            case .role: 1
            case .slipped: 5
            case .notYetShown: 2
            case .recent: 2
            case .thisYear: 1
            }
        }
    }

    public struct Entry: Sendable {
        public let lesson: Lesson
        public let reasons: [Reason]

        public var points: Int { reasons.reduce(0) { $0 + $1.points } }
    }

    /// For how many days something that was said is news, and for how many it is of this year.
    static let (recentDays, yearDays) = (90, 365)

    /// Best first.
    public let entries: [Entry]

    public init(_ lessons: [Lesson], for occasion: Occasion, in index: Index) {
        self.init(lessons, occasion.kinships(with: index.notes), today: index.today)
    }

    /// - Parameter kinships: what each note's interview has in common with the occasion.
    init(_ lessons: [Lesson], _ kinships: [Kinship], today: CalendarDate) {
        let rated = lessons.map { lesson in
            Entry(lesson: lesson, reasons: Self.reasons(for: lesson, kinships, today: today))
        }
        let keyed = rated.enumerated().map { number, entry in
            (entry: entry, key: (entry.points, entry.lesson.sources.count, Self.lastDay(of: entry), -number))
        }
        entries = keyed.sorted { $0.key > $1.key }.map(\.entry)
    }

    private static func reasons(for lesson: Lesson, _ kinships: [Kinship], today: CalendarDate) -> [Reason] {
        var reasons: [Reason] = [.people(lesson.sources.count)]
        let kinship = lesson.notes.reduce(into: Kinship()) { $0.formUnion(kinships[$1]) }
        if kinship.contains(.company) { reasons.append(.company) }
        if kinship.contains(.round) { reasons.append(.round) }
        if kinship.contains(.role) { reasons.append(.role) }
        switch lesson.standing {
        case .slipped: reasons.append(.slipped)
        case .notYetShown: reasons.append(.notYetShown)
        case .worked: break
        }
        if let last = lesson.last {
            let days = today.days(since: last)
            if days <= recentDays {
                reasons.append(.recent)
            } else if days <= yearDays {
                reasons.append(.thisYear)
            }
        }
        return reasons
    }

    private static func lastDay(of entry: Entry) -> Int32 { entry.lesson.last?.dayNumber ?? .min }
}
