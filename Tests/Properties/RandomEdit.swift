import Markup
import Notebook

/// Something that a person may want of a note, chosen at random or by a fuzzer.
struct RandomEdit {
    enum Kind {
        case mark(Stage, because: String?)
        case add(NestedBullet)
        case name(String)
        case tick(TaskBox, exactly: Bool)
        case record(RequestDates)
    }

    let kind: Kind
    /// A line of the bullet that it is about.
    var line: Int

    /// Chooses an edit that the note has a bullet for, or almost.
    ///
    /// - Returns: nil for what is no note.
    init?(in bytes: [UInt8], _ input: inout Input) {
        let source = Source(bytes)
        guard let note = NotebookIndex(of: [(NotePath("note.md"), bytes)]).notes.first else { return nil }
        let choice = input.choose(below: 8)
        let positions =
            choice == 3 || choice == 4 ? note.allActions.map(\.position) : note.feedback.map(\.position)
        let number = input.choose(below: positions.count + 1)
        line =
            positions.indices.contains(number)
            ? positions[number].line : 1 + input.choose(below: source.lineCount)
        let text = Self.text(in: source, &input)
        switch choice {
        case 0: kind = .mark(input.choose(of: Stage.allCases) ?? .chew, because: nil)
        case 1: kind = .mark(input.choose(of: Stage.allCases) ?? .chew, because: text)
        case 2: kind = .add(.plan(text))
        case 3, 4:
            let boxes: [Character] = [" ", "x", "/", "-", "X", "?", "é", "👩‍🚀"]
            let box = input.choose(of: boxes).flatMap { TaskBox($0) } ?? .done
            kind = .tick(box, exactly: input.chooses())
        case 5: kind = .add(.action(text))
        case 6: kind = .name(text)
        default:
            var dates = RequestDates()
            let which = input.choose(below: 16)
            if which & 1 != 0 { dates.asked = .day }
            if which & 2 != 0 { dates.answered = .day }
            if which & 4 != 0 { dates.refused = .day }
            if which & 8 != 0 || which == 0 { dates.thanked = .day }
            kind = .record(dates)
        }
    }

    /// Something that a person may type: a few words, or what stands on a line of the note.
    private static func text(in source: Source, _ input: inout Input) -> String {
        let texts = ["brevity", "So it is é😀.", "they ask #x → open with it", "#topic", "[ ] `a", ""]
        let number = input.choose(below: 12)
        if texts.indices.contains(number) { return texts[number] }
        return source.text(source.content(ofLine: 1 + input.choose(below: source.lineCount)))
    }

    func apply(to editor: inout NoteEditor) throws(Refusal) {
        switch kind {
        case .mark(let stage, let reason):
            try editor.mark(line: line, as: stage, because: reason, today: .day)
        case .add(let nested): try editor.add(nested, line: line)
        case .name(let topic): try editor.name(topic: topic, line: line)
        case .tick(let box, let exactly): try editor.tick(line: line, box, today: .day, exactly: exactly)
        case .record(let dates): try editor.record(dates)
        }
    }

    /// Whether a second time changes nothing more.
    var isIdempotent: Bool {
        switch kind {
        case .mark(_, let reason): reason == nil
        case .add: false
        case .name, .tick, .record: true
        }
    }

    /// The lines in which it may change bytes: those of one bullet's text, or of the front matter and the
    /// properties.
    func lines(of source: Source) -> Range<Int> {
        if case .record = kind {
            let text = NoteText(source, vocabulary: .standard)
            return 1..<max(text.frontMatter?.lines.upperBound ?? 1, (text.lastPropertyLine ?? 0) + 1)
        }
        guard let bullet = Self.bullet(onLine: line, of: source) else { return 1..<1 }
        return bullet.position.line..<bullet.lastLine + 1
    }

    private static func bullet(onLine line: Int, of source: Source) -> NoteText.WrittenBullet? {
        NoteText(source, vocabulary: .standard).bullet(onLine: line)
    }

    // MARK: Meaning

    /// Whether the note says afterwards what it said before, with what was wanted and nothing else.
    func checkMeaning(of edit: NoteEdit) throws(Violation) {
        var expected = NoteMeaning(edit.before)
        var actual = NoteMeaning(edit.after)
        guard let position = Self.bullet(onLine: line, of: edit.edit.source)?.position else {
            guard case .record(let dates) = kind else {
                throw Violation(description: "an edit where no bullet is")
            }
            record(dates, in: &expected)
            return try requireSame(actual, expected)
        }
        let number = edit.before.feedback.firstIndex { $0.position == position }
        switch kind {
        case .mark(let stage, let reason):
            guard let number else { throw Violation(description: "marked what is no feedback") }
            if expected.feedback[number].stage != stage {
                expected.feedback[number].stage = stage
                expected.feedback[number].since = .day
                // A word with a slip in it is text before, and a tag afterwards.
                let hasSlip = edit.before.feedback[number].text != edit.after.feedback[number].text
                if hasSlip { try checkSlip(edit, number) }
                expected.feedback[number].text = actual.feedback[number].text
                expected.changeActions(at: position, of: edit.before) {
                    $0.text = actual.feedback[number].text
                }
            }
            if let reason {
                try takeOut(
                    reason, from: &actual.feedback[number].reasons, leaving: expected.feedback[number].reasons
                )
            }
        case .add(let nested):
            guard let number else { throw Violation(description: "added to what is no feedback") }
            switch nested {
            case .reason(let text):
                try takeOut(
                    text, from: &actual.feedback[number].reasons, leaving: expected.feedback[number].reasons)
            case .plan(let text):
                try takeOut(
                    text, from: &actual.feedback[number].plans, leaving: expected.feedback[number].plans)
            case .action:
                try require(
                    actual.feedback[number].actions.count == expected.feedback[number].actions.count + 1,
                    "no action was added")
                actual.feedback[number].actions = expected.feedback[number].actions
            }
        case .name(let name):
            let topic = Topic(String(name.drop { $0 == "#" }))
            guard let number else {
                try checkHunch(at: position, has: topic, of: edit, &expected, &actual)
                break
            }
            try require(edit.after.feedback[number].topics.contains(topic), "the topic is not named")
            if !edit.before.feedback[number].topics.contains(topic) {
                actual.feedback[number].topics.removeAll { Topic($0) == topic }
                actual.changeActions(at: edit.after.feedback[number].position, of: edit.after) { action in
                    action.topics.removeAll { Topic($0) == topic }
                }
            }
        case .tick(let box, let exactly):
            if completesRepeating(edit.before) { return try Self.checkRepeated(expected, actual) }
            tick(box, exactly, at: position, of: edit.before, in: &expected)
        case .record(let dates): record(dates, in: &expected)
        }
        try requireSame(actual, expected)
    }

