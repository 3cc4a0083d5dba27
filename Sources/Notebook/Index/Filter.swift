/// Which part of a notebook a report is about.
public struct Filter: Sendable {
    /// Interviews on this day or later. A note without a date fits no bound.
    public var since: CalendarDate?
    /// Interviews on this day or earlier.
    public var until: CalendarDate?
    /// Any of these, whatever their case; all where there is none. Likewise below.
    public var companies: [String] = []
    public var roles: [String] = []
    public var rounds: [String] = []
    /// Any of these, or a topic nested in one of them.
    public var topics: [Topic] = []

    public init() {}

    public var isEmpty: Bool {
        since == nil && until == nil && companies.isEmpty && roles.isEmpty && rounds.isEmpty && topics.isEmpty
    }

    /// The filter with topics as a notebook has them that calls some by several names.
    func with(_ aliases: TopicAliases) -> Filter {
        var filter = self
        filter.topics = topics.map { aliases.topic(named: $0.name) }
        return filter
    }

    func includes(_ note: Note) -> Bool {
        if let since, note.date.map({ $0 < since }) ?? true { return false }
        if let until, note.date.map({ $0 > until }) ?? true { return false }
        return Self.fits(note.company, companies) && Self.fits(note.role, roles)
            && Self.fits(note.round, rounds)
    }

    func includes(_ topics: [Topic]) -> Bool {
        self.topics.isEmpty || topics.contains { topic in self.topics.contains { topic.isWithin($0) } }
    }

    private static func fits(_ value: String?, _ wanted: [String]) -> Bool {
        if wanted.isEmpty { return true }
        guard let value = value?.caseFolded else { return false }
        return wanted.contains { $0.caseFolded == value }
    }
}

extension Filter: CustomStringConvertible {
    /// What the filter lets through, in words: `company Acme, since 2026-06-01`.
    public var description: String {
        var parts: [String] = []
        for (name, values) in [("company", companies), ("role", roles), ("round", rounds)]
        where !values.isEmpty {
            parts.append("\(name) \(values.joined(separator: " or "))")
        }
        if !topics.isEmpty { parts.append("topic " + topics.map { "#\($0)" }.joined(separator: " or ")) }
        if let since { parts.append("since \(since)") }
        if let until { parts.append("until \(until)") }
        return parts.joined(separator: ", ")
    }
}

extension Index {
    /// What there is to filter by: each name once, as it is first written, in the order of the alphabet.
    func names(_ name: (Note) -> String?) -> [String] {
        var names: [String: String] = [:]
        for note in notes {
            if let name = name(note) { names[name.caseFolded] = names[name.caseFolded] ?? name }
        }
        return names.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The part of the index that a filter lets through. Of a note that fits, with topics given, only what
    /// is about those topics remains, and no note in which nothing is.
    public func filtered(by filter: Filter) -> Index {
        if filter.isEmpty { return self }
        let filter = filter.with(configuration.vocabulary.aliases)
        let kept = notes.filter(filter.includes).compactMap { note -> Note? in
            filter.topics.isEmpty ? note : note.about(filter)
        }
        let paths = Set(kept.map(\.path))
        return Index(
            today: today, configuration: configuration, notes: kept,
            faults: faults.filter {
                paths.contains($0.path) || $0.path == Configuration.path
            })
    }
}

extension Note {
    /// The note with nothing in it but what is about a filter's topics; nil where nothing is.
    fileprivate func about(_ filter: Filter) -> Note? {
        var note = self
        note.feedback = StoredList(feedback.filter { filter.includes($0.topics) })
        note.actions = StoredList(actions.filter { filter.includes($0.topics) })
        note.hunches = StoredList(hunches.filter { filter.includes($0.topics) })
        note.evidence = StoredList(evidence.filter { filter.includes($0.topics) })
        let isEmpty =
            note.feedback.isEmpty && note.actions.isEmpty && note.hunches.isEmpty && note.evidence.isEmpty
        return isEmpty && !filter.includes(topics) ? nil : note
    }
}
