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
        /// The day that it belongs to: that of the interview, else the one since which it is in its stage.
        let day: CalendarDate?
        let since: CalendarDate?
    }

    private(set) var rows: [Row] = []
    /// By number, in the order and the spelling in which they were first written.
    private(set) var topics: [Topic] = []
    /// How many people there are who said anything.
    private(set) var sourceCount = 0

    /// The number of each note's first row, and then that of all.
    private var firstRows: [Int] = []
    private var topicNumbers: [Int32] = []
    private var sourceNumbers: [FeedbackSource] = []

    init(_ index: Index) {
        let count = index.notes.reduce(0) { $0 + $1.feedback.count }
        rows.reserveCapacity(count)
        topicNumbers.reserveCapacity(count)
        sourceNumbers.reserveCapacity(count)
        firstRows.reserveCapacity(index.notes.count + 1)
        var topics = Numbers<Topic>()
        var sources = SourceNumbers()
        // Spans, for nothing of what is looked at here has to be held on to.
        let notes = index.notes.span
        for note in notes.indices {
            firstRows.append(rows.count)
            let feedback = notes[note].feedback
            if feedback.isEmpty { continue }
            let day = notes[note].date
            let company = sources.company(notes[note].company)
            var unnamed: FeedbackSource?
            for number in feedback.indices {
                let firstTopic = Int32(truncatingIfNeeded: topicNumbers.count)
                for topic in feedback[number].topics {
                    topicNumbers.append(Int32(truncatingIfNeeded: topics.number(of: topic)))
                }
                let firstSource = Int32(truncatingIfNeeded: sourceNumbers.count)
                if feedback[number].sources.isEmpty {
                    let source = unnamed ?? sources.next()
                    unnamed = source
                    sourceNumbers.append(source)
                }
                for name in feedback[number].sources {
                    sourceNumbers.append(sources.person(name, company: company))
                }
                // Each field by itself, for to hold on to the whole costs more than all that is done with it.
                let isFollowed =
                    !feedback[number].actions.isEmpty || !feedback[number].plans.isEmpty
                rows.append(
                    Row(
                        place: FeedbackPlace(note: note, number: number),
                        topics: firstTopic..<Int32(truncatingIfNeeded: topicNumbers.count),
                        sources: firstSource..<Int32(truncatingIfNeeded: sourceNumbers.count),
                        stage: feedback[number].stage,
                        lacksAction: Feedback.lacksAction(feedback[number].stage, isFollowed: isFollowed),
                        day: day ?? feedback[number].since, since: feedback[number].since))
            }
        }
        firstRows.append(rows.count)
        self.topics = topics.elements
        sourceCount = sources.count
    }

    /// The rows of feedback in a stage.
    func rows(in stage: Stage) -> [Row] { rows.filter { $0.stage == stage } }

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
}

/// Who said a piece of feedback, such that what one person said three times counts as one.
///
/// Two are the same where company and name are, whatever their case. Feedback without any name has its note
/// as its one source. They are told apart within one table only.
public struct FeedbackSource: Hashable, Sendable {
    fileprivate let number: Int32
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

/// Gives numbers to people and to notes in which nobody is named.
private struct SourceNumbers {
    private struct Person: Hashable {
        let company: Int
        let name: Int
    }

    private(set) var count = 0
    private var people: [Person: FeedbackSource] = [:]
    private var companies = FoldedNumbers()
    private var names = FoldedNumbers()

    mutating func next() -> FeedbackSource {
        count += 1
        return FeedbackSource(number: Int32(truncatingIfNeeded: count))
    }

    mutating func company(_ name: String?) -> Int { name.map { companies.number(of: $0) } ?? -1 }

    mutating func person(_ name: String, company: Int) -> FeedbackSource {
        let person = Person(company: company, name: names.number(of: name))
        if let known = people[person] { return known }
        let new = next()
        people[person] = new
        return new
    }

    /// Numbers of names that are the same whatever their case. A spelling is folded when it is first met.
    private struct FoldedNumbers {
        private var spelled: [String: Int] = [:]
        private var folded = Numbers<String>()

        mutating func number(of name: String) -> Int {
            if let known = spelled[name] { return known }
            let number = folded.number(of: name.caseFolded)
            spelled[name] = number
            return number
        }
    }
}
