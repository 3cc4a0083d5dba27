package import Markup

/// Reads what pairs of front matter or properties in the body say, if Debrief knows their keys.
package struct FrontMatterStatementReader {
    package let source: Source
    package let path: NotePath
    package let vocabulary: Vocabulary
    /// The style of the properties; nil for front matter, which is YAML.
    package var style: PropertyLine.Style?
    /// What is wrong with the current pair.
    package var diagnostics: [Diagnostic] = []
    private var links: [String: String] = [:]

    package init(source: Source, path: NotePath, vocabulary: Vocabulary = .standard) {
        self.source = source
        self.vocabulary = vocabulary
        self.path = path
    }

    /// Returns what pairs say, in their order.
    ///
    /// Pairs with other keys are left out.
    package mutating func statements(of pairs: [FrontMatter.Pair]) -> [FrontMatterStatement] {
        pairs.compactMap { pair in
            guard let key = FrontMatterKey(pair.key) else { return nil }
            return statement(of: pair, key)
        }
    }

    package mutating func statement(of pair: FrontMatter.Pair, _ key: FrontMatterKey) -> FrontMatterStatement
    {
        diagnostics = []
        links = [:]
        let content = content(of: pair, key)
        let ofInterview = key.isOfInterviewsAlone ? 0 : diagnostics.count
        if style == nil { reportComments(of: pair) }
        return FrontMatterStatement(
            key: key, spelling: pair.key, keyStart: pair.keyStart, valueStart: pair.valueStart,
            content: content, links: links, diagnostics: diagnostics, ofInterview: ofInterview)
    }

    private mutating func content(
        of pair: FrontMatter.Pair, _ key: FrontMatterKey
    ) -> FrontMatterStatement.Content {
        switch key {
        case .title: .title(text(pair))
        case .company: .company(scalar(pair, expected: "text").map { name($0) })
        case .role: .role(text(pair))
        case .round: .round(text(pair))
        case .date: .date(date(pair))
        case .time: .time(time(pair))
        case .place: .place(text(pair))
        case .link: .link(text(pair))
        case .interviewers: .interviewers(people(pair))
        case .outcome: .outcome(outcome(pair))
        case .asked: .asked(date(pair)?.day)
        case .answered: .answered(date(pair)?.day)
        case .refused: .refused(date(pair)?.day)
        case .thanked: .thanked(date(pair)?.day)
        case .tags: .tags(topics(pair))
        }
    }

    // MARK: One text

    /// Returns the shown text of a name that may be a link.
    ///
    /// The link is kept if it shows another text than its target.
    package mutating func name(_ text: String) -> String {
        let shown = WikiLink.shown(text)
        if shown != text, text.utf8.contains(.ascii("|")) { links[shown] = text }
        return shown
    }

    private mutating func text(_ pair: FrontMatter.Pair) -> String? {
        scalar(pair, expected: "text").map(WikiLink.shown)
    }

    /// Returns the text of a value, or a wiki link without quotes as it is written.
    ///
    /// Another value is reported, and nil is returned.
    private mutating func scalar(_ pair: FrontMatter.Pair, expected: String) -> String? {
        switch pair.value {
        case .scalar(let text, let isPlain): return Self.meaning(of: text, isPlain: isPlain)
        case .list:
            if let link = wikiLink(pair.value, at: pair.valueStart) { return link }
            reject(pair, "a list", expected)
        case .mapping: reject(pair, "a mapping", expected)
        case .alias: reject(pair, "an alias", expected)
        }
        return nil
    }

    private mutating func date(_ pair: FrontMatter.Pair) -> WrittenDate? {
        guard let text = scalar(pair, expected: "a date") else { return nil }
        if let date = WrittenDate(text) { return date }
        diagnostics.append(.badDate(key: pair.key, value: text, path, at: pair.valueStart))
        return nil
    }

    private mutating func time(_ pair: FrontMatter.Pair) -> String? {
        guard let text = scalar(pair, expected: "a time") else { return nil }
        if let time = ClockTime(whole: text) { return time.text }
        diagnostics.append(.badTime(key: pair.key, value: text, path, at: pair.valueStart))
        return nil
    }

    private mutating func outcome(_ pair: FrontMatter.Pair) -> Outcome? {
        guard let text = text(pair) else { return nil }
        let outcome = vocabulary.outcome(of: text)
        if case .other = outcome { diagnostics.append(.unknownOutcome(text, path, at: pair.valueStart)) }
        return outcome
    }

    package mutating func reject(_ pair: FrontMatter.Pair, _ found: String, _ expected: String) {
        diagnostics.append(
            .badValue(key: pair.key, found: found, expected: expected, path, at: pair.valueStart))
    }

    /// Returns a text with its white space folded; nil if the text is empty or null in YAML.
    package static func meaning(of text: String, isPlain: Bool) -> String? {
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

    /// Returns a wiki link without quotes; nil if there is none.
    ///
    /// YAML takes such a link for a list within a list.
    package func wikiLink(_ value: FrontMatter.Value, at position: Position) -> String? {
        guard case .list(let items) = value, items.count == 1, case .list = items[0].value else { return nil }
        let line = source.content(ofLine: position.line)
        let start = source.offset(of: position)
        let span = source.bytes.span
        guard line.contains(start), span.has("[[", at: start),
            let close = (start..<line.upperBound - 1).first(where: { span.has("]]", at: $0) }),
            WikiLink.shown(span, start..<close + 2) != nil
        else { return nil }
        return source.text(start..<close + 2).folded
    }
}
