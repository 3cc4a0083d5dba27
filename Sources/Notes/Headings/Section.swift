/// A section below a heading.
///
/// It decides what a bullet at the top level of its list is.
package enum Section: Equatable, Sendable {
    case feedback
    case praise
    case stage(Stage)
    case hunches
    case evidence(Evidence.Kind)
    /// The section of a heading that names both what worked and what slipped, so that nothing is decided.
    case undecidedEvidence
    case questionsAsked
    case questionsToAsk
    /// The section of a single question, which says how it was answered.
    case answer
    case actions
    case stories

    /// Whether the section is one of feedback.
    package var isFeedback: Bool {
        switch self {
        case .feedback, .praise, .stage: true
        default: false
        }
    }

    /// The stage of untagged feedback in the section; nil if the section does not have feedback.
    package var stage: Stage? {
        switch self {
        case .feedback: .unsorted
        case .praise: .keep
        case .stage(let stage): stage
        default: nil
        }
    }

    /// Whether text in the section is reported if it is not a bullet, because it looks meant.
    package var isTold: Bool {
        switch self {
        case .answer, .actions, .stories: false
        default: true
        }
    }
}

extension Section {
    /// Makes the section that a name of the configuration stands for.
    package init(_ configured: Vocabulary.SectionName) {
        switch configured {
        case .feedback: self = .feedback
        case .praise: self = .praise
        case .hunches: self = .hunches
        case .worked: self = .evidence(.worked)
        case .slipped: self = .evidence(.slipped)
        case .questionsAsked: self = .questionsAsked
        case .questionsToAsk: self = .questionsToAsk
        case .actions: self = .actions
        case .stories: self = .stories
        }
    }
}
