/// The stories of a notebook, where each was told, and what showed of it.
public struct StoryBook: Sendable {
    public struct Entry: Sendable {
        public let place: StoryPlace
        /// Earliest first.
        public internal(set) var tellings: [TellingPlace] = []
        /// Earliest first.
        public internal(set) var showings: [Lesson.Showing] = []
        public internal(set) var standing = Standing.untried

        func count(_ kind: Evidence.Kind) -> Int { showings.count { $0.kind == kind } }
    }

    /// How a story stands, by what showed of it last.
    public enum Standing: Int, Sendable, Comparable, CaseIterable {
        case worked
        /// Nothing showed of it, or too long ago.
        case untried
        /// It slipped the last time, or half of the times.
        case slipped

        public static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
    }

    /// In reading order.
    public private(set) var entries: [Entry] = []
    /// What was told in answer to a question, in reading order.
    let answers: [QuestionPlace: [TellingPlace]]
    /// The number of the entry that was told; nothing for a telling that names no story, or more than one.
    private let told: [TellingPlace: Int]

    public init(_ index: Index) {
        let names = StoryNames(index)
        entries = names.stories.map { Entry(place: $0) }
        var told: [TellingPlace: Int] = [:]
        var answers: [QuestionPlace: [TellingPlace]] = [:]
        let notes = Array(index.notes.indices).sortedByDay { index.notes[$0].date }
        for note in notes {
            let tellings = index.notes[note].tellings
            for number in tellings.indices {
                let telling = TellingPlace(note: note, number: number)
                if let question = tellings[number].question {
                    answers[QuestionPlace(note: note, number: question), default: []].append(telling)
                }
                guard let story = names.story(of: telling) else { continue }
                told[telling] = story
                entries[story].tellings.append(telling)
            }
        }
        (self.told, self.answers) = (told, answers)
        if !entries.isEmpty { addShowings(of: notes, names, index) }
    }

    /// The entry of the story that was told; nil where none is known for sure.
    func story(of telling: TellingPlace) -> Entry? { told[telling].map { entries[$0] } }

    /// - Parameter notes: the numbers of all notes, by their days.
    private mutating func addShowings(of notes: [Int], _ names: StoryNames, _ index: Index) {
        for note in notes {
            let evidence = index.notes[note].evidence
            for number in evidence.indices {
                let stories = self.stories(of: evidence[number], in: note, names)
                for story in stories {
                    entries[story].showings.append(index.showing(EvidencePlace(note: note, number: number)))
                }
            }
        }
        for number in entries.indices {
            let newest = Lesson.newest(of: entries[number].showings, on: index.today).showings
            switch Lesson.standing(by: newest) {
            case .worked: entries[number].standing = .worked
            case .notYetShown: entries[number].standing = .untried
            case .slippedEachTime, .slippedLast, .slippedOften: entries[number].standing = .slipped
            }
        }
    }

    /// The numbers of the stories that evidence is of: those that it names, else the one that it stands below.
    private func stories(of evidence: Evidence, in note: Int, _ names: StoryNames) -> [Int] {
        let named = evidence.namedIDs.compactMap { names.story(named: $0, in: note) }
        if !named.isEmpty { return Array(Set(named)).sorted() }
        switch evidence.context {
        case nil: return []
        case .telling(let number):
            return told[TellingPlace(note: note, number: Int(number))].map { [$0] } ?? []
        case .question(let number):
            // What shows below several stories is nobody knows whose.
            let tellings = answers[QuestionPlace(note: note, number: Int(number))] ?? []
            let stories = Set(tellings.map { told[$0] })
            guard stories.count == 1, let only = stories.first, let story = only else { return [] }
            return [story]
        }
    }
}

extension Index {
    /// Whether the notebook has a story, or says that one was told.
    var hasStories: Bool { notes.contains { !$0.stories.isEmpty || !$0.tellings.isEmpty } }
}

/// Finds stories by what they are called where somebody tells of them.
struct StoryNames {
    let index: Index
    /// In reading order.
    let stories: [StoryPlace]
    private var byID: [String: [Int]] = [:]
    private var byText: [QuestionKey: [Int]] = [:]

    init(_ index: Index) {
        self.index = index
        stories = index.notes.indices.flatMap { note in
            index.notes[note].stories.indices.map { StoryPlace(note: note, number: $0) }
        }
        var words = QuestionWords()
        for (number, place) in stories.enumerated() {
            if let id = index[place].id { byID[id, default: []].append(number) }
            byText[index[place].$text.withBytes { QuestionKey($0, &words) }, default: []].append(number)
        }
    }

    /// The number of the story that was told; nil where none is known for sure.
    func story(of telling: TellingPlace) -> Int? {
        if let id = index[telling].id { return story(named: id, in: telling.note) }
        var words = QuestionWords()
        let key = index[telling].$text.withBytes { QuestionKey($0, &words) }
        return only(byText[key] ?? [], in: telling.note)
    }

    /// The number of the story with a name: the only one in the note, else in the notebook.
    func story(named id: String, in note: Int) -> Int? { only(byID[id] ?? [], in: note) }

    /// The numbers of all stories with a name.
    func stories(named id: String) -> [Int] { byID[id] ?? [] }

    private func only(_ numbers: [Int], in note: Int) -> Int? {
        if numbers.count < 2 { return numbers.first }
        let own = numbers.filter { stories[$0].note == note }
        return own.count == 1 ? own[0] : nil
    }
}
