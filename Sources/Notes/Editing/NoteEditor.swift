internal import Markup

/// Makes an edit of one note from what a person wants of its bullets.
///
/// A bullet is named by a line of its text, as the note is before any of the edits. A refusal leaves the
/// editor as it was, so that the other edits can go on. At the end `edit()` proves the whole.
public struct NoteEditor: Sendable {
    /// The note's path in its notebook.
    public let path: NotePath
    /// The note as it is.
    public let note: Note

    private let source: Source
    private let outline: Outline
    /// The source with blanks in place of the bytes that are not read.
    private let readable: Source
    private let vocabulary: Vocabulary
    private var replacements: [Edit.Replacement] = []
    /// The line that was named last, for a refusal's message.
    private var line = 1

    /// The note as it is meant to be.
    ///
    /// Its positions are still those of the old bytes.
    private var meant: Note
    private var added: [AddedBullet] = []
    private var ticks: [Position: Tick] = [:]
    private var unsorts = false
    private var movesBlocks = false

    /// What becomes of an action's box.
    fileprivate struct Tick {
        let box: TaskBox
        let day: CalendarDate
        let isExact: Bool
        /// What comes next if the action repeats.
        var repetition: Repetition?

        func isSame(as other: Tick) -> Bool {
            box == other.box && day == other.day && isExact == other.isExact
        }
    }

    /// Opens a note.
    ///
    /// - Parameters:
    ///   - bytes: The note as it is on the disk, or in an editor.
    ///   - path: The note's path in its notebook.
    ///   - vocabulary: The words of its notebook.
    /// - Throws: If the note is in a merge conflict, is a report that Debrief wrote, or is a template.
    public init(
        _ bytes: [UInt8], path: NotePath, vocabulary: Vocabulary = .standard
    ) throws(Refusal) {
        self.path = path
        self.vocabulary = vocabulary
        source = Source(bytes)
        if let conflict = MergeConflict(in: source) {
            throw Refusal(path: path, line: conflict.lines.lowerBound, reason: .mergeConflict)
        }
        var reader = NoteReader(vocabulary: vocabulary)
        let read = reader.read(source, path: path)
        guard let note = read.note else {
            let isTemplate = read.diagnostics.contains { $0.code == .template }
            throw Refusal(path: path, line: 1, reason: isTemplate ? .template : .generated)
        }
        self.note = note
        outline = reader.outline
        readable = reader.readable
        meant = note
    }

    // MARK: What can be wanted

    /// Moves feedback to a stage, as of a day.
    ///
    /// Feedback that is in that stage already stays as it is.
    ///
    /// - Parameters:
    ///   - line: A line of the bullet's text, as the note is before any edit.
    ///   - stage: The stage to move it to.
    ///   - reason: What to say below the bullet about why.
    ///   - today: The day of the change.
    /// - Throws: If there is no feedback on the line, or if its stage cannot be changed with certainty.
    public mutating func mark(
        line: Int, as stage: Stage, because reason: String? = nil, today: CalendarDate
    ) throws(Refusal) {
        self.line = line
        var bullet = try bullet(atLine: line)
        guard let index = meant.feedback.firstIndex(where: { $0.position == bullet.block.start }) else {
            throw refusal(.noFeedback)
        }
        var new: AddedBullet?
        do {
            if meant.feedback[index].stage != stage {
                let spelling = StageSpelling(of: bullet) ?? usualSpelling
                try bullet.move(to: stage, today: today, spelling: spelling)
            }
            if let reason { new = try bullet.add(.reason(reason), in: outline) }
        } catch {
            throw refusal(error)
        }
        if meant.feedback[index].stage != stage {
            meant.feedback[index].stage = stage
            meant.feedback[index].since = today
            meant.feedback[index].isSinceWritten = true
            if stage != .unsorted, let text = bullet.textWithoutMisspeltStage {
                meant.feedback[index].$text = text
                meant.changeActions { if $0.position == bullet.block.start { $0.$text = text } }
            }
            unsorts = unsorts || stage == .unsorted
        }
        if let new { added.append(new) }
        replacements += bullet.replacements
    }

