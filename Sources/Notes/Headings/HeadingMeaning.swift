/// What the words of a heading mean, before the section around the heading is known.
package struct HeadingMeaning: Sendable {
    package enum Kind: Sendable, Equatable {
        case nothing
        case section(Section)
        /// `Pros`: praise within feedback, and nothing elsewhere.
        case praiseWithinFeedback
        /// `What went well`: praise within feedback, and what worked elsewhere.
        case wentWell
        /// `What didn't work`: what slipped. Within feedback, it does not begin a section of its own.
        case didNotWork
        /// `What went wrong`: hunches. Within feedback, it does not begin a section of its own.
        case guess
        /// `from Dana`: feedback within feedback, and nothing elsewhere.
        case from
        /// `Question 3: Why us?`: the question itself.
        case question
    }

    package var kind: Kind
    /// The name of the person whom the words name as the source: `Feedback from Dana`, `Dana's feedback`.
    package var speaker: String?
    /// Whether the words are exactly a name of the table, or of a form that a list item may have too.
    package var isWhole = false
    /// The words themselves.
    package let words: HeadingWords

    /// Returns the section that the heading begins within another section; nil if it begins none.
    package func section(within outer: Section?) -> Section? {
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

    /// Whether the table knows the words for feedback, praise or hunches.
    package var isOfFeedbackOrHunches: Bool {
        switch kind {
        case .section(.feedback), .section(.praise), .section(.hunches), .guess: true
        default: false
        }
    }
}
