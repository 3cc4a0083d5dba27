public import Notes
public import Reports

/// What a person should know before the next question: what became of an answer, or of a note meanwhile.
public enum TriageNotice: Sendable, Equatable {
    /// The answer was written.
    case answered(TriageAnswer, text: String)
    /// The note already says what was answered, so nothing was written.
    case stays(TriageAnswer, text: String)
    /// No feedback was about the topic before, so it may be a slip.
    case newTopic(String)
    case undone(text: String)
    /// Nothing had been written, so nothing was removed.
    case wentBack
    case nothingToUndo
    /// Somebody has changed what was written, so it is not removed.
    case notUndone

    /// Somebody changed the feedback while it was asked about.
    case changed
    case decided(Stage, text: String)
    case gone(text: String)
    case unreadable(NotePath, reason: String)

    case refused(Refusal.Reason)
    case notWritten(WriteFailure)

    /// Whether something did not go as it was meant to.
    public var isProblem: Bool {
        switch self {
        case .answered, .stays, .newTopic, .undone, .wentBack: false
        default: true
        }
    }
}

extension TriageNotice: CustomStringConvertible {
    /// The notice as a person reads it.
    public var description: String {
        switch self {
        case .answered(.chew, let text): "To chew on: \(quoted(text))"
        case .answered(.swallow(nil), let text): "Swallowed: \(quoted(text))"
        case .answered(.swallow(.plan), let text): "Swallowed, with a plan: \(quoted(text))"
        case .answered(.swallow, let text): "Swallowed, with an action: \(quoted(text))"
        case .answered(.spit, let text): "Spat out: \(quoted(text))"
        case .answered(.keep, let text): "Kept, to lean on: \(quoted(text))"
        case .answered(.topic(let name), let text): "About #\(name.drop { $0 == "#" }): \(quoted(text))"
        case .stays(.topic(let name), let text):
            "Already about #\(name.drop { $0 == "#" }): \(quoted(text))"
        case .stays(let answer, let text): "Still \(answer.stage?.adjective ?? ""): \(quoted(text))"
        case .newTopic(let name): "Nothing else is about #\(name) yet."
        case .undone(let text): "Taken back: \(quoted(text))"
        case .wentBack: "Here it is again; nothing had been written."
        case .nothingToUndo: "This is where you began: there is nothing to take back."
        case .notUndone:
            "Its lines have been changed since, so the answer stays in the note. Here it is as it is now."
        case .changed: "The note was changed in the meantime. This is what it says now."
        case .decided(let stage, let text):
            "In the note it is \(stage.adjective) by now: \(quoted(text))"
        case .gone(let text): "It is no longer in the note: \(quoted(text))"
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .refused(let reason): "Nothing was written: \(reason)"
        case .notWritten(let failure): "Nothing was written: \(failure)"
        }
    }

    private func quoted(_ text: String) -> String { "“\(TextWidth.cut(text, to: 40))”" }
}
