package import Markup

/// Something that a note says, as what it is read.
///
/// Two sayings are equal if they say the same as the same.
package struct Saying: Equatable, Sendable {
    package enum Kind: Hashable, Sendable {
        case feedback(Stage), reason, plan
        case action(Action.State)
        case hunch
        case evidence(Evidence.Kind)
        case questionAsked, questionToAsk
        case story, storyPart(Story.Part.Kind)
        case telling(of: String?)
    }

    package let kind: Kind
    package let text: String
    package let position: Position

    package init(_ kind: Kind, _ text: String, at position: Position) {
        self.kind = kind
        self.text = text
        self.position = position
    }

    package static func == (a: Saying, b: Saying) -> Bool { a.kind == b.kind && a.text == b.text }

    /// Returns everything that a note says, in reading order.
    package static func all(of note: Note) -> [Saying] {
        var all: [Saying] = []
        for feedback in note.feedback {
            all.append(Saying(.feedback(feedback.stage), feedback.text, at: feedback.position))
            all += feedback.reasons.map { Saying(.reason, $0.text, at: $0.position) }
            all += feedback.plans.map { Saying(.plan, $0.text, at: $0.position) }
        }
        all += note.allActions.map { Saying(.action($0.state), $0.text, at: $0.position) }
        all += note.hunches.map { Saying(.hunch, $0.text, at: $0.position) }
        all += note.evidence.map { Saying(.evidence($0.kind), $0.text, at: $0.position) }
        all += note.questionsAsked.map { Saying(.questionAsked, $0.text, at: $0.position) }
        all += note.questionsToAsk.map { Saying(.questionToAsk, $0.text, at: $0.position) }
        for story in note.stories {
            all.append(Saying(.story, story.text, at: story.position))
            all += story.parts.map { Saying(.storyPart($0.kind), $0.text, at: $0.position) }
        }
        all += note.tellings.map { Saying(.telling(of: $0.id), $0.text, at: $0.position) }
        return all.sorted { $0.position < $1.position }
    }
}

extension Section {
    /// The kinds of what may be newly read in the section.
    ///
    /// Below feedback, reasons and plans are read too.
    package var kinds: Set<Saying.Kind> {
        switch self {
        case .feedback, .praise, .stage: [.feedback(stage ?? .unsorted), .reason, .plan]
        case .hunches: [.hunch]
        case .evidence(let kind): [.evidence(kind)]
        case .questionsAsked: [.questionAsked]
        case .questionsToAsk: [.questionToAsk]
        case .actions: Set(Action.State.allCases.map(Saying.Kind.action))
        case .undecidedEvidence, .answer, .stories: []
        }
    }
}
