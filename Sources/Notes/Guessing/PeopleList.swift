/// A list of people in a text: `Grace Achebe (VP Eng), Lewis Tran and Dr Okafor, consultant`.
struct PeopleList {
    /// The names in order, without roles.
    private(set) var names: [String] = []
    /// Whether a role stands beside one of them.
    private(set) var hasRole = false
    /// Whether the text ends, or its sentence does, where the list does.
    private(set) var isWhole = true
    /// Whether a stage of interviews stands in front of the first name: `Screen, Rosa Pemberton`.
    private(set) var followsStage = false

    /// Reads the list with which a text begins.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - allowsSmall: whether names may be in small letters.
    ///   - skipsFirst: whether days and the like may stand in front of the first name.
    ///   - others: names in small letters that are nobody's.
    init(_ text: String, allowsSmall: Bool, skipsFirst: Bool = false, besides others: Set<String>) {
        var rolesInFront = 0
        for part in Self.parts(of: Self.sentence(text)) {
            let (plain, bracket) = Self.withoutBrackets(part)
            let isBracketOfRole = bracket.sentenceWords.contains { Self.roles.contains($0) }
            // Beside names with a capital letter, words in small letters are no names.
            let isSmallToo = allowsSmall && !names.contains(where: \.startsWithCapital)
            switch Self.reading(plain, allowsSmall: isSmallToo) {
            case .name(let name, let rest, let isAfterRole):
                let lowered = name.lowercased()
                if others.contains(where: { $0 == lowered || $0.hasPrefix(lowered + " ") }) { continue }
                let isOfRole = rest.first.map { Self.roles.contains($0) } ?? false
                guard rest.isEmpty || isOfRole || Self.links.contains(rest[0]) else {
                    isWhole = false
                    return
                }
                hasRole = hasRole || isOfRole || isBracketOfRole
                rolesInFront += isAfterRole ? 1 : 0
                if !names.contains(name) { names.append(name) }
                // One role in front of one name may be the job: `Product Manager Acme`.
                hasRole = hasRole || rolesInFront > 0 && names.count > 1
                if names.count == Self.most { return }
            case .role:
                // A role in front of the first name is a part of its own as well: `a CTO, Dana`.
                hasRole = hasRole || !names.isEmpty
            case .other:
                if names.isEmpty, skipsFirst, plain.contains(where: \.isNumber) { continue }
                if names.isEmpty, skipsFirst, Self.isOfStage(plain) {
                    followsStage = true
                    continue
                }
                isWhole = false
                return
            }
        }
    }

    private static let most = 8

    // MARK: Parts

