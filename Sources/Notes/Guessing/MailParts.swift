/// Finds the sentences of a mail or a paragraph that are not worth keeping: greetings, signatures, headers and
/// thanks.
///
/// They are shown, but do not become bullets unless a person wants them to.
package struct MailParts {
    /// Whether the person may speak of themselves in between, as in their own note and unlike in a mail.
    private let isOwn: Bool
    /// Whether the sentences that follow belong to a signature.
    private var isInSignature = false
    private var isFirst = true
    /// Whether the text began with the person's own words, so that more of these may follow.
    private var beganWithOwn = false

    package init(isOwn: Bool) { self.isOwn = isOwn }

    /// Reads the next sentence of a text. Returns whether it is better left out.
    package mutating func isLeftOut(_ sentence: String) -> Bool {
        defer { isFirst = false }
        let words = Self.words(of: sentence)
        guard let first = words.first else { return true }
        // After its closing, a mail has a name, a position, an address, and the mail that it answers.
        if isInSignature, !isOwn || Self.isSignature(sentence) { return !Self.isPostscript(words) }
        isInSignature = false
        if Self.beginsReply(sentence) {
            isInSignature = true
            return true
        }
        if Self.isHeader(sentence) { return true }
        if Self.isClosing(sentence) {
            isInSignature = true
            return true
        }
        if Self.greetings.contains(first), words.count <= 5 { return true }
        if Self.isCourtesy(words)
            || Self.greetings.contains(first) && Self.isCourtesy(Self.afterComma(sentence))
        {
            return true
        }
        guard isOwn else { return false }
        let isOwnSentence = Self.isOwnWords(sentence, words)
        if isFirst { beganWithOwn = isOwnSentence }
        return isOwnSentence || beganWithOwn && !Self.isAboutOthers(words)
    }

    private static func afterComma(_ sentence: String) -> [String] {
        guard let comma = sentence.firstIndex(of: ",") else { return [] }
        return words(of: String(sentence[comma...]))
    }

    private static let others: Set<String> = [
        "they", "he", "she", "you", "your", "said", "told", "felt", "thought", "liked", "wanted", "panel",
        "team",
        "interviewer", "interviewers", "their", "his", "her",
    ]

    /// Returns whether a sentence tells what somebody else said or thought.
    private static func isAboutOthers(_ words: [String]) -> Bool { words.contains { others.contains($0) } }

    /// Returns whether a sentence is only a name, as at the end of a mail.
    package static func isSignature(_ sentence: String) -> Bool {
        let words = sentence.split(whereSeparator: \.isWhitespace)
        return (1...4).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase ?? false || ["-", "–", "x", "de", "van", "von"].contains(word)
            } && !(sentence.last.map { ".!?:".contains($0) } ?? false)
    }

    private static func words(of sentence: String) -> [String] {
        sentence.lowercased().replacing("’", with: "'")
            .split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    }

    private static let greetings: Set<String> = [
        "hi", "hello", "dear", "hey", "hiya", "hallo", "liebe", "lieber", "bonjour", "hola", "morning",
        "afternoon",
    ]

    private static let headers: Set<String> = [
        "from", "to", "cc", "bcc", "date", "sent", "subject", "re", "fwd", "reply",
    ]

    private static func isHeader(_ sentence: String) -> Bool {
        let plain = sentence.drop { "*_> ".contains($0) }
        guard let colon = plain.firstIndex(of: ":") else { return false }
        let label = plain[..<colon].filter { $0 != "*" && $0 != "_" }.lowercased()
        if label.hasPrefix("on "), sentence.hasSuffix("wrote:") { return true }
        return headers.contains(label)
    }

    /// Returns whether a sentence begins text that does not belong to the mail: `On Tuesday, Sam wrote:`,
    /// `-----Original Message-----`, `-- `.
    private static func beginsReply(_ sentence: String) -> Bool {
        let text = sentence.lowercased()
        if sentence.hasPrefix("--") {
            return !text.contains { $0.isLetter } || text.contains("original message")
        }
        return text.hasPrefix("on ") && text.hasSuffix("wrote:") || text.hasPrefix("begin forwarded message")
    }

    private static func isPostscript(_ words: [String]) -> Bool {
        words.first == "ps" || words.first == "p" && words.count > 1 && words[1] == "s"
    }

    /// Returns whether a line is only a greeting.
    package static func isGreeting(_ line: String) -> Bool {
        let words = words(of: line)
        return words.first.map { greetings.contains($0) } ?? false && words.count <= 4
            && !(line.last.map { ".?:".contains($0) } ?? false)
    }

    private static let closings: [[String]] = [
        ["best"], ["best", "regards"], ["best", "wishes"], ["all", "the", "best"], ["kind", "regards"],
        ["kindest", "regards"], ["warm", "regards"], ["warmest", "regards"], ["many", "thanks"],
        ["with", "best"],
        ["regards"], ["sincerely"], ["yours"], ["yours", "sincerely"], ["yours", "faithfully"], ["cheers"],
        ["thanks"],
        ["thank", "you"], ["warmly"], ["with", "kind", "regards"], ["take", "care"], ["viele", "grüße"],
        ["mit", "freundlichen", "grüßen"], ["cordialement"], ["saludos"],
    ]

    /// Returns whether a sentence closes a mail, perhaps with a name: `Kind regards, Helena Moss`.
    private static func isClosing(_ sentence: String) -> Bool {
        let parts = sentence.split(separator: ",", maxSplits: 1)
        guard let first = parts.first, closings.contains(words(of: String(first))) else { return false }
        return parts.count == 1 || isSignature(String(parts[1]))
    }

    private static let courtesies: [[String]] = [
        ["thanks", "for"], ["thank", "you"], ["thanks", "again"], ["thanks", "so"], ["many", "thanks"],
        ["we", "wish", "you"], ["i", "wish", "you"], ["wishing", "you"], ["good", "luck"],
        ["best", "of", "luck"],
        ["please", "do", "keep"], ["please", "keep", "in"], ["please", "don't", "hesitate"],
        ["i", "hope", "this"],
        ["i", "hope", "that", "helps"], ["hope", "this", "helps"], ["hope", "that", "helps"],
        ["i'm", "sorry"],
        ["i", "am", "sorry"], ["we", "are", "sorry"], ["we're", "sorry"], ["sorry", "for"], ["sorry", "to"],
        ["apologies", "for"], ["as", "promised"], ["it", "was", "a", "pleasure", "to"],
        ["it", "was", "nice"],
        ["it", "was", "great", "to", "meet"], ["it", "was", "lovely", "to", "meet"],
        ["we", "will", "keep", "your"],
        ["we'll", "keep", "your"], ["happy", "to", "chat"], ["feel", "free", "to"], ["let", "me", "know"],
        ["we'd", "be", "happy"], ["we", "would", "be", "happy"], ["i'd", "be", "happy"],
        ["i'd", "be", "glad"],
        ["we'd", "be", "glad"], ["we'd", "love", "to", "hear"], ["hope", "to", "see", "you"],
        ["do", "keep", "in", "touch"],
        ["thanks"], ["please", "do", "apply"], ["please", "stay", "in", "touch"],
    ]

    private static func isCourtesy(_ words: [String]) -> Bool {
        courtesies.contains { words.starts(with: $0) }
    }

    private static let interjections: Set<String> = [
        "fair", "ok", "okay", "ouch", "hmm", "yes", "true", "agreed", "meh", "lol", "sigh", "noted", "oh",
        "ah", "wow", "ha",
        "hm", "yeah", "yep", "gutted", "shame",
    ]
    private static let mostWordsOfInterjection = 5
    private static let firstPerson: Set<String> = ["i", "i'm", "i've", "i'd", "i'll", "my", "me"]

    /// Returns whether a sentence is what the person says themselves beside what they were told: `Fair.`, `I knew
    /// that in the room.`
    private static func isOwnWords(_ sentence: String, _ words: [String]) -> Bool {
        if interjections.contains(words[0]), words.count <= mostWordsOfInterjection { return true }
        let isTask = sentence.hasPrefix("#todo") || sentence.hasPrefix("TODO")
        return isTask || firstPerson.contains(words[0])
    }
}
