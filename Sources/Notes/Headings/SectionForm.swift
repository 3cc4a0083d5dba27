// What is written so that something is read as a section's, and as what it is read then.
extension Section {
    /// The kinds of what may be newly read in the section.
    ///
    /// Below feedback, reasons and plans are read too.
    package var kinds: Set<String> {
        switch self {
        case .feedback, .praise, .stage: ["\(stage ?? .unsorted)", "because", "if"]
        case .hunches: ["hunch"]
        case .evidence(let kind): ["\(kind)"]
        case .questionsAsked: ["asked"]
        case .questionsToAsk: ["to ask"]
        case .actions: Set(Action.State.allCases.map { "\($0)" })
        case .undecidedEvidence, .answer, .stories: []
        }
    }

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
