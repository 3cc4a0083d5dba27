/// The keys of front matter that mean something.
package enum FrontMatterKey: Int, Sendable, CaseIterable {
    case title, company, role, round, date, interviewers, outcome, asked, answered, refused, thanked, tags

    private static let names: [(name: String, key: FrontMatterKey)] =
        allCases.map { ($0.name, $0) } + [
            ("position", .role), ("interviewer", .interviewers), ("status", .outcome), ("topics", .tags),
        ]

    /// The key of a name, whatever its case, and what else it may be called.
    package init?(_ name: String) {
        let name = name.lowercased()
        guard let entry = Self.names.first(where: { $0.name == name }) else { return nil }
        self = entry.key
    }

    /// What it is called first.
    package var name: String { "\(self)" }
}