    /// Adds a bullet below feedback.
    ///
    /// - Throws: If there is no feedback on the line, or if the text would not be read as it is meant.
    public mutating func add(_ nested: NestedBullet, line: Int) throws(Refusal) {
        self.line = line
        var bullet = try bullet(atLine: line)
        guard meant.feedback.contains(where: { $0.position == bullet.block.start }) else {
            throw refusal(.noFeedback)
        }
        do {
            added.append(try bullet.add(nested, in: outline))
        } catch {
            throw refusal(error)
        }
        replacements += bullet.replacements
    }

    /// Gives a topic to feedback or to a hunch.
    ///
    /// Nothing changes if it has that topic already, also by another name.
    ///
    /// - Parameters:
    ///   - name: The topic's name, with or without its `#`.
    ///   - line: A line of the bullet's text, as the note is before any edit.
    /// - Throws: If there is neither feedback nor a hunch on the line, or if the name is not a topic's.
    public mutating func name(topic name: String, line: Int) throws(Refusal) {
        self.line = line
        var bullet = try bullet(atLine: line)
        let feedback = meant.feedback.firstIndex { $0.position == bullet.block.start }
        let hunch = meant.hunches.firstIndex { $0.position == bullet.block.start }
        guard feedback != nil || hunch != nil else { throw refusal(.noFeedback) }
        let name = String(name.drop { $0 == "#" })
        let topic = vocabulary.aliases.topic(named: name)
        let known = feedback.map { meant.feedback[$0].topics } ?? hunch.map { meant.hunches[$0].topics } ?? []
        if known.contains(topic) { return }
        do {
            let number = try bullet.name(name, of: vocabulary)
            if let feedback { meant.feedback[feedback].topics.insert(topic, at: number) }
            if let hunch { meant.hunches[hunch].topics.insert(topic, at: number) }
            meant.changeActions { action in
                // A bullet with a box is feedback whose first action is the bullet itself.
                if action.position == bullet.block.start { action.topics.insert(topic, at: number) }
            }
        } catch {
            throw refusal(error)
        }
        replacements += bullet.replacements
    }

    /// Sets the box of an action, as of a day.
    ///
    /// An action that is in that state already stays as it is.
    ///
    /// - Parameters:
    ///   - line: A line of the bullet's text, as the note is before any edit.
    ///   - box: What to put into the box.
    ///   - today: The day of the change.
    ///   - exactly: Whether a box with a character of its own, which is open, becomes `[ ]`.
    /// - Throws: If there is no action on the line, if it was ticked in another way before, or if what comes
    ///   next is not certain.
    public mutating func tick(
        line: Int, _ box: TaskBox, today: CalendarDate, exactly: Bool = false
    ) throws(Refusal) {
        self.line = line
        var bullet = try bullet(atLine: line)
        var tick = Tick(box: box, day: today, isExact: exactly)
        if let earlier = ticks[bullet.block.start] {
            // The same tick twice is done once.
            if earlier.isSame(as: tick) { return }
            throw refusal(.changed)
        }
        do {
            if box.state == .done, bullet.state.map({ $0 != .done }) ?? false {
                tick.repetition = try bullet.complete(box, today: today)
            }
            if tick.repetition == nil {
                let isReopened = bullet.state.map { $0 == .done || $0 == .dropped } ?? false
                try bullet.tick(
                    box, today: today, exactly: exactly, usesLater: isReopened && usesLater)
            }
        } catch {
            throw refusal(error)
        }
        ticks[bullet.block.start] = tick
        replacements += bullet.replacements
    }

    /// Ticks an action, unless the note says of it something else than when the list was compared with it.
    package mutating func tick(
        _ key: ActionKey, line: Int, from old: TaskBox, _ box: TaskBox, today: CalendarDate
    ) throws(Refusal) {
        self.line = line
        guard let action = actionsByKey[key] else { throw refusal(.noAction) }
        self.line = action.line
        if action.box != old { throw refusal(.changed) }
        try tick(line: action.line, box, today: today, exactly: true)
    }

    /// The line and box of each action, by the key that a checklist knows it by.
    private lazy var actionsByKey: [ActionKey: (line: Int, box: TaskBox)] = {
        let ids = note.actionIDs(ofNote: 0)
        let actions = ids.map { (line: note[$0].position.line, box: note[$0].box) }
        return Dictionary(zip(note.keys(of: ids), actions)) { first, _ in first }
    }()

