/// All feedback of an index in a row, in reading order, with topics and people as numbers.
///
/// Most of what reports do is to count who said what about which topic. With numbers that takes no comparing
/// of texts: each text is looked up once, here.
struct FeedbackTable: Sendable {
    struct Row: Sendable {
        let place: FeedbackPlace
        fileprivate let topics: Range<Int32>
        fileprivate let sources: Range<Int32>
        let stage: Stage
        let lacksAction: Bool
        /// The day on which it came.
        let day: CalendarDate?
        /// The day since which it is in its stage.
        let since: CalendarDate?
    }

    private(set) var rows: [Row] = []
    /// By number, in the order and the spelling in which they were first written.
    private(set) var topics: [Topic] = []

    /// The number of each note's first row, and then that of all.
    private var firstRows: [Int] = []
    private var topicNumbers: [Int32] = []
    private var sourceNumbers: [FeedbackSource] = []
    private var panels: Panels?

    /// - Parameter whole: the notebook that the index is a part of, where it is not the whole. It knows more people.
    init(_ index: Index, of whole: Index? = nil) {
        let count = index.notes.reduce(0) { $0 + $1.feedback.count }
        rows.reserveCapacity(count)
        topicNumbers.reserveCapacity(count)
        firstRows.reserveCapacity(index.notes.count + 1)
        var topics = Numbers<Topic>()
        var sources = FeedbackSources(index.configuration, count: count)
        // Spans, for nothing of what is looked at here has to be held on to.
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
                // Each field by itself, for to hold on to the whole costs more than all that is done with it.
                let isFollowed =
                    !feedback[number].actions.isEmpty || !feedback[number].plans.isEmpty
                rows.append(
                    Row(
                        place: FeedbackPlace(note: note, number: number),
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

    /// The rows of feedback in a stage.
    func rows(in stage: Stage) -> [Row] { rows.filter { $0.stage == stage } }

    /// The rows of a note's feedback.
    func rows(ofNote note: Int) -> ArraySlice<Row> { rows[firstRows[note]..<firstRows[note + 1]] }

    /// The row of a piece of feedback of the index.
    func row(of place: FeedbackPlace) -> Row { rows[firstRows[place.note] + place.number] }

    /// The numbers of the topics that feedback is about, each once, its first one first.
    func topics(of row: Row) -> some Collection<Int> {
        topicNumbers[Int(row.topics.lowerBound)..<Int(row.topics.upperBound)].lazy.map { Int($0) }
    }

    /// Who said it, each once; at least one.
    func sources(of row: Row) -> ArraySlice<FeedbackSource> {
        sourceNumbers[Int(row.sources.lowerBound)..<Int(row.sources.upperBound)]
    }

    /// How many people there are who said anything, at the least.
    var peopleCount: Int { panels?.count(sourceNumbers, of: sourceNumbers.count) ?? 0 }

    /// Nobody, to whom people of this table can be added.
    var nobody: People { People(of: panels) }

    /// Those who said any of some pieces of feedback.
    func people(_ rows: some Sequence<Row>) -> People {
        var people = nobody
        for row in rows { people.add(sources(of: row)) }
        return people
    }

    /// Those who said any of some pieces of feedback of the index.
    func people(of places: some Sequence<FeedbackPlace>) -> People { people(places.lazy.map(row)) }
}

/// Gives numbers to whatever is not the same, from 0 on.
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