    /// Whether a hunch has a topic afterwards, and otherwise says what it said.
    private func checkHunch(
        at position: Position, has topic: Topic, of edit: NoteEdit, _ expected: inout NoteMeaning,
        _ actual: inout NoteMeaning
    ) throws(Violation) {
        guard let number = edit.before.hunches.firstIndex(where: { $0.position == position }) else {
            throw Violation(description: "named what is neither feedback nor a hunch")
        }
        let (before, after) = (edit.before.hunches[number], edit.after.hunches[number])
        try require(after.topics.contains(topic), "the topic is not named")
        if before.topics.contains(topic) { return }
        try require(
            after.text == before.text && after.topics.filter { $0 != topic } == before.topics,
            "the hunch is another one")
        // The hunches come first among all that stands in bullets.
        expected.others[number] = actual.others[number]
        actual.changeActions(at: after.position, of: edit.after) { action in
            action.topics.removeAll { Topic($0) == topic }
        }
    }

    /// Whether it ticks an action that repeats.
    func completesRepeating(_ note: Note) -> Bool {
        guard case .tick(let box, _) = kind, box.state == .done else { return false }
        return note.allActions.contains { $0.position.line == line && $0.repeats != nil && $0.state != .done }
    }

    /// Of an action that repeats there is one more, or it has other dates.
    ///
    /// All else is the same.
    static func checkRepeated(_ expected: NoteMeaning, _ actual: NoteMeaning) throws(Violation) {
        let (before, after) = (expected.withoutActions, actual.withoutActions)
        try require(before == after, "completing what repeats leads to\n\(after)\nand not to\n\(before)")
        let grown = actual.countOfActions - expected.countOfActions
        try require((0...1).contains(grown), "\(grown) actions more")
    }

    private func requireSame(_ actual: NoteMeaning, _ expected: NoteMeaning) throws(Violation) {
        try require(actual == expected, "\(self) leads to\n\(actual)\nand not to\n\(expected)")
    }

    private func checkSlip(_ edit: NoteEdit, _ number: Int) throws(Violation) {
        let hasSlip = Self.bullet(onLine: line, of: edit.edit.source)?.tokens.contains {
            if case .unknownTag = $0.kind { true } else { false }
        }
        try require(
            hasSlip == true && edit.before.feedback[number].text.hasSuffix(edit.after.feedback[number].text),
            "“\(edit.before.feedback[number].text)” becomes “\(edit.after.feedback[number].text)”")
    }

    /// Takes out the one bullet that was added, which says what was wanted: in other words at most, for its
    /// topics and dates are not part of its text.
    private func takeOut(
        _ text: String, from bullets: inout [String], leaving others: [String]
    ) throws(Violation) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let added = bullets.indices.filter { number in
            Array(bullets[..<number] + bullets[(number + 1)...]) == others
        }
        let number = added.first { number in
            words.utf8.starts(with: bullets[number].utf8)
                || words.split(separator: " ").contains { bullets[number].contains($0) }
                || Self.isLeft(bullets[number], of: words)
        }
        guard let number else {
            throw Violation(description: "“\(text)” was not added to \(others), which are \(bullets)")
        }
        bullets.remove(at: number)
    }

    /// Whether all characters of a text stand in another one, in this order: some of it is left.
    private static func isLeft(_ text: String, of words: String) -> Bool {
        var rest = words.unicodeScalars[...]
        return text.unicodeScalars.allSatisfy { scalar in
            guard let index = rest.firstIndex(of: scalar) else { return false }
            rest = rest[index...].dropFirst()
            return true
        }
    }

    private func tick(
        _ box: TaskBox, _ exactly: Bool, at position: Position, of note: Note, in meaning: inout NoteMeaning
    ) {
        meaning.changeActions(at: position, of: note) { action in
            if exactly || action.state != box.state || box.isOwn { action.box = box.character }
            guard action.state != box.state else { return }
            action.state = box.state
            action.done = box.state == .done ? .day : nil
            action.dropped = box.state == .dropped ? .day : nil
        }
    }

    private func record(_ dates: RequestDates, in meaning: inout NoteMeaning) {
        let wanted = [dates.asked, dates.answered, dates.refused, dates.thanked]
        for (number, date) in wanted.enumerated() { if let date { meaning.requests[number] = date } }
    }
}
