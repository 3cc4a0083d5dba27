package import Markup

/// The proof that an edit of a note does what is meant, and nothing else.
///
/// The new bytes must read as the note that is meant, block for block and bullet for bullet, and undoing the
/// edit must give the old bytes. Only what is proven is written.
package struct EditProof {
    private let edit: Edit
    private let outline: Outline
    private let vocabulary: Vocabulary
    private let meant: Note
    private let added: [AddedBullet]
    private let next: [Position: Action]
    /// The offsets at which the bullets of `next` are inserted.
    private let offsetsOfNext: Set<Int>
    private let movesBlocks: Bool

    /// Prepares the proof of an edit.
    ///
    /// - Parameters:
    ///   - edit: The edit to prove.
    ///   - outline: The blocks of the old bytes.
    ///   - vocabulary: The words that the note is read with.
    ///   - meant: The note that should come of it, with the positions of the old bytes and without what is
    ///     added.
    ///   - added: The bullets that are added.
    ///   - next: The actions whose bullets are inserted right before another action's, by the position of
    ///     that other one.
    ///   - movesBlocks: Whether an insertion at the start of a block stands before the block, as front matter
    ///     does. Otherwise it belongs to the block.
    package init(
        _ edit: Edit, of outline: Outline, vocabulary: Vocabulary, meant: Note, added: [AddedBullet],
        next: [Position: Action] = [:], movesBlocks: Bool = false
    ) {
        self.edit = edit
        self.outline = outline
        self.vocabulary = vocabulary
        self.meant = meant
        self.added = added
        self.next = next
        offsetsOfNext = Set(next.keys.map { edit.source.offset(of: $0) })
        self.movesBlocks = movesBlocks
    }

    /// Returns the note as it is read from the new bytes; nil if the proof fails.
    package func result(path: NotePath) -> Note? {
        let new = edit.applied()
        guard changesOnlyItsRanges(new), edit.inverse().applied().bytes == edit.source.bytes else {
            return nil
        }
        var reader = NoteReader(vocabulary: vocabulary)
        guard let note = reader.read(new, path: path).note else { return nil }
        var meant = meantNote(in: new)
        // An inserted bullet has a position of its own.
        meant.requestPositions = note.requestPositions
        return note == meant && isMeant(reader.outline.blocks, in: new) ? note : nil
    }

    /// Whether the new bytes are the old ones between the replacements, with the replacements in between.
    private func changesOnlyItsRanges(_ new: Source) -> Bool {
        var rest = new.bytes[...]
        var at = 0
        func takes(_ bytes: some Collection<UInt8>) -> Bool {
            guard rest.starts(with: bytes) else { return false }
            rest = rest.dropFirst(bytes.count)
            return true
        }
        for replacement in edit.replacements {
            guard takes(edit.source.bytes[at..<replacement.range.lowerBound]), takes(replacement.bytes) else {
                return false
            }
            at = replacement.range.upperBound
        }
        return takes(edit.source.bytes[at...]) && rest.isEmpty
    }

    // MARK: What was meant, with the positions in the new bytes

    private func meantNote(in new: Source) -> Note {
        var note = meant
        note.changePositions { $0 = position(of: $0, in: new) }
        for bullet in added {
            let feedback = position(of: bullet.feedback, in: new)
            guard let index = note.feedback.firstIndex(where: { $0.position == feedback }) else { continue }
            note.feedback[index].add(bullet.content, at: position(of: bullet, in: new))
        }
        if !next.isEmpty {
            let pairs = next.map { old, action in
                (position(of: old, in: new), placed(action, before: old, in: new))
            }
            note.putIn(Dictionary(pairs) { first, _ in first })
        }
        note.compareHunches()
        return note
    }

    /// Whether the new blocks are the old ones plus a list item within its feedback for each added bullet.
    private func isMeant(_ blocks: [Outline.Block], in new: Source) -> Bool {
        var blocks = blocks
        if !next.isEmpty, !takeOutNext(from: &blocks, in: new) { return false }
        for bullet in added {
            let position = position(of: bullet, in: new)
            guard let index = blocks.firstIndex(where: { $0.kind == .listItem && $0.start == position }),
                let feedback = outline.blocks.first(where: { $0.start == bullet.feedback && $0.text != nil }),
                blocks[index].depth == feedback.depth + 1
            else { return false }
            let new = blocks.remove(at: index)
            // The item that began the list comes after the new one.
            if new.beginsList, index < blocks.count, blocks[index].kind == .listItem,
                blocks[index].depth == new.depth
            {
                blocks[index].beginsList = true
            }
        }
        return blocks
            == outline.blocks.map { block in
                var block = block
                block.start = position(of: block.start, in: new)
                if let text = block.text {
                    let last = edit.source.content(ofLine: text.lastLine)
                    let lastByte = max(last.upperBound - 1, last.lowerBound)
                    block.text?.start = position(of: text.start, in: new)
                    let line = new.position(of: edit.offset(after: lastByte)).line
                    let grown = block.kind == .paragraph ? linesPutIn(at: last.upperBound) : 0
                    block.text?.lastLine = line + grown
                }
                return block
            }
    }

    /// Removes the items of the actions in `next`.
    ///
    /// Each must have the depth of the item that it stands before.
    ///
    /// - Returns: Whether all of them were there.
    private func takeOutNext(from blocks: inout [Outline.Block], in new: Source) -> Bool {
        let positions = Set(next.keys.map { positionBefore($0, in: new) })
        var rest: [Outline.Block] = []
        var last: Outline.Block?
        for var block in blocks {
            if let item = last {
                guard block.kind == .listItem, block.depth == item.depth else { return false }
                block.beginsList = block.beginsList || item.beginsList
                last = nil
            } else if block.kind == .listItem, positions.contains(block.start) {
                last = block
                continue
            }
            rest.append(block)
        }
        defer { blocks = rest }
        return last == nil && rest.count + positions.count == blocks.count
    }

    private func placed(_ action: Action, before old: Position, in new: Source) -> Action {
        var action = action
        action.position = positionBefore(old, in: new)
        return action
    }

    /// Returns how many lines are inserted at the end of a line, which is where properties go.
    private func linesPutIn(at offset: Int) -> Int {
        let first = edit.replacements.partitionPoint { $0.range.lowerBound >= offset }
        let isThere = first < edit.replacements.count && edit.replacements[first].range == offset..<offset
        let bytes = isThere ? edit.replacements[first].bytes : []
        return Source(bytes + [.ascii("x")]).lineCount - 1
    }

    /// Returns where a position is found again.
    ///
    /// That is after the byte that was before it, because an insertion at a position belongs to what stands
    /// there.
    private func position(of old: Position, in new: Source) -> Position {
        let offset = edit.source.offset(of: old)
        if movesBlocks || offsetsOfNext.contains(offset) {
            return new.position(of: edit.offset(after: offset))
        }
        return new.position(of: endOfByte(before: offset))
    }

    /// Returns where an insertion at a position begins.
    private func positionBefore(_ old: Position, in new: Source) -> Position {
        new.position(of: endOfByte(before: edit.source.offset(of: old)))
    }

    private func endOfByte(before offset: Int) -> Int { offset == 0 ? 0 : edit.offset(after: offset - 1) + 1 }

    private func position(of bullet: AddedBullet, in new: Source) -> Position {
        new.position(of: edit.offset(after: bullet.offset) - bullet.length)
    }
}

