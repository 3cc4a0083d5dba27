internal import Markup

/// Something learned: swallowed feedback on one topic, what is done about it, and whether it showed.
public struct Lesson: Sendable {
    /// What showed of a lesson in a later interview.
    public struct Showing: Sendable {
        public let note: Int
        public let evidence: Evidence
        public let day: CalendarDate?

        var place: EvidencePlace { EvidencePlace(note: note, line: evidence.place.line) }
    }

    public enum Standing: Int, Sendable, Comparable {
        /// It slipped when it was last seen.
        case slipped
        case notYetShown
        case worked

        public static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
    }

    /// What ties the statements together; nil for one that names no topic.
    public let topic: Topic?
    /// The swallowed feedback, earliest first.
    public fileprivate(set) var statements: [FeedbackPlace]
    /// The statement that says it best: one with a block id, for somebody gave it a name; else the one from
    /// which most follows, a plan and an action before one of them; else the newest.
    public fileprivate(set) var headline: FeedbackPlace
    /// Who said it, in whatever stage but spit.
    public fileprivate(set) var sources: Set<FeedbackSource> = []
    /// The notes in which it was said, in whatever stage but spit, each once and in reading order.
    public fileprivate(set) var notes: [Int] = []
    /// When it was last said.
    public fileprivate(set) var last: CalendarDate?
    /// Earliest first.
    public fileprivate(set) var showings: [Showing] = []

    public var standing: Standing {
        switch showings.last?.evidence.kind {
        case .slipped: .slipped
        case .worked: .worked
        case nil: .notYetShown
        }
    }
}

extension Index {
    /// The lessons of the notebook, in the order in which they were first swallowed.
    public func lessons() -> [Lesson] {
        var lessons = swallowed()
        var numbers: [Topic: Int] = [:]
        for number in lessons.indices {
            if let topic = lessons[number].topic { numbers[topic] = number }
            lessons[number].headline = headline(
                of: lessons[number].statements, else: lessons[number].headline)
        }
        for place in allFeedback where self[place].stage != .spit {
            let named = self[place].topics.compactMap { numbers[$0] }
            if named.isEmpty { continue }
            let sources = notes[place.note].sources(of: self[place])
            for number in named.count > 1 ? Array(Set(named)) : named {
                for source in sources { lessons[number].sources.insert(source) }
                if lessons[number].notes.last != place.note { lessons[number].notes.append(place.note) }
                if let day = day(of: place) { lessons[number].last = max(lessons[number].last ?? day, day) }
            }
        }
        addShowings(to: &lessons, byTopic: reach(of: lessons, firstTopics: numbers))
        return lessons
    }

    /// Swallowed feedback gathered by its first topic.
    private func swallowed() -> [Lesson] {
        var numbers: [Topic: Int] = [:]
        var lessons: [Lesson] = []
        let places = allFeedback.filter { self[$0].stage == .swallow }
        for place in stablySorted(places, by: { day(of: $0) }) {
            let topic = self[place].topics.first.map(configuration.vocabulary.aliases.canonical)
            if let topic, let number = numbers[topic] {
                lessons[number].statements.append(place)
                lessons[number].headline = place
                continue
            }
            if let topic { numbers[topic] = lessons.count }
            var lesson = Lesson(topic: topic, statements: [place], headline: place)
            if topic == nil {
                lesson.sources = Set(notes[place.note].sources(of: self[place]))
                lesson.notes = [place.note]
                lesson.last = day(of: place)
            }
            lessons.append(lesson)
        }
        return lessons
    }

    private func headline(of statements: [FeedbackPlace], else newest: FeedbackPlace) -> FeedbackPlace {
        func follows(_ feedback: Feedback) -> Int {
            (feedback.plans.isEmpty ? 0 : 1) + (feedback.actions.isEmpty ? 0 : 1)
        }
        let most = statements.map { follows(self[$0]) }.max() ?? 0
        return statements.last { self[$0].id != nil } ?? statements.last { follows(self[$0]) == most }
            ?? newest
    }

    /// The lessons that evidence on a topic reaches: the one that is about the topic, else those of which
    /// some statement names it too.
    private func reach(of lessons: [Lesson], firstTopics: [Topic: Int]) -> [Topic: Set<Int>] {
        var reach = firstTopics.mapValues { Set([$0]) }
        for (number, lesson) in lessons.enumerated() {
            for topic in lesson.statements.flatMap({ self[$0].topics.dropFirst() })
            where firstTopics[topic] == nil {
                reach[topic, default: []].insert(number)
            }
        }
        return reach
    }

    /// Gives each lesson the evidence that came after it: by a block id that the evidence names, else by a
    /// shared topic.
    private func addShowings(to lessons: inout [Lesson], byTopic reach: [Topic: Set<Int>]) {
        var byID: [String: [Int]] = [:]
        for (number, lesson) in lessons.enumerated() {
            for id in Set(lesson.statements.compactMap({ self[$0].id })) {
                byID[id, default: []].append(number)
            }
        }
        for note in notes.indices {
            for evidence in notes[note].evidence {
                var named: Set<Int> = []
                if !byID.isEmpty {
                    for id in evidence.namedIDs { named.formUnion(byID[id] ?? []) }
                }
                if named.isEmpty { for topic in evidence.topics { named.formUnion(reach[topic] ?? []) } }
                for number in named where isLater(note, than: lessons[number].statements) {
                    lessons[number].showings.append(
                        .init(note: note, evidence: evidence, day: notes[note].date))
                }
            }
        }
        for number in lessons.indices {
            lessons[number].showings = stablySorted(lessons[number].showings) { $0.day }
        }
    }

    /// Whether a note is of another interview than the lesson's first, and of no earlier one.
    private func isLater(_ note: Int, than statements: [FeedbackPlace]) -> Bool {
        guard let first = statements.first, first.note != note else { return false }
        guard let day = notes[note].date, let start = self.day(of: first) else { return true }
        return day >= start
    }

    /// Sorted by day, what has none first, and in reading order within a day.
    private func stablySorted<Element>(_ elements: [Element], by day: (Element) -> CalendarDate?) -> [Element]
    {
        elements.enumerated().sorted { a, b in
            let (first, second) = (day(a.element)?.dayNumber ?? .min, day(b.element)?.dayNumber ?? .min)
            return (first, a.offset) < (second, b.offset)
        }.map(\.element)
    }
}

/// Where evidence stands in the index, by the line of its bullet.
struct EvidencePlace: Hashable {
    let note: Int
    let line: Int
}

extension Evidence {
    /// The block ids that the evidence names: `^lead-first` in its text or as its end.
    var namedIDs: [String] {
        var ids = id.map { [$0] } ?? []
        var rest = text.utf8[...]
        while let mark = rest.firstIndex(of: 0x5E) {
            rest = rest[rest.index(after: mark)...]
            let name = rest.prefix { TopicName.isIDByte($0) }
            if !name.isEmpty, let id = String(name) { ids.append(id) }
        }
        return ids
    }
}
