/// Whether a sentence probably judges something that the person did in an interview.
///
/// So do `My answers were thin.`, `Chemistry great, we laughed a lot` and `timing was spot on`.
enum PerformanceGuess {
    /// Returns whether a sentence judges one of the things that one shows in an interview.
    ///
    /// - Parameter words: the words of the sentence in small letters.
    /// - Returns: whether it names such a thing near its beginning and judges it soon after.
    static func judges(_ words: [String]) -> Bool {
        guard let at = words.prefix(mostWordsBefore).firstIndex(where: shown.contains) else { return false }
        let rest = words[(at + 1)...].prefix(mostWordsBetween)
        guard let judged = rest.firstIndex(where: judgements.contains) else { return false }
        // What lies ahead, or might be, is not judged.
        return !words[..<judged].contains { notYet.contains($0) }
    }

    private static let mostWordsBefore = 6
    private static let mostWordsBetween = 7

    /// What one shows in an interview.
    private static let shown: Set<String> = [
        "answer", "answers", "story", "stories", "pitch", "demo", "presentation", "talk", "opener", "opening",
        "intro", "introduction", "ending", "timing", "chemistry", "rapport", "energy", "voice", "plenary",
        "explanation", "diagram", "numbers", "estimate", "estimates", "examples", "example", "behaviour",
        "q", "role-play", "roleplay", "delivery", "pace", "structure", "closing", "conversation", "bit",
        "part",
    ]

    /// Words that judge.
    static let judgements: Set<String> = [
        "good", "great", "ok", "okay", "fine", "solid", "poor", "weak", "flat", "thin", "messy", "shaky",
        "rushed",
        "bad", "terrible", "awful", "strong", "best", "worst", "better", "worse", "horrible", "spot",
        "generic",
        "vague", "long", "slow", "clumsy", "brilliant", "lovely", "excellent", "impressive", "convincing",
        "clear",
        "confident", "crisp", "safe", "safely", "silent", "silently", "tired", "short", "unsure", "missing",
        "lacked",
        "strongest", "weakest",
    ]

    private static let notYet: Set<String> = [
        "will", "would", "could", "might", "may", "should", "if", "need", "needs", "must", "to", "get",
        "make",
    ]
}