extension Note {
    fileprivate mutating func changePositions(_ change: (inout Position) -> Void) {
        for index in feedback.indices {
            change(&feedback[index].position)
            for reason in feedback[index].reasons.indices {
                change(&feedback[index].reasons[reason].position)
            }
            for plan in feedback[index].plans.indices { change(&feedback[index].plans[plan].position) }
        }
        changeActions { change(&$0.position) }
        for index in hunches.indices { change(&hunches[index].position) }
        for index in evidence.indices { change(&evidence[index].position) }
        for index in questionsAsked.indices { change(&questionsAsked[index].position) }
        for index in questionsToAsk.indices { change(&questionsToAsk[index].position) }
        for index in stories.indices {
            change(&stories[index].position)
            for part in stories[index].parts.indices { change(&stories[index].parts[part].position) }
        }
        for index in tellings.indices { change(&tellings[index].position) }
    }
}

extension Note {
    /// Inserts actions, each before the one at its key's position.
    fileprivate mutating func putIn(_ next: [Position: Action]) {
        func with(_ list: StoredList<Action>) -> StoredList<Action> {
            guard list.contains(where: { next[$0.position] != nil }) else { return list }
            return StoredList(
                list.flatMap { action in next[action.position].map { [$0, action] } ?? [action] })
        }
        actions = with(actions)
        for number in feedback.indices where !feedback[number].actions.isEmpty {
            feedback[number].actions = with(feedback[number].actions)
        }
    }
}

extension Feedback {
    fileprivate mutating func add(_ content: AddedBullet.Content, at position: Position) {
        switch content {
        case .reason(var reason):
            reason.position = position
            reasons = StoredList(([reason] + reasons).sorted { $0.position < $1.position })
        case .plan(var plan):
            plan.position = position
            plans = StoredList(([plan] + plans).sorted { $0.position < $1.position })
        case .action(var action):
            action.position = position
            actions = StoredList(([action] + actions).sorted { $0.position < $1.position })
        }
    }
}
