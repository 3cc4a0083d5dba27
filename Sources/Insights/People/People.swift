/// A group of people, and how many they are at the least.
///
/// It never counts more people than are surely different.
///
/// Feedback without a name was said by somebody of its note. This person counts unless one of the note's
/// people is counted already.
public struct People: Sendable {
    package private(set) var sources: Set<FeedbackSource> = []
    private let panels: Panels?

    package init(of panels: Panels?) {
        self.panels = panels
    }

    package mutating func add(_ sources: ArraySlice<FeedbackSource>) {
        for source in sources { self.sources.insert(source) }
    }

    package mutating func formUnion(_ other: People) { sources.formUnion(other.sources) }

    package func union(_ other: People) -> People {
        var union = self
        union.formUnion(other)
        return union
    }

    /// How many people there are, at the least.
    ///
    /// The property looks at each of them.
    public var count: Int {
        panels?.count(sources, of: sources.count) ?? (sources.isEmpty ? 0 : 1)
    }

    /// Returns how many of other people are surely not in this group.
    package func more(of others: People) -> Int { max(0, union(others).count - count) }
}

/// Who said a piece of feedback, as far as it is known: a person, or somebody of a note.
///
/// Sources can be compared only within one table.
public struct FeedbackSource: Hashable, Sendable {
    /// The number of a person; below zero for somebody of a note.
    package let number: Int32

    package init(person: Roster.Person) { number = person }
    /// Makes the source of feedback that somebody of a note said.
    ///
    /// - Parameter panel: the number of the note's panel.
    package init(somebodyOf panel: Int) { number = ~Int32(truncatingIfNeeded: panel) }

    package var isNamed: Bool { number >= 0 }
}

/// The people of those notes in which somebody said something without being named.
package final class Panels: Sendable {
    /// The index in `people` at which each panel begins, and at the end the index at which the last one ends.
    private let starts: [Int]
    private let people: [Roster.Person]
    /// How many people have a name.
    private let personCount: Int

    package init(starts: [Int], people: [Roster.Person], personCount: Int) {
        self.starts = starts
        self.people = people
        self.personCount = personCount
    }

    private func members(of panel: Int) -> ArraySlice<Roster.Person> {
        people[starts[panel]..<starts[panel + 1]]
    }

    /// Returns how many people some sources are, at the least.
    ///
    /// It counts those with a name, and as many of the others as are surely different from all that are
    /// counted. `size` is about how many sources there are.
    package func count(_ sources: some Sequence<FeedbackSource>, of size: Int) -> Int {
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
        // The smallest panels come first, because they exclude the fewest others.
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

/// A set of people by their numbers.
///
/// If many sources are expected, it holds a mark for each person, and otherwise a set.
private struct Taken {
    private var marks: [Bool] = []
    private var few: Set<Roster.Person> = []

    init(_ personCount: Int, expecting size: Int) {
        if personCount < 16 * size { marks = Array(repeating: false, count: personCount) }
    }

    func contains(_ person: Roster.Person) -> Bool {
        marks.isEmpty ? few.contains(person) : marks[Int(person)]
    }

    /// Adds a person.
    ///
    /// Returns whether the person was not there before.
    mutating func insert(_ person: Roster.Person) -> Bool {
        if marks.isEmpty { return few.insert(person).inserted }
        if marks[Int(person)] { return false }
        marks[Int(person)] = true
        return true
    }
}
