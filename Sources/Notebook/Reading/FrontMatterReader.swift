internal import Markup

/// Reads from front matter what Debrief knows of: the metadata of a note.
struct FrontMatterReader {
    private let source: Source
    private let path: NotePath
    private let aliases: TopicAliases
    private(set) var diagnostics: [Diagnostic] = []

    init(source: Source, path: NotePath, aliases: TopicAliases = TopicAliases()) {
        self.source = source
        self.aliases = aliases
        self.path = path
    }

    /// Whether the pairs are those of a report that Debrief wrote, which is no note.
    static func isGenerated(_ pairs: [FrontMatter.Pair]) -> Bool {
        pairs.contains { pair in
            guard case .scalar(let value, _) = pair.value else { return false }
            return value.utf8.count == 7 && value.lowercased() == "debrief"
                && pair.key.lowercased() == "generated-by"
        }
    }

    /// Carries the pairs into a note. What cannot be read as meant is left out, with a diagnostic.
    mutating func read(_ pairs: [FrontMatter.Pair], into note: inout Note) {
        /// By its number, whether a key has been given.
        var seen = 0
        var answeredPlace: Position?
        for pair in pairs {
            guard let key = FrontMatterKey(pair.key) else { continue }
            if seen & 1 << key.rawValue != 0 {
                let first = pairs.first { FrontMatterKey($0.key) == key }?.key ?? key.name
                diagnostics.append(.duplicateKey(pair.key, first: first, path, at: pair.keyStart))
                continue
            }
            seen |= 1 << key.rawValue
            switch key {
            case .title: if let title = text(pair) { note.title = title }
            case .company: note.company = text(pair)
            case .role: note.role = text(pair)
            case .round: note.round = text(pair)
            case .date: if let date = date(pair) { note.date = date }
            case .interviewers: note.interviewers = people(pair)
            case .outcome: note.outcome = outcome(pair)
            case .asked: note.requestDates.asked = date(pair)
            case .answered:
                note.requestDates.answered = date(pair)
                answeredPlace = pair.valueStart
            case .refused: note.requestDates.refused = date(pair)
            case .thanked: note.requestDates.thanked = date(pair)
            case .tags: note.topics = topics(pair)
            }
        }
        if let answeredPlace, let found = Diagnostic.requestOrder(note.requestDates, path, at: answeredPlace)
        {
            diagnostics.append(found)
        }
    }

    // MARK: Values

    private mutating func text(_ pair: FrontMatter.Pair) -> String? {
        switch pair.value {
        case .scalar(let text, let isPlain):
            return present(text, isPlain: isPlain, pair).map(WikiLink.shown)
        case .list: reject(pair, "a list", "text")
        case .mapping: reject(pair, "a mapping", "text")
        case .alias: reject(pair, "an alias", "text")
        }
        return nil
    }

    private mutating func date(_ pair: FrontMatter.Pair) -> CalendarDate? {
        switch pair.value {
        case .scalar(let text, let isPlain):
            guard let text = present(text, isPlain: isPlain, pair) else { return nil }
            if let date = text.withBytes({ Self.date(in: $0) }) { return date }
            diagnostics.append(.badDate(key: pair.key, value: text, path, at: pair.valueStart))
        case .list: reject(pair, "a list", "a date")
        case .mapping: reject(pair, "a mapping", "a date")
        case .alias: reject(pair, "an alias", "a date")
        }
        return nil
    }

    /// The date as it is written, whatever time stands behind it.
    private static func date(in text: Span<UInt8>) -> CalendarDate? {
        guard let date = CalendarDate(ascii: text, at: 0) else { return nil }
        guard text.count > 10 else { return date }
        let separator = text[10]
        guard separator == .ascii("T") || separator == .ascii("t") || separator.isBlank else { return nil }
        var time = 11
        while time < text.count, text[time].isBlank { time += 1 }
        return time == text.count ? (separator.isBlank ? date : nil) : text[time].isDigit ? date : nil
    }

    private mutating func outcome(_ pair: FrontMatter.Pair) -> Outcome? {
        guard let text = text(pair) else { return nil }
        let outcome = Outcome(text)
        if case .other = outcome { diagnostics.append(.unknownOutcome(text, path, at: pair.valueStart)) }
        return outcome
    }

