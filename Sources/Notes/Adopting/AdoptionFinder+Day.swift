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
                replacements: [Edit.Replacement(range, with: "due:\(day)".utf8)], rewording: rest)
            let proposal = Adoption.Proposal(
                "Write the day as the one it is due: “due:\(day)”.", isCertain: true, [attempt])
            return Draft(lines: position.line...text.lastLine, proposals: [proposal])
        }
        return nil
    }
}
