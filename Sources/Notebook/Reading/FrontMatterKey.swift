internal import Markup

/// The keys of front matter and of properties that mean something.
package enum FrontMatterKey: Int, Sendable, CaseIterable {
    case title, company, role, round, date, time, place, link, interviewers, outcome
    case asked, answered, refused, thanked, tags

    /// The key of a name, whatever its case, and what else it may be called.
    package init?(_ name: String) {
        guard let entry = name.withBytes({ text in Self.names.first { text.isWord($0.name) } }) else {
            return nil
        }
        self = entry.key
    }

    /// What it is called first.
    package var name: String { "\(self)" }

    /// Whether its value is a date.
    var isDate: Bool { self == .date || isRequestDate }

    /// Whether it is one of the dates of the request for feedback.
    var isRequestDate: Bool { [.asked, .answered, .refused, .thanked].contains(self) }

    /// Whether notes of other kinds do not have it, so that what is wrong with it is told of in any note.
    var isOfInterviewsAlone: Bool { isRequestDate || self == .company || self == .interviewers }

    private static let names: [(name: StaticString, key: FrontMatterKey)] = [
        ("title", .title), ("company", .company), ("role", .role), ("position", .role), ("round", .round),
        ("stage", .round), ("date", .date), ("interview date", .date), ("time", .time), ("place", .place),
        ("location", .place), ("where", .place), ("link", .link), ("interviewers", .interviewers),
        ("interviewer", .interviewers),
        ("outcome", .outcome), ("status", .outcome), ("result", .outcome), ("asked", .asked),
        ("answered", .answered),
        ("refused", .refused), ("thanked", .thanked), ("tags", .tags), ("topics", .tags),
    ]
}
