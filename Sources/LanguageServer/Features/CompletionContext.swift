internal import Markup
internal import Notebook

/// What may be written at an offset in a note, and the bytes before it that are its beginning.
enum CompletionContext: Equatable {
    /// A tag word that begins a bullet. Below feedback it may be a plan's or a reason's too.
    case tag(Range<Int>, isBelowFeedback: Bool)
    /// A topic, after its `#`, which is not part of a word to many editors.
    case topic(Range<Int>)
    /// The name of a story that was told, without its `^`.
    case story(Range<Int>)
    case date(Token.DateField, Range<Int>)
    /// The name of a person who said it, after `from:`.
    case person(Range<Int>, Enclosure)
    case key(Range<Int>)
    /// A value of the front matter.
    case value(FrontMatterKey, Range<Int>, Enclosure, needsSpace: Bool)

    /// The bytes that are written already.
    var range: Range<Int> {
        switch self {
        case .tag(let range, _), .topic(let range), .story(let range), .date(_, let range),
            .person(let range, _), .key(let range), .value(_, let range, _, _):
            range
        }
    }

    /// The marks around a name that is being written.
    enum Enclosure {
        case none
        /// A quotation mark that is still open.
        case quote
        /// A bracket that is still open.
        case bracket
    }
}

extension Document {
    /// Returns what may be written at an offset; nil if it may be anything.
    func completionContext(at offset: Int) -> CompletionContext? {
        let text = text
        let line = source.position(of: offset).line
        if let lines = text.frontMatterLines, lines.contains(line) {
            return frontMatterContext(line: line, at: offset)
        }
        guard let bullet = text.bullet(onLine: line) else { return nil }
        let content = source.content(ofLine: line)
        var start = content.lowerBound
        if line == bullet.position.line {
            start = source.offset(of: bullet.position)
            while start < content.upperBound, !source.bytes[start].isBlank { start += 1 }
        }
        guard start < offset, offset <= content.upperBound else { return nil }
        if let context = storyContext(start..<offset, bullet) ?? annotationContext(start..<offset) {
            return context
        }
        guard line == bullet.position.line else { return nil }
        return tagContext(start..<offset, bullet, in: text)
    }

    // MARK: Bullets

    /// Returns the context of a word at the beginning of a bullet's text, after its box.
    private func tagContext(_ head: Range<Int>, _ bullet: NoteText.WrittenBullet, in text: NoteText)
        -> CompletionContext?
    {
        var start = head.lowerBound
        if let box = bullet.tokens.first, case .box = box.kind { start = box.range.upperBound }
        while start < head.upperBound, source.bytes[start].isBlank { start += 1 }
        guard start <= head.upperBound, source.bytes[start..<head.upperBound].allSatisfy(\.isLetter) else {
            return nil
        }
        let isBelowFeedback = text.isBelow(bullet, anyOf: Set(note?.feedback.map(\.position) ?? []))
        return .tag(start..<head.upperBound, isBelowFeedback: isBelowFeedback)
    }

    /// The beginnings of dates, and whether white space may follow them.
    private static let dateBeginnings: [(text: String, field: Token.DateField, takesSpace: Bool)] = [
        ("due:", .due, false), ("scheduled:", .scheduled, false), ("t:", .scheduled, false),
        ("done:", .done, false), ("dropped:", .dropped, false), ("since:", .since, false),
        ("@due(", .due, false), ("@start(", .scheduled, false), ("@done(", .done, false),
        ("due::", .due, true), ("scheduled::", .scheduled, true), ("completion::", .done, true),
        ("cancelled::", .dropped, true), ("since::", .since, true),
        ("📅", .due, true), ("📆", .due, true), ("🗓", .due, true), ("🗓️", .due, true),
        ("⏳", .scheduled, true), ("⌛", .scheduled, true), ("✅", .done, true), ("❌", .dropped, true),
        ("DEADLINE: <", .due, false), ("SCHEDULED: <", .scheduled, false),
    ]

    private func annotationContext(_ head: Range<Int>) -> CompletionContext? {
        let bytes = source.bytes
        let word = bytes[head].lastIndex { $0.isWhiteSpace }.map { $0 + 1 } ?? head.lowerBound
        if word < head.upperBound {
            let hash = bytes[word] == .ascii("(") ? word + 1 : word
            let isTopic = hash < head.upperBound && bytes[hash] == .ascii("#")
            if isTopic, Topic.isBeginning(source.text(hash + 1..<head.upperBound), vocabulary) {
                return .topic(hash + 1..<head.upperBound)
            }
        }
        if let person = personContext(head) { return person }
        var start = head.upperBound
        while start > head.lowerBound, bytes[start - 1].isDigit || bytes[start - 1] == .ascii("-") {
            start -= 1
        }
        for (beginning, field, takesSpace) in Self.dateBeginnings {
            var end = start
            if takesSpace { while end > head.lowerBound, bytes[end - 1].isBlank { end -= 1 } }
            let first = end - beginning.utf8.count
            guard first >= head.lowerBound, bytes[first..<end].elementsEqual(beginning.utf8) else { continue }
            let before = first > head.lowerBound ? bytes[first - 1] : Byte.space
            let isBracketed = before == .ascii("[") || before == .ascii("(")
            if before.isWhiteSpace || beginning.hasSuffix("::") && isBracketed {
                return .date(field, start..<head.upperBound)
            }
        }
        return nil
    }

