internal import Markup
public import Notes

/// A notebook in memory: its notes and what there is to say about them on one day.
///
/// An index is a value. It is made anew at every run, and everything in a report comes from it alone.
public struct NotebookIndex: Sendable {
    /// The day on which reports are made.
    ///
    /// What is due, stale or to come depends on it.
    public let today: CalendarDate
    /// The settings of the notebook.
    public let configuration: Configuration
    /// The notes in the order of their paths.
    public private(set) var notes: [Note]
    /// What is wrong with the notes as they are written, in the order of paths, and of positions within a
    /// note.
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

    /// Returns diagnostics in order.
    ///
    /// Files are read in the order of their paths, so that there is usually nothing to sort.
    package static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let isSorted = zip(diagnostics, diagnostics.dropFirst()).allSatisfy { !isBefore($1, $0) }
        return isSorted ? diagnostics : diagnostics.sorted(by: isBefore)
    }

    /// Returns two lists of diagnostics as one.
    ///
    /// Both must be in order. Of two about the same position, that of the first list comes first.
    package static func merged(_ first: [Diagnostic], _ second: [Diagnostic]) -> [Diagnostic] {
        if first.isEmpty || second.isEmpty { return first.isEmpty ? second : first }
        var all: [Diagnostic] = []
        all.reserveCapacity(first.count + second.count)
        merge(first[...], second, into: &all)
        return all
    }

    /// Adds two lists of diagnostics to others, as one list.
    package static func merge(
        _ first: ArraySlice<Diagnostic>, _ second: [Diagnostic], into all: inout [Diagnostic]
    ) {
        var at = first.startIndex
        for next in second {
            while at < first.endIndex, !isBefore(next, first[at]) {
                all.append(first[at])
                at += 1
            }
            all.append(next)
        }
        all += first[at...]
    }

    private static func isBefore(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
        a.path == b.path ? a.position < b.position : a.path < b.path
    }

    /// Replaces what is known of one path.
    ///
    /// This costs little more than looking at the one note.
    ///
    /// - Parameters:
    ///   - path: the path of the note.
    ///   - part: the index of that one note; an empty index if the note no longer exists.
    package mutating func replace(_ path: NotePath, with part: NotebookIndex) {
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

    package func faults(at path: NotePath) -> ArraySlice<Diagnostic> {
        faults[faults.partitionPoint { $0.path >= path }...].prefix { $0.path == path }
    }

    /// Whether something was not read as meant.
    public var hasErrors: Bool { faults.contains { $0.severity == .error } }
}

extension NotebookIndex {
    /// Returns the state of a note's request for feedback on the index's day.
    public func request(of note: Note) -> RequestState {
        note.request(on: today, silentAfter: configuration.silentAfterDays)
    }
}
