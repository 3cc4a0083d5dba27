package import Notes

/// The stories of a notebook, where each was told, and the evidence of how it went.
public struct StoryBook: Sendable {
    /// A story with the tellings and the evidence that belong to it.
    public struct Entry: Sendable {
        /// The story.
        public let story: StoryID
        /// The tellings of the story, earliest first.
        public package(set) var tellings: [TellingID] = []
        /// The tellings that may be of this story or of another one with its name, earliest first.
        public package(set) var perhapsTold: [TellingID] = []
        /// How the story went, once for each interview, earliest first.
        public package(set) var showings: [Lesson.Showing] = []
        /// How the story stands, by its newest showings.
        public package(set) var standing = Standing.untried
        /// How many of the newest showings slipped.
        package fileprivate(set) var slipsAmongNewest = 0

        package func count(_ kind: Evidence.Kind) -> Int { showings.count { $0.kind == kind } }
    }

    /// How a story stands, by its latest evidence.
    public enum Standing: Int, Sendable, Comparable, CaseIterable {
        /// The story worked the last time.
        case worked
        /// The story has no evidence, or only evidence from too long ago.
        case untried
        /// The story slipped the last time.
        case slipped

        /// Returns whether the first standing is the better one.
        public static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
    }

    /// The stories of the notebook, in reading order.
    public private(set) var entries: [Entry] = []
    /// The tellings that answered each question, in reading order.
    package let answers: [QuestionID: [TellingID]]
    /// The index of the entry that each telling told.
    ///
    /// A telling that does not name exactly one story is left out.
    private let storyOfTelling: [TellingID: Int]

    /// Gathers the stories of an index.
    public init(_ index: NotebookIndex) {
        let names = StoryNames(index)
        entries = names.stories.map { Entry(story: $0) }
        var storyOfTelling: [TellingID: Int] = [:]
        var answers: [QuestionID: [TellingID]] = [:]
        // What is planned for an interview to come was not told.
        let notes = index.notes.indices.filter { !index.notes[$0].isExpected(on: index.today) }
            .sortedByDay { index.notes[$0].date }
        for note in notes {
            let tellings = index.notes[note].tellings
            for number in tellings.indices {
                let telling = TellingID(note: note, number: number)
                if let question = tellings[number].question {
                    answers[QuestionID(note: note, number: question), default: []].append(telling)
                }
                guard let story = names.story(of: telling) else {
                    for number in names.stories(of: telling) { entries[number].perhapsTold.append(telling) }
                    continue
                }
                storyOfTelling[telling] = story
                entries[story].tellings.append(telling)
            }
        }
        (self.storyOfTelling, self.answers) = (storyOfTelling, answers)
        if !entries.isEmpty { addShowings(of: notes, names, index) }
    }

    /// Returns the entry of the story that was told; nil if it is not known for sure.
    package func story(of telling: TellingID) -> Entry? { storyOfTelling[telling].map { entries[$0] } }

    /// Adds the evidence of each story.
    ///
    /// - Parameters:
    ///   - notes: the numbers of all notes, by their days.
    ///   - names: finds stories by their names.
    ///   - index: the notebook.
    private mutating func addShowings(of notes: [Int], _ names: StoryNames, _ index: NotebookIndex) {
        for note in notes {
            let evidence = index.notes[note].evidence
            for number in evidence.indices {
                let stories = self.stories(of: evidence[number], in: note, names)
                for story in stories {
                    entries[story].showings.append(index.showing(EvidenceID(note: note, number: number)))
                }
            }
        }
        for number in entries.indices {
            entries[number].showings = entries[number].showings.onePerInterview
            let newest = Lesson.newest(of: entries[number].showings, on: index.today).showings
            entries[number].slipsAmongNewest = newest.count { $0.kind == .slipped }
            switch Lesson.standing(by: newest) {
            case .worked, .slippedOften: entries[number].standing = .worked
            case .notYetShown: entries[number].standing = .untried
            case .slippedEachTime, .slippedLast: entries[number].standing = .slipped
            }
        }
    }

    /// Returns the indices of the stories that evidence belongs to: those that it names, or else the one that
    /// it stands below.
    private func stories(of evidence: Evidence, in note: Int, _ names: StoryNames) -> [Int] {
        let named = evidence.namedIDs.compactMap { names.story(named: $0, in: note) }
        if !named.isEmpty { return Array(Set(named)).sorted() }
        switch evidence.context {
        case nil: return []
        case .telling(let number):
            return storyOfTelling[TellingID(note: note, number: Int(number))].map { [$0] } ?? []
        case .question(let number):
            // It is not known which story the evidence below several stories belongs to.
            let tellings = answers[QuestionID(note: note, number: Int(number))] ?? []
            let stories = Set(tellings.map { storyOfTelling[$0] })
            guard stories.count == 1, let only = stories.first, let story = only else { return [] }
            return [story]
        }
    }
}

extension NotebookIndex {
    /// Whether the notebook has a story or a telling of one.
    package var hasStories: Bool { notes.contains { !$0.stories.isEmpty || !$0.tellings.isEmpty } }
}

/// Finds stories by the names that tellings use.
package struct StoryNames {
    package let index: NotebookIndex
    /// The stories of the notebook, in reading order.
    package let stories: [StoryID]
    private var byID: [String: [Int]] = [:]
    private var byText: [QuestionKey: [Int]] = [:]

    package init(_ index: NotebookIndex) {
        self.index = index
        stories = index.notes.indices.flatMap { note in
            index.notes[note].stories.indices.map { StoryID(note: note, number: $0) }
        }
        var words = QuestionWords()
        for (number, story) in stories.enumerated() {
            if let id = index[story].id { byID[id, default: []].append(number) }
            byText[index[story].$text.withBytes { QuestionKey($0, &words) }, default: []].append(number)
        }
    }

    /// Returns the index of the story that was told; nil if it is not known for sure.
    package func story(of telling: TellingID) -> Int? {
        only(stories(of: telling), in: telling.note)
    }

    /// Returns the indices of all stories that may have been told.
    package func stories(of telling: TellingID) -> [Int] {
        if let id = index[telling].id { return stories(named: id) }
        var words = QuestionWords()
        return byText[index[telling].$text.withBytes { QuestionKey($0, &words) }] ?? []
    }

    /// Returns the index of the story with a name: the only one in the notebook, or else the only one in the
    /// note.
    package func story(named id: String, in note: Int) -> Int? { only(byID[id] ?? [], in: note) }

    /// Returns the indices of all stories with a name.
    package func stories(named id: String) -> [Int] { byID[id] ?? [] }

    private func only(_ numbers: [Int], in note: Int) -> Int? {
        if numbers.count < 2 { return numbers.first }
        let own = numbers.filter { stories[$0].note == note }
        return own.count == 1 ? own[0] : nil
    }
}
