/// Some people, and how many they are at the least: never more than are surely different.
///
/// Feedback that nobody is named for is said by somebody of its note. Such a one counts unless one of the note's people
/// is counted already.
public struct People: Sendable {
    private(set) var sources: Set<FeedbackSource> = []
    private let panels: Panels?

    init(of panels: Panels?) {
        self.panels = panels
    }

    mutating func add(_ sources: ArraySlice<FeedbackSource>) {
        for source in sources { self.sources.insert(source) }
    }

    mutating func formUnion(_ other: People) { sources.formUnion(other.sources) }

    func union(_ other: People) -> People {
        var union = self
        union.formUnion(other)
        return union
    }

    /// How many they are. It takes a look at each.
    public var count: Int {
        let unnamed = sources.filter { !$0.isNamed }
        if unnamed.isEmpty { return sources.count }
        guard let panels else { return 1 }
        var count = sources.count - unnamed.count
        // Those of the smallest panels first, for they stand in the way of the fewest others.
        let order = unnamed.map { (size: panels.members(of: $0).count, source: $0) }.sorted {
            ($0.size, $1.source.number) < ($1.size, $0.source.number)
        }
        var taken: Set<Int32> = []
        for (_, source) in order {
            let members = panels.members(of: source)
            if members.contains(where: { sources.contains(FeedbackSource(person: $0)) || taken.contains($0) })
            {
                continue
            }
            count += 1
            if order.count > 1 { taken.formUnion(members) }
        }
        return max(count, sources.isEmpty ? 0 : 1)
    }

    /// How many there are among others who are surely not among these.
    func more(of others: People) -> Int { max(0, union(others).count - count) }
}

/// Who said a piece of feedback, so far as it is known: a person, or somebody of a note.
///
/// They are told apart within one table only.
public struct FeedbackSource: Hashable, Sendable {
    /// A person's number; below zero for somebody of a note.
    let number: Int32

    init(person: Roster.Person) { number = person }
    /// - Parameter panel: the number of the note's panel.
    init(somebodyOf panel: Int) { number = ~Int32(truncatingIfNeeded: panel) }

    var isNamed: Bool { number >= 0 }
}

/// The people of those notes in which somebody unnamed said something.
final class Panels: Sendable {
    /// Where in `people` each panel begins, and at the end where the last one ends.
    private let starts: [Int]
    private let people: [Roster.Person]

    init(starts: [Int], people: [Roster.Person]) {
        self.starts = starts
        self.people = people
    }

    func members(of source: FeedbackSource) -> ArraySlice<Roster.Person> {
        let panel = Int(~source.number)
        return people[starts[panel]..<starts[panel + 1]]
    }
}
