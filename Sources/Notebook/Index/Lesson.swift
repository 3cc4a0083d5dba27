internal import Markup

/// Something learned: swallowed feedback on one topic, what is done about it, and whether it showed.
public struct Lesson: Sendable {
    /// What showed of a lesson in a later interview.
    public struct Showing: Sendable {
        let place: EvidencePlace
        public let kind: Evidence.Kind
        public let day: CalendarDate?
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
        switch showings.last?.kind {
        case .slipped: .slipped
        case .worked: .worked
        case nil: .notYetShown
        }
    }
}

extension Index {
    /// The lessons of the notebook, in the order in which they were first swallowed.
    public func lessons() -> [Lesson] { lessons(FeedbackTable(self)) }

    /// - Parameter table: that of this index.
    func lessons(_ table: FeedbackTable) -> [Lesson] {
        /// The lesson that is about a topic, by the topic's number.
        var numbers: [Int?] = Array(repeating: nil, count: table.topics.count)
        var lessons = swallowed(table, &numbers)
        for number in lessons.indices {
            lessons[number].headline = headline(
                of: lessons[number].statements, else: lessons[number].headline)
        }
        for row in table.rows where row.stage != .spit {
            for topic in table.topics(of: row) {
                guard let number = numbers[topic] else { continue }
                lessons[number].sources.formUnion(table.sources(of: row))
                let note = row.place.note
                if lessons[number].notes.last != note { lessons[number].notes.append(note) }
                if let day = row.day { lessons[number].last = max(lessons[number].last ?? day, day) }
            }
        }
        addShowings(to: &lessons, byTopic: reach(of: lessons))
        return lessons
    }

    /// Swallowed feedback gathered by its first topic.
    private func swallowed(_ table: FeedbackTable, _ numbers: inout [Int?]) -> [Lesson] {
        var lessons: [Lesson] = []
        let rows = table.rows.filter { $0.stage == .swallow }
        for row in rows.sortedByDay(\.day) {
            let topic = table.topics(of: row).first
            if let topic, let number = numbers[topic] {
                lessons[number].statements.append(row.place)
                lessons[number].headline = row.place
                continue
            }
            if let topic { numbers[topic] = lessons.count }
            var lesson = Lesson(
                topic: self[row.place].topics.first.map(configuration.vocabulary.aliases.canonical),
                statements: [row.place], headline: row.place)
            if topic == nil {
                lesson.sources = Set(table.sources(of: row))
                lesson.notes = [row.place.note]
                lesson.last = row.day
            }
            lessons.append(lesson)
        }
        return lessons
    }

    private func headline(of statements: [FeedbackPlace], else newest: FeedbackPlace) -> FeedbackPlace {
        func follows(_ place: FeedbackPlace) -> Int {
            (self[place].plans.isEmpty ? 0 : 1) + (self[place].actions.isEmpty ? 0 : 1)
        }
        let named = statements.last { self[$0].id != nil }
        if let named { return named }
        let most = statements.reduce(0) { max($0, follows($1)) }
        return statements.last { follows($0) == most } ?? newest
    }

    /// The lessons that evidence on a topic reaches: the one that is about the topic, else those of which
    /// some statement names it too.
    private func reach(of lessons: [Lesson]) -> [Topic: [Int]] {
        var reach: [Topic: [Int]] = [:]
        for (number, lesson) in lessons.enumerated() {
            if let topic = lesson.topic { reach[topic] = [number] }
        }
        let firstTopics = reach
        for (number, lesson) in lessons.enumerated() {
            for statement in lesson.statements {
                for topic in self[statement].topics.dropFirst()
                where firstTopics[topic] == nil && reach[topic]?.last != number {
                    reach[topic, default: []].append(number)
                }
            }
        }
        return reach
    }

    /// Gives each lesson the evidence that came after it: by a block id that the evidence names, else by a
    /// shared topic.
    private func addShowings(to lessons: inout [Lesson], byTopic reach: [Topic: [Int]]) {
        var byID: [String: [Int]] = [:]
        for (number, lesson) in lessons.enumerated() {
            let ids = lesson.statements.compactMap { self[$0].id }
            for id in Set(ids) {
                byID[id, default: []].append(number)
            }
        }
        var named: [Int] = []
        for note in notes.indices {
            let evidence = notes[note].evidence
            for place in evidence.indices {
                if !named.isEmpty { named.removeAll(keepingCapacity: true) }
                if !byID.isEmpty {
                    for id in evidence[place].namedIDs { named += byID[id] ?? [] }
                }
                if named.isEmpty {
                    for topic in evidence[place].topics { named += reach[topic] ?? [] }
                }
                var seen = Seen<Int>()
                for number in named
                where seen.insert(number) && isLater(note, than: lessons[number].statements) {
                    lessons[number].showings.append(
                        .init(
                            place: EvidencePlace(note: note, number: place), kind: evidence[place].kind,
                            day: notes[note].date))
                }
            }
        }
        for number in lessons.indices {
            lessons[number].showings = lessons[number].showings.sortedByDay(\.day)
        }
    }

    /// Whether a note is of another interview than the lesson's first, and of no earlier one.
    private func isLater(_ note: Int, than statements: [FeedbackPlace]) -> Bool {
        guard let first = statements.first, first.note != note else { return false }
        guard let day = notes[note].date, let start = self.day(of: first) else { return true }
        return day >= start
    }
}

extension Evidence {
    /// The block ids that the evidence names: `^lead-first` in its text or as its end.
    var namedIDs: [String] {
        var ids = id.map { [$0] } ?? []
        $text.withBytes { text in
            var at = 0
            while at < text.count {
                let start = at + 1
                guard text[at] == .ascii("^") else {
                    at = start
                    continue
                }
                at = start
                while at < text.count, TopicName.isIDByte(text[at]) { at += 1 }
                if at > start { ids.append(text.extracting(start..<at).text) }
            }
        }
        return ids
    }
}
