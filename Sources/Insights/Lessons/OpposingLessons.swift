internal import Notes

/// Lessons on one topic that ask for opposites: "Shorter answers", "Say more".
///
/// What was swallowed on a topic is one lesson, unless some of it wishes for the opposite of what says the lesson
/// best. That is a lesson of its own.
package struct OpposingLessons {
    /// The number of the lesson that asks for the opposite, by the number of the topic's first lesson.
    private var others: [Int: Int] = [:]
    /// The numbers of the lessons on each topic that was divided.
    private var groups: [[Int]] = []
    /// The number of the lesson of each statement that is not in the topic's first lesson.
    private var homes: [FeedbackID: Int] = [:]

    /// The largest number of statements of a lesson that are compared, the newest.
    private static let mostStatements = 24
    /// The largest number of showings of a lesson that are compared, the newest.
    private static let mostShowings = 6

    package var isEmpty: Bool { others.isEmpty }

    /// Returns the number of the lesson that asks for the opposite; nil if no lesson does.
    package func other(of number: Int) -> Int? { others.isEmpty ? nil : others[number] }

    /// Returns the number of the lesson of a statement that was divided from its topic's first lesson; nil for others.
    package func home(of statement: FeedbackID) -> Int? { homes.isEmpty ? nil : homes[statement] }

    /// Divides lessons whose statements are opposite.
    ///
    /// A statement without a direction stays beside those of the people who said it, or else is a lesson of its own.
    ///
    /// - Parameters:
    ///   - lessons: the lessons. Those that ask for the opposite are added at the end.
    ///   - wishes: what tells opposites.
    ///   - table: the feedback table of the index.
    ///   - headline: returns the statement that says a lesson best, given the newest.
    package init(
        dividing lessons: inout [Lesson], _ wishes: inout OppositeWishes, _ table: FeedbackTable,
        headline: (_ statements: [FeedbackID], _ newest: FeedbackID) -> FeedbackID
    ) {
        for number in lessons.indices where lessons[number].topic != nil {
            let own = lessons[number]
            if own.statements.count < 2 { continue }
            let newest = own.statements.suffix(Self.mostStatements)
            guard let direction = wishes.direction(of: [own.headline] + newest.reversed()) else { continue }
            lessons[number].direction = direction
            let against = newest.filter { $0 != direction && wishes.isOpposite($0, ofStatement: direction) }
            guard let last = against.last else { continue }
            let theirs = table.people(of: against)
            let same = table.people(of: newest.filter { wishes.hasDirection($0) && !against.contains($0) })
            var (opposite, undecided): ([FeedbackID], [FeedbackID]) = ([], [])
            for statement in newest {
                if against.contains(statement) {
                    opposite.append(statement)
                    continue
                }
                if statement == direction || wishes.hasDirection(statement) { continue }
                let speakers = table.people(of: [statement])
                if same.more(of: speakers) == 0 { continue }
                if theirs.more(of: speakers) == 0 {
                    opposite.append(statement)
                } else {
                    undecided.append(statement)
                }
            }
            others[number] = lessons.count
            var group = [number]
            for (pieces, direction) in [(opposite, last), (undecided, undecided.last ?? last)]
            where !pieces.isEmpty {
                for statement in pieces { homes[statement] = lessons.count }
                var other = own
                (other.statements, other.direction) = (pieces, direction)
                other.headline = headline(pieces.filter { wishes.hasDirection($0) }, direction)
                group.append(lessons.count)
                lessons.append(other)
            }
            groups.append(group)
            lessons[number].statements.removeAll { homes[$0] != nil }
            lessons[number].headline = headline(
                lessons[number].statements.filter { wishes.hasDirection($0) }, direction)
        }
    }

    /// Leaves out what went the opposite way: "too short again" says nothing of "Shorter answers".
    ///
    /// What may be of either of two lessons that ask for opposites is tied to neither.
    package func settleShowings(of lessons: inout [Lesson], in index: NotebookIndex) {
        var wishes = OppositeWishes(index)
        for number in lessons.indices where lessons[number].topic != nil {
            let lesson = lessons[number]
            if let before = lesson.workedBefore, wishes.isOpposite(before, of: lesson.direction) {
                lessons[number].workedBefore = nil
            }
            for showing in lesson.showings.suffix(Self.mostShowings) {
                let isOpposite = showing.allEvidence.allSatisfy {
                    index[$0].kind == showing.kind && index[$0].namedIDs.isEmpty
                        && wishes.isOpposite($0, of: lesson.direction)
                }
                if isOpposite {
                    lessons[number].showings.removeAll { $0.evidence == showing.evidence }
                }
            }
        }
        for group in groups {
            var seen: Set<EvidenceID> = []
            var shared: Set<EvidenceID> = []
            for number in group {
                for showing in lessons[number].showings where !seen.insert(showing.evidence).inserted {
                    shared.insert(showing.evidence)
                }
            }
            for number in group {
                if let before = lessons[number].workedBefore,
                    !group.contains(where: {
                        $0 != number && wishes.isOpposite(before, of: lessons[$0].direction)
                    })
                {
                    lessons[number].workedBefore = nil
                }
                lessons[number].looseShowings += lessons[number].showings.filter {
                    shared.contains($0.evidence)
                }
                lessons[number].showings.removeAll { shared.contains($0.evidence) }
            }
        }
    }
}
