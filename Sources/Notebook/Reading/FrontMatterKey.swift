/// The keys of front matter that mean something, by the names that they have first.
package enum FrontMatterKey: String, Sendable, CaseIterable {
    case title, company, role, round, date, interviewers, outcome, asked, answered, refused, thanked
    case topics = "tags"

    /// The key of a name, whatever its case, and what else it may be called.
    package init?(_ name: String) {
        switch name.lowercased() {
        case "position": self = .role
        case "interviewer": self = .interviewers
        case "status": self = .outcome
        case "topics": self = .topics
        case let name: self.init(rawValue: name)
        }
    }
}
