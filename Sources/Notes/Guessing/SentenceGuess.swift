/// What a sentence of somebody's own prose probably tells: what others said of them, what they were asked,
/// how they think it went, or what they will do.
///
/// It looks at a few words alone, so it is only proposed. Where the words could as well be about something
/// else, it guesses nothing.
package enum SentenceGuess {
    /// Returns the section to which a sentence belongs; nil if it is only told.
    package static func section(of sentence: String) -> Section? {
        let words = sentence.sentenceWords
        let own = Array(words.drop { fillers.contains($0) })
        guard own.count > 1, own.count <= mostWords, !sentence.hasSuffix(":"), !MailParts.isDecision(own)
        else { return nil }
        if own[0].hasSuffix("'s"), wordsOfOthers.contains(own[1]), sentence.contains(":") { return .feedback }
        if isPlan(own) { return .actions }
        if regrets.stand(in: own) { return .hunches }
        if own.starts(with: ["i", "asked"]), own.count > 3, beginnings.contains(own[2]),
            !["about", "on"].contains(own[2])
        {
            return .questionsToAsk
        }
        if isAsking(own) { return .questionsAsked }
        if AskedQuestion.isPut(in: sentence) { return .questionsAsked }
        if sentence.hasSuffix("?") { return nil }
        if isSaid(own) { return .feedback }
        if let kind = EvidenceGuess.kind(of: own) { return .evidence(kind) }
        if isHunch(own) || PerformanceGuess.judges(own) { return .hunches }
        return isAddressed(own) ? .feedback : nil
    }

    /// Returns whether a sentence leaves out who asked, which may be the person themselves.
    package static func leavesOutSubject(_ sentence: String) -> Bool {
        sentence.sentenceWords.first == "asked"
    }

    private static let mostWords = 60

    /// Words with which a sentence begins and that say nothing about it.
    private static let fillers: Set<String> = [
        "and", "but", "so", "then", "also", "anyway", "still", "though", "apparently", "well", "hm", "oh",
        "ok", "however", "ouch", "pls", "please", "actually", "basically", "honestly", "overall",
        "afterwards", "later",
    ]

    private static let firstPerson: Set<String> = ["i", "i'm", "i'd", "i've", "i'll", "we", "we'd", "we've"]
    private static let aboutMe: Set<String> = [
        "i", "i'm", "i'd", "i've", "i'll", "my", "me", "mine", "you", "you're", "you'd", "you've", "you'll",
        "your", "myself", "yourself",
    ]

    // MARK: Plans

    private static let plans: Phrases = [
        "next time", "i should", "i must", "i need to", "i have to", "i want to", "i've got to", "i'll",
        "i will", "i'm going to", "will", "must", "need to", "remember to", "have to", "note to self",
        "from now on", "lesson learned", "lesson learnt", "takeaway", "to do", "todo",
        "must remember",
    ]
    /// What begins like a plan and is none.
    private static let noPlans: Phrases = [
        "i should have", "i should've", "should have", "i should hear", "i should know", "i should be",
        "i need to hear", "i'll hear", "i'll know", "i'll be", "i'll find out", "i'll get", "i'll see",
        "i will hear", "i will know", "i will be", "i will get", "i have to say", "i have to admit",
        "i must have", "i must say", "i must admit", "must have", "must be", "will be", "will hear",
        "will know", "will they", "will i", "will it", "will find out", "will you", "will he", "will she",
        "will there", "next time they", "next time he",
        "next time she", "have to say", "have to admit", "i want to work", "i want to join", "i want to be",
    ]
    private static let laterPlans: Phrases = ["from now on", "next time i'll", "next time i will"]

    private static func isPlan(_ words: [String]) -> Bool {
        if words.count < 3 || noPlans.begin(words) { return false }
        return plans.begin(words) || laterPlans.stand(in: words) && words.first != "they"
    }

    // MARK: Questions

    private static let askings: Phrases = [
        "asked", "asks", "asking", "asked three things", "asked only", "asked two things", "wanted to know",
        "was curious", "were curious", "quizzed me",
        "grilled me",
    ]
    /// The words that a question begins with, told or as it was put.
    private static let beginnings: Set<String> = [
        "about", "how", "what", "what's", "why", "if", "whether", "when", "where", "which", "who", "who's",
        "whose", "do", "did", "does", "have", "can", "could", "would", "are", "is", "was", "tell", "describe",
        "on",
    ]
    /// What stands after `asked` where no question was asked.
    private static let afterOtherAsking: Set<String> = [
        "for", "them", "to", "him", "her", "that", "on", "at", "by", "via", "in", "and", "waiting",
        "yesterday",
        "today", "too", "one", "two", "three", "four", "five", "good", "great", "no", "few", "many", "a",
        "some",
    ]
    private static let between: Set<String> = [
        "me", "us", "again", "then", "mostly", "first", "mainly", "just",
    ]
    private static let questionsWere: Phrases = ["question was", "question is", "questions were"]

    private static func isAsking(_ words: [String]) -> Bool {
        for at in words.indices.prefix(mostWordsBeforeVerb + 1) {
            guard let length = askings.length(atBeginningOf: words[at...]) else { continue }
            let isMine = words[..<at].contains { firstPerson.contains($0) || $0 == "when" || $0 == "my" }
            let isPassive = at > 0 && ["was", "were", "got", "been", "being", "get"].contains(words[at - 1])
            if isMine && !isPassive { return false }
            let rest = words[(at + length)...].drop { between.contains($0) }
            // `asked Java or Go`
            if at == 0, words[0] == "asked", let next = rest.first { return !afterOtherAsking.contains(next) }
            if rest.first.map({ beginnings.contains($0) }) ?? false { return true }
            // `He asked CAC per channel`
            let isTheirs = at > 0 && ["he", "she", "they"].contains(words[at - 1]) && words[at] == "asked"
            if isTheirs, let next = rest.first { return !afterOtherAsking.contains(next) && rest.count > 1 }
        }
        guard let at = questionsWere.index(in: words), at <= mostWordsBeforeVerb else { return false }
        return words.count > at + 3
    }

    private static let mostWordsBeforeVerb = 7

    // MARK: What they said

    private static let speaking: Set<String> = [
        "said", "says", "say", "told", "reckoned", "reckons", "mentioned", "noted", "thought", "thinks",
        "felt", "feels", "commented", "added", "remarked", "wrote", "believed", "found", "complained",
        "explained", "warned", "called", "described", "wished", "suggests", "suggested", "recommended",
        "recommends", "advised", "advises", "mentions", "tells", "noticed", "finds",
    ]
    /// The words for what somebody said, such as `words` in `Angela's words: …`.
    private static let wordsOfOthers: Set<String> = [
        "words", "tip", "tips", "advice", "verdict", "comment", "comments", "view", "take", "summary", "note",
    ]
    private static let liking: Set<String> = [
        "liked", "loved", "enjoyed", "praised", "appreciated", "disliked", "hated", "missed", "likes",
        "loves",
        "singled",
    ]
    private static let wanting: Phrases = [
        "wanted someone", "wanted somebody", "needed someone", "needed somebody", "wanted more",
        "wanted to see more", "would have liked", "was looking for", "were looking for", "was impressed",
        "were impressed", "feedback was", "was worried", "were worried", "weren't convinced",
        "wasn't convinced", "pointed out", "was told", "were told", "would like to see", "wants me to",
        "wanted me to", "would like me to", "she'd like me to", "he'd like me to", "they'd like me to",
        "she'd like to see", "he'd like to see", "they'd like to see", "she'd have liked", "he'd have liked",
        "they'd have liked", "had noted", "would have preferred",
    ]
    /// What others say that is not about the person.
    private static let otherWords: Phrases = [
        "to me", "to us", "back", "nothing", "no", "goodbye", "hello", "they'd", "they'll", "they will",
        "they would be",
        "they are still",
        "he'd", "she'd", "he'll", "she'll", "we'll", "we'd", "i'd hear", "i would hear", "i will hear",
        "i'll hear", "i should hear", "i'd get", "i'd be told", "i got", "i had the", "i have the",
        "i can start",
        "i could start", "to wait", "to expect", "to call", "me about", "me they", "me that they", "me the",
        "me to wait", "me it", "me how", "me what", "me to call", "me to expect", "that they", "that they'd",
        "they were", "the role", "it was nice", "it was great to meet",
    ]

    /// Words before a verb that are not of somebody else who speaks.
    private static let notSpeakers: Set<String> = [
        "my", "you", "do", "did", "what", "which", "how", "why", "who", "if",
    ]

    /// What follows `Said` where somebody else said it.
    private static let elided: Phrases = [
        "i was", "i came", "i seemed", "i needed", "i should", "i talked", "my", "you", "that i", "that my",
        "pitch", "answers", "the pitch", "the answers", "the demo", "the lesson", "lesson", "cv",
    ]

    /// Returns whether a sentence tells what somebody else said about the person.
    private static func isSaid(_ words: [String]) -> Bool {
        if let at = wanting.index(in: words), at <= mostWordsBeforeVerb {
            let isTold = ["was", "were"].contains(words[at]) && words[at + 1] == "told"
            let isMine = words[..<at].contains { firstPerson.contains($0) }
            if at > 0 || words[0] == "feedback", isTold == isMine {
                return !isTold || words[(at + 2)...].contains { aboutMe.contains($0) }
            }
        }
        guard
            let at = words.prefix(mostWordsBeforeVerb + 1).firstIndex(where: {
                speaking.contains($0) || liking.contains($0)
            }), !words[..<at].contains(where: { firstPerson.contains($0) || notSpeakers.contains($0) })
        else { return false }
        let rest = Array(words[(at + 1)...])
        if liking.contains(words[at]) { return at > 0 && !rest.isEmpty && rest[0] != "it" }
        // `Thought I was late` is what the person themselves thought.
        if at == 0 {
            return words[0] == "said" && elided.begin(rest)
        }
        if rest.isEmpty || otherWords.begin(rest) { return false }
        return rest.drop { $0 == "me" && words[at] == "told" }.contains {
            aboutMe.contains($0) || aboutTheirs.contains($0)
        }
    }

    /// What the person showed in an interview, which others speak of.
    private static let aboutTheirs: Set<String> = [
        "answer", "answers", "pitch", "cv", "opener", "presentation", "demo",
    ]

    /// Words that show that a sentence goes on with what somebody else said of the person.
    private static let aboutWork: Set<String> = [
        "answer", "answers", "question", "questions", "lesson", "pitch", "demo", "presentation", "cv",
        "story",
        "stories", "example", "examples", "numbers", "energy", "code", "design", "test", "voice", "pace",
        "structure", "too", "more", "less", "lacking", "missing", "weak", "strong", "better", "best", "clear",
        "unclear", "depth", "experience",
    ]
    /// Returns whether what somebody says may be about the person: it speaks of what they did, or quotes.
    package static func isAboutPerson(_ text: String) -> Bool {
        text.contains { "\"“".contains($0) }
            || text.sentenceWords.contains {
                aboutMe.contains($0) || aboutWork.contains($0) || aboutTheirs.contains($0)
                    || PerformanceGuess.judgements.contains($0)
            }
    }

    private static let fewestWords = 4

    private static let you: Set<String> = ["you", "your", "you're", "you'd", "you've", "you'll", "yourself"]
    /// What is said to everybody, or in a letter beside what matters.
    private static let addressingAll: Phrases = [
        "you know", "you never know", "thank you", "you can", "you could", "if you", "when you", "you get",
        "you see", "see you", "as you", "you will", "you'll", "you to", "invite you", "inform you",
        "your application",
        "your time", "your interest",
    ]

    /// Returns whether a sentence speaks to the person about what they did, as in a mail that was pasted.
    private static func isAddressed(_ words: [String]) -> Bool {
        words.count >= fewestWords + 1 && words.contains { you.contains($0) }
            && !words.contains { ["i", "my", "me", "i'm", "i'd"].contains($0) }
            && !addressingAll.stand(in: words)
            && !beginnings.contains(words[0])
            && words.contains { aboutWork.contains($0) || PerformanceGuess.judgements.contains($0) }
    }

    // MARK: How it went

    private static let opinions: Phrases = [
        "i think", "i thought", "i felt", "i feel", "i guess", "i reckon", "i suspect", "i fear",
        "i'm afraid",
        "i worry", "i don't think", "i doubt", "i bet", "i sense", "i sensed", "felt", "felt like", "maybe",
        "perhaps", "probably", "in hindsight", "looking back", "on reflection", "i could tell",
        "got the feeling",
        "i got the feeling", "i got the sense", "got the sense", "i got the impression", "my guess",
        "my feeling",
        "my impression", "thought i", "not sure i", "i believe", "i'd guess", "i also think",
        "honestly i think",
        "think i", "think they", "prob", "prob too",
    ]
    /// Words with which an opinion is about how it went.
    private static let judging: Set<String> = [
        "i", "i'm", "i'd", "i've", "my", "me", "too", "went", "came", "liked", "lost", "bored", "fell",
        "well",
        "badly", "better", "worse", "defensive", "weak", "strong", "flat", "switched", "rushed", "long",
        "vague", "internal", "candidate", "overqualified", "salary", "sharply", "honest", "calm", "nervous",
        "best",
        "worst", "thin", "clear", "unclear", "short", "loud", "quiet", "young", "old", "expensive", "50",
    ]
    private static let regrets: Phrases = [
        "i should have", "i should've", "should have said", "should have asked", "i could have", "i wish i",
        "if only i", "i shouldn't have", "i ought to have", "should've said", "should've asked",
    ]
    /// Signs that something did not go well.
    private static let signs: Phrases = [
        "at his watch", "at her watch", "at their watch", "at the clock", "at his phone", "at her phone",
        "switched off", "stopped taking notes", "looked bored", "lost interest", "nobody laughed",
        "no one laughed", "fell flat", "came out defensive", "came out wrong", "came across as", "lost them",
        "lost him", "lost her", "glazed over", "i yawned", "raised an eyebrow", "i sounded", "i came across",
        "it came out", "low i think", "long i think", "fast i think", "i never got to", "seemed bored",
        "seemed unconvinced", "looked unconvinced", "frowned when", "blanked", "waffled", "rambled",
        "i froze", "froze on", "froze at", "went red", "went blank",
        "got flustered", "got defensive", "lost points", "was a mess", "a bit messy", "a bit shaky",
        "weak spot", "was tired", "i rushed", "rushed the", "panicked", "bluffed", "i ducked",
        "i stumbled", "stumbled over", "stumbled on", "i mumbled", "wobbled", "flat answer", "out of time",
        "had no clue", "no clue about", "couldn't remember", "talked too much", "talked too long",
        "spoke too fast", "was squeezed", "answer was poor", "answer was weak", "answers were thin",
        "answer was thin", "best answer", "strongest answer", "worst answer", "went well i think",
        "felt good",
        "felt ok", "fell off", "one line answers", "had no answer", "no real answer", "i mixed up",
        "sounded negative", "got it wrong", "i talked for", "forgot to say", "i forgot to",
        "i got lost", "was too hard for", "too long though", "sounded defensive", "could hear the pen drop",
    ]

    private static func isHunch(_ words: [String]) -> Bool {
        // What the person said in the interview is no view of it.
        if words.starts(with: ["i", "said"]) || words.starts(with: ["i", "told"]) { return false }
        if signs.stand(in: words) { return true }
        guard let length = opinions.length(atBeginningOf: words[...]) else { return false }
        return words.dropFirst(length).contains { judging.contains($0) }
            || words[length - 1] == "i" && words.count > length + 1
    }
}
