/// What came of an interview, as people say it: `Didn't get it.`, `Result: no`, `He offered me it`.
package enum OutcomeGuess {
    /// Returns the outcome that a sentence tells; nil if it tells none.
    package static func outcome(in sentence: String) -> Outcome? {
        let words = sentence.sentenceWords
        guard words.count <= mostWords else { return nil }
        return phrases.first { $0.phrases.stand(in: words) }?.outcome
    }

    /// Returns the outcome that a value tells after `Outcome:` or a word like it; nil if it tells none.
    package static func outcome(ofValue value: String) -> Outcome? {
        if let outcome = outcome(in: value) { return outcome }
        switch value.sentenceWords.first {
        case "no", "rejected", "unsuccessful", "declined", "nope": return .rejected
        case "offer", "offered", "yes": return .offer
        case "waiting", "pending": return .waiting
        case "withdrew", "withdrawn": return .withdrawn
        default: return nil
        }
    }

    /// The words of lines that tell the outcome.
    package static let labels: Set<String> = ["outcome", "result", "status", "decision", "verdict"]

    private static let mostWords = 16

    private static let phrases: [(outcome: Outcome, phrases: Phrases)] = [
        (
            .withdrawn,
            [
                "i withdrew", "withdrew my application", "withdrew after", "i pulled out", "turned it down",
                "turned them down",
            ]
        ),
        (
            .rejected,
            [
                "rejected me", "they rejected", "was rejected", "got rejected", "rejected by",
                "didn't get it",
                "didn't get the job", "did not get the job", "not successful", "unsuccessful", "it's a no",
                "they said no", "not this time", "turned me down", "turned down", "went to someone else",
                "offer the post to someone", "went with someone else", "no offer",
            ]
        ),
        (.offer, ["offered me", "got the job", "got an offer", "got the offer", "i got it"]),
        (
            .advanced,
            ["i got through", "through to the next", "through to the second", "invited back", "moved on to"]
        ),
        (.waiting, ["still waiting", "waiting to hear", "no answer yet", "haven't heard"]),
    ]
}
