/// A word, a number or a mark of a line in which names are looked for.
struct NameToken {
    /// The text as it is written.
    let text: String
    /// The range of its characters in the line.
    let range: Range<Int>

    static func tokens(of line: String) -> [NameToken] {
        let characters = Array(line)
        var tokens: [NameToken] = []
        var at = 0
        while at < characters.count {
            let first = characters[at]
            var end = at + 1
            if first.isLetter {
                while end < characters.count,
                    characters[end].isLetter || characters[end].isNumber
                        || "_'’&.-".contains(characters[end])
                { end += 1 }
            } else if first.isNumber {
                while end < characters.count, characters[end].isNumber || ":./-".contains(characters[end]) {
                    end += 1
                }
            } else if first.isWhitespace {
                at = end
                continue
            }
            tokens.append(NameToken(text: String(characters[at..<end]), range: at..<end))
            at = end
        }
        return tokens
    }

    var isWord: Bool { text.first?.isLetter ?? false }

    /// Whether the token is a word in small letters.
    var isSmall: Bool { text.first?.isLowercase ?? false }

    /// The word without marks at its ends and without the ending of an owner.
    var word: String {
        var word = text.replacing("’", with: "'")[...]
        // The point of an initial stays.
        let isInitial = text.count == 2 && text.hasSuffix(".")
        while !isInitial, let last = word.last, ".'-&_".contains(last) { word.removeLast() }
        if word.hasSuffix("'s") { word.removeLast(2) }
        return String(word)
    }

    /// Whether the token may be a word of a name.
    var isOfName: Bool {
        guard let first = text.first, first.isLetter, first.isUppercase else { return false }
        return !Self.noNames.contains(word.lowercased())
    }

    /// Whether a sentence ends here: at a mark such as `?`, or at a word with a point that is no initial and no
    /// abbreviation.
    var endsSentence: Bool {
        if [".", "!", "?"].contains(text) { return true }
        return text.count > 2 && text.hasSuffix(".")
            && !Sentences.abbreviations.contains(text.dropLast().lowercased())
    }

    /// Returns the index of the last token of the name that begins with a token.
    static func endOfName(in tokens: [NameToken], from first: Int) -> Int {
        var last = first
        while last + 1 < tokens.count, !tokens[last].endsSentence {
            let next = tokens[last + 1]
            if next.range.lowerBound - tokens[last].range.upperBound > 1 { break }
            if next.isOfName, !isDay(next.word.lowercased()) {
                last += 1
                continue
            }
            // `Per van der Berg`
            let between = tokens[(last + 1)...].prefix(mostLinks).prefix {
                links.contains($0.text.lowercased())
            }
            let end = last + 1 + between.count
            guard !between.isEmpty, end < tokens.count, tokens[end].isOfName else { break }
            last = end
        }
        return last
    }

    /// Returns whether a word, in small letters, is the name of a month or of a day of the week, or the beginning of one.
    static func isDay(_ word: String) -> Bool {
        SpelledDates.month(word) != nil || SpelledDates.weekday(word) != nil || word == "weds"
    }

    /// What stands between the names of a list.
    static let joins: Set<String> = [",", ";", "+", "&", "/", "and"]
    private static let mostLinks = 2
    /// Words that may stand within a name.
    private static let links: Set<String> = [
        "de", "van", "der", "von", "da", "di", "la", "le", "of", "the", "bin", "al", "&",
    ]
    /// Words with a capital letter that are no part of a name.
    private static let noNames: Set<String> = [
        "i", "i'm", "i'd", "i'll", "i've", "a", "the", "and", "but", "so", "if", "in", "on", "at", "to", "of",
        "for",
        "it", "he", "she", "they", "we", "you", "my", "his", "her", "their", "our", "your", "this", "that",
        "what",
        "how", "why", "when", "where", "who", "which", "no", "yes", "not", "me", "was", "is", "are", "did",
        "do",
        "had", "has", "have", "be", "been", "will", "would", "could", "should", "then", "now", "after",
        "before",
        "with", "from", "by", "as", "an", "or", "q", "ok", "also", "it's", "they're", "there", "all",
        "just",
        "asked", "told", "met", "saw", "rang", "called", "said", "spoke", "dear", "hi", "hello", "hey",
        "thanks", "thank",
        "fwd", "fw", "re", "everyone", "everybody", "somebody", "nobody", "both", "maybe", "still", "again",
    ]
}
