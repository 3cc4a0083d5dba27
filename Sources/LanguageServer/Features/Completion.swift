internal import Markup
internal import Notebook

/// One of the things that may be written.
private struct CompletionItem {
    enum Kind: Int {
        case property = 10
        case value = 12
        case keyword = 14
        case reference = 18
    }

    let label: String
    var detail: String?
    let kind: Kind
    let newText: String

    /// Makes an item.
    ///
    /// `newText` is what is written, if it is not the label.
    init(_ label: String, _ detail: String? = nil, writes newText: String? = nil, _ kind: Kind) {
        self.label = label
        self.detail = detail
        self.kind = kind
        self.newText = newText ?? label
    }
}

extension Workspace {
    private static let mostItems = 300

    func completion(in document: Document, at offset: Int) -> JSON {
        guard let context = document.completionContext(at: offset) else { return [] }
        let rest = document.rest(after: context)
        let written = document.source.text(context.range)
        let whole = document.source.text(context.range.lowerBound..<rest.end)
        let beginning = written.lowercased()
        let fitting = items(context, in: document, isEnded: rest.isEnded).filter { item in
            // What is being typed is in the notebook already, because the editor's text counts.
            item.label != whole && item.label.lowercased().hasWord(beginningWith: beginning)
        }
        let range = document.positions.range(context.range.lowerBound..<rest.end)
        let list = fitting.prefix(Self.mostItems).enumerated().map { number, item -> JSON in
            [
                "label": .string(item.label), "kind": .int(item.kind.rawValue),
                "detail": item.detail.map(JSON.string),
                // The client must keep this order.
                "sortText": .string(String(String(10_000 + number).dropFirst())),
                "textEdit": ["range": range, "newText": .string(item.newText)],
            ]
        }
        return ["isIncomplete": .bool(fitting.count > list.count), "items": .array(list)]
    }

    /// Returns the items for a context.
    ///
    /// `isEnded` says whether the mark that would end the item is after the cursor already.
    private func items(
        _ context: CompletionContext, in document: Document, isEnded: Bool
    ) -> [CompletionItem] {
        switch context {
        case .tag(_, let isBelowFeedback):
            tagWords(isBelowFeedback: isBelowFeedback, isEnded: isEnded)
        case .topic: index.knownTopics.map { CompletionItem($0.name, nil, .reference) }
        case .story: stories
        case .date(let field, _):
            dates(field == .done || field == .dropped || field == .since ? Self.past : Self.future)
        case .person(_, let enclosure):
            people(in: document).map {
                CompletionItem($0, writes: enclosure.annotated($0, isEnded: isEnded), .reference)
            }
        case .key: keys(notIn: document, isEnded: isEnded)
        case .value(let key, _, let enclosure, let needsSpace):
            values(of: key, in: document).map { item in
                let text = enclosure.scalar(item.newText, isEnded: isEnded)
                return CompletionItem(
                    item.label, item.detail, writes: needsSpace ? " " + text : text, item.kind)
            }
        }
    }

    // MARK: Bullets

    private func tagWords(isBelowFeedback: Bool, isEnded: Bool) -> [CompletionItem] {
        var words = [
            ("chew:", "feedback that you still weigh"), ("swallow:", "feedback that you accept, and act on"),
            ("spit:", "feedback that you discard"), ("keep:", "praise, which is something to lean on"),
            ("hunch:", "what you assume went wrong, before you ask"),
            ("worked:", "a lesson that showed, and helped"), ("slipped:", "a lesson that did not show"),
            ("story:", "a story to tell, with S, T, A and R below it"),
            ("told:", "the story that answered a question: told: ^name"),
        ]
        if isBelowFeedback {
            words += [
                ("if:", "a plan: if: it comes up → what to do"), ("because:", "why it is in its stage"),
            ]
        }
        return words.map { word, detail in
            CompletionItem(
                word, detail, writes: isEnded ? String(word.dropLast()) : word + " ", .keyword)
        }
    }

