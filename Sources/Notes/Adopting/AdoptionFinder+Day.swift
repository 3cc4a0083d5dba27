package import Markup

// These functions are about actions that say in words when they are due.
extension AdoptionFinder {
    package func dayDraft(_ day: CalendarDate, at position: Position) -> Draft? {
        guard let item = block(at: position, { $0.kind == .listItem && $0.start == position }),
            let text = note.outline.blocks[item].text
        else { return nil }
        let actions = note.note.allActions
        guard let action = actions.first(where: { $0.position == position }) else { return nil }
        for line in lines(text) where !line.isEmpty {
            guard let found = DayInWords(in: bytes.span.extracting(line)), found.day == day else { continue }
            let range = found.range.shifted(by: line.lowerBound)
            let rest = action.text.replacing(source.text(range), with: "").folded
            let attempt = Adoption.Attempt(
                replacements: [Edit.Replacement(range, with: "due:\(day)".utf8)], rewordings: [position: rest]
            )
            let proposal = Adoption.Proposal(
                "Write the day as the one it is due: “due:\(day)”.", isCertain: true, [attempt])
            return Draft(lines: position.line...text.lastLine, proposals: [proposal])
        }
        return nil
    }
}

// MARK: Days that only people understand

extension AdoptionFinder {
    /// An action that says when it is due, as people say it.
    private struct DueAction {
        let position: Position
        let lastLine: Int
        let words: DueWords
        let bullet: BulletEdit

        /// Returns what writes a day beside the action's own words, as its other annotations are written.
        func replacements(_ day: CalendarDate) -> [Edit.Replacement] {
            var bullet = bullet
            let dialect = Dialect.ofStateDates(among: bullet.tokens, in: bullet.text)
            bullet.append(dialect.annotation(.due, day), as: dialect)
            return bullet.replacements
        }
    }

    /// Returns the guesses that actions say in their own words when they are due.
    ///
    /// All such actions of one list are one guess.
    func dueGuesses() -> [Guess] {
        let pending = note.note.allActions.filter { $0.due == nil && $0.isPending }
        if pending.isEmpty { return [] }
        let actions = Dictionary(pending.map { ($0.position, $0) }) { first, _ in first }
        let days = daysOfNote
        var runs: [[DueAction]] = []
        var first: Outline.Block?
        for block in note.outline.blocks {
            if let begin = first, !Self.goesOn(block, inListOf: begin) { first = nil }
            guard block.isListItem, let action = actions[block.start],
                let due = dueAction(action, block, days)
            else { continue }
            if first == nil {
                first = block
                runs.append([])
            }
            runs[runs.count - 1].append(due)
        }
        return runs.compactMap { dueGuess($0) }
    }

    /// What the note says about its days.
    private var daysOfNote: DaysOfNote {
        let words = (note.note.title + " " + stem).sentenceWords
        return DaysOfNote(
            written: note.note.date,
            isDayFirst: DaysOfNote.isDayFirst(in: bytes),
            isPreparation: words.contains { ["prep", "preparation", "prepare", "preparing"].contains($0) })
    }

    /// Returns whether a block belongs to the list that an item above it stands in.
    private static func goesOn(_ block: Outline.Block, inListOf item: Outline.Block) -> Bool {
        block.depth > item.depth
            || block.isListItem && block.depth == item.depth && !block.beginsList
    }

    private func dueAction(_ action: Action, _ block: Outline.Block, _ days: DaysOfNote) -> DueAction? {
        // A day that is written in digits after such a word is reported.
        guard action.$text.withBytes({ DayInWords(in: $0) }) == nil,
            let words = DueWords(in: action.text, of: days), let text = block.text,
            let bullet = BulletEdit(
                block, of: source, reading: note.readable, vocabulary: note.vocabulary)
        else { return nil }
        return DueAction(
            position: action.position, lastLine: text.lastLine, words: words, bullet: bullet)
    }

    private func dueGuess(_ run: [DueAction]) -> Guess? {
        guard let first = run.first, let last = run.last else { return nil }
        let problem =
            run.count == 1
            ? "this may say when it is due, in words that are not read"
            : "these may say when they are due, in words that are not read"
        return Guess(
            kinds: [], position: first.position,
            draft: Draft(lines: first.position.line...last.lastLine, proposals: proposals(run)),
            problem: problem)
    }

    private func proposals(_ run: [DueAction]) -> [Adoption.Proposal] {
        let explicit = run.filter(\.words.isExplicit)
        let areAllExplicit = explicit.count == run.count
        var proposals = [proposal(run.map { ($0, $0.words.day) }, isCertain: areAllExplicit)]
        if run.contains(where: { $0.words.other != nil }) {
            proposals.append(proposal(run.map { ($0, $0.words.other ?? $0.words.day) }))
        }
        if !explicit.isEmpty, !areAllExplicit {
            proposals.append(proposal(explicit.map { ($0, $0.words.day) }))
        }
        return proposals
    }

    private func proposal(
        _ dues: [(action: DueAction, day: CalendarDate)], isCertain: Bool = false
    ) -> Adoption.Proposal {
        let days = dues.map { "\(CalendarDate.weekdayNames[$0.day.weekday]), \($0.day)" }
        let title =
            days.count == 1
            ? "Write the day by which it is due: \(days.joined())."
            : "Write the days by which they are due: \(days.joined(separator: "; "))."
        return Adoption.Proposal(
            title, isCertain: isCertain,
            [.init(replacements: dues.flatMap { $0.action.replacements($0.day) })],
            dues: Dictionary(dues.map { ($0.action.position, $0.day) }) { first, _ in first })
    }
}
