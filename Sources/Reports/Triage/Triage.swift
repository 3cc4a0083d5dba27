public import Insights
internal import Markup
public import Notes

/// A pass through the feedback that is not decided yet, piece by piece.
///
/// Unsorted feedback comes first, then feedback in chew, and the oldest pieces come first.
///
/// It is a value that knows neither keys nor the disk. Whoever uses it shows its question, writes the edit
/// that an answer makes of the note's bytes, and then hands in the answer. ``TriageSession`` does so with a
/// folder.
public struct Triage: Sendable {
    /// A piece of feedback.
    ///
    /// It is found by its index in its note, which answers do not change. The index is nil if the piece is
    /// gone.
    package struct Piece: Sendable {
        /// The number that identifies the piece as long as the triage lasts.
        package let identity: Int
        package let path: NotePath
        package var number: Int?
        /// The text of the piece when it was last read.
        package var text: String
    }

    /// An answer, or a piece that was left without one.
    private struct Step: Sendable {
        var piece: Piece
        /// The answer; nil if the piece was skipped.
        let answer: TriageAnswer?
        /// What was written; nil if nothing was.
        let edit: NoteEdit?
        /// The feedback as it was before.
        let before: Feedback?

        /// Whether the step was the last one for its piece.
        var leaves: Bool { answer == nil || answer?.stage != nil }
    }

    /// The notebook, with those notes that have been read again.
    public private(set) var index: NotebookIndex
    private let stages: [Stage]
    private let filter: Filter
    private var steps: [Step] = []
    private var pending: [Piece] = []
    private var pieceCount = 0
    /// How many pieces were lost because their notes could not be read.
    private var lost = 0
    private let hasFeedback: Bool
    private var known: FeedbackKnowledge

    /// Begins a triage.
    ///
    /// - Parameters:
    ///   - index: the notebook.
    ///   - stages: the stages of the feedback to ask about, in the order in which to ask.
    ///   - filter: the part of the notebook to ask about. What others said before is taken from the whole
    ///     notebook.
    public init(_ index: NotebookIndex, stages: [Stage] = [.unsorted, .chew], filter: Filter = Filter()) {
        self.index = index
        self.filter = filter
        self.stages = stages.enumerated().filter { !stages[..<$0.offset].contains($0.element) }.map(\.element)
        known = FeedbackKnowledge(index)
        let wanted = Self.wanted(in: index, filter)
        hasFeedback = !wanted.isEmpty
        let order = wanted.sortedByDay { index.day(of: $0) ?? index[$0].since }
        for stage in self.stages {
            for id in order where index[id].stage == stage {
                pending.append(piece(index.notes[id.note].path, id.number, index[id]))
            }
        }
    }

    /// Makes a piece that has not been asked about before.
    private mutating func piece(_ path: NotePath, _ number: Int, _ feedback: Feedback) -> Piece {
        pieceCount += 1
        return Piece(identity: pieceCount, path: path, number: number, text: feedback.text)
    }

    private static func wanted(in index: NotebookIndex, _ filter: Filter) -> [FeedbackID] {
        if filter.isEmpty { return index.allFeedback }
        let part = index.filtered(by: filter)
        return part.allFeedback.compactMap { id in
            guard let note = index.number(of: part.notes[id.note].path),
                let number = index.notes[note].feedback.firstIndex(where: { $0.position == part[id].position }
                )
            else { return nil }
            return FeedbackID(note: note, number: number)
        }
    }

    // MARK: Asking

    /// How many pieces there are in total, including those that are done.
    public var count: Int { passed + pending.count }

    /// How many pieces are done.
    private var passed: Int { steps.count(where: \.leaves) }

    /// The feedback that is asked about; nil if it is gone, or if all pieces are done.
    package var id: FeedbackID? { pending.first.flatMap { id(of: $0) } }

    /// The piece that is asked about.
    ///
    /// It may be gone.
    package var piece: Piece? { pending.first }

    /// The current question; nil if there are no more.
    public var question: TriageQuestion? {
        guard let piece, let id else { return nil }
        return TriageQuestion(
            index, id, piece: piece.identity, number: passed + 1, of: count, known)
    }

