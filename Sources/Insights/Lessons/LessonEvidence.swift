internal import Markup
package import Notes

extension NotebookIndex {
    /// The largest number of lessons that evidence may belong to.
    ///
    /// If it fits more, it says nothing about any of them.
    private static let mostReached = 16

    /// Gives each lesson the evidence that came after it.
    ///
    /// Evidence belongs to the lessons with a block id that it names, or else to lessons with a topic that it
    /// shares, or that its topic is nested in. Other evidence is loose.
    package func addShowings(to lessons: inout [Lesson]) {
        let byTopic = reach(of: lessons)
        let byOuterTopic = Self.reachFromOutside(lessons)
        let byID = namedLessons(lessons)
        let starts = lessons.map { LessonStart($0, in: self) }
        var named: [Int] = []
        var loose: [EvidenceID] = []
        for note in notes.indices {
            let evidence = notes[note].evidence
            for own in evidence.indices {
                if !named.isEmpty { named.removeAll(keepingCapacity: true) }
                let ids = byID.isEmpty && !evidence[own].topics.isEmpty ? [] : evidence[own].namedIDs
                for id in ids { named += byID[id] ?? [] }
                if named.isEmpty {
                    for topic in evidence[own].topics {
                        named += byTopic[topic] ?? topic.outer.lazy.compactMap { byTopic[$0] }.first ?? []
                    }
                }
                if named.isEmpty, ids.isEmpty {
                    let id = EvidenceID(note: note, number: own)
                    let nested =
                        byOuterTopic.isEmpty
                        ? [] : Set(evidence[own].topics.flatMap { byOuterTopic[$0] ?? [] })
                    guard nested.count == 1, let number = nested.first else {
                        loose.append(id)
                        continue
                    }
                    if starts[number].comesBefore(evidence[own].kind, in: note, on: notes[note].date) {
                        lessons[number].looseShowings.append(showing(id))
                    }
                    continue
                }
                var seen = SeenSet<Int>()
                let id = EvidenceID(note: note, number: own)
                if evidence[own].kind == .worked, !byOuterTopic.isEmpty {
                    // What worked on an outer topic may be any lesson that is nested in it.
                    for number in evidence[own].topics.flatMap({ byOuterTopic[$0] ?? [] })
                    where !named.contains(number)
                        && starts[number].comesBefore(.worked, in: note, on: notes[note].date)
                    {
                        lessons[number].isPerhapsShown = true
                    }
                }
                for number in named where seen.insert(number) {
                    if starts[number].comesBefore(evidence[own].kind, in: note, on: notes[note].date) {
                        lessons[number].showings.append(showing(id))
                    } else if evidence[own].kind == .worked {
                        addWorkedBefore(id, to: &lessons[number])
                    }
                }
            }
        }
        for number in lessons.indices {
            lessons[number].showings = lessons[number].showings.onePerInterview.inOrder
        }
        addLoose(loose, to: &lessons, starts)
    }

    /// The largest number of pieces of evidence in a note of which one is told as what worked before.
    private static let mostEvidence = 64

    /// Notes what worked before a lesson's feedback came, unless something else did later.
    private func addWorkedBefore(_ id: EvidenceID, to lesson: inout Lesson) {
        let evidence = notes[id.note].evidence
        guard let day = notes[id.note].date, evidence.count <= Self.mostEvidence,
            lesson.workedBefore?.note != id.note
        else { return }
        // What slipped there at all slipped there.
        let topics = self[id].topics
        let hasSlipped = evidence.contains {
            $0.kind == .slipped && $0.topics.contains(where: topics.contains)
        }
        if hasSlipped { return }
        if let other = lesson.workedBefore, notes[other.note].date ?? day > day { return }
        lesson.workedBefore = id
    }

    package func showing(_ id: EvidenceID) -> Lesson.Showing {
        let note = notes[id.note]
        return Lesson.Showing(
            evidence: id, kind: self[id].kind, day: note.date,
            latestDay: note.date
                ?? [note.requestDates.asked, note.requestDates.answered].compactMap(\.self).min())
    }

