/// Who said a piece of feedback, such that what one person said three times counts as one.
///
/// Two are the same where company and name are, whatever their case. Feedback without any name has its note
/// as its one source.
public enum FeedbackSource: Hashable, Sendable {
    case person(name: String, company: String?)
    case note(NotePath)
}

extension Note {
    /// The distinct sources of a piece of this note's feedback; at least one.
    public func sources(of feedback: Feedback) -> [FeedbackSource] {
        if feedback.sources.isEmpty { return [.note(path)] }
        let company = company?.lowercased()
        return feedback.sources.map { .person(name: $0.lowercased(), company: company) }
    }
}