    /// Returns the context of a story's name, in a bullet that tells of a story.
    private func storyContext(_ head: Range<Int>, _ bullet: NoteText.WrittenBullet) -> CompletionContext? {
        let isTelling = bullet.tokens.contains { if case .tag(.told) = $0.kind { true } else { false } }
        guard isTelling, let mark = source.bytes[head].lastIndex(of: .ascii("^")), mark > head.lowerBound,
            source.bytes[mark - 1].isWhiteSpace || source.bytes[mark - 1] == .ascii("#"),
            source.bytes[mark + 1..<head.upperBound].allSatisfy({
                $0.isLetter || $0.isDigit || $0 == .ascii("-")
            })
        else { return nil }
        return .story(mark + 1..<head.upperBound)
    }

    private func personContext(_ head: Range<Int>) -> CompletionContext? {
        let text = source.bytes[head]
        func name(after key: String) -> (key: Int, name: ArraySlice<UInt8>)? {
            let key = Array(key.utf8)
            guard text.count >= key.count else { return nil }
            let found = (text.startIndex...text.endIndex - key.count).last { text[$0...].starts(with: key) }
            return found.map { ($0, text[($0 + key.count)...]) }
        }
        if let (_, name) = name(after: "[from::"), !name.contains(.ascii("]")) {
            return .person(name.drop(while: \.isBlank).startIndex..<head.upperBound, .bracket)
        }
        guard let (key, rest) = name(after: "from:"), text[..<key].last?.isWhiteSpace ?? true,
            rest.first != .ascii(":")
        else { return nil }
        if rest.first == .ascii("\"") {
            let isClosed = rest.dropFirst().contains(.ascii("\""))
            return isClosed ? nil : .person(rest.startIndex + 1..<head.upperBound, .quote)
        }
        return rest.contains(where: \.isWhiteSpace) ? nil : .person(rest.startIndex..<head.upperBound, .none)
    }

    // MARK: Front matter

    private func frontMatterContext(line: Int, at offset: Int) -> CompletionContext? {
        let content = source.content(ofLine: line)
        let head = source.bytes[content.lowerBound..<max(content.lowerBound, min(offset, content.upperBound))]
        if head.allSatisfy({ $0.isLetter || $0 == .ascii("-") || $0 == .ascii("_") }) {
            return head.first == .ascii("-") ? nil : .key(head.indices)
        }
        if let key = Self.key(of: head) {
            guard let colon = head.firstIndex(of: .ascii(":")) else { return nil }
            return value(of: key, head[(colon + 1)...])
        }
        let item = head.drop(while: \.isBlank)
        guard item.first == .ascii("-") else { return nil }
        for earlier in stride(from: line - 1, to: 1, by: -1) {
            let text = source.bytes[source.content(ofLine: earlier)]
            if let key = Self.key(of: text) { return value(of: key, item.dropFirst()) }
            guard let first = text.first, first.isBlank || first == .ascii("-") else { return nil }
        }
        return nil
    }

    /// Returns the key that a line begins with, before a colon.
    private static func key(of line: ArraySlice<UInt8>) -> FrontMatterKey? {
        guard let colon = line.firstIndex(of: .ascii(":")) else { return nil }
        return FrontMatterKey(String(decoding: line[..<colon], as: UTF8.self))
    }

    /// The keys that the front matter has.
    ///
    /// It is read line by line, because it is not YAML while a key is being typed.
    var usedKeys: Set<FrontMatterKey> {
        let lines = text.frontMatterLines ?? 2..<2
        return Set(lines.compactMap { Self.key(of: source.bytes[source.content(ofLine: $0)]) })
    }

    /// Returns the context of a value, after a colon or a list's dash.
    private func value(of key: FrontMatterKey, _ rest: ArraySlice<UInt8>) -> CompletionContext? {
        var start = rest.startIndex
        let needsSpace = start == rest.endIndex
        func skipBlanks() { while start < rest.endIndex, rest[start].isBlank { start += 1 } }
        skipBlanks()
        var enclosure = CompletionContext.Enclosure.none
        if start < rest.endIndex, rest[start] == .ascii("[") {
            enclosure = .bracket
            start = (rest.lastIndex { $0 == .ascii(",") || $0 == .ascii("[") } ?? start) + 1
            skipBlanks()
            if rest[start...].contains(.ascii("]")) { return nil }
        } else if !needsSpace, start == rest.startIndex {
            return nil
        }
        if start < rest.endIndex, rest[start] == .ascii("\"") {
            enclosure = .quote
            start += 1
            if rest[start...].contains(.ascii("\"")) { return nil }
        }
        return .value(key, start..<rest.endIndex, enclosure, needsSpace: needsSpace)
    }
}

extension Topic {
    /// Whether a name might become a topic's name if more is typed.
    fileprivate static func isBeginning(_ name: String, _ vocabulary: Vocabulary) -> Bool {
        name.isEmpty || isName(name, vocabulary: vocabulary) || isName(name + "a", vocabulary: vocabulary)
    }
}

extension NoteText {
    /// The lines between those that enclose the front matter.
    ///
    /// If it is not closed yet, these are the lines up to an empty one.
    fileprivate var frontMatterLines: Range<Int>? {
        guard let frontMatter else { return nil }
        if frontMatter.lines.count >= 2 { return 2..<frontMatter.lines.upperBound - 1 }
        var end = 2
        while end <= source.lineCount, !source.content(ofLine: end).isEmpty { end += 1 }
        return 2..<end
    }

    /// Whether a bullet is nested in one of those at some positions.
    fileprivate func isBelow(_ bullet: WrittenBullet, anyOf positions: Set<Position>) -> Bool {
        var depth = bullet.depth
        for other in bullets.reversed() where other.position < bullet.position && other.depth < depth {
            if positions.contains(other.position) { return true }
            depth = other.depth
        }
        return false
    }
}