    /// Returns the lessons that evidence on a topic belongs to: the lessons that are about the topic, or else
    /// the lessons with a statement that names the topic too.
    private func reach(of lessons: [Lesson]) -> [Topic: [Int]] {
        var reach: [Topic: [Int]] = [:]
        for (number, lesson) in lessons.enumerated() {
            if let topic = lesson.topic { reach[topic, default: []].append(number) }
        }
        let firstTopics = reach
        for (number, lesson) in lessons.enumerated() {
            for statement in lesson.statements {
                for topic in self[statement].topics.dropFirst() where firstTopics[topic] == nil {
                    Self.add(number, to: &reach[topic, default: []])
                }
            }
        }
        return reach.filter { $0.value.count <= Self.mostReached }
    }

    /// Returns the lessons whose topics are nested in each topic.
    ///
    /// What showed of the outer topic may be of any of them.
    private static func reachFromOutside(_ lessons: [Lesson]) -> [Topic: [Int]] {
        var reach: [Topic: [Int]] = [:]
        for (number, lesson) in lessons.enumerated() {
            for topic in lesson.topic?.outer ?? [] { add(number, to: &reach[topic, default: []]) }
        }
        return reach
    }

    /// Returns the lessons that a block id names.
    ///
    /// Within one note, it names the first bullet that has it.
    private func namedLessons(_ lessons: [Lesson]) -> [String: [Int]] {
        var named: [(statement: FeedbackID, id: String, lesson: Int)] = []
        for (number, lesson) in lessons.enumerated() {
            for statement in lesson.statements {
                if let id = self[statement].id { named.append((statement, id, number)) }
            }
        }
        named.sort { $0.statement < $1.statement }
        var byID: [String: [Int]] = [:]
        var lastNote: [String: Int] = [:]
        for (statement, id, lesson) in named where lastNote[id] != statement.note {
            lastNote[id] = statement.note
            Self.add(lesson, to: &byID[id, default: []])
        }
        return byID.filter { $0.value.count <= Self.mostReached }
    }

    /// Adds a lesson, unless it is there already or there are too many.
    private static func add(_ number: Int, to lessons: inout [Int]) {
        if lessons.count <= mostReached, !lessons.contains(number) { lessons.append(number) }
    }
}

/// The time from which on evidence counts for a lesson.
///
/// Evidence in a note counts from the first statement of another note on. So one more statement never makes
/// fewer of it count.
package struct LessonStart {
    /// The first day of the statements, and the first day of those in other notes.
    ///
    /// A note without a day is first.
    private struct FirstDays {
        private var first: (note: Int, day: Int32)?
        private var other: (note: Int, day: Int32)?

        mutating func add(_ note: Int, _ day: CalendarDate?) {
            let own = (note: note, day: day?.dayNumber ?? .min)
            if first == nil || own.day < first?.day ?? .max {
                if first?.note != note { other = first }
                first = own
            } else if note != first?.note, other == nil || own.day < other?.day ?? .max {
                other = own
            }
        }

        func first(besides note: Int) -> Int32? { first?.note == note ? other?.day : first?.day }
    }

    /// The days on which the lesson's feedback came.
    ///
    /// `interview` has the days of its interviews.
    private var came = FirstDays()
    private var interview = FirstDays()

    package init(_ lesson: Lesson, in index: NotebookIndex) {
        for statement in lesson.statements {
            came.add(statement.note, index.notes[statement.note].dayOfFeedback)
            interview.add(statement.note, index.notes[statement.note].date)
        }
    }

    /// Returns whether the lesson could already show in a note.
    ///
    /// It can have worked once its feedback had come. It can have slipped again from the day of its interview
    /// on.
    package func comesBefore(_ kind: Evidence.Kind, in note: Int, on day: CalendarDate?) -> Bool {
        guard let start = (kind == .worked ? came : interview).first(besides: note) else { return false }
        return day.map { $0.dayNumber >= start } ?? true
    }
}

extension Evidence {
    /// The block ids that the evidence names: `^lead-first` in its text or at its end.
    package var namedIDs: [String] {
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
