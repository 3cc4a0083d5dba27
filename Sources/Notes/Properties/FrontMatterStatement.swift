package import Markup

/// What one key of front matter or one property says.
package struct FrontMatterStatement: Sendable {
    /// The value; nil or empty if it could not be read as meant, or is left open.
    package enum Content: Sendable {
        case title(String?)
        case company(String?)
        case role(String?)
        case round(String?)
        case date(WrittenDate?)
        /// The time as `HH:MM`.
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

        /// Whether the key has a value that is read.
        package var hasValue: Bool {
            switch self {
            case .title(let text), .company(let text), .role(let text), .round(let text), .time(let text),
                .place(let text), .link(let text):
                text != nil
            case .date(let date): date != nil
            case .interviewers(let names): !names.isEmpty
            case .outcome(let word): word != nil
            case .asked(let day), .answered(let day), .refused(let day), .thanked(let day): day != nil
            case .tags(let topics): !topics.isEmpty
            }
        }
    }

    package let key: FrontMatterKey
    /// The key as it is written.
    package let spelling: String
    package let keyStart: Position
    package let valueStart: Position
    package let content: Content
    /// The links as which names in the value are written, by the text that each link shows.
    ///
    /// Only links that show another text than their target are here.
    package let links: [String: String]
    /// The diagnostics of what could not be read as meant.
    package let diagnostics: [Diagnostic]
    /// How many of the first diagnostics are about a value that only means something in notes of interviews.
    package let ofInterview: Int
}

extension FrontMatterStatement {
    /// The date, if the key is that of the date.
    package var date: WrittenDate? {
        if case .date(let date) = content { date } else { nil }
    }
}
