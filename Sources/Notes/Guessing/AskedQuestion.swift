/// A question that somebody put to the person: it speaks to them, and is not about when to meet.
enum AskedQuestion {
    /// Returns whether a sentence is such a question, or ends in one in quotes.
    ///
    /// - Parameter sentence: the sentence as it is written.
    /// - Returns: whether it is one.
    static func isPut(in sentence: String) -> Bool {
        var text = sentence.withoutClosingMarks
        guard text.last == "?" else { return false }
        if text.endIndex < sentence.endIndex,
            let quote = text.lastIndex(where: { $0 == "\"" || $0 == "“" })
        {
            if String(text[..<quote]).sentenceWords.count > mostWordsBefore { return false }
            text = text[text.index(after: quote)...]
        }
        let words = String(text).sentenceWords
        guard words.count >= fewestWords, words.contains(where: you.contains), words[0] != "will" else {
            return false
        }
        return !words.contains { own.contains($0) || ofMeeting.contains($0) }
    }

    /// Returns whether a text begins with a question that was put, with or without a mark: `team of 8, what do you do
    /// first. said nothing for weeks`.
    static func begins(_ text: String) -> Bool {
        let end = text.firstIndex { ".!?→(".contains($0) } ?? text.endIndex
        let words = String(text[..<end]).sentenceWords
        guard let at = putting.index(in: words), words.count > at + 2 else { return false }
        return !words[..<at].contains { own.contains($0) || telling.contains($0) }
    }

    private static let putting: Phrases = [
        "what would you", "what do you", "how would you", "how do you", "why do you", "why did you",
        "what did you",
        "how did you", "where do you", "who do you", "when did you", "when would you", "which of you",
        "do you have",
        "have you ever", "have you", "would you be", "could you", "can you", "are you", "what if you",
        "tell me about",
        "tell us about", "a time you", "time when you", "what makes you", "what would your", "what is your",
        "what's your", "what are your", "how is your", "how does your", "why should we", "what makes a",
    ]
    /// Words before a question that somebody only tells of.
    private static let telling: Set<String> = [
        "asked", "ask", "know", "wonder", "said", "told", "if", "that",
    ]

    private static let fewestWords = 4
    private static let mostWordsBefore = 6
    private static let you: Set<String> = ["you", "your", "you're", "you'd", "you've", "yourself", "u", "ur"]
    private static let own: Set<String> = ["i", "i'd", "i'm", "me", "my", "we"]
    private static let ofMeeting: Set<String> = [
        "available", "convenient", "suit", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "tomorrow", "call", "ring", "slot", "calendar", "free", "pm", "am", "know",
    ]
}