    /// One value or a list of them, without those that are empty, and where each begins.
    private mutating func list(_ pair: FrontMatter.Pair) -> [(text: String, start: Position)] {
        switch pair.value {
        case .scalar(let text, let isPlain):
            return present(text, isPlain: isPlain, pair).map { [($0, pair.valueStart)] } ?? []
        case .list(let items):
            var texts: [(text: String, start: Position)] = []
            texts.reserveCapacity(items.count)
            for item in items { if let text = element(item, of: pair) { texts.append(text) } }
            return texts
        case .mapping: reject(pair, "a mapping", "one text or a list of them")
        case .alias: reject(pair, "an alias", "one text or a list of them")
        }
        return []
    }

    private mutating func element(
        _ item: FrontMatter.Item, of pair: FrontMatter.Pair
    ) -> (text: String, start: Position)? {
        let found: String
        switch item.value {
        case .scalar(let text, let isPlain):
            return Self.meaning(of: text, isPlain: isPlain).map { ($0, item.start) }
        case .list: found = "a list"
        case .mapping: found = "a mapping"
        case .alias: found = "an alias"
        }
        diagnostics.append(.badElement(key: pair.key, found: found, path, at: item.start))
        return nil
    }

    /// Each piece of feedback has the interviewers for its sources, so that their number has to be bounded.
    private mutating func people(_ pair: FrontMatter.Pair) -> [String] {
        let names = list(pair).map { WikiLink.shown($0.text) }
        if names.count <= Self.mostPeople { return names }
        reject(pair, "a list of \(names.count)", "one of \(Self.mostPeople) or fewer")
        return []
    }

    private static let mostPeople = 20

    private mutating func topics(_ pair: FrontMatter.Pair) -> [Topic] {
        var topics: [Topic] = []
        var seen = Seen<Topic>()
        for (text, start) in list(pair) {
            for word in Self.words(of: text) {
                if word.utf8.allSatisfy({ $0 == .ascii("#") }) { continue }
                guard let name = TopicName.whole(word) else {
                    diagnostics.append(.notATopic(word, key: pair.key, path, at: start))
                    continue
                }
                let topic = aliases.topic(named: name)
                if seen.insert(topic) { topics.append(topic) }
            }
        }
        return topics
    }

    /// What stands between commas and white space, which is folded.
    private static func words(of text: String) -> [String] {
        func isSeparator(_ byte: UInt8) -> Bool { byte == .ascii(",") || byte == Byte.space }
        if !text.utf8.contains(where: isSeparator) { return [text] }
        return text.utf8.split(whereSeparator: isSeparator).map { String(Substring($0)) }
    }

    private mutating func reject(_ pair: FrontMatter.Pair, _ found: String, _ expected: String) {
        diagnostics.append(
            .badValue(key: pair.key, found: found, expected: expected, path, at: pair.valueStart))
    }

    /// A scalar's text; nil where it is empty, which is the same as absent.
    private mutating func present(_ text: String, isPlain: Bool, _ pair: FrontMatter.Pair) -> String? {
        if let meaning = Self.meaning(of: text, isPlain: isPlain) { return meaning }
        if text.isEmpty, isPlain, let comment = comment(behind: pair) {
            diagnostics.append(.commentedValue(key: pair.key, comment: comment, path, at: pair.keyStart))
        }
        return nil
    }

    /// Text with white space folded; nil for what YAML means by nothing.
    private static func meaning(of text: String, isPlain: Bool) -> String? {
        let folded = text.folded
        return folded.isEmpty || isPlain && isNull(folded) ? nil : folded
    }

    private static func isNull(_ text: String) -> Bool {
        switch text.utf8.count {
        case 1: text == "~"
        case 4: text == "null" || text == "Null" || text == "NULL"
        default: false
        }
    }

    /// The comment right behind `tags: ` on the key's line, where somebody meant a value like `#structure`.
    private func comment(behind pair: FrontMatter.Pair) -> String? {
        let line = source.text(source.content(ofLine: pair.keyStart.line))
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let rest = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        guard rest.count > 1, rest.first == "#", rest.dropFirst().first?.isWhitespace == false else {
            return nil
        }
        return String(rest)
    }
}
