internal import Markup

/// The keys of front matter and of properties that Debrief knows.
package enum FrontMatterKey: Int, Sendable, CaseIterable {
    case title, company, role, round, date, time, place, link, interviewers, outcome
    case asked, answered, refused, thanked, tags

    /// Finds the key with a name, whatever its case; nil if there is none.
    ///
    /// A key may have several names.
    package init?(_ name: String) {
        guard let entry = name.withBytes({ text in Self.names.first { text.isWord($0.name) } }) else {
            return nil
        }
        self = entry.key
    }

    /// The first name of the key.
    package var name: String { "\(self)" }

    /// Whether the value of the key is a date.
    package var isDate: Bool { self == .date || isRequestDate }

    /// Whether the key is one of the dates of a request for feedback.
    package var isRequestDate: Bool { [.asked, .answered, .refused, .thanked].contains(self) }

    /// Whether only notes of interviews have the key.
    ///
    /// What is wrong with such a key is reported in every note.
    package var isOfInterviewsAlone: Bool { isRequestDate || self == .company || self == .interviewers }

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
