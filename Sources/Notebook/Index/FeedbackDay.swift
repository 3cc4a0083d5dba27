// The day since which feedback is in its stage, in words.

extension Note {
    /// What the day is that a piece of the note's feedback is counted from, in words: ` since the interview`; nothing
    /// where it is that of its stage, or on which it came.
    func dayWords(for feedback: Feedback) -> String {
        guard requestDates.answered == nil, let since = feedback.since, since == dayOfFeedback else {
            return ""
        }
        return since == date ? " since the interview" : " since you asked"
    }
}
