internal import Markup

/// Going through the feedback that is not decided yet, piece by piece: first what is unsorted, then what is in
/// chew, the oldest first.
///
/// A value that knows neither keys nor the disk. Whoever drives it shows its question, writes the edit that an
/// answer makes of the note's bytes, and then takes the answer; ``TriageSession`` does so with a folder.
public struct Triage: Sendable {
    /// A piece of feedback by its number in its note, which no answer changes; nil once it is gone.
    struct Piece: Sendable {
        /// Tells it from all others for as long as the triage lasts.
        let identity: Int
        let path: NotePath
        var number: Int?
        /// What it said when it was last read.
        var text: String
    }

    /// An answer, or a piece that was left without one.
    private struct Step: Sendable {
        var piece: Piece
        /// Nil where it was skipped.
        let answer: TriageAnswer?
        /// What was written; nil where nothing was.
        let edit: NoteEdit?
        /// The feedback as it was before.
        let before: Feedback?

        /// Whether it left the piece behind.
        var leaves: Bool { answer == nil || answer?.stage != nil }
    }

    /// The notebook, as far as it has been read again.
    public private(set) var index: Index
    private let stages: [Stage]
    private let filter: Filter
    private var steps: [Step] = []
    private var pending: [Piece] = []
    private var pieceCount = 0
    /// How many pieces went with notes that could not be read.
    private var lost = 0
    private let hasFeedback: Bool
    private var known: FeedbackKnowledge

    /// - Parameters:
    ///   - stages: which feedback to ask about, those asked about first in front.
    ///   - filter: the part of the notebook to ask about. What was said before comes from all of it.
    public init(_ index: Index, stages: [Stage] = [.unsorted, .chew], filter: Filter = Filter()) {
        self.index = index
        self.filter = filter
        self.stages = stages.enumerated().filter { !stages[..<$0.offset].contains($0.element) }.map(\.element)
        known = FeedbackKnowledge(index)
        let wanted = Self.wanted(in: index, filter)
        hasFeedback = !wanted.isEmpty
        let order = wanted.sortedByDay { index.day(of: $0) ?? index[$0].since }
        for stage in self.stages {
            for place in order where index[place].stage == stage {
                pending.append(piece(index.notes[place.note].path, place.number, index[place]))
            }
        }
    }

    /// A piece that has not been asked about before.
    private mutating func piece(_ path: NotePath, _ number: Int, _ feedback: Feedback) -> Piece {
        pieceCount += 1
        return Piece(identity: pieceCount, path: path, number: number, text: feedback.text)
    }

    private static func wanted(in index: Index, _ filter: Filter) -> [FeedbackPlace] {
        if filter.isEmpty { return index.allFeedback }
        let part = index.filtered(by: filter)
        return part.allFeedback.compactMap { place in
            guard let note = index.number(of: part.notes[place.note].path),
                let number = index.notes[note].feedback.firstIndex(where: { $0.place == part[place].place })
            else { return nil }
            return FeedbackPlace(note: note, number: number)
        }
    }

    // MARK: Asking

    /// How many pieces there are, those that were left behind with the others.
    public var count: Int { passed + pending.count }

    /// How many pieces were left behind.
    private var passed: Int { steps.count(where: \.leaves) }

    /// Where the piece that is asked about stands in the index; nil when all have been asked about.
    var place: FeedbackPlace? { pending.first.flatMap { place(of: $0) } }

    /// The piece that is asked about, which may be gone.
    var piece: Piece? { pending.first }

    /// What is asked now; nil when all has been.
    public var question: TriageQuestion? {
        guard let piece, let place else { return nil }
        return TriageQuestion(
            index, place, piece: piece.identity, number: passed + 1, of: count, known)
    }

    private func place(of piece: Piece) -> FeedbackPlace? {
        guard let number = piece.number, let note = index.number(of: piece.path),
            index.notes[note].feedback.indices.contains(number)
        else { return nil }
        return FeedbackPlace(note: note, number: number)
    }

    /// How the pieces so far were answered.
    public var tally: TriageTally {
        TriageTally(
            answers: steps.filter(\.leaves).map { $0.answer?.stage }, left: pending.count, lost: lost,
            stages: stages, filter, hasFeedback: hasFeedback)
    }

    // MARK: Answering

