internal import Markup

/// A bullet's text, understood: what its tokens say, and the text as it is shown.
struct BulletText {
    var box: TaskBox?
    var tag: Vocabulary.Tag?
    var topics: [Topic] = []
    var due: CalendarDate?
    var scheduled: CalendarDate?
    var done: CalendarDate?
    var dropped: CalendarDate?
    var since: CalendarDate?
    var sources: [String] = []
    var id: String?
    var shown = ""
}

/// Reads bullets' texts, one after another, in the same memory.
struct BulletReader {
    private(set) var paragraph = Paragraph()
    private var scanner: BulletScanner
    private var shown = ShownText()

    init(vocabulary: Vocabulary) {
        scanner = BulletScanner(vocabulary: vocabulary)
    }

    /// The tokens of the text that was read last, in the order in which they stand there.
    var tokens: [Token] { scanner.tokens }

    mutating func read(_ text: Outline.Text, of source: Source) -> BulletText {
        paragraph.read(text, of: source)
        let bytes = paragraph.bytes
        scanner.scan(bytes.span)
        var bullet = BulletText()
        var seen: Set<Topic> = []
        for token in scanner.tokens {
            switch token.kind {
            case .box(let state): bullet.box = box(state, in: token.value)
            case .tag(let tag): if bullet.tag == nil { bullet.tag = tag }
            case .topic:
                let topic = Topic(string(token.value))
                // Most bullets have one topic or two; a set is for those that have thousands.
                if bullet.topics.count < 8 {
                    if !bullet.topics.contains(topic) { bullet.topics.append(topic) }
                } else {
                    if seen.isEmpty { seen = Set(bullet.topics) }
                    if seen.insert(topic).inserted { bullet.topics.append(topic) }
                }
            case .date(.due, let date): bullet.due = bullet.due ?? date
            case .date(.scheduled, let date): bullet.scheduled = bullet.scheduled ?? date
            case .date(.done, let date): bullet.done = bullet.done ?? date
            case .date(.dropped, let date): bullet.dropped = bullet.dropped ?? date
            case .date(.since, let date): bullet.since = bullet.since ?? date
            case .from: addSource(string(token.value), to: &bullet)
            case .blockID: bullet.id = string(token.value)
            case .unknownTag, .badDate, .ignored: break
            }
        }
        bullet.shown = shown.text(of: bytes.span, without: scanner.tokens)
        return bullet
    }

    /// A box with a character of its own, or the usual one of its state.
    private func box(_ state: Action.State, in value: Range<Int>) -> TaskBox {
        guard state == .open, paragraph.bytes[value.lowerBound] != Byte.space, value.lowerBound > 0,
            paragraph.bytes[value.lowerBound - 1] == .ascii("["), let character = string(value).first
        else { return TaskBox(state) }
        return TaskBox(character) ?? TaskBox(state)
    }

    private func addSource(_ name: String, to bullet: inout BulletText) {
        let key = name.lowercased()
        if !bullet.sources.contains(where: { $0.lowercased() == key }) { bullet.sources.append(name) }
    }

    private func string(_ range: Range<Int>) -> String {
        paragraph.bytes.span.extracting(range).text
    }
}
