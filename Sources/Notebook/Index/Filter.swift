/// Which part of a notebook a report is about.
public struct Filter: Sendable {
    /// What has a day that a bound is about.
    public enum Bounded: String, Sendable, CaseIterable {
        /// The feedback, which has that on which it came.
        case came
        case interview
    }

    /// What is of this day or later. A note without the day fits no bound.
    public var since: CalendarDate?
    /// What is of this day or earlier.
    public var until: CalendarDate?
    /// Whose day it is.
    public var by = Bounded.came
    /// Any of these, whatever their case and legal form; all where there is none. Likewise below.
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

    /// - Parameter keys: those of companies' names, to be used from note to note.
    func includes(_ note: Note, _ keys: inout CompanyKeys) -> Bool {
        if since != nil || until != nil {
            guard let day = by == .came ? note.dayOfFeedback : note.date else { return false }
            if let since, day < since { return false }
            if let until, day > until { return false }
        }
        return fits(company: note.company.map(note.linked), &keys) && Self.fits(note.role, roles)
            && Self.fits(note.round, rounds)
    }

    private func fits(company: String?, _ keys: inout CompanyKeys) -> Bool {
        if companies.isEmpty { return true }
        guard let key = company.map({ keys.key(of: $0) }) else { return false }
        for name in companies where keys.key(of: name) == key { return true }
        return false
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
    /// What the filter lets through, in words: `company Acme, what came since 2026-06-01`.
    public var description: String {
        var parts: [String] = []
        for (name, values) in [("company", companies), ("role", roles), ("round", rounds)]
        where !values.isEmpty {
            parts.append("\(name) \(values.joined(separator: " or "))")
        }
        if !topics.isEmpty { parts.append("topic " + topics.map { "#\($0)" }.joined(separator: " or ")) }
        let bounds = [since.map { "since \($0)" }, until.map { "until \($0)" }].compactMap(\.self)
        if !bounds.isEmpty {
            let subject = by == .came ? "what came" : "interviews"
            parts.append("\(subject) \(bounds.joined(separator: " and "))")
        }
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
        var keys = CompanyKeys(configuration)
        let kept = notes.filter { filter.includes($0, &keys) }.compactMap { note -> Note? in
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
        note.stories = StoredList(stories.filter { filter.includes($0.topics) })
        let isEmpty =
            note.feedback.isEmpty && note.actions.isEmpty && note.hunches.isEmpty && note.evidence.isEmpty
            && note.stories.isEmpty
        return isEmpty && !filter.includes(topics) ? nil : note
    }
}