    private func id(of piece: Piece) -> FeedbackID? {
        guard let number = piece.number, let note = index.number(of: piece.path),
            index.notes[note].feedback.indices.contains(number)
        else { return nil }
        return FeedbackID(note: note, number: number)
    }

    /// The tally of the answers so far.
    public var tally: TriageTally {
        TriageTally(
            answers: steps.filter(\.leaves).map { $0.answer?.stage }, left: pending.count, lost: lost,
            stages: stages, filter, hasFeedback: hasFeedback)
    }

    // MARK: Answering

    /// Makes the edit that writes an answer into the note of the piece that is asked about.
    ///
    /// - Parameters:
    ///   - answer: What the person answered.
    ///   - bytes: The bytes of the note. They must be those that it was last read from.
    ///   - today: The day of the answer; by default that of the index.
    /// - Returns: The edit; nil if nothing is asked about.
    /// - Throws: `Refusal` if the answer cannot be written, or if the edit cannot be proven.
    public func edit(
        _ answer: TriageAnswer, of bytes: [UInt8], today: CalendarDate? = nil
    ) throws(Refusal) -> NoteEdit? {
        guard let id else { return nil }
        let (note, line) = (index.notes[id.note], index[id].position.line)
        let edit = try answer.edit(
            line: line, of: bytes, path: note.path, index.configuration.vocabulary,
            today: today ?? index.today)
        // If two bullets are on one line, the editor takes the innermost.
        let stage = answer.stage ?? index[id].stage
        guard edit.before == note, edit.after.feedback[id.number].stage == stage else {
            throw Refusal(path: note.path, line: line, reason: .unproven)
        }
        return edit
    }

    /// Records that an answer has been written.
    ///
    /// If the answer decides the piece, the next piece is asked about.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - edit: the edit that wrote it.
    public mutating func record(_ answer: TriageAnswer, _ edit: NoteEdit) {
        guard let piece = pending.first else { return }
        let step = Step(
            piece: piece, answer: answer, edit: edit.isEmpty ? nil : edit, before: id.map { index[$0] })
        if edit.isEmpty, !step.leaves { return }
        steps.append(step)
        if step.leaves { pending.removeFirst() }
        replace(with: edit.after, after: answer)
    }

    /// Returns whether no feedback is about a topic yet.
    package func isNew(_ topic: Topic) -> Bool {
        !index.allFeedback.contains { index[$0].topics.contains(topic) }
    }

    /// Leaves the piece as it is, and goes on to the next one.
    public mutating func skip() {
        guard let piece = pending.first else { return }
        pending.removeFirst()
        steps.append(Step(piece: piece, answer: nil, edit: nil, before: nil))
    }

    /// Removes a piece that is gone from the queue.
    package mutating func drop() {
        if !pending.isEmpty { pending.removeFirst() }
    }

    // MARK: Going back

    /// Whether there is a piece to go back to.
    public var canGoBack: Bool { !steps.isEmpty }

    /// The note that the last answer was written into; nil if nothing was written.
    package var pathToUndo: NotePath? { steps.last?.edit?.path }

    /// Makes the edit that removes the last answer from its note, byte for byte.
    ///
    /// - Parameter bytes: The bytes of the note. What somebody has changed elsewhere in the note meanwhile
    ///   stays.
    /// - Returns: The edit; nil if nothing was written.
    /// - Throws: `Refusal` if somebody has changed what was written.
    public func undoing(in bytes: [UInt8]) throws(Refusal) -> NoteEdit? {
        guard let step = steps.last, let edit = step.edit else { return nil }
        let changed = Refusal(
            path: edit.path, line: id(of: step.piece).map { index[$0].position.line } ?? 1, reason: .unproven)
        guard let number = step.piece.number, let inverse = edit.edit.inverse().rebased(onto: Source(bytes))
        else { throw changed }
        let vocabulary = index.configuration.vocabulary
        let before = try NoteEditor(bytes, path: edit.path, vocabulary: vocabulary).note
        let after = try NoteEditor(inverse.applied().bytes, path: edit.path, vocabulary: vocabulary).note
        let isProven = after.feedback.elementsEqual(before.feedback.enumerated()) { new, current in
            new.saysTheSame(as: current.offset == number ? step.before : current.element)
        }
        guard isProven else { throw changed }
        return NoteEdit(path: edit.path, before: before, after: after, edit: inverse)
    }

