internal import Markup

/// Finds the sentences of a mail or a paragraph that are not worth keeping: greetings, signatures, headers
/// and thanks.
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

    /// Reads the next sentence of a text.
    ///
    /// Returns whether it is better left out.
    package mutating func isLeftOut(_ sentence: String) -> Bool {
        defer { isFirst = false }
        if isAside(sentence) { return true }
        guard isOwn else { return false }
        let words = sentence.sentenceWords
        let isOwnSentence = Self.isOwnWords(sentence, words)
        if isFirst { beganWithOwn = isOwnSentence }
        return isOwnSentence || beganWithOwn && !Self.isAboutOthers(words)
    }

    /// Reads the next sentence of a text.
    ///
    /// Returns whether it is not feedback, whoever wrote it: a part of a mail, the news that the answer is
    /// no, the state of a request, or a thought after an arrow.
    mutating func isAside(_ sentence: String) -> Bool {
        if !isInSignature, let word = Self.firstWord(of: sentence), !Self.beginnings.contains(word) {
            return sentence.withBytes { NoAnswer($0) != nil }
        }
        let words = sentence.sentenceWords
        guard let first = words.first else {
            // The line `--` stands above a signature.
            isInSignature = isInSignature || Self.beginsReply(sentence)
            return true
        }
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
        if Self.greetings.contains(first) {
            let isSentence = sentence.last.map { ".?:".contains($0) } ?? false
            if words.count <= (isSentence ? 2 : 5) { return true }
        }
        if Self.isCourtesy(words)
            || Self.greetings.contains(first) && Self.isCourtesy(Self.afterComma(sentence))
        {
            return true
        }
        return sentence.withBytes { Self.hasArrow($0, at: 0) } || Self.isDecision(words)
            || sentence.withBytes { NoAnswer($0) != nil }
    }

    /// Returns whether a text is only asides, so that nothing in it can be feedback.
    static func areAsides(_ text: [UInt8]) -> Bool {
        guard text.count <= longestAsides else { return false }
        // Most text shows by its first word that its first sentence is none.
        if let word = firstWord(of: text.span), !beginnings.contains(word), !NoAnswer.mayBe(text.span) {
            return false
        }
        var parts = MailParts(isOwn: false)
        return Sentences.cut(text).allSatisfy {
            parts.isAside(String(decoding: text[$0], as: UTF8.self).folded)
        }
    }

    /// Reads the next paragraph of a text.
    ///
    /// Returns whether it is only asides.
    mutating func areAsides(_ text: [UInt8]) -> Bool {
        guard text.count <= Self.longestAsides else { return false }
        var isAll = true
        for sentence in Sentences.cut(text) {
            // All of it is read, because a mail may close in the middle of a paragraph.
            if !isAside(String(decoding: text[sentence], as: UTF8.self).folded) { isAll = false }
        }
        return isAll
    }

    /// The length of the longest text that may be only asides, in bytes.
    private static let longestAsides = 1000

    private static let arrows: [StaticString] = ["->", "=>", "→", "⇒"]

    /// Returns whether an arrow stands at an offset.
    ///
    /// After one the writer says what they think themselves: `-> too corporate?`.
    package static func hasArrow(_ text: Span<UInt8>, at offset: Int) -> Bool {
        arrow(text, at: offset) != nil
    }

    /// Returns where an arrow ends that begins at an offset; nil if none does.
    package static func arrow(_ text: Span<UInt8>, at offset: Int) -> Int? {
        arrows.first { text.has($0, at: offset) }.map { offset + $0.utf8CodeUnitCount }
    }

    private static func afterComma(_ sentence: String) -> [String] {
        guard let comma = sentence.firstIndex(of: ",") else { return [] }
        return String(sentence[comma...]).sentenceWords
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

    /// Returns the first word of a sentence in small letters; nil if the sentence begins with anything but a
    /// letter of ASCII, or if the word has others.
    private static func firstWord(of sentence: String) -> String? { sentence.withBytes { firstWord(of: $0) } }

    private static func firstWord(of text: Span<UInt8>) -> String? {
        guard !text.isEmpty, text[0].isLetter else { return nil }
        var end = 1
        while end < text.count, text[end].isLetter || text[end].isDigit || text[end] == .ascii("'") {
            end += 1
        }
        if end < text.count, text[end] >= 0x80 { return nil }
        return text.extracting(first: end).text.lowercased()
    }

    /// The words that asides begin with.
    ///
    /// Nearly all feedback begins with another, which takes one look.
    private static let beginnings = greetings.union(headers).union(fillers).union(["on", "begin"])
        .union((closings + courtesies + decisions).map { $0[0] })

    private static let closingBeginnings = Set(closings.map { $0[0] })

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
        if let word = firstWord(of: line), !greetings.contains(word) { return false }
        let words = line.sentenceWords
        return words.first.map { greetings.contains($0) } ?? false && words.count <= 4
            && !(line.last.map { ".?:".contains($0) } ?? false)
    }

    private static let closings: [[String]] = [
        ["best"], ["best", "regards"], ["best", "wishes"], ["all", "the", "best"], ["kind", "regards"],
        ["kindest", "regards"], ["warm", "regards"], ["warmest", "regards"], ["many", "thanks"],
        ["with", "best"], ["warm", "wishes"], ["warmest", "wishes"], ["venlig", "hilsen"],
        ["regards"], ["sincerely"], ["yours"], ["yours", "sincerely"], ["yours", "faithfully"], ["cheers"],
        ["thanks"],
        ["thank", "you"], ["warmly"], ["with", "kind", "regards"], ["take", "care"], ["viele", "grüße"],
        ["mit", "freundlichen", "grüßen"], ["cordialement"], ["saludos"],
    ]

    /// Returns whether a sentence closes a mail, perhaps with a name: `Kind regards, Helena Moss`.
    static func isClosing(_ sentence: String) -> Bool {
        if let word = firstWord(of: sentence), !closingBeginnings.contains(word) { return false }
        let parts = sentence.split(separator: ",", maxSplits: 1)
        guard let first = parts.first, closings.contains(String(first).sentenceWords) else { return false }
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
        ["we'll", "keep", "your"], ["happy", "to", "chat"], ["feel", "free", "to"],
        ["please", "feel", "free"],
        ["do", "apply", "again"], ["please", "apply", "again"], ["you", "are", "welcome", "to", "apply"],
        ["let", "me", "know"],
        ["we'd", "be", "happy"], ["we", "would", "be", "happy"], ["i'd", "be", "happy"],
        ["i'd", "be", "glad"],
        ["we'd", "be", "glad"], ["we'd", "love", "to", "hear"], ["hope", "to", "see", "you"],
        ["do", "keep", "in", "touch"],
        ["i", "promised", "you"], ["you", "asked", "for", "feedback"],
        ["you", "asked", "me", "for", "feedback"],
        ["i", "wanted", "to", "share", "some"], ["i", "would", "be", "glad"], ["i", "would", "be", "happy"],
        ["i", "hope", "you", "will", "find"], ["i", "hope", "you'll", "find"], ["i", "hope", "you", "find"],
        ["i", "know", "that's", "disappointing"], ["i", "know", "this", "is", "disappointing"],
        ["i", "hope", "you're"], ["hope", "you're"], ["hope", "you", "are"], ["give", "me", "a", "ring"],
        ["thanks"], ["please", "do", "apply"], ["please", "stay", "in", "touch"],
    ]

    private static func isCourtesy(_ words: [String]) -> Bool {
        courtesies.contains { words.starts(with: $0) }
    }

    private static let decisions: [[String]] = [
        ["we", "decided", "to"], ["we", "have", "decided", "to"], ["we've", "decided", "to"],
        ["we", "decided", "not"], ["we", "have", "decided", "not"], ["we've", "decided", "not"],
        ["we're", "going"], ["we", "are", "going"], ["we", "went", "with"], ["we", "have", "chosen"],
        ["we", "chose"], ["we've", "chosen"], ["they", "went", "with"], ["they", "decided", "to"],
        ["we", "won't", "be"], ["we", "will", "not", "be"], ["we", "are", "not"], ["we're", "not"],
        ["we", "regret"], ["you", "have", "not", "been"], ["rejected"], ["got", "rejected"],
        ["was", "rejected"], ["i", "was", "rejected"], ["rejection"], ["it's", "a", "no"], ["a", "no"],
    ]

    /// The words that such news may have without saying why.
    private static let afterDecision: Set<String> = [
        "to", "go", "going", "ahead", "forward", "with", "another", "other", "a", "an", "different",
        "someone",
        "somebody", "else", "candidate", "candidates", "applicant", "applicants", "person", "this", "time",
        "for", "the", "role", "position", "job", "sorry", "i'm", "afraid", "but", "on", "occasion", "at",
        "moment", "in", "process", "instead", "your", "you", "application", "further", "be", "moving",
        "taking", "it", "proceeding", "proceed", "progress", "progressing", "move", "inform", "that", "not",
        "have", "been", "successful", "selected", "offer", "offering", "by", "mail", "email", "phone", "call",
        "letter", "today", "yesterday", "of", "from", "them", "now", "though", "however", "unfortunately",
        "th", "st", "nd", "rd", "hire", "choose", "selection", "external", "internal",
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
        "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// The words that may stand before such news.
    private static let fillers: Set<String> = ["unfortunately", "sorry", "and", "but", "sadly", "however"]

    /// Returns whether a sentence only says that the answer is no, and not why.
    package static func isDecision(_ words: [String]) -> Bool {
        let words = words.drop { fillers.contains($0) }
        guard let opening = decisions.first(where: { words.starts(with: $0) }) else { return false }
        return words.dropFirst(opening.count).allSatisfy {
            afterDecision.contains($0) || $0.first?.isNumber ?? false
        }
    }

    private static let interjections: Set<String> = [
        "fair", "ok", "okay", "ouch", "hmm", "yes", "true", "agreed", "meh", "lol", "sigh", "noted", "oh",
        "ah", "wow", "ha",
        "hm", "yeah", "yep", "gutted", "shame",
    ]
    private static let mostWordsOfInterjection = 5
    private static let firstPerson: Set<String> = ["i", "i'm", "i've", "i'd", "i'll", "my", "me"]

    /// Returns whether a sentence is advice that the person tells again as their own.
    ///
    /// So is `I should slow down.`.
    private static func isReported(_ words: [String]) -> Bool {
        words.starts(with: ["i", "should"]) && words.count > 2 && words[2] != "have"
            || words.starts(with: ["i", "need", "to"])
    }

    /// Returns whether a sentence is what the person says themselves beside what they were told.
    ///
    /// `Fair.` and `I knew that in the room.` are such sentences.
    private static func isOwnWords(_ sentence: String, _ words: [String]) -> Bool {
        if interjections.contains(words[0]), words.count <= mostWordsOfInterjection { return true }
        let isTask = sentence.hasPrefix("#todo") || sentence.hasPrefix("TODO")
        return isTask || firstPerson.contains(words[0]) && !isReported(words)
    }
}
