internal import Markup

/// A notebook in memory: its notes and what there is to say about them on one day.
///
/// An index is a value. It is made anew at every run, and everything in a report comes from it alone.
public struct Index: Sendable {
    public let today: CalendarDate
    /// The settings of the notebook.
    public let configuration: Configuration
    /// The notes in the order of their paths.
    public private(set) var notes: [Note]
    /// What is wrong with the notes as they are written, in the order of paths, and of positions within a note.
    public private(set) var faults: [Diagnostic]

    /// Makes an index of notes.
    ///
    /// - Parameters:
    ///   - today: the day on which reports are made.
    ///   - configuration: the settings of the notebook.
    ///   - notes: the notes in the order of their paths.
    ///   - faults: the diagnostics from reading the notes.
    public init(
        today: CalendarDate, configuration: Configuration = .standard, notes: [Note], faults: [Diagnostic]
    ) {
        self.today = today
        self.configuration = configuration
        self.notes = notes
        self.faults = Self.sorted(faults)
        guard configuration.takesActionsOfInterviewsOnly else { return }
        for number in notes.indices where !notes[number].isInterview {
            self.notes[number].actions = StoredList()
        }
    }

    /// The faults and the next steps by the method, in the order of paths and positions.
    ///
    /// They are computed each time, because most reports say these things in their own way.
    public var diagnostics: [Diagnostic] {
        let found = nearNames() + storyNameFaults() + outcomeFaults()
        return Self.inOrder(found.isEmpty ? faults : Self.sorted(faults + found), of: notes) {
            $0.checked(today: today, configuration)
        }
    }

    /// The largest number of notes that are looked at one after another. Fewer notes gain nothing from several
    /// cores.
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
        var rest = read
        var all: [Diagnostic] = []
        for number in notes.indices {
            while let next = rest.first, next.path < notes[number].path { all.append(rest.removeFirst()) }
            var own = ofNote(notes[number])
            if rest.first?.path == notes[number].path {
                let read = rest.prefix { $0.path == notes[number].path }
                rest.removeFirst(read.count)
                own = sorted(read + own)
            }
            all += own
        }
        return all + rest
    }

    /// Returns diagnostics in order. Files are read in the order of their paths, so that there is usually nothing
    /// to sort.
    private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func isBefore(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
            a.path == b.path ? a.place < b.place : a.path < b.path
        }
        let isSorted = zip(diagnostics, diagnostics.dropFirst()).allSatisfy { !isBefore($1, $0) }
        return isSorted ? diagnostics : diagnostics.sorted(by: isBefore)
    }

    /// Replaces what is known of one path. This costs little more than looking at the one note.
    ///
    /// - Parameters:
    ///   - path: the path of the note.
    ///   - part: the index of that one note; an empty index if the note no longer exists.
    package mutating func replace(_ path: NotePath, with part: Index) {
        let number = notes.partitionPoint { $0.path >= path }
        let isThere = notes.indices.contains(number) && notes[number].path == path
        notes.replaceSubrange(number..<number + (isThere ? 1 : 0), with: part.notes)
        let first = faults.partitionPoint { $0.path >= path }
        let last = first + faults(at: path).count
        faults.replaceSubrange(first..<last, with: part.faults)
    }

    /// Returns the number of the note at a path; nil if there is no such note.
    package func number(of path: NotePath) -> Int? {
        let number = notes.partitionPoint { $0.path >= path }
        return notes.indices.contains(number) && notes[number].path == path ? number : nil
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

    private func faults(at path: NotePath) -> ArraySlice<Diagnostic> {
        faults[faults.partitionPoint { $0.path >= path }...].prefix { $0.path == path }
    }

    /// Whether something was not read as meant.
    public var hasErrors: Bool { faults.contains { $0.severity == .error } }
}
