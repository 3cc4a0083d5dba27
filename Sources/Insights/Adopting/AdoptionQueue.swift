package import Markup
public import Notes

/// The queue of what is to be adopted in a notebook: the oldest note first, and each note from its top.
///
/// It is a value that knows neither keys nor the disk. Each note is looked at again whenever it has changed,
/// because what is written for one thing decides what else there is.
public struct AdoptionQueue: Sendable {
    /// Something that was skipped, identified by what is wrong and by its text.
    private struct Passed: Hashable {
        let problem: String
        let text: [String]
        /// The number of this one among equal ones.
        let number: Int
    }

    private struct Step: Sendable {
        let path: NotePath
        /// What was written; nil if the thing was skipped.
        let edit: NoteEdit?
        let passed: Passed?
    }

    private let today: CalendarDate
    private let vocabulary: Vocabulary
    /// All notes in order, including those that are done.
    ///
    /// Only a look at a note tells whether there is something to guess.
    public private(set) var paths: [NotePath]
    /// The notes in which something is reported.
    public let toldPaths: [NotePath]
    private var next = 0
    /// How many things there are to adopt in each note that has not been looked at yet.
    private var counts: [NotePath: Int]
    private var current: [Adoption] = []
    /// What the sentences of the current note told when it was first looked at.
    private var kinds: (path: NotePath, kinds: KindsOfNote)?
    private var passed: [NotePath: Set<Passed>] = [:]
    private var steps: [Step] = []
    /// How many things were lost because their notes could not be read.
    package private(set) var lost = 0

    /// Makes the queue of a notebook.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - note: the only note to look at; nil for all.
    public init(_ index: NotebookIndex, note: NotePath? = nil) {
        today = index.today
        vocabulary = index.configuration.vocabulary
        var counts: [NotePath: Int] = [:]
        var hasFacts: Set<NotePath> = []
        for diagnostic in index.faults where diagnostic.isOfWhatIsNotRead {
            // A missing company and a missing date are asked about together.
            if diagnostic.code != .notRead, !hasFacts.insert(diagnostic.path).inserted { continue }
            counts[diagnostic.path, default: 0] += 1
        }
        self.counts = counts
        paths = index.notes.sortedByDay(\.date).map(\.path).filter { note == nil || $0 == note }
        toldPaths = paths.filter { counts[$0] != nil }
    }

    // MARK: Asking

    /// The note that is asked about; nil if all notes are done.
    package var path: NotePath? { next < paths.count ? paths[next] : nil }

    /// What is asked about now; nil if nothing is left in the current note.
    public var adoption: Adoption? { current.first }

    /// How far a person has come in the queue.
    public struct Progress: Sendable, CustomStringConvertible {
        /// The number of the current question, from 1.
        public let number: Int
        /// How many questions are known.
        public let count: Int
        /// Whether there may be more of them, in notes that have not been looked at yet.
        public let isLeast: Bool

        /// The progress in words: `2 of at least 5`.
        public var description: String { "\(number) of \(isLeast ? "at least " : "")\(count)" }
    }

    /// The number of the current question, and how many questions there are.
    public var progress: Progress {
        let notes = paths.dropFirst(next + 1)
        let rest = notes.reduce(current.count) { $0 + (counts[$1] ?? 0) }
        return Progress(number: steps.count + 1, count: steps.count + rest, isLeast: !notes.isEmpty)
    }

    /// Whether there is no note to go through.
    public var isEmpty: Bool { paths.isEmpty }

    /// How many things were written, how many were skipped, and how many are left.
    package var tally: (written: Int, passed: Int, left: Int) {
        let written = steps.count { $0.edit != nil }
        return (written, steps.count - written, max(progress.count - steps.count, 0))
    }

    /// Looks at the current note as it is now.
    ///
    /// If nothing is left in it, the queue goes on to the next note.
    ///
    /// - Returns: whether there is something to ask about in the note.
    package mutating func look(at bytes: [UInt8]) -> Bool {
        guard let path else { return false }
        let earlier = kinds.flatMap { $0.path == path ? $0.kinds : nil }
        let finder = AdoptableNote(Source(bytes), path: path, vocabulary: vocabulary).map {
            AdoptionFinder($0, knowing: earlier)
        }
        if let finder, earlier == nil { kinds = (path, finder.kinds) }
        current = finder.map { Self.adoptions($0, today: today) } ?? []
        let passed = passed[path] ?? []
        if !passed.isEmpty {
            current = Self.keyed(current).filter { !passed.contains($0.key) }.map(\.adoption)
        }
        if current.isEmpty { next += 1 }
        return !current.isEmpty
    }

