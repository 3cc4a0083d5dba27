internal import Markup

/// What one key of front matter, or one property, says.
struct FrontMatterStatement: Sendable {
    /// What is said; nothing where it could not be read as meant, or is left open.
    enum Content: Sendable {
        case title(String?)
        case company(String?)
        case role(String?)
        case round(String?)
        case date(WrittenDate?)
        /// As `HH:MM`.
        case time(String?)
        case place(String?)
        case link(String?)
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
    /// The links that names in it are written as, by what they show, where that is not their target.
    let links: [String: String]
    /// What could not be read as meant.
    let diagnostics: [Diagnostic]
    /// How many of them, the first ones, are about a value that means something in a note of an interview alone.
    let ofInterview: Int
}

extension FrontMatterStatement {
    /// The value of the one key that tells of the date, where this is it.
    var date: WrittenDate? {
        if case .date(let date) = content { date } else { nil }
    }
}
