internal import Markup

/// What one key of front matter says.
struct FrontMatterStatement: Sendable {
    /// What is said; nothing where it could not be read as meant, or is left open.
    enum Content: Sendable {
        case title(String?)
        case company(String?)
        case role(String?)
        case round(String?)
        case date(CalendarDate?)
        case interviewers([String])
        case outcome(Outcome?)
        case asked(CalendarDate?)
        case answered(CalendarDate?)
        case refused(CalendarDate?)
        case thanked(CalendarDate?)
        case tags([Topic])
    }

    let key: FrontMatterKey
    /// The key as it is written.
    let spelling: String
    let keyStart: Position
    let valueStart: Position
    let content: Content
    /// What could not be read as meant.
    let diagnostics: [Diagnostic]
}

extension Note {
    /// Takes over what a key says.
    mutating func take(_ content: FrontMatterStatement.Content) {
        switch content {
        case .title(let text): if let text { title = text }
        case .company(let text): company = text
        case .role(let text): role = text
        case .round(let text): round = text
        case .date(let day): if let day { date = day }
        case .interviewers(let names): interviewers = names
        case .outcome(let word): outcome = word
        case .asked(let day): requestDates.asked = day
        case .answered(let day): requestDates.answered = day
        case .refused(let day): requestDates.refused = day
        case .thanked(let day): requestDates.thanked = day
        case .tags(let topics): self.topics = topics
        }
    }
}
