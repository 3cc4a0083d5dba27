// What is written so that something is read as a section's.
extension Section {
    /// The heading of a list of what the section is of.
    package var heading: String {
        switch self {
        case .feedback: "Feedback"
        case .praise: "Strengths"
        case .stage(let stage):
            stage == .unsorted
                ? "Feedback" : stage.rawValue.prefix(1).uppercased() + stage.rawValue.dropFirst()
        case .hunches: "Hunches"
        case .evidence(let kind): kind == .worked ? "Worked" : "Slipped"
        case .questionsAsked: "Questions they asked"
        case .questionsToAsk: "Questions to ask"
        case .actions: "Actions"
        case .undecidedEvidence, .answer, .stories: "Notes"
        }
    }

    /// What makes a bullet of the section of a bullet in any list; nil if only a heading does.
    package var front: String? {
        switch self {
        case .hunches: "hunch: "
        case .evidence(let kind): "\(kind): "
        case .actions: "[ ] "
        case .stage(let stage) where stage != .unsorted: "\(stage.rawValue): "
        case .praise: "keep: "
        default: nil
        }
    }
}
