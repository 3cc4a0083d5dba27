internal import Markup

/// The keys of front matter that mean something.
package enum FrontMatterKey: Int, Sendable, CaseIterable {
    case title, company, role, round, date, interviewers, outcome, asked, answered, refused, thanked, tags

    /// The key of a name, whatever its case, and what else it may be called.
    package init?(_ name: String) {
        guard let entry = name.withBytes({ text in Self.names.first { text.isWord($0.name) } }) else {
            return nil
        }
        self = entry.key
    }

    /// What it is called first.
    package var name: String { "\(self)" }

    private static let names: [(name: StaticString, key: FrontMatterKey)] = [
        ("title", .title), ("company", .company), ("role", .role), ("position", .role), ("round", .round),
        ("date", .date), ("interviewers", .interviewers), ("interviewer", .interviewers),
        ("outcome", .outcome), ("status", .outcome), ("asked", .asked), ("answered", .answered),
        ("refused", .refused), ("thanked", .thanked), ("tags", .tags), ("topics", .tags),
    ]
}
