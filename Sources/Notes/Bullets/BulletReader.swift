package import Markup

/// The text of a bullet as it was understood: what its tokens say, and the text as it is shown.
///
/// It is used up as soon as it is read, and never copied.
package struct BulletText: ~Copyable {
    package var box: TaskBox?
    package var tag: Vocabulary.Tag?
    package var topics: [Topic] = []
    package var due: CalendarDate?
    package var scheduled: CalendarDate?
    package var done: CalendarDate?
    package var dropped: CalendarDate?
    package var since: CalendarDate?
    /// The rule by which the action repeats, as it is written.
    package var repeats: String?
    package var sources: [String] = []
    package var id: String?
    package let shown: StoredText

    package init(shown: StoredText) { self.shown = shown }
}

/// Reads the texts of bullets, one after another.
///
/// The memory is reused.
package struct BulletReader: ~Copyable {
    package private(set) var paragraph = Paragraph()
    private var scanner: BulletScanner
    private var shown = ShownText()
    private var texts = TextWriter()
    /// Lists with a single topic, by the topic's spelling.
    ///
    /// Notes have few topics, and most bullets have one of them. Each list is made once and then shared.
    private var singleTopicLists = KnownValues<[Topic]>()

    package init(vocabulary: Vocabulary) {
        scanner = BulletScanner(vocabulary: vocabulary)
    }

    // The properties below are lent and not copied, because they are asked for again and again.

    package var vocabulary: Vocabulary {
        _read { yield scanner.vocabulary }
    }

    /// The tokens of the text that was read last, in their order in the text.
    package var tokens: [Token] {
        _read { yield scanner.tokens }
    }

    /// The text that was read last, with blanks in place of its comments.
    package var textWithoutComments: [UInt8] {
        var bytes = paragraph.bytes
        for token in scanner.tokens {
            guard case .comment = token.kind else { continue }
            for at in token.range where bytes[at] != Byte.lf { bytes[at] = Byte.space }
        }
        return bytes
    }

    package mutating func read(_ text: Outline.Text, of source: Source) -> BulletText {
        paragraph.read(text, of: source)
        return readParagraph()
    }

    /// Reads a text of one line that does not belong to a list item.
    package mutating func read(line: Span<UInt8>) -> BulletText {
        paragraph.read(line: line)
        return readParagraph()
    }

    private mutating func readParagraph() -> BulletText {
        let bytes = paragraph.bytes
        scanner.scan(bytes.span, end: paragraph.insertionEnd)
        shown.read(bytes.span, without: scanner.tokens)
        let shownBytes = shown.bytes
        var bullet = BulletText(shown: texts.write(shownBytes.span))
        // Most bullets have one topic and name nobody. For them, no sets are made.
        var topics: SeenSet<Topic>?
        var sources: SeenSet<String>?
        for token in scanner.tokens {
            switch token.kind {
            case .box(let state): bullet.box = box(state, in: token.value)
            case .tag(let tag): if bullet.tag == nil { bullet.tag = tag }
            case .topic:
                let list = listOfTopic(named: token.value)
                if bullet.topics.isEmpty {
                    bullet.topics = list
                } else {
                    var seen = topics.take() ?? SeenSet(bullet.topics)
                    for topic in list where seen.insert(topic) { bullet.topics.append(topic) }
                    topics = seen
                }
            case .date(.due, let date): bullet.due = bullet.due ?? date
            case .date(.scheduled, let date): bullet.scheduled = bullet.scheduled ?? date
            case .date(.done, let date): bullet.done = bullet.done ?? date
            case .date(.dropped, let date): bullet.dropped = bullet.dropped ?? date
            case .date(.since, let date): bullet.since = bullet.since ?? date
            case .from:
                let name = string(token.value)
                var seen = sources.take() ?? SeenSet()
                if seen.insert(name.caseFolded) { bullet.sources.append(name) }
                sources = seen
            case .blockID: bullet.id = string(token.value)
            case .repeats: bullet.repeats = bullet.repeats ?? string(token.value).folded
            case .unknownTag, .badDate, .via, .comment, .ignored: break
            }
        }
        return bullet
    }

    private mutating func listOfTopic(named name: Range<Int>) -> [Topic] {
        if let list = singleTopicLists.value(of: name, in: paragraph.bytes) { return list }
        let list = [scanner.vocabulary.aliases.topic(named: string(name))]
        singleTopicLists.add(list, of: name, in: paragraph.bytes)
        return list
    }

    /// Returns a box with the character that is written, or else the usual box of a state.
    private func box(_ state: Action.State, in value: Range<Int>) -> TaskBox {
        guard state == .open, value.lowerBound > 0, paragraph.bytes[value.lowerBound] != Byte.space,
            paragraph.bytes[value.lowerBound - 1] == .ascii("["), let character = string(value).first
        else { return TaskBox(state) }
        return TaskBox(character) ?? TaskBox(state)
    }

    private func string(_ range: Range<Int>) -> String {
        paragraph.bytes.span.extracting(range).text
    }
}
