internal import Notes

/// The order in which lessons are worth carrying into an interview.
///
/// Each lesson gets points for what speaks for it, and every point can be named:
///
/// | what | points | why |
/// | --- | ---: | --- |
/// | each person whose feedback counts for it, up to five | 1 | one perspective is one; three are three; more than five say no more |
/// | one of them at this company | 3 | the same people listen again |
/// | one of them interviews this time, here before or elsewhere | 1, 2 | who said it looks for it |
/// | in this kind of round | 2 | the same things are asked there |
/// | for this role | 1 | the same things are expected |
/// | of the newest three showings all slipped | 5 | where it goes wrong is where care helps most |
/// | the last slipped | 4 | |
/// | the last worked, and half or more slipped | 3 | once is not a habit |
/// | it was not tried, or too long ago | 2 | it wants a first try; what works needs none |
/// | as many said the opposite, or more | -2 | nobody can do both |
/// | it came within 90 days, within a year | 2, 1 | people change, and so do oneself's habits |
///
/// Only the showings in this kind of round count if there are any, and none that is older than two years.
/// Lessons with more points come first, then those with more people, then those that came last, and then the
/// reading order decides. Actions and plans give no points, and neither do praise, feedback that was spat
/// out, and feedback that is not sorted yet.
public struct LessonRanking: Sendable {
    /// Something that speaks for a lesson.
    public enum Reason: Hashable, Sendable {
        case people(Int)
        case company, round, role
        /// Somebody who said it interviews this time.
        ///
        /// Where that was at this company, most of it counts as the company's.
        case interviewer(isOfCompany: Bool)
        /// How the lesson stands, by its newest showings.
        case standing(Lesson.Standing)
        /// As many people as said the lesson, or more, said the opposite.
        case opposed
        case recent, thisYear

        /// How many points the reason gives.
        public var points: Int {
            switch self {
            case .people(let count): min(count, LessonRanking.mostPeople)
            case .company: 3
            case .interviewer(isOfCompany: true): 1
            case .interviewer(isOfCompany: false): 2
            case .round: 2
            case .role: 1
            case .standing(.slippedEachTime): 5
            case .standing(.slippedLast): 4
            case .standing(.slippedOften): 3
            case .standing(.notYetShown): 2
            case .standing(.worked): 0
            case .opposed: -2
            case .recent: 2
            case .thisYear: 1
            }
        }
    }

    /// A lesson with what speaks for it.
    public struct Entry: Sendable {
        /// The lesson.
        public let lesson: Lesson
        /// What speaks for the lesson.
        ///
        /// Each reason gives points.
        public let reasons: [Reason]
        /// How many people said the lesson or what is counted with it.
        public let people: Int
        /// The interviewers of the occasion who said the lesson or what is counted with it.
        package let speakers: [Speaker]
        /// The showings that count, earliest first.
        public let showings: [Lesson.Showing]
        /// Whether these are only showings in this kind of round.
        public let areShowingsOfRound: Bool

        /// The points of all reasons together.
        public var points: Int { reasons.reduce(0) { $0 + $1.points } }
    }

    /// An interviewer of the occasion who said something of a lesson.
    package struct Speaker: Sendable {
        package let person: Acquaintances.Acquaintance
        /// What they said last of it, or the lesson's headline if that is theirs.
        package fileprivate(set) var said: FeedbackID
        /// Whether it is surely what the headline says.
        package fileprivate(set) var agrees = false
    }

    /// For how many days feedback counts as recent, and for how many as of this year.
    package static let (recentDays, yearDays) = (90, 365)
    /// The largest number of people that counts.
    package static let mostPeople = 5

    /// The lessons, best first.
    public let entries: [Entry]

    /// Ranks lessons for an interview to come.
    ///
    /// The lessons must be those of the index, in reading order.
    public init(_ lessons: [Lesson], for occasion: Occasion, in index: NotebookIndex) {
        self.init(lessons, for: occasion, occasion.sharedFacts(in: index), in: index)
    }

    /// Ranks lessons.
    ///
    /// - Parameters:
    ///   - lessons: the lessons in reading order.
    ///   - occasion: the interview to come.
    ///   - sharedFacts: what each note's interview has in common with the occasion.
    ///   - index: the index of the lessons.
    package init(
        _ lessons: [Lesson], for occasion: Occasion, _ sharedFacts: [SharedFacts], in index: NotebookIndex
    ) {
        var acquaintances = Acquaintances(of: occasion, in: index)
        var wishes = OppositeWishes(index)
        let keyed = lessons.enumerated().map { number, lesson in
            let speakers = acquaintances.speakers(of: lesson, sharedFacts, &wishes, in: index)
            let entry = Self.entry(lesson, sharedFacts, speakers, today: index.today)
            let last = lesson.lastOfAll?.dayNumber ?? .min
            return (entry: entry, key: (entry.points, entry.people, last, -number))
        }
        entries = keyed.sorted { $0.key > $1.key }.map(\.entry)
    }

    private static func entry(
        _ lesson: Lesson, _ sharedFacts: [SharedFacts], _ speakers: [Speaker], today: CalendarDate
    ) -> Entry {
        let people = lesson.peopleOfAll.count
        var reasons: [Reason] = [.people(people)]
        let shared = lesson.notesOfAll.reduce(into: SharedFacts()) { $0.formUnion(sharedFacts[$1]) }
        if shared.contains(.company) { reasons.append(.company) }
        if !speakers.isEmpty {
            reasons.append(.interviewer(isOfCompany: speakers.contains(where: \.person.isOfCompany)))
        }
        if shared.contains(.round) { reasons.append(.round) }
        if shared.contains(.role) { reasons.append(.role) }
        let (showings, areOfRound) = lesson.newestShowings(on: today) { sharedFacts[$0].contains(.round) }
        reasons.append(.standing(Lesson.standing(by: showings)))
        if lesson.opposedCount > 0, lesson.opposedCount >= people { reasons.append(.opposed) }
        if let last = lesson.lastOfAll {
            let days = today.days(since: last)
            if days <= recentDays {
                reasons.append(.recent)
            } else if days <= yearDays {
                reasons.append(.thisYear)
            }
        }
        return Entry(
            lesson: lesson, reasons: reasons, people: people, speakers: speakers, showings: showings,
            areShowingsOfRound: areOfRound)
    }
}

extension Acquaintances {
    /// Returns the interviewers who said a lesson or what is counted with it, each once.
    fileprivate mutating func speakers(
        of lesson: Lesson, _ sharedFacts: [SharedFacts], _ wishes: inout OppositeWishes,
        in index: NotebookIndex
    ) -> [LessonRanking.Speaker] {
        var found: [LessonRanking.Speaker] = []
        if isEmpty { return found }
        var numbers: [Acquaintance: Int] = [:]
        for id in lesson.everythingSaid where sharedFacts[id.note].contains(.interviewer) {
            let known = acquaintances(
                among: index[id].sources, of: index.notes[id.note],
                isOfCompany: sharedFacts[id.note].contains(.company))
            for person in known {
                guard let number = numbers[person] else {
                    numbers[person] = found.count
                    found.append(.init(person: person, said: id))
                    continue
                }
                let last = found[number].said
                if last != lesson.headline, id == lesson.headline || last < id { found[number].said = id }
            }
        }
        // Of many, nobody is quoted.
        for number in found.indices.prefix(LessonRanking.mostPeople) {
            let said = found[number].said
            found[number].agrees = said == lesson.headline || wishes.wishForSame(said, lesson.headline)
        }
        return found
    }
}
