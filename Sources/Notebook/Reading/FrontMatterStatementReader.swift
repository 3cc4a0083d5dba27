internal import Markup

/// Reads what pairs of front matter say, of which Debrief knows some.
struct FrontMatterStatementReader {
    private let source: Source
    private let path: NotePath
    private let aliases: TopicAliases
    /// What is wrong with the pair that is read.
    private var diagnostics: [Diagnostic] = []

    init(source: Source, path: NotePath, aliases: TopicAliases = TopicAliases()) {
        self.source = source
        self.aliases = aliases
        self.path = path
    }

    /// What pairs say, in their order, but for those that mean nothing here.
    mutating func statements(of pairs: [FrontMatter.Pair]) -> [FrontMatterStatement] {
        pairs.compactMap { pair in
            guard let key = FrontMatterKey(pair.key) else { return nil }
            let content = content(of: pair, key)
            defer { diagnostics = [] }
            return FrontMatterStatement(
                key: key, spelling: pair.key, keyStart: pair.keyStart, valueStart: pair.valueStart,
                content: content, diagnostics: diagnostics)
        }
    }

    private mutating func content(
        of pair: FrontMatter.Pair, _ key: FrontMatterKey
    ) -> FrontMatterStatement.Content {
        switch key {
        case .title: .title(text(pair))
        case .company: .company(text(pair))
        case .role: .role(text(pair))
        case .round: .round(text(pair))
        case .date: .date(date(pair))
        case .interviewers: .interviewers(people(pair))
        case .outcome: .outcome(outcome(pair))
        case .asked: .asked(date(pair))
        case .answered: .answered(date(pair))
        case .refused: .refused(date(pair))
        case .thanked: .thanked(date(pair))
        case .tags: .tags(topics(pair))
        }
    }

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
