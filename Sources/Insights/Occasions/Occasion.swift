public import Notes

/// An interview that somebody prepares for, with what is known about it.
public struct Occasion: Sendable {
    /// The number of the note that is already written for it; nil if there is none.
    public package(set) var note: Int?
    /// The name of the company; nil if it is not known.
    public var company: String?
    /// The role that the interview is for; nil if it is not known.
    public var role: String?
    /// Which round of interviews it is; nil if it is not known.
    public var round: String?
    /// The day of the interview; nil if it is not known.
    public var date: CalendarDate?
    /// The names of the interviewers; empty if they are not known.
    public var interviewers: [String] = []

    /// Makes an occasion of what is known about it.
    public init(
        company: String? = nil, role: String? = nil, round: String? = nil, date: CalendarDate? = nil
    ) {
        self.company = company
        self.role = role
        self.round = round
        self.date = date
    }

    package init(of note: Int, in index: NotebookIndex) {
        let written = index.notes[note]
        self.init(company: written.company, role: written.role, round: written.round, date: written.date)
        self.note = note
        interviewers = written.interviewers
    }

    /// Whether company, role, round and date are all unknown.
    public var isEmpty: Bool { company == nil && role == nil && round == nil && date == nil }
}

/// What an earlier interview has in common with the interview to come.
public struct SharedFacts: OptionSet, Hashable, Sendable {
    /// The bits of the facts, of which each constant has one.
    public let rawValue: Int

    /// Makes the facts of some bits.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The earlier interview was for the same role.
    public static let role = SharedFacts(rawValue: 1)
    /// The earlier interview was a round of the same kind.
    public static let round = SharedFacts(rawValue: 2)
    /// The earlier interview was at the same company.
    public static let company = SharedFacts(rawValue: 4)
    /// One of the interviewers was there too, or said something about the earlier interview.
    public static let interviewer = SharedFacts(rawValue: 8)
}

extension Occasion {
    /// Returns what a note's interview has in common with this one.
    ///
    /// The note must be one of the index.
    package func sharedFacts(with note: Note, in index: NotebookIndex) -> SharedFacts {
        var names = SharedNames(with: self, in: index)
        return names.sharedFacts(with: note)
    }

    /// Returns what each of a notebook's interviews has in common with this one.
    package func sharedFacts(in index: NotebookIndex) -> [SharedFacts] {
        concurrently(
            index.notes.count, with: { SharedNames(with: self, in: index) },
            each: { number, names in names.sharedFacts(with: index.notes[number]) })
    }
}

/// Compares names with an occasion's names.
///
/// Names recur, so that each is compared only once.
private struct SharedNames {
    private let company, role: String?
    private let round: RoundKind?
    private var companyKeys: NameKeys
    private var roles: [String: Bool] = [:]
    private var rounds: [String: Bool] = [:]
    private var acquaintances: Acquaintances

    init(with occasion: Occasion, in index: NotebookIndex) {
        acquaintances = Acquaintances(of: occasion, in: index)
        var keys = NameKeys(ofCompanies: index.configuration)
        company = occasion.company.map { keys.key(of: $0) }
        companyKeys = keys
        role = occasion.role?.caseFolded
        round = occasion.round.map(RoundKind.init)
    }

    mutating func sharedFacts(with note: Note) -> SharedFacts {
        var shared: SharedFacts = []
        if let company, let name = note.company, companyKeys.key(of: note.linked(name)) == company {
            shared.insert(.company)
        }
        if let role, Self.isSame(note.role, &roles, { $0.caseFolded == role }) { shared.insert(.role) }
        if let round, Self.isSame(note.round, &rounds, { RoundKind($0) == round }) { shared.insert(.round) }
        if !acquaintances.isEmpty {
            let names = note.interviewers + note.feedback.flatMap(\.sources)
            let known = acquaintances.acquaintances(
                among: names, of: note, isOfCompany: shared.contains(.company))
            if !known.isEmpty { shared.insert(.interviewer) }
        }
        return shared
    }

    private static func isSame(_ name: String?, _ known: inout [String: Bool], _ isSame: (String) -> Bool)
        -> Bool
    {
        guard let name else { return false }
        if let answer = known[name] { return answer }
        let answer = isSame(name)
        known[name] = answer
        return answer
    }
}

/// The kind of a round, however it is written.
///
/// `On-site (2nd)` and `onsite` are of the same kind.
package struct RoundKind: Hashable {
    private let letters: String

    /// Words that say which round it is, and not of what kind.
    private static let numbering: Set<Substring> = [
        "round", "interview", "first", "second", "third", "fourth", "fifth", "st", "nd", "rd", "th", "part",
    ]

    package init(_ round: String) {
        let text = round.caseFolded
        let words = text.split { !$0.isLetter }
        let kind = words.filter { !Self.numbering.contains($0) }
        letters = words.isEmpty ? text : (kind.isEmpty ? words : kind).joined()
    }
}
