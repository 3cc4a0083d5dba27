public import Notes

/// The part of a notebook that a report is about.
public struct Filter: Sendable {
    /// The days to which bounds can apply.
    public enum Bounded: String, Sendable, CaseIterable {
        /// The day on which the feedback came.
        case came
        case interview
    }

    /// Only notes of this day or a later one are included.
    ///
    /// A note without a day does not fit any bound.
    public var since: CalendarDate?
    /// Only notes of this day or an earlier one are included.
    public var until: CalendarDate?
    /// The day to which the bounds apply.
    public var by = Bounded.came
    /// Only notes of these companies are included, whatever the case and the legal form of the names.
    ///
    /// An empty list includes all notes, here and below.
    public var companies: [String] = []
    /// Only notes of these roles are included, whatever the case.
    public var roles: [String] = []
    /// Only notes of these rounds are included, whatever the case.
    public var rounds: [String] = []
    /// Only what is about one of these topics is included, or about a topic nested in one of them.
    public var topics: [Topic] = []

    /// Makes a filter that includes everything.
    public init() {}

    /// Whether the filter includes everything.
    public var isEmpty: Bool {
        since == nil && until == nil && companies.isEmpty && roles.isEmpty && rounds.isEmpty && topics.isEmpty
    }

    /// Returns the filter with its topics replaced by the topics that their names stand for in a notebook.
    package func with(_ aliases: TopicAliases) -> Filter {
        var filter = self
        filter.topics = topics.map { aliases.topic(named: $0.name) }
        return filter
    }

    /// Returns whether a note fits the filter.
    ///
    /// The keys of companies' names are reused from note to note.
    package func includes(_ note: Note, _ keys: inout NameKeys) -> Bool {
        if since != nil || until != nil {
            guard let day = by == .came ? note.dayOfFeedback : note.date else { return false }
            if let since, day < since { return false }
            if let until, day > until { return false }
        }
        return fits(company: note.company.map(note.linked), &keys) && Self.fits(note.role, roles)
            && Self.fits(note.round, rounds)
    }

    private func fits(company: String?, _ keys: inout NameKeys) -> Bool {
        if companies.isEmpty { return true }
        guard let key = company.map({ keys.key(of: $0) }) else { return false }
        for name in companies where keys.key(of: name) == key { return true }
        return false
    }

    package func includes(_ topics: [Topic]) -> Bool {
        self.topics.isEmpty || topics.contains { topic in self.topics.contains { topic.isWithin($0) } }
    }

    private static func fits(_ value: String?, _ wanted: [String]) -> Bool {
        if wanted.isEmpty { return true }
        guard let value = value?.caseFolded else { return false }
        return wanted.contains { $0.caseFolded == value }
    }
}

extension Filter: CustomStringConvertible {
    /// The filter in words: `company Acme, what came since 2026-06-01`.
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

extension NotebookIndex {
    /// Returns the names by which notes can be filtered, in alphabetical order.
    ///
    /// Each name is listed once, as it is first written.
    package func names(_ name: (Note) -> String?) -> [String] {
        var names: [String: String] = [:]
        for note in notes {
            if let name = name(note) { names[name.caseFolded] = names[name.caseFolded] ?? name }
        }
        return names.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Returns the part of the index that a filter lets through.
    ///
    /// If the filter has topics, only what is about these topics remains of a note. A note without anything
    /// about them is left out.
    public func filtered(by filter: Filter) -> NotebookIndex {
        if filter.isEmpty { return self }
        let filter = filter.with(configuration.vocabulary.aliases)
        var keys = NameKeys(ofCompanies: configuration)
        let kept = notes.filter { filter.includes($0, &keys) }.compactMap { note -> Note? in
            filter.topics.isEmpty ? note : note.about(filter)
        }
        let paths = Set(kept.map(\.path))
        return NotebookIndex(
            today: today, configuration: configuration, notes: kept,
            faults: faults.filter {
                paths.contains($0.path) || $0.path == Configuration.path
            })
    }
}

extension Note {
    /// Returns the note with only what is about a filter's topics; nil if nothing is.
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
