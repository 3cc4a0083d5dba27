/// What a sentence of somebody's own prose tells.
package enum SentenceKind: String, CaseIterable, Sendable {
    /// What the person means to do.
    case action
    /// What they were asked.
    case asked
    /// What they want to ask.
    case toAsk = "to-ask"
    /// What somebody said of them.
    case said
    /// How they think that it went.
    case impression
    /// What came of the interview.
    case rejected, offer, advanced, waiting, withdrawn
    /// Anything else.
    case other

    /// Makes the kind that is written in a section; nil if sentences do not tell it.
    package init?(_ section: Section?) {
        switch section {
        case .feedback, .praise, .stage: self = .said
        case .hunches, .evidence, .undecidedEvidence: self = .impression
        case .questionsAsked: self = .asked
        case .questionsToAsk: self = .toAsk
        case .actions: self = .action
        case .answer, .stories, nil: return nil
        }
    }

    /// The section that the sentence belongs to; nil if it tells nothing.
    package var section: Section? {
        switch self {
        case .action: .actions
        case .asked: .questionsAsked
        case .toAsk: .questionsToAsk
        case .said: .feedback
        case .impression: .hunches
        case .rejected, .offer, .advanced, .waiting, .withdrawn, .other: nil
        }
    }

    /// What the sentence says that came of the interview; nil if it does not.
    package var outcome: Outcome? {
        switch self {
        case .rejected: .rejected
        case .offer: .offer
        case .advanced: .advanced
        case .waiting: .waiting
        case .withdrawn: .withdrawn
        default: nil
        }
    }
}
