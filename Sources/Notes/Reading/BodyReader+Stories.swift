package import Markup

// These functions read stories, their parts, and where they were told.
extension BodyReader {
    package mutating func addStory(_ bullet: borrowing BulletText, at position: Position) {
        let story = Story(
            position: position, text: Self.title(bullet.shown), topics: bullet.topics, id: bullet.id)
        opened = .story(gathered.add(story))
    }

    /// Returns a story's words without emphasis around all of them, and without a colon at the end.
    private static func title(_ text: StoredText) -> StoredText {
        text.withBytes { bytes in
            let all = LineText.trimmed(bytes, 0..<bytes.count)
            let range =
                LineText.bold(bytes) ?? all
                .lowerBound..<(LineText.colon(bytes, atEndOf: all) ?? all.upperBound)
            return range.count < bytes.count && !range.isEmpty ? StoredText(bytes.extracting(range)) : text
        }
    }

    /// Adds a bullet without a tag below a heading of stories as a story.
    ///
    /// A part of a story is reported instead.
    package mutating func addUntaggedStory(_ bullet: borrowing BulletText, _ block: Outline.Block) {
        if bullet.shown.withBytes({ StoryPartLabel($0) != nil }) {
            notRead.add(.storyPart, bulletIn: .stories, block)
        } else {
            addStory(bullet, at: block.start)
        }
    }

    /// Adds a text to a story, if the text is a part of a story.
    package mutating func addPart(_ text: StoredText, at position: Position, to story: Int) {
        let part = text.withBytes { bytes -> Story.Part? in
            guard let label = StoryPartLabel(bytes) else { return nil }
            let text = bytes.extracting(LineText.trimmed(bytes, label.end..<bytes.count))
            return text.isEmpty || LineText.saysNothing(text)
                ? nil : Story.Part(position: position, kind: label.kind, text: StoredText(text))
        }
        if let part { gathered.add(part, to: story) }
    }

    /// Returns whether the first bullet that is nested in an item is a part of a story.
    package func isStoryWithParts(_ index: Int) -> Bool {
        guard let next = block(after: index), next.kind == .listItem, next.depth == blocks[index].depth + 1,
            let text = next.text
        else { return false }
        var paragraph = Paragraph()
        paragraph.read(text.firstLine, of: source)
        return StoryPartLabel(paragraph.bytes.span) != nil
    }

    // MARK: Where they were told

    /// Adds a telling for each story that a bullet names, or a single one in words if it names none.
    package mutating func addTellings(_ bullet: borrowing BulletText, at position: Position) {
        var names = bullet.shown.withBytes(StoryName.all)
        if let id = bullet.id, !names.contains(id) { names.append(id) }
        let question = surroundingQuestion
        for name in names.isEmpty ? [nil] : names.map(Optional.some) {
            let number = gathered.add(
                Telling(
                    position: position, question: question, id: name, text: bullet.shown,
                    topics: bullet.topics))
            // What stands below several stories at once does not belong to any of them.
            opened = names.count > 1 ? nil : .telling(number)
        }
    }

    /// The index of the question that a bullet stands below.
    private var surroundingQuestion: Int? {
        switch containers.last?.surroundings {
        case .question(let number): number
        case .telling, .story: nil
        case nil: sections.current == .answer ? headingQuestion : nil
        }
    }

    /// The question or telling that the evidence being read stands below.
    package var contextOfEvidence: Evidence.Context? {
        if case .telling(let number) = containers.last?.surroundings {
            return .telling(Int32(truncatingIfNeeded: number))
        }
        return surroundingQuestion.map { .question(Int32(truncatingIfNeeded: $0)) }
    }

    /// Returns what showed, if a text is only the word for it, such as `slipped`; nil otherwise.
    func bareEvidence(_ text: StoredText) -> Evidence.Kind? {
        text.withBytes { bytes in
            guard bytes.count <= Self.longestBareWord else { return nil }
            let word = bytes.text.lowercased().filter { $0.isLetter || $0 == "-" }
            for (tag, meant) in bullets.vocabulary.tags where word.utf8.elementsEqual(tag) {
                if case .evidence(let kind) = meant { return kind }
            }
            return nil
        }
    }

    private static let longestBareWord = 40

    /// Reports the evidence without a lesson below questions that no story answered.
    package mutating func tellOfLooseBelowQuestions() {
        let answered = Set(note.tellings.compactMap(\.question))
        diagnostics += looseBelowQuestions.filter { !answered.contains($0.question) }.map(\.1)
        looseBelowQuestions.removeAll()
    }
}

/// The label that a part of a story begins with: `S:`, `**Task:**` or `Result:`.
package struct StoryPartLabel {
    package let kind: Story.Part.Kind
    /// The offset at which the label ends.
    package let end: Int

    package init?(_ text: Span<UInt8>) {
        guard let word = TagWord(text, 0), word.dress == .colon else { return nil }
        let letters = text.extracting(word.letters)
        guard let name = Self.names.first(where: { letters.isWord($0.word) }) else { return nil }
        kind = name.kind
        end = word.end
    }

    private static let names: [(word: StaticString, kind: Story.Part.Kind)] = [
        ("s", .situation), ("situation", .situation), ("t", .task), ("task", .task), ("a", .action),
        ("action", .action), ("actions", .action), ("r", .result), ("result", .result), ("results", .result),
    ]
}

/// The name of a story in a telling: `^outage`, or the end of a link to the story's bullet,
/// `[[Stories#^outage]]`.
package enum StoryName {
    /// Returns all names in a text, each once.
    package static func all(in text: Span<UInt8>) -> [String] {
        var names: [String] = []
        var at = 0
        while let mark = text.firstIndex(of: .ascii("^"), in: at..<text.count) {
            var end = mark + 1
            while end < text.count, TopicName.isIDByte(text[end]) { end += 1 }
            at = end
            let isFirst =
                mark == 0 || text.hasWhiteSpace(before: mark) || text[mark - 1] == .ascii("#")
                || text[mark - 1] == .ascii("(")
            guard isFirst, end > mark + 1 else { continue }
            let name = text.extracting(mark + 1..<end).text
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
