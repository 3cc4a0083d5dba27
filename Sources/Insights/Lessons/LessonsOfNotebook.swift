internal import Notes

extension NotebookIndex {
    /// Returns the lessons of the notebook, in the order of the days on which their first feedback came.
    public func lessons() -> [Lesson] { lessons(FeedbackTable(self)) }

    /// Returns the lessons of the notebook.
    ///
    /// The table must be that of this index.
    package func lessons(_ table: FeedbackTable) -> [Lesson] {
        /// The index of the lesson about each topic, by the topic's number.
        var numbers: [Int?] = Array(repeating: nil, count: table.topics.count)
        var lessons = swallowed(table, &numbers)
        for number in lessons.indices {
            lessons[number].headline = headline(
                of: lessons[number].statements, else: lessons[number].headline)
        }
        var wishes = OppositeWishes(self)
        let opposing = OpposingLessons(dividing: &lessons, &wishes, table) { statements, newest in
            headline(of: statements, else: newest)
        }
        // Who said a lesson and how it showed do not depend on each other. Each takes about as long.
        let (bare, numbered, known) = (lessons, numbers, wishes)
        let (said, shown) = concurrently(
            {
                var lessons = bare
                var wishes = known
                addPeople(to: &lessons, table, numbered, opposing, &wishes)
                return lessons
            },
            {
                var lessons = bare
                addShowings(to: &lessons)
                opposing.settleShowings(of: &lessons, in: self)
                return lessons
            })
        lessons = said
        for number in lessons.indices { lessons[number].takeShowings(of: shown[number]) }
        for number in lessons.indices where !lessons[number].showings.isEmpty {
            lessons[number].standing = Lesson.standing(
                by: lessons[number].newestShowings(on: today).showings)
        }
        if opposing.isEmpty { return lessons }
        return lessons.enumerated().sorted { a, b in
            (firstDay(of: a.element), a.offset) < (firstDay(of: b.element), b.offset)
        }.map(\.element)
    }

    /// Adds to each lesson who said something on its topic.
    ///
    /// Praise says no lesson, whether it is sorted or not.
    private func addPeople(
        to lessons: inout [Lesson], _ table: FeedbackTable, _ numbers: [Int?], _ opposing: OpposingLessons,
        _ wishes: inout OppositeWishes
    ) {
        var finder = NoteTopicFinder(self)
        for row in table.rows where row.stage != .spit {
            for topic in table.topics(of: row) {
                guard var number = numbers[topic] else { continue }
                if row.stage == .keep {
                    addPraise(row.id, to: &lessons[number])
                    continue
                }
                let isStatement = row.stage == .swallow && topic == table.topics(of: row).first
                let home = isStatement ? opposing.home(of: row.id) : nil
                let isOpposite =
                    home.map { $0 == opposing.other(of: number) }
                    ?? wishes.isOpposite(row.id, of: lessons[number].direction)
                if isOpposite { lessons[number].opposed.add(table.sources(of: row)) }
                if let other = home ?? (isOpposite ? opposing.other(of: number) : nil) {
                    number = other
                } else if isOpposite {
                    continue
                } else if let other = opposing.other(of: number),
                    wishes.isOpposite(row.id, of: lessons[other].direction)
                {
                    lessons[other].opposed.add(table.sources(of: row))
                }
                if row.stage == .unsorted {
                    finder.read(self[row.id].text, of: row.id.note)
                    if finder.stance().tone == .praise { continue }
                    lessons[number].unsortedPeople.add(table.sources(of: row))
                } else {
                    lessons[number].add(row, of: table)
                    if !isStatement { lessons[number].seconded.append(row.id) }
                }
            }
        }
    }

    private func firstDay(of lesson: Lesson) -> Int32 {
        lesson.statements.first.flatMap { notes[$0.note].dayOfFeedback }?.dayNumber ?? .min
    }

    /// Adds praise on a lesson's topic if it is of a later interview than the first of the lesson's feedback,
    /// and of the last such interview.
    private func addPraise(_ id: FeedbackID, to lesson: inout Lesson) {
        guard let day = notes[id.note].date,
            let start = lesson.statements.first.flatMap({ notes[$0.note].date })
        else {
            lesson.isPerhapsShown = true
            return
        }
        if day <= start { return }
        if let other = lesson.praise.flatMap({ notes[$0.note].date }), other > day { return }
        lesson.praise = id
    }

    /// Returns lessons of the swallowed feedback, which is grouped by its first topic.
    private func swallowed(_ table: FeedbackTable, _ numbers: inout [Int?]) -> [Lesson] {
        var lessons: [Lesson] = []
        let rows = table.rows.filter { $0.stage == .swallow }
        for row in rows.sortedByDay(\.day) {
            let topic = table.topics(of: row).first
            if let topic, let number = numbers[topic] {
                lessons[number].statements.append(row.id)
                lessons[number].headline = row.id
                continue
            }
            if let topic { numbers[topic] = lessons.count }
            var lesson = Lesson(
                topic: self[row.id].topics.first.map(configuration.vocabulary.aliases.canonical),
                statements: [row.id], headline: row.id, direction: row.id, people: table.nobody,
                unsortedPeople: table.nobody, opposed: table.nobody)
            if topic == nil { lesson.add(row, of: table) }
            lessons.append(lesson)
        }
        return lessons
    }

    private func headline(of statements: [FeedbackID], else newest: FeedbackID) -> FeedbackID {
        func follows(_ id: FeedbackID) -> Int {
            (self[id].plans.isEmpty ? 0 : 1) + (self[id].actions.isEmpty ? 0 : 1)
        }
        let named = statements.last { self[$0].id != nil }
        if let named { return named }
        let mostThatFollow = statements.reduce(0) { max($0, follows($1)) }
        return statements.last { follows($0) == mostThatFollow } ?? newest
    }
}

extension Lesson {
    /// Adds the people of a swallowed or chewed piece of feedback on the lesson, its note and its day.
    fileprivate mutating func add(_ row: FeedbackTable.Row, of table: FeedbackTable) {
        people.add(table.sources(of: row))
        if notes.last != row.id.note { notes.append(row.id.note) }
        if let day = row.day { last = max(last ?? day, day) }
    }

    /// Takes over how the same lesson showed.
    fileprivate mutating func takeShowings(of other: Lesson) {
        (showings, looseShowings) = (other.showings, other.looseShowings)
        workedBefore = other.workedBefore
        isPerhapsShown = isPerhapsShown || other.isPerhapsShown
    }
}
