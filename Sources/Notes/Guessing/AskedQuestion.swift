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

    private static let fewestWords = 4
    private static let mostWordsBefore = 6
    private static let you: Set<String> = ["you", "your", "you're", "you'd", "you've", "yourself", "u", "ur"]
    private static let own: Set<String> = ["i", "i'd", "i'm", "me", "my", "we"]
    private static let ofMeeting: Set<String> = [
        "available", "convenient", "suit", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday", "tomorrow", "call", "ring", "slot", "calendar", "free", "pm", "am", "know",
    ]
}
