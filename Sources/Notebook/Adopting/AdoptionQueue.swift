package import Markup

/// What is to be adopted in a notebook: the oldest note first, and in each note from its top.
///
/// A value that knows neither keys nor the disk. Each note is looked at anew whenever it has changed, since what is
/// written for one thing decides what others there are.
public struct AdoptionQueue: Sendable {
    /// Something that was passed over, by what is wrong and the words that it stands in.
    private struct Passed: Hashable {
        let problem: String
        let text: [String]
        /// Which of those that are the same it is.
        let number: Int
    }

    private struct Step: Sendable {
        let path: NotePath
        /// What was written; nil where it was passed over.
        let edit: NoteEdit?
        let passed: Passed?
    }

    private let today: CalendarDate
    private let vocabulary: Vocabulary
    /// The notes in order, those done with too. Only a look at one tells whether there is something to guess at.
    public private(set) var paths: [NotePath]
    /// Those of which something is told.
    public let toldPaths: [NotePath]
    private var next = 0
    /// How many things each note that has not been looked at yet has to adopt.
    private var counts: [NotePath: Int]
    private var current: [Adoption] = []
    private var passed: [NotePath: Set<Passed>] = [:]
    private var steps: [Step] = []
    /// How many things went with notes that could not be read.
    private(set) var lost = 0

    public init(_ index: Index) {
        today = index.today
        vocabulary = index.configuration.vocabulary
        var counts: [NotePath: Int] = [:]
        var hasFacts: Set<NotePath> = []
        for diagnostic in index.faults where diagnostic.isOfWhatIsNotRead {
            // A company and a date that are missing are asked about together.
            if diagnostic.code != .notRead, !hasFacts.insert(diagnostic.path).inserted { continue }
            counts[diagnostic.path, default: 0] += 1
        }
        self.counts = counts
        paths = index.notes.sortedByDay(\.date).map(\.path)
        toldPaths = paths.filter { counts[$0] != nil }
    }

    // MARK: Asking

    /// The note that is asked about; nil when all have been.
    var path: NotePath? { next < paths.count ? paths[next] : nil }

    /// What is asked about now; nil when all has been.
    public var adoption: Adoption? { current.first }

    /// How many things have been asked about, and how many there are.
    public var progress: (number: Int, count: Int) {
        let rest = paths.dropFirst(next + 1).reduce(current.count) { $0 + (counts[$1] ?? 0) }
        return (steps.count + 1, steps.count + rest)
    }

    public var isEmpty: Bool { paths.isEmpty }

    /// How many things were written, how many passed over, and how many are left.
    var tally: (written: Int, passed: Int, left: Int) {
        let written = steps.count { $0.edit != nil }
        return (written, steps.count - written, max(progress.count - steps.count, 0))
    }

    /// Takes in the note that is asked about, as it is now, and goes on to the next note where nothing is left in it.
    ///
    /// - Returns: whether there is something to ask in it.
    mutating func look(at bytes: [UInt8]) -> Bool {
        guard let path else { return false }
        current = Self.adoptions(in: bytes, path: path, today: today, vocabulary)
        let passed = passed[path] ?? []
        if !passed.isEmpty {
            current = Self.keyed(current).filter { !passed.contains($0.key) }.map(\.adoption)
        }
        if current.isEmpty { next += 1 }
        return !current.isEmpty
    }

    /// All that can be adopted in a note, from its top.
    static func adoptions(
        in bytes: [UInt8], path: NotePath, today: CalendarDate, _ vocabulary: Vocabulary
    ) -> [Adoption] {
        guard let note = AdoptableNote(Source(bytes), path: path, vocabulary: vocabulary) else { return [] }
        let finder = AdoptionFinder(note)
        let missing = finder.missingFacts(today: today).map { [$0] } ?? []
        let guesses = finder.guesses().prefix(mostGuesses).filter { !$0.writableProposals.isEmpty }
        return missing + note.notRead.map(finder.adoption) + guesses
    }

    /// Each guess is tried, which reads the note.
    private static let mostGuesses = 24

    /// What can be adopted of the text on a line of a note, which is a line of a company or a date where those are
    /// missing if it is the first.
    package static func adoptions(
        onLine line: Int, of source: Source, path: NotePath, today: CalendarDate, _ vocabulary: Vocabulary
    ) -> [Adoption] {
        guard let note = AdoptableNote(source, path: path, vocabulary: vocabulary) else { return [] }
        let finder = AdoptionFinder(note)
        let missing = line == 1 ? finder.missingFacts(today: today) : nil
        let next = note.notRead.partitionPoint { $0.place.line > line }
        let told = note.notRead[..<next].last.map(finder.adoption).flatMap { $0.lastLine >= line ? $0 : nil }
        return [missing, told].compactMap(\.self)
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

    /// Knows that what is asked about has been written.
    mutating func take(_ edit: NoteEdit) {
        steps.append(Step(path: edit.path, edit: edit, passed: nil))
        current = []
    }

    /// Passes over what is asked about.
    mutating func skip() {
        guard let path, let first = Self.keyed(current).first?.key else { return }
        // The first of those that are the same and have not been passed over.
        var key = first
        while passed[path]?.contains(key) ?? false {
            key = Passed(problem: key.problem, text: key.text, number: key.number + 1)
        }
        passed[path, default: []].insert(key)
        steps.append(Step(path: path, edit: nil, passed: key))
        current.removeFirst()
        if current.isEmpty { next += 1 }
    }

    /// Does without a note that cannot be read any more.
    mutating func lose() {
        lost += path.flatMap { counts[$0] } ?? 0
        current = []
        next += 1
    }

    // MARK: Going back

    public var canGoBack: Bool { !steps.isEmpty }

    /// What was written last, if that was the last that was done.
    var editToUndo: NoteEdit? { steps.last?.edit }

    /// Goes back to what was asked about last.
    mutating func goBack() {
        guard let step = steps.popLast() else { return }
        if let key = step.passed { passed[step.path]?.remove(key) }
        next = paths.firstIndex(of: step.path) ?? next
        current = []
    }
}
