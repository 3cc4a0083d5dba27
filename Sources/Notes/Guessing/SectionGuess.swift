/// What a heading, or a line that looks like one, is probably about although the table of headings does not
/// name it.
///
/// A guess is only proposed. A person confirms it.
package enum SectionGuess: CaseIterable {
    case feedback, praise, hunches, questionsAsked, questionsToAsk, actions

    package init?(_ section: Section?) {
        switch section {
        case .feedback, .stage: self = .feedback
        case .praise: self = .praise
        case .hunches: self = .hunches
        case .questionsAsked: self = .questionsAsked
        case .questionsToAsk: self = .questionsToAsk
        case .actions: self = .actions
        default: return nil
        }
    }

    /// The section that the heading begins.
    package var section: Section {
        switch self {
        case .feedback: .feedback
        case .praise: .praise
        case .hunches: .hunches
        case .questionsAsked: .questionsAsked
        case .questionsToAsk: .questionsToAsk
        case .actions: .actions
        }
    }

    /// The name from the table of headings that is written in place of the heading.
    package var heading: String { section.heading }

    /// What stands below the heading, in words.
    package var content: String {
        switch self {
        case .feedback: "what they said"
        case .praise: "what they liked"
        case .hunches: "your own impressions"
        case .questionsAsked: "what they asked"
        case .questionsToAsk: "what to ask them"
        case .actions: "what to do"
        }
    }

    /// Guesses what a heading is about; nil if its words do not tell.
    ///
    /// - Parameters:
    ///   - words: the words in small letters, without `the`, `my` and similar words at the beginning.
    ///   - isMine: whether the heading says that it is about the person's own things.
    package init?(_ words: [String], isMine: Bool) {
        guard !words.isEmpty, words.count <= Self.mostWords, words.first != "tell" else { return nil }
        func has(_ phrases: Phrases) -> Bool { phrases.stand(in: words) }
        let whole = words.joined(separator: " ")
        if isMine && has(Self.ownQuestions) || words[0] == "ask" {
            self = .questionsToAsk
        } else if Self.wholeAskings.contains(words[0]) {
            self = .questionsAsked
        } else if has(Self.plans) || Self.wholePlans.contains(whole) {
            self = .actions
        } else if Self.wholeViews.contains(whole) {
            self = .hunches
        } else if has(Self.asking) {
            self = .questionsToAsk
        } else if isMine && has(Self.ownViews)
            || has(Self.own)
        {
            self = .hunches
        } else if has(Self.likings) {
            self = .praise
        } else if has(Self.askings) {
            self = .questionsAsked
        } else if has(Self.sayings) || words.first == "from" && words.count > 1
            || words.first == "answer" && !isMine
        {
            self = .feedback
        } else {
            return nil
        }
    }

    static let mostWords = 12

    /// What a heading is about that has one of these words alone.
    private static let wholePlans: Set<String> = [
        "next", "plan", "plans", "homework", "so", "now", "tasks", "task list", "remember", "reminder",
        "reminders", "until then", "by then", "actions", "from here", "what next", "what now", "then do",
        "learned", "learnt", "rule", "rules", "my rules", "new rules", "rule for next time",
        "rules for next time",
        "resolutions", "next for me", "for me", "must do better",
    ]
    private static let wholeViews: Set<String> = [
        "me", "felt", "feel", "feeling", "feelings", "afraid", "fear", "fears", "worry", "worries",
        "thoughts", "good", "bad", "less good", "not good", "not so great", "better", "worse",
        "own view",
    ]
    /// The words that a heading of what was asked begins with, whatever else it is about.
    private static let wholeAskings: Set<String> = ["q", "qs", "q's", "interview"]

    private static let plans: Phrases = [
        "next time", "to do", "todo", "todos", "for the next", "before the next", "action points",
        "things to fix", "to fix", "to work on", "work on", "to practise", "to practice", "what to change",
        "lessons", "to prepare", "prep for next", "things to do", "need to do", "learnings", "takeaways",
        "take-aways", "take away", "note to self", "notes to self", "i do about", "i'll do about",
        "do about it",
        "do with it", "i do with", "before the day", "before the interview", "plan for", "before round",
        "i'll do with", "do differently", "to remember", "what i learned", "what i learnt", "i learned",
        "i learnt", "learned from", "from now on",
        "improvements to make", "must do", "will do",
    ]
    private static let ownQuestions: Phrases = ["questions", "qs"]
    private static let ownViews: Phrases = [
        "thoughts", "view", "take", "side", "verdict", "feeling", "feelings",
    ]
    private static let asking: Phrases = [
        "i asked", "to ask", "ask them", "questions for them", "qs for them", "asked them", "ask the panel",
        "ask next time", "i want to know", "i'd like to know", "i'd ask", "ask at the end",
        "questions i have", "questions i still have", "still want to know",
        "didn't ask", "ask in the next", "question to them", "question for them", "questions to them",
        "qs to them",
        "ask about", "forgot to ask", "should have asked", "wish i'd asked", "i did ask",
    ]
    private static let own: Phrases = [
        "i felt", "i feel", "it felt", "felt", "gut", "gut feel", "i think", "i thought", "went badly",
        "didn't go well",
        "didnt go well", "not so well", "not so good", "bad bits", "good bits", "i say", "reflections",
        "reflection",
        "looking back", "in hindsight", "hindsight", "i should have", "should have said", "should of said",
        "i'd change",
        "would change", "struggled", "messed up", "first thoughts", "self review", "how it went", "it went",
        "went well",
        "how did it go", "impressions", "could be better", "could have been better", "could've been better",
        "could have gone better", "what didn't", "went wrong", "even better if", "less well", "i messed",
        "i got wrong", "i regret", "slips", "i read it", "i saw it", "i see it", "my read", "i believe",
        "how it was", "first impression", "own thoughts", "i did badly", "i fear", "i feared",
        "i'm afraid of",
        "i was afraid of", "scared of", "i'm scared of", "worried about", "honest feeling", "it all felt",
    ]
    private static let likings: Phrases = [
        "they liked", "liked", "good points", "praise", "strong points", "strength", "pros", "positive",
        "positives", "compliments", "nice things", "people praise",
    ]
    private static let askings: Phrases = [
        "asked", "qs", "they ask", "ask", "asks", "wanted to know", "panel questions", "interview questions",
        "questions", "q's", "quizzed on",
    ]
    private static let sayings: Phrases = [
        "they said", "she said", "he said", "they told", "she told", "he told", "told me", "they wrote",
        "she wrote",
        "he wrote", "wrote", "said", "telling me", "telling us", "call from", "by phone", "on the phone",
        "his notes", "her notes", "comment", "they gave", "forwarded", "she gave", "he gave", "feedback",
        "verdict", "areas to develop", "to develop",
        "development areas",
        "development points", "comments", "critique", "their notes", "reasons", "why not", "why they said no",
        "e-mail", "email", "mail", "reply", "sent this", "sent", "sent me", "back from them", "debrief call",
        "negatives", "negative", "cons", "criticism", "concerns", "minuses", "improvements", "disliked",
    ]
}