    /// Returns how many questions there are about a note.
    public static func questionCount(in bytes: [UInt8], path: NotePath, of index: NotebookIndex) -> Int {
        adoptions(in: bytes, path: path, today: index.today, index.configuration.vocabulary).count
    }

    /// Returns everything that can be adopted in a note, from its top.
    package static func adoptions(
        in bytes: [UInt8], path: NotePath, today: CalendarDate, _ vocabulary: Vocabulary
    ) -> [Adoption] {
        guard let note = AdoptableNote(Source(bytes), path: path, vocabulary: vocabulary) else { return [] }
        return adoptions(AdoptionFinder(note), today: today)
    }

    /// Returns everything that can be adopted in the note that a finder looks at.
    package static func adoptions(_ finder: AdoptionFinder, today: CalendarDate) -> [Adoption] {
        let note = finder.note
        let isOfInterview = finder.isOfInterview
        let missing = isOfInterview ? finder.missingFacts(today: today).map { [$0] } ?? [] : []
        let fitting = mostBytesRead / max(note.source.bytes.count, 1)
        let mostGuesses = min(max(fitting, guessCounts.lowerBound), guessCounts.upperBound)
        let guesses = finder.guesses().prefix(mostGuesses).flatMap { guess in
            guess.writableProposals.isEmpty
                ? guess.parts.filter { !$0.writableProposals.isEmpty } : [guess]
        }
        let reported = note.notRead.map(finder.adoption)
        guard isOfInterview else { return reported + guesses }
        let outcome = finder.missingOutcome().map { [$0] } ?? []
        // Where company and date are asked about, the interviewers are proposed with them.
        let interviewers =
            missing.contains { !$0.proposals.isEmpty } ? [] : finder.missingInterviewers().map { [$0] } ?? []
        return missing + reported + guesses + outcome + interviewers
    }

    /// The largest number of guesses about a note: the least, for a large note, and the most.
    ///
    /// Each guess is tried, which means that the note is read.
    private static let guessCounts = 4...24
    /// How much is read to try them, unless the least number needs more.
    private static let mostBytesRead = 8 << 20

    /// Returns what can be adopted of the text on a line of a note.
    ///
    /// On line 1, a missing company or date belongs to it too.
    package static func adoptions(
        onLine line: Int, of source: Source, path: NotePath, today: CalendarDate, _ vocabulary: Vocabulary
    ) -> [Adoption] {
        guard let note = AdoptableNote(source, path: path, vocabulary: vocabulary) else { return [] }
        let finder = AdoptionFinder(note)
        let missing = line == 1 && finder.isOfInterview ? finder.missingFacts(today: today) : nil
        let next = note.notRead.partitionPoint { $0.position.line > line }
        let reported = note.notRead[..<next].last.map(finder.adoption).flatMap {
            $0.lastLine >= line ? $0 : nil
        }
        return [missing, reported].compactMap(\.self)
    }

    private static func keyed(_ adoptions: [Adoption]) -> [(adoption: Adoption, key: Passed)] {
        var counts: [Passed: Int] = [:]
        return adoptions.map { adoption in
            let first = Passed(problem: adoption.problem, text: adoption.lines, number: 0)
            let number = counts[first, default: 0]
            counts[first] = number + 1
            return (adoption, Passed(problem: first.problem, text: first.text, number: number))
        }
    }

    // MARK: Answering

    /// Records that what is asked about has been written.
    package mutating func record(_ edit: NoteEdit) {
        steps.append(Step(path: edit.path, edit: edit, passed: nil))
        current = []
    }

    /// Skips what is asked about.
    package mutating func skip() {
        guard let path, let first = Self.keyed(current).first?.key else { return }
        // The key of the first equal one that has not been skipped yet.
        var key = first
        while passed[path]?.contains(key) ?? false {
            key = Passed(problem: key.problem, text: key.text, number: key.number + 1)
        }
        passed[path, default: []].insert(key)
        steps.append(Step(path: path, edit: nil, passed: key))
        current.removeFirst()
        if current.isEmpty { next += 1 }
    }

    /// Goes on without the current note, which can no longer be read.
    package mutating func lose() {
        lost += path.flatMap { counts[$0] } ?? 0
        current = []
        next += 1
    }

    // MARK: Going back

    /// Whether there is a step to go back from.
    public var canGoBack: Bool { !steps.isEmpty }

    /// The edit of the last step; nil if the last step was a skip, or if there is none.
    package var editToUndo: NoteEdit? { steps.last?.edit }

    /// Goes back to the note of the last step.
    package mutating func goBack() {
        guard let step = steps.popLast() else { return }
        if let key = step.passed { passed[step.path]?.remove(key) }
        next = paths.firstIndex(of: step.path) ?? next
        current = []
    }
}
