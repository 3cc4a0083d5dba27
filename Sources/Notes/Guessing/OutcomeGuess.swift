/// What came of an interview, as people say it: `Didn't get it.`, `Result: no`, `He offered me it`.
package enum OutcomeGuess {
    /// Returns the outcome that a sentence tells; nil if it tells none.
    package static func outcome(in sentence: String) -> Outcome? {
        let words = sentence.sentenceWords
        guard words.count <= mostWords, !sentence.hasSuffix("?") else { return nil }
        if let outcome = decision(in: words) { return outcome }
        if let first = words.first, conditions.contains(first) || words.starts(with: ["how", "i"]) {
            return nil
        }
        return phrases.first { $0.phrases.stand(in: words) }?.outcome ?? short(words, sentence)
    }

    /// Returns the outcome of which a sentence of a mail informs its reader; nil if it does not.
    ///
    /// Such a sentence may be long, and may stand in a quote.
    package static func decision(in sentence: String) -> Outcome? {
        sentence.hasSuffix("?") ? nil : decision(in: sentence.sentenceWords)
    }

    private static func decision(in words: [String]) -> Outcome? {
        guard words.count <= mostWordsOfDecision, !words.contains("if"), !words.contains("whether") else {
            return nil
        }
        return decisions.first { $0.phrases.stand(in: words) }?.outcome
    }

    /// Returns the outcome that a value tells after `Outcome:` or a word like it; nil if it tells none.
    package static func outcome(ofValue value: String) -> Outcome? {
        if let outcome = outcome(in: value) { return outcome }
        let words = value.sentenceWords
        if negations.stand(in: words) { return .rejected }
        switch words.first {
        case "no", "rejected", "unsuccessful", "declined", "nope": return .rejected
        case "offer", "offered", "yes": return .offer
        case "through", "passed", "advanced": return .advanced
        case "waiting", "pending", "waitlisted", "reserve", "hold": return .waiting
        case "withdrew", "withdrawn": return .withdrawn
        default: return nil
        }
    }

    /// Returns the outcome that a line tells which begins with the day on which it was told: `2 apr no.`,
    /// `5 Nov offer 55,5`; nil if it tells none.
    ///
    /// - Parameter words: the words of the line after the day.
    /// - Returns: the outcome.
    package static func outcome(toldOnDay words: [String]) -> Outcome? {
        switch words.first {
        case "no" where words.count == 1 || !afterOtherNo.contains(words[1]): return .rejected
        case "rejection", "rejected", "unsuccessful": return .rejected
        case "offer", "offered": return .offer
        case "yes" where words.count == 1: return .offer
        default: return nil
        }
    }

    /// What stands after a `no` that says something else than the decision.
    private static let afterOtherNo: Set<String> = [
        "news", "answer", "reply", "word", "response", "show", "idea", "one", "perm", "decision", "email",
        "mail",
    ]

    private static let negations: Phrases = ["not offered", "not appointed"]

    /// Returns the outcome that a few words tell which mean something else in a longer sentence.
    private static func short(_ words: [String], _ sentence: String) -> Outcome? {
        if words.contains("declined"), words.contains("offer"), !words.contains("they") { return .withdrawn }
        guard words.count <= mostWordsOfShort else {
            return sentence.lowercased().hasPrefix("offer!") ? .offer : nil
        }
        // `In the second place` begins an argument.
        if ranks.stand(in: words), !words.contains("the") { return .rejected }
        switch words.first {
        case "rejected" where !sentence.contains(":"): return .rejected
        case "offer" where sentence.contains("!"): return .offer
        case "through" where sentence.contains("!") && words.count == 1: return .advanced
        case "passed" where words.count == 1 || words[1] == "moved": return .advanced
        // Nobody has decided, or nobody has said so.
        case "ghosted", "waitlisted": return .waiting
        default: break
        }
        return words.last == "through" && sentence.hasSuffix("!") ? .advanced : nil
    }

    private static let ranks: Phrases = ["second place", "runner up"]

    /// The words of lines that tell the outcome.
    package static let labels: Set<String> = ["outcome", "result", "status", "decision", "verdict"]

    /// Words at the beginning of a sentence that only supposes something.
    private static let conditions: Set<String> = ["if", "whether", "unless", "suppose", "imagine"]

    private static let mostWords = 16
    private static let mostWordsOfDecision = 40
    private static let mostWordsOfShort = 8

    private static let decisions: [(outcome: Outcome, phrases: Phrases)] = [
        (
            .rejected,
            [
                "move forward with another", "moving forward with another", "move forward with other",
                "moving forward with other", "go ahead with another", "going ahead with another",
                "proceed with another", "proceed with other", "offer the position to another",
                "offer the role to another", "offer the job to another", "offer the post to another",
                "offered the position to", "offered the role to", "offered the job to",
                "offered the post to", "offered it to", "appointed another",
                "appointed someone else", "gone with someone else",
                "gone with another", "going with someone else", "went with another",
                "not be taking it further",
                "not be taking this further", "won't be taking it further", "won't be taking this further",
                "not be moving forward", "won't be moving forward", "not been successful",
                "have been unsuccessful", "not be progressing", "won't be progressing",
                "regret to inform you",
                "not to proceed with your", "not be offering you", "not to offer you", "filled this position",
                "filled the position", "filled the role", "filled the post", "filled the vacancy",
                "filled this role",
                "forward with candidates", "ahead with candidates", "proceeding with candidate",
                "proceeding with candidates", "proceed with candidates", "appointed a candidate",
                "not selected for", "not been shortlisted", "not shortlisted", "you were second",
            ]
        ),
        (
            .offer,
            [
                "delighted to offer you", "pleased to offer you", "happy to offer you",
                "like to offer you the",
            ]
        ),
        (
            .advanced,
            [
                "see you in the next round", "invite you to the next", "invite you to the second",
                "invite you to the final", "want you back for", "you through to the next",
            ]
        ),
        (
            .waiting,
            [
                "put the role on hold", "put the position on hold", "role is on hold", "position is on hold",
                "on the reserve list", "on the waiting list", "hold your application", "paused pending",
            ]
        ),
    ]

    private static let phrases: [(outcome: Outcome, phrases: Phrases)] = [
        (
            .withdrawn,
            [
                "i withdrew", "withdrew my application", "withdrew after", "i pulled out", "turned it down",
                "turned them down", "turned the offer down", "turned down the offer", "i declined",
                "said no on the",
                "said no to them", "told them no", "withdrew at", "i've withdrawn", "wrote to withdraw",
                "i said no thanks", "said no with a heavy heart",
            ]
        ),
        (
            .rejected,
            [
                "rejected me", "they rejected", "was rejected", "got rejected", "rejected by",
                "didn't get it",
                "didn't get the job", "did not get the job", "not successful", "unsuccessful", "it's a no",
                "its a no", "it is a no", "it was a no", "a no from", "came second", "came in second",
                "was runner up", "not appointed", "took an internal candidate", "rejected same",
                "rejected role frozen", "not going through", "not going thru",
                "they said no", "not this time", "turned me down", "turned down", "went to someone else",
                "offer the post to someone", "went with someone", "going with someone", "no offer",
                "took someone",
                "they took the", "scored second", "placed second", "was second of", "second of two",
                "2nd place",
                "internal got it", "other one got it", "someone else got it", "wasn't appointed",
                "were not appointed",
            ]
        ),
        (
            .offer,
            [
                "offered me", "got the job", "got an offer", "got the offer", "i got it", "made me an offer",
                "making an offer", "making me an offer", "accepted in writing", "accepted the offer",
                "i accepted", "they want me", "rang yes", "it's mine if", "its mine if", "conditional offer",
                "written offer", "formal offer", "verbal offer",
            ]
        ),
        (
            .advanced,
            [
                "i got through", "through to the next", "through to next", "through to the second",
                "through to the final", "invited back", "moved on to", "moved to the onsite", "want me back",
            ]
        ),
        (
            .waiting,
            [
                "still waiting", "waiting to hear", "no answer yet", "haven't heard", "never heard back",
                "wait listed", "role on hold", "role is frozen", "post is frozen", "hiring freeze",
                "vacancy freeze",
            ]
        ),
    ]
}
