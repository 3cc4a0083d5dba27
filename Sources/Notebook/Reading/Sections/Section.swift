/// What stands below a heading, and so what a bullet at the top level of its list is there.
package enum Section: Equatable, Sendable {
    case feedback
    case praise
    case stage(Stage)
    case hunches
    case evidence(Evidence.Kind)
    /// Below a heading of both what worked and what slipped, which decides nothing.
    case undecidedEvidence
    case questionsAsked
    case questionsToAsk
    /// Below one question: how it was answered.
    case answer
    case actions
    case stories

    /// Whether what stands in it stands below feedback.
    var isFeedback: Bool {
        switch self {
        case .feedback, .praise, .stage: true
        default: false
        }
    }

    /// What untagged feedback in it is.
    var stage: Stage? {
        switch self {
        case .feedback: .unsorted
        case .praise: .keep
        case .stage(let stage): stage
        default: nil
        }
    }

    /// Whether text in it that is not a bullet looks like something meant.
    var isTold: Bool {
        switch self {
        case .answer, .actions, .stories: false
        default: true
        }
    }
}

extension Section {
    /// The section that a name of the configuration stands for.
    init(_ configured: Vocabulary.Section) {
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
