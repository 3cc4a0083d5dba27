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

    /// The key that a name is one slip away from, and what it is called then.
    ///
    /// Short names are near to other words, and so are some long ones: none is meant by `interviewed` or `outcomes`.
    static func meant(by name: String) -> (key: FrontMatterKey, name: String)? {
        let word = name.utf8.map(\.lowercased)
        let meant = names.first { entry in
            let known = Array(entry.name.description.utf8)
            return known.count >= 7 && known.first == word.first
                && (known.last == word.last || word.count < known.count) && Slip.isOne(word, from: known)
        }
        return meant.map { ($0.key, $0.name.description) }
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