    /// Writes dates of the request for feedback into the front matter.
    ///
    /// A date that is nil stays as it is.
    ///
    /// - Throws: If the front matter cannot be edited. The refusal names the lines to add by hand.
    public mutating func record(_ dates: RequestDates) throws(Refusal) {
        let wanted = FrontMatterKey.allCases.compactMap { key in dates[key].map { (key: key, date: $0) } }
        do {
            var edit = try FrontMatterEdit(of: source, path: path)
            for (key, date) in wanted { try edit.set(key, to: date) }
            for (key, date) in wanted { meant.requestDates[key] = date }
            meant.dateFeedback()
            meant.isInterview = meant.speaksOfInterview
            replacements += edit.replacements
            movesBlocks = true
        } catch {
            line = error.line
            throw refusal(.frontMatter(error, lines: wanted.map { "\($0.key.name): \($0.date)" }))
        }
    }

    /// Returns all that was wanted as one proven edit.
    ///
    /// - Throws: If the edit cannot be proven.
    public func edit() throws(Refusal) -> NoteEdit {
        guard let edit = try? Edit(of: source, replacements) else { throw refusal(.unproven) }
        var meant = meant
        var next: [Position: Action] = [:]
        if !ticks.isEmpty {
            meant.changeActions { action in
                let position = action.position
                next[position] = ticks[position]?.apply(to: &action)
            }
        }
        let proof = EditProof(
            edit, of: outline, vocabulary: vocabulary, meant: meant, added: added, next: next,
            movesBlocks: movesBlocks)
        guard let after = proof.result(path: path) else {
            throw refusal(unsorts ? .cannotBeUnsorted : .unproven)
        }
        return NoteEdit(path: path, before: note, after: after, edit: edit)
    }

    // MARK: Bullets

    /// Returns the innermost bullet whose marker or text is on a line.
    private func bullet(atLine line: Int) throws(Refusal) -> BulletEdit {
        guard (1...source.lineCount).contains(line) else {
            throw refusal(.noSuchLine(last: source.lineCount))
        }
        // No text reaches beyond the beginning of the next block.
        let next = outline.blocks.partitionPoint { $0.start.line > line }
        let block = outline.blocks[..<next].last { $0.kind == .listItem && $0.text != nil }
        let isAtLine = block?.text.map { $0.lastLine >= line || block?.start.line == line } ?? false
        guard isAtLine, let bullet = block.flatMap(edit(of:))
        else {
            throw refusal(.noBullet)
        }
        return bullet
    }

    private func edit(of block: Outline.Block) -> BulletEdit? {
        BulletEdit(block, of: source, reading: readable, vocabulary: vocabulary)
    }

    /// Whether the note's other actions use Logseq's words `LATER` and `NOW`.
    private lazy var usesLater: Bool = {
        for block in outline.blocks where block.kind == .listItem {
            if let isLater = edit(of: block)?.isOfLater {
                return isLater
            }
        }
        return false
    }()

    /// How the note writes stages elsewhere, for a bullet that has none yet.
    private var usualSpelling: StageSpelling {
        for block in outline.blocks where block.kind == .listItem {
            if let bullet = edit(of: block),
                let spelling = StageSpelling(of: bullet)
            {
                return spelling
            }
        }
        return .usual
    }

    private func refusal(_ reason: Refusal.Reason) -> Refusal {
        Refusal(path: path, line: line, reason: reason)
    }
}

extension Note {
    /// Changes all actions, whatever they belong to.
    package mutating func changeActions(_ change: (inout Action) -> Void) {
        for index in actions.indices { change(&actions[index]) }
        for index in feedback.indices {
            for action in feedback[index].actions.indices { change(&feedback[index].actions[action]) }
        }
    }
}

extension NoteEditor.Tick {
    /// Does to an action what the tick does to its bullet.
    ///
    /// - Returns: The action that comes next; nil if it has no bullet of its own.
    fileprivate func apply(to action: inout Action) -> Action? {
        let next = repetition?.next(of: action)
        if let next, repetition?.hasOwnBullet == false {
            action = next
            return nil
        }
        if isExact || action.state != box.state || box.isOwn { action.box = box }
        guard action.state != box.state else { return nil }
        action.state = box.state
        action.done = box.state == .done ? day : nil
        action.dropped = box.state == .dropped ? day : nil
        return next
    }
}