    /// The edit that writes an answer into the note of the piece that is asked about; nil where none is.
    ///
    /// - Parameters:
    ///   - bytes: the note's, which are those that it was last read from.
    ///   - today: the day of the answer; by default that of the index.
    public func edit(
        _ answer: TriageAnswer, of bytes: [UInt8], today: CalendarDate? = nil
    ) throws(Refusal) -> NoteEdit? {
        guard let place else { return nil }
        let (note, line) = (index.notes[place.note], index[place].place.line)
        let edit = try answer.edit(
            line: line, of: bytes, path: note.path, index.configuration.vocabulary,
            today: today ?? index.today)
        // Of two bullets on one line the editor takes the innermost.
        let stage = answer.stage ?? index[place].stage
        guard edit.before == note, edit.after.feedback[place.number].stage == stage else {
            throw Refusal(path: note.path, line: line, reason: .unproven)
        }
        return edit
    }

    /// Knows that an answer has been written down, and goes on to the next piece where it decides this one.
    public mutating func take(_ answer: TriageAnswer, _ edit: NoteEdit) {
        guard let piece = pending.first else { return }
        let step = Step(
            piece: piece, answer: answer, edit: edit.isEmpty ? nil : edit, before: place.map { index[$0] })
        if edit.isEmpty, !step.leaves { return }
        steps.append(step)
        if step.leaves { pending.removeFirst() }
        replace(with: edit.after, after: answer)
    }

    /// Whether no feedback is about a topic yet.
    func isNew(_ topic: Topic) -> Bool {
        !index.allFeedback.contains { index[$0].topics.contains(topic) }
    }

    /// Goes on to the next piece and leaves this one as it is.
    public mutating func skip() {
        guard let piece = pending.first else { return }
        pending.removeFirst()
        steps.append(Step(piece: piece, answer: nil, edit: nil, before: nil))
    }

    /// Takes a piece that is gone out of the queue.
    mutating func drop() {
        if !pending.isEmpty { pending.removeFirst() }
    }

    // MARK: Going back

    /// Whether there is a piece to go back to.
    public var canGoBack: Bool { !steps.isEmpty }

    /// The note that the last answer was written into; nil where nothing was.
    var pathToUndo: NotePath? { steps.last?.edit?.path }

    /// The edit that takes the last answer out of its note, byte for byte; nil where nothing was written.
    ///
    /// - Parameter bytes: the note's. Where somebody has changed it elsewhere since, that stays.
    /// - Throws: where somebody has changed what was written.
    public func undoing(in bytes: [UInt8]) throws(Refusal) -> NoteEdit? {
        guard let step = steps.last, let edit = step.edit else { return nil }
        let changed = Refusal(
            path: edit.path, line: place(of: step.piece).map { index[$0].place.line } ?? 1, reason: .unproven)
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

    /// Goes back over the last answer, to the piece that it was about.
    ///
    /// - Parameter edit: what took its answer back; nil where nothing did, so that it is asked about as it stands.
    public mutating func goBack(_ edit: NoteEdit?) {
        guard let step = steps.popLast() else { return }
        if step.leaves { pending.insert(step.piece, at: 0) }
        if let edit { replace(with: edit.after, after: step.answer) }
    }

    // MARK: Reading again

    /// What became of the piece that is asked about.
    enum Fate: Equatable {
        case same
        /// It says something else than before.
        case changed
        /// Somebody moved it to another stage, in which it is not asked about.
        case decided(Stage)
        case gone
    }

    /// Puts a note as it is now in the place of what was read of it before. What is no longer asked about goes
    /// out of the queue, and what is new in the note is asked about next.
    ///
    /// - Parameter part: the index of the one note; an empty one where there is none any more.
    mutating func reread(_ path: NotePath, as part: Index) -> Fate {
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

    /// Does without a note that cannot be read any more, or is gone.
    mutating func lose(_ path: NotePath) {
        let before = pending.count
        _ = reread(
            path,
            as: Index(today: index.today, configuration: index.configuration, notes: [], faults: []))
        lost += before - pending.count
    }

    /// Puts a note with the same feedback, in the same order, in the place of what was read before.
    private mutating func replace(with note: Note, after answer: TriageAnswer?) {
        index.replace(note.path, with: Index(reading: note, like: index))
        if case .topic = answer { known = FeedbackKnowledge(index) }
    }
}

extension Index {
    /// The index of one note of a notebook.
    fileprivate init(reading note: Note, like index: Index) {
        self.init(
            today: index.today, configuration: index.configuration, notes: [note], faults: [])
    }
}
