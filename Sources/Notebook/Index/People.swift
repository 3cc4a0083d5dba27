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
        panels?.count(sources, of: sources.count) ?? (sources.isEmpty ? 0 : 1)
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
    /// How many people there are with a name.
    private let personCount: Int

    init(starts: [Int], people: [Roster.Person], personCount: Int) {
        self.starts = starts
        self.people = people
        self.personCount = personCount
    }

    private func members(of panel: Int) -> ArraySlice<Roster.Person> {
        people[starts[panel]..<starts[panel + 1]]
    }

    /// How many people some sources are at the least: those with a name, and of those without as many as are surely
    /// not among them, nor among each other.
    ///
    /// - Parameter size: about how many sources there are.
    func count(_ sources: some Sequence<FeedbackSource>, of size: Int) -> Int {
        var taken = Taken(personCount, expecting: size)
        var unnamed: [Int] = []
        var count = 0
        for source in sources {
            if source.isNamed {
                if taken.insert(source.number) { count += 1 }
            } else {
                unnamed.append(Int(~source.number))
            }
        }
        // Those of the smallest panels first, for they stand in the way of the fewest others.
        let order = unnamed.map { (starts[$0 + 1] - starts[$0]) << 32 | $0 }.sorted()
        var last = -1
        for entry in order where entry != last {
            last = entry
            let panel = members(of: entry & 0xFFFF_FFFF)
            if panel.contains(where: { taken.contains($0) }) { continue }
            count += 1
            for person in panel { _ = taken.insert(person) }
        }
        return count
    }
}

/// People by their numbers: a mark for each where there are many, else a set.
private struct Taken {
    private var marks: [Bool] = []
    private var few: Set<Roster.Person> = []

    init(_ personCount: Int, expecting size: Int) {
        if personCount < 16 * size { marks = Array(repeating: false, count: personCount) }
    }

    func contains(_ person: Roster.Person) -> Bool {
        marks.isEmpty ? few.contains(person) : marks[Int(person)]
    }

    /// Whether the person was not there before.
    mutating func insert(_ person: Roster.Person) -> Bool {
        if marks.isEmpty { return few.insert(person).inserted }
        if marks[Int(person)] { return false }
        marks[Int(person)] = true
        return true
    }
}
