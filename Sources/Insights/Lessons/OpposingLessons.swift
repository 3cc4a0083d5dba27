internal import Notes

/// Lessons on one topic that ask for opposites: "Shorter answers", "Say more".
///
/// What was swallowed on a topic is one lesson, unless some of it wishes for the opposite of what says the lesson
/// best. That is a lesson of its own.
package struct OpposingLessons {
    /// The number of the lesson that asks for the opposite, by the number of the topic's first lesson.
    private var others: [Int: Int] = [:]
    /// The statements of these lessons.
    private var statements: Set<FeedbackID> = []

    /// The largest number of statements of a lesson that are compared, the newest.
    private static let mostStatements = 24
    /// The largest number of showings of a lesson that are compared, the newest.
    private static let mostShowings = 6

    package var isEmpty: Bool { others.isEmpty }

    /// Returns the number of the lesson that asks for the opposite; nil if there is none.
    package func other(of number: Int) -> Int? { others.isEmpty ? nil : others[number] }

    package func contains(_ statement: FeedbackID) -> Bool {
        !statements.isEmpty && statements.contains(statement)
    }

    /// Divides lessons whose statements are opposite.
    ///
    /// - Parameters:
    ///   - lessons: the lessons. Those that ask for the opposite are added at the end.
    ///   - wishes: what tells opposites.
    ///   - headline: returns the statement that says a lesson best.
    package init(
        dividing lessons: inout [Lesson], _ wishes: inout OppositeWishes,
        headline: (_ statements: [FeedbackID]) -> FeedbackID
    ) {
        for number in lessons.indices where lessons[number].topic != nil {
            let own = lessons[number]
            if own.statements.count < 2 { continue }
            let opposite = own.statements.suffix(Self.mostStatements).filter {
                $0 != own.headline && wishes.isOpposite($0, ofStatement: own.headline)
            }
            if opposite.isEmpty { continue }
            statements.formUnion(opposite)
            others[number] = lessons.count
            var other = own
            other.statements = opposite
            other.headline = headline(opposite)
            lessons[number].statements.removeAll { statements.contains($0) }
            lessons.append(other)
        }
    }

    /// Leaves out what slipped the opposite way: "too short again" says nothing of "Shorter answers".
    ///
    /// Of two lessons that ask for opposites, the one that was said last has what may be of either.
    package func settleShowings(of lessons: inout [Lesson], in index: NotebookIndex) {
        var wishes = OppositeWishes(index)
        for number in lessons.indices where lessons[number].topic != nil {
            let lesson = lessons[number]
            for showing in lesson.showings.suffix(Self.mostShowings) where showing.kind == .slipped {
                let slips = showing.allEvidence.filter {
                    index[$0].kind == .slipped && index[$0].namedIDs.isEmpty
                }
                if !slips.isEmpty, slips.count == showing.allEvidence.count,
                    slips.allSatisfy({ wishes.isOpposite($0, of: lesson.headline) })
                {
                    lessons[number].showings.removeAll { $0.evidence == showing.evidence }
                }
            }
        }
        for (number, other) in others {
            let shared = Set(lessons[number].showings.map(\.evidence))
                .intersection(lessons[other].showings.map(\.evidence))
            for evidence in shared {
                func lastSaid(_ lesson: Lesson) -> Int32 {
                    let day = index.notes[evidence.note].date?.dayNumber ?? .max
                    return lesson.statements.compactMap { index.notes[$0.note].date?.dayNumber }
                        .filter { $0 <= day }.max() ?? .min
                }
                let loser = lastSaid(lessons[number]) < lastSaid(lessons[other]) ? number : other
                lessons[loser].showings.removeAll { $0.evidence == evidence }
            }
        }
    }
}