    /// Returns the text up to the end of its first sentence.
    private static func sentence(_ text: String) -> String {
        var depth = 0
        var word = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(depth - 1, 0) }
            let isLast = index + 1 == characters.count
            let isBeforeBlank = isLast || characters[index + 1].isWhitespace
            let ends = ".?!:".contains(character) && isBeforeBlank
            let isAbbreviation = character == "." && (word.count == 1 || titles.contains(word.lowercased()))
            if depth == 0, ends, !isAbbreviation { return String(characters[..<index]) }
            word = character.isLetter ? word + String(character) : ""
        }
        return text
    }

    /// Returns the parts between commas, `and` and the like, outside of brackets.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var part: [String] = []
        var depth = 0
        func flush() {
            if !part.isEmpty { parts.append(part.joined(separator: " ")) }
            part = []
        }
        for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
            depth += word.count { $0 == "(" } - word.count { $0 == ")" }
            let isLink = ["and", "&", "+", "/", "plus", "-", "–", "—"].contains(word.lowercased())
            if depth <= 0, isLink {
                flush()
                continue
            }
            part.append(word)
            if depth <= 0, word.hasSuffix(",") || word.hasSuffix(";") { flush() }
        }
        flush()
        return parts
    }

    private static func withoutBrackets(_ part: String) -> (plain: String, bracket: String) {
        var plain = ""
        var bracket = ""
        var depth = 0
        for character in part {
            if character == "(" { depth += 1 }
            if depth > 0 { bracket.append(character) } else { plain.append(character) }
            if character == ")" { depth = max(depth - 1, 0) }
        }
        return (plain, bracket)
    }

    // MARK: Names

    private enum Reading {
        /// A name, the words behind it in small letters, and whether a role or a title stands in front.
        case name(String, rest: [String], isAfterRole: Bool)
        case role
        case other
    }

    private static func reading(_ part: String, allowsSmall: Bool) -> Reading {
        var words = part.split(whereSeparator: \.isWhitespace).map { String($0).trimmingSigns }[...]
        words = words.filter { !$0.isEmpty }[...]
        var hasRole = false
        while let first = words.first, articles.contains(first.lowercased()) || isRole(first) {
            hasRole = hasRole || isRole(first)
            words.removeFirst()
            // `Head of Faculty Yasmin Rauf`
            if hasRole, words.first == "of", words.count > 2 { words.removeFirst(2) }
        }
        if words.isEmpty { return hasRole ? .role : .other }
        if words.contains(where: { organisations.contains($0.lowercased()) }) { return .other }
        var name: [String] = []
        if let title = words.first, titles.contains(title.lowercased().filter(\.isLetter)),
            words.dropFirst().first?.startsWithCapital ?? false
        {
            name.append(title)
            words.removeFirst()
        }
        let courtesy = name.count
        while let word = words.first, name.count < courtesy + mostNameWords {
            let isParticle = particles.contains(word) && name.count > courtesy
            guard isParticle || isNamePart(word, isSmall: false) else { break }
            name.append(word)
            words.removeFirst()
        }
        while let last = name.last, particles.contains(last) { name.removeLast() }
        if name.count == courtesy, courtesy == 0, allowsSmall {
            while let word = words.first, name.count < 2, isNamePart(word, isSmall: true) {
                name.append(word)
                words.removeFirst()
            }
            // More words in small letters are no name.
            if let word = words.first, !links.contains(word.lowercased()), !isRole(word) { return .other }
        }
        guard name.count > courtesy else { return hasRole || words.contains(where: isRole) ? .role : .other }
        let rest = words.map { $0.lowercased() }
        return .name(
            name.joined(separator: " "), rest: Array(rest.drop { $0 == "again" || $0 == "also" }),
            isAfterRole: hasRole || courtesy > 0)
    }

    private static func isNamePart(_ word: String, isSmall: Bool) -> Bool {
        let lowered = word.lowercased()
        let hasOnlyNameSigns = word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
        guard hasOnlyNameSigns, !notNames.contains(lowered), !isRole(word) else { return false }
        if isSmall { return word.count > 1 && !links.contains(lowered) }
        // An initial has one letter; what is all capitals is an abbreviation.
        let isInitial = word.filter(\.isLetter).count == 1
        return word.startsWithCapital && (isInitial && word != "I" || word.contains { $0.isLowercase })
    }

    static func isRole(_ word: String) -> Bool {
        roles.contains(word.lowercased().filter { $0.isLetter || $0 == "/" || $0 == "&" })
    }

    private static func isOfStage(_ part: String) -> Bool {
        part.sentenceWords.allSatisfy { stages.contains($0) }
    }

    private static let mostNameWords = 4
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "rev", "sir", "father",
    ]
    private static let particles: Set<String> = [
        "van", "der", "den", "de", "von", "di", "da", "la", "al", "bin",
    ]
    private static let articles: Set<String> = [
        "a", "an", "the", "our", "their", "my", "new", "silent", "nice", "junior", "also", "then", "again",
    ]
    /// Words in small letters that may stand right behind a name.
    private static let links: Set<String> = [
        "in", "at", "from", "on", "for", "about", "via", "by", "who", "again", "of", "today", "i", "as",
        "over", "this", "that", "observed", "and", "somebody", "someone", "something",
    ]
    private static let stages: Set<String> = [
        "screen", "tech", "technical", "final", "panel", "video", "phone", "call", "interview", "onsite",
        "round", "zoom", "teams", "intro", "today", "in", "person", "online", "remote", "coffee", "lunch",
        "first",
        "second", "third", "site", "visit", "mon", "tue", "tues", "wed", "weds", "thu", "thurs",
        "fri",
    ]
    private static let notNames: Set<String> = [
        "zoom", "teams", "skype", "meet", "google", "leeds", "london", "europe", "north", "south", "emea",
        "uk", "us", "mum", "dad", "me", "myself", "them", "him", "her", "you", "everyone", "nobody",
        "somebody", "somebdy", "someone", "no", "not", "none", "tbc", "tba", "unknown", "yes", "camera",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
        "wed", "thu", "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul",
        "aug", "sep", "sept", "oct", "nov", "dec", "questions", "notes", "they", "she", "he", "we", "it",
        "this", "that", "there", "what", "when", "where", "why", "how", "good", "very", "interview", "screen",
        "call", "round", "panel", "final", "student", "students", "friendly", "lovely", "great", "nothing",
        "is", "was", "were", "are", "had", "has", "will", "would", "one", "two", "three", "four", "several",
        "behavioural", "behavioral", "coding", "system", "feedback", "both", "all", "some", "people", "my",
        "english", "history", "so", "but", "then", "after", "before", "first", "second", "third", "offer",
        "outcome", "result", "devs", "company", "date", "each", "asked", "our", "their", "your", "i", "i'm",
        "regards", "kind", "best", "thanks", "dear",
    ]
    private static let organisations: Set<String> = [
        "ltd", "inc", "gmbh", "llc", "plc", "school", "college", "academy", "hospital", "university",
        "nursing", "recruitment", "search", "trust", "clinic", "surgery", "bank", "group",
    ]
    private static let roles: Set<String> = [
        "manager", "mgr", "managing", "associate", "vice", "governor", "rep", "engineer", "lead", "leader",
        "head", "director", "cto", "ceo", "vp", "cfo", "coo",
        "cco", "cmo", "cio", "cro", "midwife", "lecturer", "dean", "bursar", "cpo", "svp", "evp", "md",
        "founder", "cofounder", "recruiter", "hr", "hrbp", "designer",
        "developer", "dev", "partner", "owner", "officer", "nurse", "sister", "matron", "consultant",
        "teacher", "principal", "president", "chair", "governor", "architect", "analyst", "scientist",
        "administrator", "assistant", "coordinator", "professor", "pm", "tpm", "em", "ot", "peer", "chaplain",
        "surgeon", "specialist", "deputy", "academic", "headteacher", "physio", "doctor", "registrar", "ward",
        "staff", "senior", "hiring", "sales", "eng", "engineering", "product", "talent", "regional",
        "national", "commercial", "clinical", "technical", "charge", "programme", "program", "sdr",
        "ae", "sdr/ae", "people", "icu", "hod", "ht", "executive", "exec", "representative", "rep",
        "researcher", "backend", "frontend", "devops", "sre", "ops", "finance", "marketing", "buyer",
    ]
}

extension String {
    /// The text without marks at both ends, except for the point of an initial.
    fileprivate var trimmingSigns: String {
        func isSign(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
        var text = self[...]
        while let first = text.first, isSign(first) { text.removeFirst() }
        while let last = text.last, isSign(last), last != "." || text.count > 2 {
            text.removeLast()
        }
        return String(text)
    }
}
