/// Reads front matter of the kind that nearly everybody writes without asking libyaml.
///
/// Lines of `key: value` where the value is a word or a sentence, a text in double quotes, a list in brackets,
/// or a list of `- ` lines; all in letters that no rule of YAML singles out. Of such it makes just the pairs
/// that libyaml would, at a tenth of the cost; for anything else it has no answer. So it has no errors either.
struct PlainYAML: ~Copyable {
    private let source: Source
    /// The byte that is read next, in the source, and the line that it stands on.
    private var at: Int
    private var line: Int
    private var lineStart: Int
    private let end: Int

    /// The pairs in lines of a source; nil where it takes a whole parser to tell.
    static func pairs(_ source: Source, lines: Range<Int>) -> [FrontMatter.Pair]? {
        var reader = PlainYAML(source, lines)
        return reader.pairs()
    }

    private init(_ source: Source, _ lines: Range<Int>) {
        self.source = source
        line = lines.lowerBound
        lineStart = source.whole(line: line).lowerBound
        at = lineStart
        end = source.whole(line: lines.upperBound).lowerBound
    }

    private mutating func pairs() -> [FrontMatter.Pair]? {
        var pairs: [FrontMatter.Pair] = []
        while at < end {
            let keyStart = position
            guard let key = key(), let (value, valueStart) = value() else { return nil }
            pairs.append(.init(key: key, keyStart: keyStart, value: value, valueStart: valueStart))
        }
        return pairs
    }

    /// A word with a colon, at the beginning of a line.
    private mutating func key() -> String? {
        let start = at
        guard at < end, byte.isLetter else { return nil }
        while at < end, byte.isLetter || byte == .ascii("-") || byte == .ascii("_") { at += 1 }
        guard at < end, byte == .ascii(":"), at - start < 64 else { return nil }
        at += 1
        return source.text(start..<at - 1)
    }

    /// What stands behind the colon, up to the line on which the next key begins.
    private mutating func value() -> (FrontMatter.Value, start: Position)? {
        guard at < end else { return nil }
        if isLineEnd {
            guard endLine(), let (items, start) = lines() else { return nil }
            return (.list(items), start)
        }
        guard byte == Byte.space else { return nil }
        skipSpaces()
        let start = position
        guard at < end, !isLineEnd else { return nil }
        if byte == .ascii("[") {
            guard let items = brackets(), endLine() else { return nil }
            return (.list(items), start)
        }
        guard let value = scalar(inBrackets: false), endLine() else { return nil }
        return (value, start)
    }

    /// `- item` on lines of their own, all as deep as the first.
    private mutating func lines() -> (items: [FrontMatter.Item], start: Position)? {
        var items: [FrontMatter.Item] = []
        var first: Position?
        while at < end, byte == Byte.space || byte == .ascii("-") {
            skipSpaces()
            let dash = position
            guard dash.column == (first ?? dash).column, at + 1 < end, byte == .ascii("-"),
                source.bytes[at + 1] == Byte.space
            else { return nil }
            first = first ?? dash
            at += 1
            skipSpaces()
            let start = position
            guard let value = scalar(inBrackets: false), endLine() else { return nil }
            items.append(.init(value: value, start: start))
        }
        return first.map { (items, $0) }
    }

    /// `[one, "two"]` on one line.
    private mutating func brackets() -> [FrontMatter.Item]? {
        var items: [FrontMatter.Item] = []
        at += 1
        while true {
            skipSpaces()
            let start = position
            guard let value = scalar(inBrackets: true) else { return nil }
            items.append(.init(value: value, start: start))
            skipSpaces()
            guard at < end, byte == .ascii(",") || byte == .ascii("]") else { return nil }
            at += 1
            if source.bytes[at - 1] == .ascii("]") { return items }
        }
    }

    private mutating func scalar(inBrackets: Bool) -> FrontMatter.Value? {
        guard at < end else { return nil }
        let start = at
        if byte == .ascii("\"") {
            at += 1
            while at < end, byte != .ascii("\"") {
                guard byte != .ascii("\\"), passLetter() else { return nil }
            }
            guard at < end else { return nil }
            at += 1
            return .scalar(source.text(start + 1..<at - 1), isPlain: false)
        }
        guard byte.isLetter || byte.isDigit || byte >= 0x80 else { return nil }
        while at < end, !isLineEnd {
            switch byte {
            case .ascii(":"), .ascii("#"): return nil
            case .ascii(","), .ascii("]"), .ascii("["), .ascii("{"), .ascii("}"), .ascii("?"):
                guard inBrackets else { break }
                return byte == .ascii(",") || byte == .ascii("]") ? plain(start) : nil
            default: break
            }
            guard passLetter() else { return nil }
        }
        return inBrackets ? nil : plain(start)
    }

    /// Text without quotes, and without the spaces behind it.
    private func plain(_ start: Int) -> FrontMatter.Value {
        var last = at
        while source.bytes[last - 1] == Byte.space { last -= 1 }
        return .scalar(source.text(start..<last), isPlain: true)
    }

    // MARK: Bytes

    private var byte: UInt8 { source.bytes[at] }

    private var position: Position { Position(line: line, column: at - lineStart + 1) }

    private var isLineEnd: Bool { byte == Byte.lf || byte == Byte.cr }

    /// Passes over a letter that means nothing to YAML: of ASCII what can be seen, and of the rest what has no
    /// control characters, line ends or byte order marks among it. Tells whether there was one.
    private mutating func passLetter() -> Bool {
        if byte < 0x80 {
            guard byte >= 0x20, byte < 0x7F else { return false }
            at += 1
            return true
        }
        guard byte >= 0xC3 && byte <= 0xDF || byte >= 0xE3 && byte <= 0xEC else { return false }
        let length = Encoding.sequenceLength(in: source.bytes.span, at: at)
        at += length
        return length > 0
    }

    private mutating func skipSpaces() {
        while at < end, byte == Byte.space { at += 1 }
    }

    /// Goes on to the next line, where nothing but spaces is left of this one.
    private mutating func endLine() -> Bool {
        skipSpaces()
        guard at < end, isLineEnd else { return false }
        line += 1
        lineStart = source.whole(line: line).lowerBound
        at = lineStart
        return true
    }
}
