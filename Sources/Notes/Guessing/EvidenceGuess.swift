/// Whether a sentence probably tells that something learned worked in an interview, or slipped again.
///
/// So do `Counting to three paid off.` and `The long answers crept back.`.
enum EvidenceGuess {
    /// Returns which of the two a sentence tells; nil if it tells neither.
    ///
    /// - Parameter words: the words of the sentence in small letters.
    /// - Returns: which of the two it is.
    static func kind(of words: [String]) -> Evidence.Kind? {
        if slips.stand(in: words), !otherSlips.stand(in: words) { return .slipped }
        guard successes.stand(in: words), !otherSuccesses.stand(in: words) else { return nil }
        return .worked
    }

    private static let successes: Phrases = [
        "worked", "it works", "that works", "this works", "thing works", "trick works", "advice works",
        "rule works", "pausing works", "works now", "works too", "paid off", "pays off", "earns its keep",
        "did the trick", "helped a lot", "really helped", "definitely helped", "def helped", "helped again",
        "helped me", "made a difference", "made a big difference", "came in handy", "would be proud",
        "as advised", "as planned", "lesson ticked", "singled it out", "better than last time",
        "had it this time",
        "this time i didn't", "this time i looked", "this time i asked", "this time i said",
        "like i promised myself",
        "as i promised myself",
    ]
    /// What has the same words and tells of work, or that something failed.
    private static let otherSuccesses: Phrases = [
        "i worked", "we worked", "he worked", "she worked", "they worked", "you worked", "who worked",
        "have worked", "has worked", "had worked", "i've worked", "worked at", "worked in", "worked for",
        "worked with", "worked on", "worked as", "worked there", "worked together", "worked hard",
        "worked out of", "never worked", "not worked", "hasn't worked", "hardly worked", "how it works",
        "how that works", "if it works", "if that works", "see if", "would have helped", "might have helped",
        "nobody worked", "it works with", "it works on",
    ]
    private static let slips: Phrases = [
        "slipped", "slips", "crept back", "crept in", "creeps back", "back to rambling", "old habit",
        "back to old habits",
    ]
    private static let otherSlips: Phrases = [
        "slipped on", "slipped out", "slipped into", "slipped me", "slipped away", "slipped off",
        "slipped my mind", "slips of", "slips into", "pay slips", "slips away", "nothing slipped",
    ]
}
