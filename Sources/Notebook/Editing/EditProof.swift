internal import Markup

/// The proof that an edit of a note does what it is meant to, and nothing else.
///
/// Reading the new bytes must give the note that was meant, block for block and bullet for bullet, and
/// undoing the edit must give the old bytes. Only what is proven is written.
struct EditProof {
    private let edit: Edit
    private let outline: Outline
    private let vocabulary: Vocabulary
    private let meant: Note
    private let added: [AddedBullet]
    private let next: [Position: Action]
    /// Where the bullets of these are put in.
    private let offsetsOfNext: Set<Int>
    private let movesBlocks: Bool

    /// - Parameters:
    ///   - outline: the blocks of the old bytes.
    ///   - vocabulary: that the note is read with.
    ///   - meant: the note that should come of it, with the places of the old bytes and without what is added.
    ///   - next: the actions that have a bullet right in front of another one's, by the place of that one.
    ///   - movesBlocks: whether what is put in at the start of a block stands in front of it, as front matter
    ///     does; else it belongs to the block.
    init(
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

    /// The note as it is read from the new bytes; nil where the proof fails.
    func result(path: NotePath) -> Note? {
        let new = edit.applied()
        guard changesOnlyItsRanges(new), edit.inverse().applied().bytes == edit.source.bytes else {
            return nil
        }
        var reader = NoteReader(vocabulary: vocabulary)
        guard let note = reader.read(new, path: path).note else { return nil }
        var meant = meantNote(in: new)
        // What is put in has places of its own.
        meant.requestPlaces = note.requestPlaces
        return note == meant && isMeant(reader.outline.blocks, in: new) ? note : nil
    }

    /// Whether the new bytes are the old ones between the replacements, and those in their places.
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

    // MARK: What was meant, with the places of the new bytes

    private func meantNote(in new: Source) -> Note {
        var note = meant
        note.changePlaces { $0 = place(of: $0, in: new) }
        for bullet in added {
            let feedback = place(of: bullet.feedback, in: new)
            guard let index = note.feedback.firstIndex(where: { $0.place == feedback }) else { continue }
            note.feedback[index].add(bullet.content, at: place(of: bullet, in: new))
        }
        if !next.isEmpty {
            let places = next.map { old, action in
                (place(of: old, in: new), placed(action, before: old, in: new))
            }
            note.putIn(Dictionary(places) { first, _ in first })
        }
        note.compareHunches()
        return note
    }

    /// Whether the new blocks are the old ones, and a list item within its feedback for each one added.
    private func isMeant(_ blocks: [Outline.Block], in new: Source) -> Bool {
        var blocks = blocks
        if !next.isEmpty, !takeOutNext(from: &blocks, in: new) { return false }
        for bullet in added {
            let place = place(of: bullet, in: new)
            guard let index = blocks.firstIndex(where: { $0.kind == .listItem && $0.start == place }),
                let feedback = outline.blocks.first(where: { $0.start == bullet.feedback && $0.text != nil }),
                blocks[index].depth == feedback.depth + 1
            else { return false }
            let new = blocks.remove(at: index)
            // The item that the list began with follows the new one.
            if new.beginsList, index < blocks.count, blocks[index].kind == .listItem,
                blocks[index].depth == new.depth
            {
                blocks[index].beginsList = true
            }
        }
        return blocks
            == outline.blocks.map { block in
                var block = block
                block.start = place(of: block.start, in: new)
                if let text = block.text {
                    let last = edit.source.content(ofLine: text.lastLine)
                    let lastByte = max(last.upperBound - 1, last.lowerBound)
                    block.text?.start = place(of: text.start, in: new)
                    let line = new.position(of: edit.offset(after: lastByte)).line
                    let grown = block.kind == .paragraph ? linesPutIn(at: last.upperBound) : 0
                    block.text?.lastLine = line + grown
                }
                return block
            }
    }

    /// Takes out the items of the actions that come next, each at the depth of the item that it stands in front of.
    ///
    /// - Returns: whether all of them were there.
    private func takeOutNext(from blocks: inout [Outline.Block], in new: Source) -> Bool {
        let places = Set(next.keys.map { placeBefore($0, in: new) })
        var rest: [Outline.Block] = []
        var last: Outline.Block?
        for var block in blocks {
            if let item = last {
                guard block.kind == .listItem, block.depth == item.depth else { return false }
                block.beginsList = block.beginsList || item.beginsList
                last = nil
            } else if block.kind == .listItem, places.contains(block.start) {
                last = block
                continue
            }
            rest.append(block)
        }
        defer { blocks = rest }
        return last == nil && rest.count + places.count == blocks.count
    }

    private func placed(_ action: Action, before old: Position, in new: Source) -> Action {
        var action = action
        action.place = placeBefore(old, in: new)
        return action
    }

    /// Returns how many lines are put in at the end of a line: properties, below the last one.
    private func linesPutIn(at offset: Int) -> Int {
        let first = edit.replacements.partitionPoint { $0.range.lowerBound >= offset }
        let isThere = first < edit.replacements.count && edit.replacements[first].range == offset..<offset
        let bytes = isThere ? edit.replacements[first].bytes : []
        return Source(bytes + [.ascii("x")]).lineCount - 1
    }

    /// Where a place is found again: behind the byte that was before it, since what is put in at a place
    /// belongs to it.
    private func place(of old: Position, in new: Source) -> Position {
        let offset = edit.source.offset(of: old)
        if movesBlocks || offsetsOfNext.contains(offset) {
            return new.position(of: edit.offset(after: offset))
        }
        return new.position(of: endOfByte(before: offset))
    }

    /// Where what is put in at a place begins.
    private func placeBefore(_ old: Position, in new: Source) -> Position {
        new.position(of: endOfByte(before: edit.source.offset(of: old)))
    }

    private func endOfByte(before offset: Int) -> Int { offset == 0 ? 0 : edit.offset(after: offset - 1) + 1 }

    private func place(of bullet: AddedBullet, in new: Source) -> Position {
        new.position(of: edit.offset(after: bullet.offset) - bullet.length)
    }
}

extension Note {
    fileprivate mutating func changePlaces(_ change: (inout Position) -> Void) {
        for index in feedback.indices {
            change(&feedback[index].place)
            for reason in feedback[index].reasons.indices { change(&feedback[index].reasons[reason].place) }
            for plan in feedback[index].plans.indices { change(&feedback[index].plans[plan].place) }
        }
        changeActions { change(&$0.place) }
        for index in hunches.indices { change(&hunches[index].place) }
        for index in evidence.indices { change(&evidence[index].place) }
        for index in questionsAsked.indices { change(&questionsAsked[index].place) }
        for index in questionsToAsk.indices { change(&questionsToAsk[index].place) }
        for index in stories.indices {
            change(&stories[index].place)
            for part in stories[index].parts.indices { change(&stories[index].parts[part].place) }
        }
        for index in tellings.indices { change(&tellings[index].place) }
    }
}

extension Note {
    /// Puts actions in, each in front of the one at a place.
    fileprivate mutating func putIn(_ next: [Position: Action]) {
        func with(_ list: StoredList<Action>) -> StoredList<Action> {
            guard list.contains(where: { next[$0.place] != nil }) else { return list }
            return StoredList(list.flatMap { action in next[action.place].map { [$0, action] } ?? [action] })
        }
        actions = with(actions)
        for number in feedback.indices where !feedback[number].actions.isEmpty {
            feedback[number].actions = with(feedback[number].actions)
        }
    }
}

extension Feedback {
    fileprivate mutating func add(_ content: AddedBullet.Content, at place: Position) {
        switch content {
        case .reason(var reason):
            reason.place = place
            reasons = StoredList(([reason] + reasons).sorted { $0.place < $1.place })
        case .plan(var plan):
            plan.place = place
            plans = StoredList(([plan] + plans).sorted { $0.place < $1.place })
        case .action(var action):
            action.place = place
            actions = StoredList(([action] + actions).sorted { $0.place < $1.place })
        }
    }
}
