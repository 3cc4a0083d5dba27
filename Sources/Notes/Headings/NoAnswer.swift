internal import Markup

/// The meaning of a bullet below a feedback heading that is not feedback: nothing came, or the company gives
/// none.
package enum NoAnswer {
    /// Nothing came, either so far or at all, or somebody has only been asked.
    case silence
    /// The company has said that it gives no feedback.
    case refusal

    /// Reads a text; nil if the text says anything else, or anything more.
    package init?(_ text: Span<UInt8>) {
        guard text.count < Self.longest, Self.mayBe(text) else { return nil }
        let all = Self.words(text)
        if Self.isWaiting(all, text) {
            self = .silence
            return
        }
        var words = all[...]
        while let first = words.first, Self.openings.contains(first) { words.removeFirst() }
        if let found = Self.silences.first(where: { words.starts(with: $0) }) {
            words.removeFirst(found.count)
            let isPolicy = words.contains { Self.reasons.contains($0) }
            guard Self.areEndings(words) else { return nil }
            self = isPolicy ? .refusal : .silence
        } else {
            let isOfThem = words.count < all.count && Self.companies.contains(all[0])
            guard let rest = Self.afterRefusal(words, isOfThem: isOfThem), Self.areEndings(rest) else {
                return nil
            }
            self = .refusal
        }
    }

    private static let longest = 120

    /// Returns whether a text begins with a word that begins such sentences.
    ///
    /// Nearly all feedback does not.
    static func mayBe(_ text: Span<UInt8>) -> Bool {
        var start = 0
        while start < text.count, !text[start].isLetter { start += 1 }
        var end = start
        while end < text.count, text[end].isLetter { end += 1 }
        guard start < end else { return false }
        let isContraction =
            text[end - 1].lowercased == .ascii("n") && end < text.count
            && (text[end] == .ascii("'") || text[end] >= 0x80)
        return isContraction || beginnings.contains(text.extracting(start..<end).text.lowercased())
    }

    private static let beginnings: Set<String> = openings.union(auxiliaries).union(silences.map { $0[0] })
        .union(requests).union([
            "have", "has", "had", "cannot", "can", "won", "unable", "declined", "refused", "policy",
            "policies", "against",
        ])

    private static func words(_ text: Span<UInt8>) -> [String] {
        text.text.sentenceWords.flatMap { word in
            word.hasSuffix("n't") ? [contracted[word] ?? String(word.dropLast(3)), "not"] : [word]
        }
    }

    private static let contracted = ["can't": "can", "won't": "will"]

    private static let openings: Set<String> = [
        "they", "we", "he", "she", "the", "company", "companies", "recruiter", "recruiters", "hr", "it",
        "it's",
        "is", "was", "says", "said", "say", "told", "me", "that", "unfortunately", "sorry", "their", "our",
        "so",
        "and", "apparently", "as", "a", "matter", "of", "firm", "school", "hospital", "employer",
    ]

    private static let silences: [[String]] = [
        ["no", "feedback"], ["no", "reply"], ["no", "response"], ["no", "word"], ["no", "answer"],
        ["no", "details"], ["nothing", "yet"], ["nothing", "so", "far"], ["not", "yet"], ["none", "given"],
        ["none", "received"], ["none", "offered"], ["none", "so", "far"], ["not", "given"],
        ["still", "waiting"], ["not", "heard", "back"], ["have", "not", "heard"], ["never", "heard", "back"],
        ["did", "not", "hear", "back"], ["never", "replied"], ["never", "answered"], ["did", "not", "reply"],
        ["did", "not", "respond"], ["did", "not", "answer"],
    ]

    private static let reasons: Set<String> = ["policy", "policies", "legal", "allowed", "possible"]

    /// The words that may follow such a sentence without adding to it.
    private static let endings: Set<String> = [
        "yet", "so", "far", "back", "from", "them", "given", "received", "offered", "provided", "came", "at",
        "all", "to", "any", "candidates", "candidate", "applicants", "applicant", "individual",
        "individually",
        "unsuccessful", "this", "stage", "level", "after", "interviews", "an", "interview", "interviewing",
        "rejection", "rejections", "as", "per", "by", "company", "policy", "policies", "their", "our", "for",
        "legal", "reasons", "legally", "it's", "it", "is", "because", "of", "on", "principle", "the", "a",
        "in", "general", "ever", "normally", "usually", "when", "asked", "due", "anyone", "people", "me",
        "us",
        "allowed", "possible", "was", "that", "not", "they", "said", "against",
    ]

    // MARK: Requests

    /// The words that a line about a request begins with.
    private static let requests: Set<String> = ["asked", "waiting", "requested", "chased", "promised"]

    /// Further words that a line about a request may have: when and how somebody was asked.
    private static let particulars: Set<String> = [
        "and", "but", "feedback", "nothing", "no", "answer", "reply", "response", "word", "waiting", "still",
        "asked", "again", "end", "by", "mail", "e", "email", "phone", "linkedin", "call", "letter", "via",
        "in", "person", "today", "yesterday", "last", "week", "month", "heard", "have", "since", "now",
        "hopefully", "soon", "later", "her", "him", "during", "th", "st", "nd", "rd",
    ]

    private static let promises: Set<String> = ["will", "would", "wants", "promised"]
    private static let replies: Set<String> = [
        "write", "reply", "answer", "send", "call", "mail", "email", "get", "come", "respond", "to", "be",
        "let",
    ]
    private static let afterReplies: Set<String> = [
        "back", "to", "me", "in", "touch", "know", "it", "something", "write", "reply", "answer", "send",
        "call",
    ]

    /// Returns whether a text only says that somebody was asked, and perhaps that they will answer:
    /// `asked on 10 Nov, nothing yet`, `asked at the end, Carol will write`.
    private static func isWaiting(_ words: [String], _ text: Span<UInt8>) -> Bool {
        guard let first = words.first, requests.contains(first) else { return false }
        let names = Set(
            text.text.split { !$0.isLetter }.dropFirst().filter { $0.first?.isUppercase ?? false }
                .map { $0.lowercased() })
        var rest = words[...].dropFirst()
        while let word = rest.first {
            if let promise = rest.prefix(4).firstIndex(where: promises.contains), promise + 1 < rest.endIndex,
                replies.contains(rest[promise + 1])
            {
                rest = rest[(promise + 2)...].drop { afterReplies.contains($0) }
            } else if endings.contains(word) || particulars.contains(word) || names.contains(word)
                || word.first?.isNumber ?? false
            {
                rest.removeFirst()
            } else {
                return false
            }
        }
        return true
    }

    private static func areEndings(_ words: ArraySlice<String>) -> Bool {
        words.allSatisfy { endings.contains($0) }
    }

    private static let auxiliaries: Set<String> = [
        "do", "does", "did", "can", "could", "would", "will", "may", "are", "is", "were", "was", "able",
        "allowed", "to", "in", "position", "a",
    ]
    private static let givings: Set<String> = [
        "give", "gives", "provide", "provides", "share", "shares", "offer", "offers", "send", "discuss",
        "giving",
        "providing", "comment", "get", "allow", "allows", "permit",
    ]
    private static let given: Set<String> = [
        "feedback", "any", "individual", "detailed", "specific", "personal", "more", "out", "further",
        "details",
        "reasons", "on",
    ]

    private static let companies: Set<String> = [
        "they", "we", "the", "company", "companies", "hr", "their", "our",
    ]

    /// Returns the words after `do not give any feedback`, `policy not to` or `declined to give feedback`;
    /// nil if the words do not begin with such a phrase.
    ///
    /// If the company is the subject, `they do not give any` is enough.
    private static func afterRefusal(_ words: ArraySlice<String>, isOfThem: Bool) -> ArraySlice<String>? {
        var rest = words
        while let first = rest.first, auxiliaries.contains(first) { rest.removeFirst() }
        let isDenied: Bool
        switch rest.first {
        case "not", "cannot", "unable", "declined", "refused", "never": isDenied = true
        case "policy", "policies", "against":
            isDenied = words.contains { $0 == "not" || $0 == "against" || $0 == "no" }
            if rest.first == "against" { return isDenied ? rest.dropFirst() : nil }
        default: isDenied = false
        }
        guard isDenied else { return nil }
        rest.removeFirst()
        while let first = rest.first, auxiliaries.contains(first) || first == "not" || first == "no" {
            rest.removeFirst()
        }
        let isPolicy = words.contains { $0 == "policy" || $0 == "policies" }
        if isPolicy, rest.allSatisfy({ given.contains($0) || givings.contains($0) || endings.contains($0) }) {
            return []
        }
        guard let verb = rest.first, givings.contains(verb) else { return nil }
        rest.removeFirst()
        if isOfThem, rest.first == "any", areEndings(rest) { return [] }
        guard let object = rest.prefix(4).lastIndex(of: "feedback"),
            rest[..<object].allSatisfy({ given.contains($0) })
        else { return nil }
        return rest[(object + 1)...]
    }
}
