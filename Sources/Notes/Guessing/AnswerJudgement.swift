/// Whether a sentence after a question that was asked tells how its answer went: `Fine.`, `Waffled.`, `Went well,
/// he nodded`.
///
/// Such a sentence is short and leaves out what it is about, so it tells nothing anywhere else.
enum AnswerJudgement {
    /// Returns what a sentence after a question is; nil if it tells what was answered, or anything else.
    static func section(of sentence: String) -> Section? {
        let words = sentence.sentenceWords
        guard !words.isEmpty, !sentence.hasSuffix("?") else { return nil }
        switch SentenceGuess.section(of: sentence) {
        case .evidence(let kind): return .evidence(kind)
        case .hunches: return .hunches
        case .feedback, .questionsAsked: return nil
        default: break
        }
        if worked.begin(words) { return .evidence(.worked) }
        let rest = words.drop { fillers.contains($0) }
        let judges = judgements.begin(Array(rest)) && words.count <= mostWords
        return judges || tells.stand(in: words) ? .hunches : nil
    }

    private static let mostWords = 12
    private static let fillers: Set<String> = [
        "also", "and", "but", "so", "ok", "hm", "um", "oh", "did", "it", "was", "i", "bit", "a", "pretty",
        "really",
        "very", "then", "all", "actually", "quite",
    ]
    private static let judgements: Phrases = [
        "good", "fine", "okay", "great", "bad", "solid", "meh", "so so", "so-so", "terrible", "awful",
        "horrible",
        "blank", "blanked", "waffled", "rambled", "gabbled", "froze", "went well", "went badly", "went ok",
        "went okay", "went fine", "got stuck", "stuck", "not great", "not good", "not so good", "no idea",
        "strong",
        "weak", "shaky", "rubbish", "thin", "too long", "too short", "too slow", "too fast", "too much",
        "not enough",
        "could be better", "could have been better", "forgot", "missed", "loved it", "enjoyed it",
        "liked this one",
        "died here", "had nothing", "nothing came", "got it wrong", "got it right", "easy", "hard",
        "embarrassing",
        "clumsy", "messy", "rushed", "nervous", "calm", "confident", "short", "slow", "prickly",
        "got prickly",
        "stumbled", "mumbled", "panicked", "dried up", "struggled", "nailed", "smashed", "got flustered",
    ]
    private static let tells: Phrases = [
        "forgot to", "i forgot", "i waffled", "i rambled", "i froze", "i blanked", "went well", "went badly",
        "should have", "should of", "could have said", "i was short", "i was slow", "i was too",
        "i talked too",
        "talked for too long", "answered for too long", "took too long", "my voice", "i got stuck",
        "i panicked",
        "i missed", "i mixed up", "liked it", "wanted more", "he nodded", "she nodded", "they nodded",
        "i got prickly",
        "i don't know if", "not sure if", "sounded like", "sounds like a", "corrected myself",
        "had no answer",
        "i died", "wasn't convinced", "didn't convince", "wish i", "i think that", "think right",
    ]
    private static let worked: Phrases = [
        "nailed it", "knew it", "had it this time", "knew it this time", "ready for it", "was ready for",
        "finally had",
        "better than last time", "much better than", "so much better than", "first time i",
    ]
}