    /// The stories that have a name, in reading order.
    private var stories: [CompletionItem] {
        index.notes.flatMap(\.stories).compactMap { story in
            story.id.map { CompletionItem($0, story.text, .reference) }
        }
    }

    private static let future = [(0, "today"), (7, "in a week"), (14, "in two weeks")]
    private static let past = [(0, "today"), (-1, "yesterday")]

    private func dates(_ days: [(Int, String)]) -> [CompletionItem] {
        days.map { days, words in
            let date = index.today.adding(days: days)
            let weekday = CalendarDate.weekdayNames[date.weekday]
            return CompletionItem(date.description, "\(words), a \(weekday)", .value)
        }
    }

    /// Returns people's names, those of this interview first.
    private func people(in document: Document) -> [String] {
        let own = document.note?.interviewers ?? []
        let keys = Set(own.map { $0.lowercased() })
        return own + index.knownPeople.filter { !keys.contains($0.lowercased()) }
    }

    // MARK: Front matter

    private static let keyMeanings: [FrontMatterKey: String] = [
        .title: "else the first heading", .company: "where the interview was", .role: "what it was for",
        .round: "phone screen, onsite, final …", .date: "the day of the interview",
        .time: "the time of the interview, as 09:30", .place: "an address or a URL",
        .link: "a URL, beside the place", .interviewers: "one name, or a list",
        .outcome: "scheduled, waiting, advanced, rejected …",
        .asked: "when you asked for feedback", .answered: "when it came", .refused: "when it was refused",
        .thanked: "when you gave thanks", .tags: "topics of the whole note",
    ]

    private func keys(notIn document: Document, isEnded: Bool) -> [CompletionItem] {
        let used = document.usedKeys
        return FrontMatterKey.allCases.filter { !used.contains($0) }.map {
            let written = isEnded ? $0.name : "\($0.name): "
            return CompletionItem($0.name, Self.keyMeanings[$0], writes: written, .property)
        }
    }

    private func values(of key: FrontMatterKey, in document: Document) -> [CompletionItem] {
        switch key {
        case .title, .time, .place, .link: []
        case .company: index.knownCompanies.map { CompletionItem($0, nil, .value) }
        case .role: index.knownRoles.map { CompletionItem($0, nil, .value) }
        case .round: index.knownRounds.map { CompletionItem($0, nil, .value) }
        case .interviewers: index.knownPeople.map { CompletionItem($0, nil, .reference) }
        case .outcome: Outcome.known.map { CompletionItem($0.description, nil, .value) }
        case .tags: index.knownTopics.map { CompletionItem($0.name, nil, .reference) }
        case .date: dates(Self.future)
        case .asked, .answered, .refused, .thanked: dates(Self.past)
        }
    }
}

extension String {
    /// Whether the text, or a word in it, begins with a given text.
    fileprivate func hasWord(beginningWith beginning: String) -> Bool {
        if hasPrefix(beginning) { return true }
        return indices.contains { index in
            index > startIndex && !self[self.index(before: index)].isLetter
                && self[index...].hasPrefix(beginning)
        }
    }
}

extension CompletionContext.Enclosure {
    /// Returns a name for `from:`, in quotes if it would otherwise end too early.
    fileprivate func annotated(_ name: String, isEnded: Bool) -> String {
        switch self {
        case .bracket: name
        case .quote: isEnded ? name : name + "\""
        case .none:
            name.contains { $0.isWhitespace || ".,;:!?)\"".contains($0) } ? "\"\(name)\"" : name
        }
    }

    /// Returns a value as YAML, in quotes if it would otherwise be read as something else.
    fileprivate func scalar(_ text: String, isEnded: Bool) -> String {
        // A date needs no quotes.
        guard self == .quote else { return CalendarDate(text) == nil ? YAMLScalar.text(text) : text }
        return String(YAMLScalar.quoted(text).dropFirst().dropLast(isEnded ? 1 : 0))
    }
}
