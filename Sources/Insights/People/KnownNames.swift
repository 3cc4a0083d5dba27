public import Notes

// These are the names that a notebook has used before, so that they can be used again. The most used names
// come first.

extension NotebookIndex {
    /// The companies of the notes, each once and the most used first.
    public var knownCompanies: [String] { Self.mostUsedFirst(notes.lazy.compactMap(\.company)) }
    /// The roles of the notes, each once and the most used first.
    public var knownRoles: [String] { Self.mostUsedFirst(notes.lazy.compactMap(\.role)) }
    /// The rounds of the notes, each once and the most used first.
    public var knownRounds: [String] { Self.mostUsedFirst(notes.lazy.compactMap(\.round)) }

    /// All interviewers, and then everybody else who said something.
    public var knownPeople: [String] {
        let interviewers = Self.mostUsedFirst(notes.lazy.flatMap(\.interviewers))
        let known = Set(interviewers.map(\.caseFolded))
        let sources = Self.mostUsedFirst(notes.lazy.flatMap { $0.feedback.flatMap(\.sources) })
        return interviewers + sources.filter { !known.contains($0.caseFolded) }
    }

    /// All topics of notes, of feedback, and of everything else that has topics.
    public var knownTopics: [Topic] {
        Self.mostUsedFirst(notes.lazy.flatMap(\.mentionedTopics).map(\.name)).map { Topic($0) }
    }

    /// Returns names, most used first.
    ///
    /// Each is listed once, whatever its case, and as it is first written.
    private static func mostUsedFirst(_ names: some Sequence<String>) -> [String] {
        var uses: [String: (name: String, key: String, count: Int)] = [:]
        for name in names {
            let key = name.caseFolded
            uses[key, default: (name, key, 0)].count += 1
        }
        return uses.values.sorted { ($1.count, $0.key) < ($0.count, $1.key) }.map(\.name)
    }
}

extension Note {
    /// The topics of the note and of everything in it, each as often as it is written.
    fileprivate var mentionedTopics: [Topic] {
        var topics = topics
        for feedback in feedback {
            topics += feedback.topics
            for action in feedback.actions { topics += action.topics }
        }
        for action in actions { topics += action.topics }
        for hunch in hunches { topics += hunch.topics }
        for evidence in evidence { topics += evidence.topics }
        for story in stories { topics += story.topics }
        return topics
    }
}
