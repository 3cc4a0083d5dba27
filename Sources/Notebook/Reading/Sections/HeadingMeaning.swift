internal import Markup

/// What a heading's words say, before it is known what the heading stands in.
struct HeadingMeaning: Sendable {
    enum Kind: Sendable, Equatable {
        case nothing
        case section(Section)
        /// `Pros`: praise within feedback, else nothing.
        case praiseWithinFeedback
        /// `What went well`: praise within feedback, else what worked.
        case wentWell
        /// `What didn't work`: what slipped, but nothing of its own within feedback.
        case didNotWork
        /// `What went wrong`: hunches, but nothing of its own within feedback.
        case guess
        /// `from Dana`: feedback within feedback, else nothing.
        case from
        /// `Question 3: Why us?`: the question itself.
        case question
    }

    var kind: Kind
    /// The name that the words give feedback to: `Feedback from Dana`, `Dana's feedback`.
    var speaker: String?
    /// Whether the words are a name of the table and nothing else, or one that a list item may have too.
    var isWhole = false
    /// The words themselves.
    let words: HeadingWords

    /// What the heading says within a section.
    func section(within outer: Section?) -> Section? {
        let isWithinFeedback = outer?.isFeedback ?? false
        switch kind {
        case .nothing: return nil
        case .section(let section): return section
        case .praiseWithinFeedback: return isWithinFeedback ? .praise : nil
        case .wentWell: return isWithinFeedback ? .praise : .evidence(.worked)
        case .didNotWork: return isWithinFeedback ? nil : .evidence(.slipped)
        case .guess: return isWithinFeedback ? nil : .hunches
        case .from: return isWithinFeedback ? .feedback : nil
        case .question: return .answer
        }
    }

    /// Whether the table names it for feedback, praise or hunches.
    var isOfFeedbackOrHunches: Bool {
        switch kind {
        case .section(.feedback), .section(.praise), .section(.hunches), .guess: true
        default: false
        }
    }
}
