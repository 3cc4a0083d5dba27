package import Notes

/// A table of all feedback of an index, in reading order, with topics and people as numbers.
///
/// Most reports count who said what about which topic. With numbers, no texts have to be compared for that:
/// each text is looked up once, when the table is made.
package struct FeedbackTable: Sendable {
    package struct Row: Sendable {
        package let id: FeedbackID
        fileprivate let topics: Range<Int32>
        fileprivate let sources: Range<Int32>
        package let stage: Stage
        package let lacksAction: Bool
        /// The day on which the feedback came.
        package let day: CalendarDate?
        /// The day since which the feedback is in its stage.
        package let since: CalendarDate?
    }

    package private(set) var rows: [Row] = []
    /// The topics by their numbers, in the order and with the spelling in which they were first written.
    package private(set) var topics: [Topic] = []

    /// The index of each note's first row, and at the end the count of all rows.
    private var firstRows: [Int] = []
    private var topicNumbers: [Int32] = []
    private var sourceNumbers: [FeedbackSource] = []
    private var panels: Panels?

    /// Makes the table of an index.
    ///
    /// - Parameters:
    ///   - index: the notebook, or a part of it.
    ///   - whole: the notebook that the index is a part of; nil if the index is the whole notebook. The whole
    ///     knows more people.
    package init(_ index: NotebookIndex, of whole: NotebookIndex? = nil) {
        let count = index.notes.reduce(0) { $0 + $1.feedback.count }
        rows.reserveCapacity(count)
        topicNumbers.reserveCapacity(count)
        firstRows.reserveCapacity(index.notes.count + 1)
        var topics = Numbers<Topic>()
        var sources = FeedbackSources(index.configuration, count: count)
        // Spans are used, because nothing that is looked at here has to be retained.
        let notes = index.notes.span
        for note in notes.indices {
            firstRows.append(rows.count)
            sources.begin(
                company: notes[note].company, interviewers: notes[note].interviewers, notes[note].links)
            let feedback = notes[note].feedback
            if feedback.isEmpty { continue }
            let day = notes[note].dayOfFeedback
            for number in feedback.indices {
                let firstTopic = Int32(truncatingIfNeeded: topicNumbers.count)
                for topic in feedback[number].topics {
                    topicNumbers.append(Int32(truncatingIfNeeded: topics.number(of: topic)))
                }
                // Each field is read by itself, because retaining the whole piece costs more than reading it.
                let isFollowed =
                    !feedback[number].actions.isEmpty || !feedback[number].plans.isEmpty
                rows.append(
                    Row(
                        id: FeedbackID(note: note, number: number),
                        topics: firstTopic..<Int32(truncatingIfNeeded: topicNumbers.count),
                        sources: sources.add(feedback[number].sources),
                        stage: feedback[number].stage,
                        lacksAction: Feedback.lacksAction(feedback[number].stage, isFollowed: isFollowed),
                        day: day, since: feedback[number].since))
            }
        }
        firstRows.append(rows.count)
        self.topics = topics.elements
        (sourceNumbers, panels) = sources.toldApart(knowing: whole)
    }

    /// Returns the rows of feedback in a stage.
    package func rows(in stage: Stage) -> [Row] { rows.filter { $0.stage == stage } }

    /// Returns the rows of a note's feedback.
    package func rows(ofNote note: Int) -> ArraySlice<Row> { rows[firstRows[note]..<firstRows[note + 1]] }

    /// Returns the row of a piece of feedback.
    package func row(of id: FeedbackID) -> Row { rows[firstRows[id.note] + id.number] }

    /// Returns the numbers of the topics of a row, each once and in the order in which they are written.
    package func topics(of row: Row) -> some Collection<Int> {
        topicNumbers[Int(row.topics.lowerBound)..<Int(row.topics.upperBound)].lazy.map { Int($0) }
    }

    /// Returns the sources of a row, each once.
    ///
    /// There is at least one.
    package func sources(of row: Row) -> ArraySlice<FeedbackSource> {
        sourceNumbers[Int(row.sources.lowerBound)..<Int(row.sources.upperBound)]
    }

    /// How many people said anything, at the least.
    package var peopleCount: Int { panels?.count(sourceNumbers, of: sourceNumbers.count) ?? 0 }

    /// An empty group, to which people of this table can be added.
    package var nobody: People { People(of: panels) }

    /// Returns the people who said the feedback of some rows.
    package func people(_ rows: some Sequence<Row>) -> People {
        var people = nobody
        for row in rows { people.add(sources(of: row)) }
        return people
    }

    /// Returns the people who said some pieces of feedback of the index.
    package func people(of ids: some Sequence<FeedbackID>) -> People { people(ids.lazy.map(row)) }
}

/// Gives different elements different numbers, from 0 on.
private struct Numbers<Element: Hashable> {
    private(set) var elements: [Element] = []
    private var known: [Element: Int] = [:]

    mutating func number(of element: Element) -> Int {
        if let number = known[element] { return number }
        known[element] = elements.count
        elements.append(element)
        return elements.count - 1
    }
}