    /// Takes back the last answer or skip, and asks about its piece again.
    ///
    /// - Parameter edit: the edit that removed the answer; nil if nothing was removed, so that the piece is
    ///   asked about as it is.
    public mutating func goBack(_ edit: NoteEdit?) {
        guard let step = steps.popLast() else { return }
        if step.leaves { pending.insert(step.piece, at: 0) }
        if let edit { replace(with: edit.after, after: step.answer) }
    }

    // MARK: Reading again

    /// What became of the piece that is asked about when its note was read again.
    package enum Fate: Equatable {
        case same
        /// The piece says something else than before.
        case changed
        /// Somebody moved the piece to another stage, which is not asked about.
        case decided(Stage)
        case gone
    }

    /// Replaces what was read of a note by the note as it is now.
    ///
    /// What is no longer asked about leaves the queue. What is new in the note is asked about next.
    ///
    /// - Parameters:
    ///   - path: the path of the note.
    ///   - part: the index of that one note; an empty index if the note no longer exists.
    /// - Returns: what became of the piece that is asked about.
    package mutating func reread(_ path: NotePath, as part: NotebookIndex) -> Fate {
        let old = index.number(of: path).map { index.notes[$0].feedback } ?? []
        let asked = pending.first.flatMap { piece in piece.number.map { (piece.path, old: $0) } }
        let current = part.notes.first
        if let number = index.number(of: path), let current, index.notes[number] == current { return .same }
        index.replace(path, with: part)
        known = FeedbackKnowledge(index)
        let new = current?.feedback ?? []
        let numbers = FeedbackMatch.numbers(of: old, in: new)

        var fate = Fate.same
        if let asked, asked.0 == path, old.indices.contains(asked.old) {
            let before = old[asked.old]
            let after = numbers[asked.old].map { new[$0] }
            if let after, after.stage != before.stage, !stages.contains(after.stage) {
                fate = .decided(after.stage)
            } else if let after {
                fate = after.saysTheSame(as: before) ? .same : .changed
            } else {
                fate = .gone
            }
        }
        for step in steps.indices where steps[step].piece.path == path {
            steps[step].piece.number = steps[step].piece.number.flatMap { numbers[$0] }
        }
        let isAskedKept = fate == .same || fate == .changed
        pending = pending.compactMap { piece in
            guard piece.path == path else { return piece }
            guard let number = piece.number, let moved = numbers[number],
                stages.contains(new[moved].stage) || new[moved].stage == old[number].stage
            else { return nil }
            var piece = piece
            (piece.number, piece.text) = (moved, new[moved].text)
            return piece
        }
        let fresh = Set(new.indices).subtracting(numbers.values)
        let wanted = Self.wanted(in: part, filter).map(\.number).filter {
            fresh.contains($0) && stages.contains(new[$0].stage)
        }
        let pieces = wanted.map { piece(path, $0, new[$0]) }
        pending.insert(
            contentsOf: pieces, at: isAskedKept && !pending.isEmpty ? 1 : 0)
        return fate
    }

    /// Removes a note that is gone or can no longer be read.
    package mutating func lose(_ path: NotePath) {
        let before = pending.count
        _ = reread(
            path,
            as: NotebookIndex(today: index.today, configuration: index.configuration, notes: [], faults: []))
        lost += before - pending.count
    }

    /// Replaces a note by one that has the same feedback in the same order.
    private mutating func replace(with note: Note, after answer: TriageAnswer?) {
        index.replace(note.path, with: NotebookIndex(reading: note, like: index))
        if case .topic = answer { known = FeedbackKnowledge(index) }
    }
}

extension NotebookIndex {
    /// Makes the index of one note of a notebook.
    fileprivate init(reading note: Note, like index: NotebookIndex) {
        self.init(
            today: index.today, configuration: index.configuration, notes: [note], faults: [])
    }
}
