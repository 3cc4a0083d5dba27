internal import Markup
public import Notes

extension NotebookIndex {
    /// The faults and the next steps by the method, in the order of paths and positions.
    ///
    /// They are computed each time, because most reports say these things in their own way.
    public var diagnostics: [Diagnostic] {
        let found = Self.sorted(nearNames() + storyNameFaults() + outcomeFaults())
        return Self.inOrder(Self.merged(faults, found), of: notes) { $0.checked(today: today, configuration) }
    }

    /// The largest number of notes that are looked at one after another.
    ///
    /// Fewer notes gain nothing from several cores.
    private static let few = 512

    /// Returns diagnostics in order, with those of each note inserted.
    private static func inOrder(
        _ diagnostics: [Diagnostic], of notes: [Note], _ ofNote: @Sendable (Note) -> [Diagnostic]
    ) -> [Diagnostic] {
        let read = diagnostics[...]
        guard notes.count > few else { return inOrder(read, of: notes[...], ofNote) }
        let (first, second) = (notes[..<(notes.count / 2)], notes[(notes.count / 2)...])
        let cut = read.partitionPoint { $0.path >= notes[second.startIndex].path }
        let (a, b) = concurrently(
            { inOrder(read[..<cut], of: first, ofNote) }, { inOrder(read[cut...], of: second, ofNote) })
        return a + b
    }

    private static func inOrder(
        _ read: ArraySlice<Diagnostic>, of notes: ArraySlice<Note>, _ ofNote: (Note) -> [Diagnostic]
    ) -> [Diagnostic] {
        var all: [Diagnostic] = []
        all.reserveCapacity(read.count)
        var at = read.startIndex
        for number in notes.indices {
            let path = notes[number].path
            while at < read.endIndex, read[at].path < path {
                all.append(read[at])
                at += 1
            }
            let first = at
            while at < read.endIndex, read[at].path == path { at += 1 }
            merge(read[first..<at], sorted(ofNote(notes[number])), into: &all)
        }
        return all + read[at...]
    }

    /// Returns the diagnostics of a path, in the order of positions.
    package func diagnostics(at path: NotePath) -> [Diagnostic] {
        let found =
            number(of: path).map {
                notes[$0].checked(today: today, configuration) + nearNames(in: $0) + storyNameFaults(in: $0)
                    + outcomeFaults(in: $0)
            } ?? []
        return Self.sorted(faults(at: path) + found)
    }
}
