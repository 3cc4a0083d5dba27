// These functions say in words since when feedback is in its stage.

extension Note {
    /// Returns in words from which day a piece of the note's feedback is counted: ` since the interview`.
    ///
    /// The text is empty if that is the day of the feedback's stage, or the day on which the feedback came.
    package func dayWords(for feedback: Feedback) -> String {
        guard requestDates.answered == nil, let since = feedback.since, since == dayOfFeedback else {
            return ""
        }
        return since == date ? " since the interview" : " since you asked"
    }
}
